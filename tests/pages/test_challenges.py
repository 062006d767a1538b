"""The page of the challenges: tasks, dates and results."""

from tests.harness import SiteFolder
from tests.pages.reading import Page
from tests.small_files import SMALL

KNOWN = "organizers: [Bei Liu]\n"


def test_a_challenge_tells_all_that_is_known_of_it(site: SiteFolder) -> None:
    made = site.write("organizers.yaml", KNOWN).write("challenges.yaml", SMALL["challenges"]).build()
    made.shows("/2021/challenges/", "Small Captions Teams describe pictures", "Register a team Submit results")
    made.shows("/2021/challenges/", "Winners Ada Example Bo Example", "Data Example Data Set For training only.")
    made.shows("/2021/challenges/", "Measure Accuracy.", "Baseline Ours : 81.5.", "Organizers Bei Liu")
    made.shows("/2021/challenges/", "Extended from April 20, 2021", "As of February 20, 2021")
    assert site.check() == []


def test_a_leaderboard_is_a_table_with_headings_of_both_kinds(site: SiteFolder) -> None:
    made = site.write("organizers.yaml", KNOWN).write("challenges.yaml", SMALL["challenges"]).build()
    page = Page.of(made.source("/2021/challenges/"))
    scopes = [values["scope"] for tag, values in page.tags if tag == "th"]
    assert (scopes.count("col"), scopes.count("row")) == (5 + 3, 2 + 3)
    made.shows("/2021/challenges/", "1 Team of Ada Example First place Large and then some 91.2 12")
    made.shows("/2021/challenges/", "2 Team of Bo Example – 88.0 9", "1 Bo First place 7 3 Cy 5")


def test_dates_and_old_addresses_are_places_of_their_own(site: SiteFolder) -> None:
    made = site.write("organizers.yaml", KNOWN).write("challenges.yaml", SMALL["challenges"]).build()
    ids = Page.of(made.source("/2021/challenges/")).values("id")
    assert {"challenge-small-captions", "challenge-captions", "date-small-captions-test-data"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_a_name_alone_is_a_challenge(site: SiteFolder) -> None:
    made = site.write("challenges.yaml", "challenges: [{name: Small Captions}]\n").build()
    made.shows("/2021/challenges/", "Small Captions").lacks("/2021/challenges/", "Results", "Dates ", "Data", "None")
