"""What search engines are told of the workshop, as JSON-LD: nothing that nobody wrote."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mmpt_site.build import build, publish
from mmpt_site.project import Project
from tests.harness import SERIES, Built, SiteFolder

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def thing(made: Built, address: str = "/2021/") -> dict[str, Any]:
    """What a page is about."""
    (found,) = SCRIPT.findall(made.source(address))
    read = json.loads(found)
    assert read.pop("@context") == "https://schema.org"
    assert isinstance(read, dict)
    return read


def empty(value: object) -> bool:
    """Whether anything in a thing is there but says nothing."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return value in (None, "", [], {}) or any(map(empty, inner))


def test_the_first_workshop_claims_no_day_of_its_own(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    made = Built(folder, publish(build(Project(root), date(2021, 3, 1)), folder))
    event = thing(made)
    assert event["@type"] == "Event"
    assert event["name"] == "MMPT 2021: Multi-Modal Pre-Training for Multimedia Understanding"
    assert {"startDate", "endDate", "eventStatus", "eventAttendanceMode"}.isdisjoint(event)
    host = event["superEvent"]
    assert (host["alternateName"], host["startDate"], host["endDate"]) == ("ICMR", "2021-07-12", "2021-07-15")
    place = {"@type": "Place", "name": "Taipei, Taiwan, China", "address": "Taipei, Taiwan, China"}
    assert event["location"] == host["location"] == place
    organizers = [(each["name"], each["affiliation"]["name"]) for each in event["organizer"]]
    assert organizers[0] == ("Bei Liu", "Microsoft Research Asia")
    assert len(organizers) == 6
    assert event["url"] == "https://multimodalpretraining.github.io/2021/"
    assert event["image"] == "https://multimodalpretraining.github.io/2021/card.png"
    assert thing(made, "/") == event


def test_a_workshop_with_a_day_has_it(site: SiteFolder) -> None:
    event = thing(site.write("workshop.yaml", "title: Small\ndate: 2021-07-12 to 2021-07-13\n").build())
    assert (event["startDate"], event["endDate"]) == ("2021-07-12", "2021-07-13")
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert "superEvent" not in event


KEYNOTES = (
    "keynotes: [{speaker: {name: Ada Example, url: 'https://example.org/ada'}, title: Seeing}, {speaker: Bo Example}]\n"
)
PROGRAM = """\
program:
  2021-07-12:
    - {at: 09:00, keynote: Ada Example, for: 45 min}
    - {at: 10:00, keynote: Bo Example, for: 45 min}
"""


def test_a_keynote_with_a_title_a_time_and_a_place_is_told(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Small\nplace: Taipei\ntimezone: Asia/Taipei\n")
    made = site.write("keynotes.yaml", KEYNOTES).write("program.yaml", PROGRAM).build()
    keynote, way = thing(made, "/2021/keynotes/")["@graph"]
    assert way["@type"] == "BreadcrumbList"
    assert keynote == {
        "@type": "Event",
        "name": "Seeing",
        "url": "https://example.org/2021/keynotes/#keynote-ada-example",
        "startDate": "2021-07-12T09:00:00+08:00",
        "endDate": "2021-07-12T09:45:00+08:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "location": {"@type": "Place", "name": "Taipei", "address": "Taipei"},
        "performer": {"@type": "Person", "name": "Ada Example", "url": "https://example.org/ada"},
        "superEvent": {"@id": thing(made)["@id"]},
    }


@pytest.mark.parametrize(
    ("old", "new"), [("place: Taipei\n", ""), ("timezone: Asia/Taipei\n", ""), ("title: Seeing", "title: TBA")]
)
def test_of_a_keynote_that_lacks_any_of_them_nothing_is_told(site: SiteFolder, old: str, new: str) -> None:
    site.write("workshop.yaml", "title: Small\nplace: Taipei\ntimezone: Asia/Taipei\n".replace(old, new))
    made = site.write("keynotes.yaml", KEYNOTES.replace(old, new)).write("program.yaml", PROGRAM).build()
    assert thing(made, "/2021/keynotes/")["@type"] == "BreadcrumbList"


@pytest.mark.parametrize(
    ("session", "series", "status"),
    [
        ("status: cancelled", "", "EventCancelled"),
        ("for: 45 min", "notice: {kind: cancelled, text: Sorry.}\n", "EventCancelled"),
        ("for: 45 min", "notice: {kind: postponed, text: Wait.}\n", "EventPostponed"),
    ],
)
def test_a_keynote_takes_place_when_the_workshop_does(site: SiteFolder, session: str, series: str, status: str) -> None:
    site.write("site.yaml", SERIES + series).write("keynotes.yaml", KEYNOTES)
    site.write("workshop.yaml", "title: Small\nplace: Taipei\ntimezone: Asia/Taipei\n")
    site.write("program.yaml", PROGRAM.replace("for: 45 min", session, 1))
    keynote, _ = thing(site.build(), "/2021/keynotes/")["@graph"]
    assert keynote["eventStatus"] == f"https://schema.org/{status}"


@pytest.mark.parametrize(("now", "status"), [("2021-10-04", "EventRescheduled"), ("to be announced", "EventPostponed")])
def test_a_workshop_that_moved_says_from_where(site: SiteFolder, now: str, status: str) -> None:
    made = site.write(
        "workshop.yaml", f"title: Small\ndate: {now}\nwas: [2021-07-12 to 2021-07-13, 2021-08-02]\n"
    ).build()
    event = thing(made)
    assert event["previousStartDate"] == ["2021-07-12", "2021-08-02"]
    assert event["eventStatus"] == f"https://schema.org/{status}"
    assert event.get("startDate") == ("2021-10-04" if status == "EventRescheduled" else None)
    made.shows("/", "Moved from July 12–13, 2021 , August 2, 2021")


@pytest.mark.parametrize(
    ("mode", "attendance", "places"),
    [
        ("in-person", "Offline", ["Place"]),
        ("virtual", "Online", ["VirtualLocation"]),
        ("hybrid", "Mixed", ["Place", "VirtualLocation"]),
    ],
)
def test_how_people_take_part_is_said(site: SiteFolder, mode: str, attendance: str, places: list[str]) -> None:
    event = thing(site.write("workshop.yaml", f"title: Small\nplace: Taipei\nmode: {mode}\n").build())
    assert event["eventAttendanceMode"] == f"https://schema.org/{attendance}EventAttendanceMode"
    found = event["location"] if isinstance(event["location"], list) else [event["location"]]
    assert [each["@type"] for each in found] == places


@pytest.mark.parametrize(("kind", "status"), [("cancelled", "EventCancelled"), ("postponed", "EventPostponed")])
def test_a_notice_changes_the_status_of_the_current_edition_while_it_stands(
    site: SiteFolder, kind: str, status: str
) -> None:
    site.write("site.yaml", f"{SERIES}notice: {{kind: {kind}, text: We are sorry., until: 2021-04-01}}\n")
    site.write("content/2020/workshop.yaml", "title: Small\ndate: 2020-07-12\n")
    made = site.build(date(2021, 4, 1))
    assert thing(made)["eventStatus"] == f"https://schema.org/{status}"
    assert thing(made, "/2020/")["eventStatus"] == "https://schema.org/EventScheduled"
    assert SCRIPT.findall(site.build(date(2021, 4, 2)).source("/2021/")) == []


@pytest.mark.parametrize(
    "workshop", ["title: Small\n", "title: Small\nplace: TBA\ndate: TBA\nhost: {name: Large, date: TBA}\n"]
)
@pytest.mark.parametrize("series", [SERIES, "name: Small\nacronym: SE\n"])
def test_what_nobody_wrote_is_not_there(site: SiteFolder, workshop: str, series: str) -> None:
    made = site.write("site.yaml", series).write("workshop.yaml", workshop).build()
    assert SCRIPT.findall(made.source("/2021/")) == []
    event = thing(site.write("workshop.yaml", f"{workshop}was: 2021-07-12\n").build())
    assert not empty(event)
    assert {"startDate", "location", "organizer"}.isdisjoint(event)


def test_every_other_page_says_the_way_to_it(site: SiteFolder) -> None:
    site.write("call.yaml", "goals: [To be small.]\n").write("content/pages/imprint.md", "# Imprint\n\nWe.\n")
    made = site.build()
    ways = {}
    for address in ("/2021/call/", "/imprint/"):
        found = thing(made, address)
        assert found["@type"] == "BreadcrumbList"
        assert [each["position"] for each in found["itemListElement"]] == [1, 2]
        ways[address] = [(each["name"], each["item"]) for each in found["itemListElement"]]
    assert ways == {
        "/2021/call/": [
            ("WSE 2021", "https://example.org/2021/"),
            ("Call for papers", "https://example.org/2021/call/"),
        ],
        "/imprint/": [("WSE", "https://example.org/"), ("Imprint", "https://example.org/imprint/")],
    }
    assert SCRIPT.findall(made.source("/404.html")) == []


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!-- <script>", 'a "quote" \\ and & more'])
def test_no_title_breaks_out_of_the_script(site: SiteFolder, title: str) -> None:
    site.write("workshop.yaml", f"title: {json.dumps(title)}\ndate: 2021-07-12\n")
    assert thing(site.build())["name"] == f"WSE 2021: {title}"
    assert "<" not in SCRIPT.findall(site.build().source("/"))[0]


def test_no_address_of_a_person_stands_in_it(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Ask ada@example.org\nplace: c/o ada@example.org\n")
    made = site.write("organizers.yaml", "organizers: [{name: Ada Example, email: ada@example.org}]\n").build()
    assert thing(made)["location"]["name"] == "c/o ada@example.org"
    assert "ada@example.org" not in "".join(SCRIPT.findall(made.source("/")))


@pytest.mark.parametrize("status", ["scheduled", "rescheduled", "postponed", "cancelled"])
def test_what_has_become_of_a_workshop_is_what_it_says(site: SiteFolder, status: str) -> None:
    site.write("workshop.yaml", f"title: Small\nplace: Taipei\nstatus: {status}\n")
    site.write("site.yaml", f"{SERIES}notice: {{kind: cancelled, text: No.}}\n")
    assert thing(site.build())["eventStatus"] == f"https://schema.org/Event{status.capitalize()}"


def test_a_place_of_work_has_a_place_of_its_own(site: SiteFolder) -> None:
    place = "{name: Example University, department: Department of Examples, city: Example City, country: France}"
    site.write("workshop.yaml", "title: Small\nplace: Taipei\n")
    site.write("organizers.yaml", f"organizers: [{{name: Ada Example, honorific: Prof., affiliation: {place}}}]\n")
    person = thing(site.build())["organizer"]
    assert person["honorificPrefix"] == "Prof."
    assert person["affiliation"]["department"]["name"] == "Department of Examples"
    address = {"@type": "PostalAddress", "addressLocality": "Example City", "addressCountry": "France"}
    assert person["affiliation"]["address"] == address
    assert not empty(person)
