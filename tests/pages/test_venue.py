"""The page of the venue, and where else its address is told."""

from tests.harness import SiteFolder
from tests.pages.reading import Page
from tests.pages.test_structured import thing
from tests.small_files import SMALL

DATED = "title: Small\ndate: 2021-07-12\nplace: Example City\n"


def test_the_page_has_what_is_known_and_nothing_else(site: SiteFolder) -> None:
    made = site.write("venue.yaml", "city: Example City\nfood: Lunch is included.\n").build()
    made.shows("/2021/venue/", "Address Example City", "Map", "Food Lunch is included.")
    made.lacks("/2021/venue/", "Getting there", "Hotels", "Visa", "Childcare", "Site of the venue")
    assert Page.of(made.source("/2021/venue/")).texts["address"] == ["Example City"]


def test_prose_alone_needs_no_address(site: SiteFolder) -> None:
    made = site.write("venue.yaml", "text: We meet in the park.\n").build()
    made.shows("/2021/venue/", "We meet in the park.").lacks("/2021/venue/", "Address", "Map")


def test_the_map_is_a_link_and_no_embed(site: SiteFolder) -> None:
    source = site.write("venue.yaml", SMALL["venue"]).build().source("/2021/venue/")
    assert "https://www.openstreetmap.org/?mlat=25.0330&amp;mlon=121.5654#map=17/25.0330/121.5654" in source
    assert "<iframe" not in source


def test_search_engines_get_the_address(site: SiteFolder) -> None:
    made = site.write("workshop.yaml", DATED).write("venue.yaml", SMALL["venue"]).build()
    place = thing(made)["location"]
    assert place["name"] == "Example Congress Center"
    assert place["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "1 Example Street",
        "addressLocality": "Example City",
        "postalCode": "12345",
        "addressCountry": "Exampleland",
    }
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 25.033, "longitude": 121.5654}


def test_without_an_address_the_place_is_told_as_written(site: SiteFolder) -> None:
    made = site.write("workshop.yaml", DATED).write("venue.yaml", "food: Lunch.\n").build()
    assert thing(made)["location"] == {"@type": "Place", "name": "Example City", "address": "Example City"}


def test_an_online_workshop_has_no_place(site: SiteFolder) -> None:
    made = site.write("workshop.yaml", DATED + "mode: virtual\n").write("venue.yaml", SMALL["venue"]).build()
    assert thing(made)["location"]["@type"] == "VirtualLocation"


def test_calendars_say_where(site: SiteFolder) -> None:
    made = site.write("workshop.yaml", DATED).write("venue.yaml", SMALL["venue"]).build()
    calendar = made.source("/2021/dates.ics").replace("\n ", "").replace("\\,", ",")
    assert "LOCATION:Example Congress Center, Room 301, third floor, 1 Example Street, 12345 Example City" in calendar
    assert "GEO:25.033;121.5654" in calendar


def test_the_place_on_the_front_page_leads_to_the_venue(site: SiteFolder) -> None:
    made = site.write("workshop.yaml", DATED).write("venue.yaml", "city: Example City\n").build()
    assert '<a href="2021/venue/">Example City</a>' in made.source("/")
