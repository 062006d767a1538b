"""The page of the sponsors, and their logos at the end of the front page."""

import re

from tests.harness import SiteFolder
from tests.pages.reading import Page
from tests.small_files import PICTURES, SMALL


def sponsored(site: SiteFolder, text: str = SMALL["sponsors"]) -> SiteFolder:
    for name, data in PICTURES.items():
        site.write(f"content/2021/files/{name}", data)
    return site.write("sponsors.yaml", text)


def test_the_tiers_stand_in_their_order_and_those_without_one_last(site: SiteFolder) -> None:
    made = sponsored(site).build()
    made.shows("/2021/sponsors/", "We thank our sponsors.", "They give the prize .", "Become a sponsor", "table")
    said = made.text("/2021/sponsors/")
    places = [said.index(word) for word in ("Gold", "Example Labs", "Silver", "Further sponsors", "Institute")]
    assert places == sorted(places)


def test_links_to_sponsors_say_that_they_are_paid_for(site: SiteFolder) -> None:
    made = sponsored(site).build()
    for address in ("/", "/2021/sponsors/"):
        links = [values for tag, values in Page.of(made.source(address)).tags if tag == "a" and "rel" in values]
        assert {values["href"] for values in links} == {
            "https://www.example.com/",
            "https://www.example.net/",
            "https://www.example.org/institute",
        }
        assert {values["rel"] for values in links} == {"sponsored noopener"}


def test_a_logo_says_the_name_where_nothing_beside_it_does(site: SiteFolder) -> None:
    made = sponsored(site).build()
    images = [values for tag, values in Page.of(made.source("/")).tags if tag == "img"]
    assert [each["alt"] for each in images] == ["A circle", "Example Company", "Example Company"]
    assert [each["class"] for each in images] == ["plate", "by-day", "by-night"]
    made.shows("/", "Institute of Examples").lacks("/", "Example Labs")


def test_logos_of_a_higher_tier_are_larger(site: SiteFolder) -> None:
    made = sponsored(site).build()
    first, _, last = re.findall(r'width="(\d+)" height="(\d+)"', made.source("/2021/sponsors/"))
    areas = [int(width) * int(height) for width, height in (first, last)]
    assert areas[0] > 1.3 * areas[1]


def test_sponsors_to_be_announced_leave_no_empty_section(site: SiteFolder) -> None:
    made = site.write("sponsors.yaml", "sponsors: TBA\nbecome: Write to us.\n").build()
    made.shows("/2021/sponsors/", "Sponsors To be announced.", "Become a sponsor Write to us.")
    assert 'id="sponsors"' not in made.source("/")


def test_without_tiers_there_is_one_list(site: SiteFolder) -> None:
    made = site.write("sponsors.yaml", "sponsors: [{name: A}, {name: B}]\n").build()
    assert Page.of(made.source("/2021/sponsors/")).texts["h2"] == ["Sponsors"]
