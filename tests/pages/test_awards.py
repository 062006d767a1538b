"""The page of the awards."""

from datetime import date

from tests.harness import SiteFolder
from tests.small_files import SMALL


def test_awards_say_what_for_and_who(site: SiteFolder) -> None:
    made = site.write("awards.yaml", SMALL["awards"]).build()
    made.shows("/2021/awards/", "A jury of three decides.", "Best Paper Award To be announced For the best paper")
    made.shows("/2021/awards/", "Best Paper Award 2020 What small examples teach Ada Example A book .")


def test_one_applies_until_the_deadline_and_reads_afterwards_that_it_has_passed(site: SiteFolder) -> None:
    site.write("awards.yaml", SMALL["awards"])
    site.build().shows("/2021/awards/", "Apply until May 31, 2021").lacks("/2021/awards/", "were due")
    over = site.build(date(2021, 6, 2))
    over.shows("/2021/awards/", "Applications were due on May 31, 2021").lacks("/2021/awards/", "Apply until")


def test_awards_can_be_announced_later(site: SiteFolder) -> None:
    site.write("awards.yaml", "awards: to be announced\n").build().shows("/2021/awards/", "Awards To be announced.")
