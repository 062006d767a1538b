"""Every block of JSON-LD in every page speaks schema.org's vocabulary and has what search engines ask for."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.visitors.json_ld import addresses, blocks, wrong_with_block, wrong_with_words
from tests.visitors.sites import Made, complaints

EVENT = {
    "@context": "https://schema.org",
    "@type": "Event",
    "@id": "https://example.org/2021/",
    "name": "Workshop on Small Examples",
    "startDate": "2021-07-12",
    "endDate": "2021-07-12T17:00:00+02:00",
    "eventStatus": "https://schema.org/EventScheduled",
    "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
    "location": {"@type": "VirtualLocation", "url": "https://example.org/2021/"},
    "organizer": [{"@type": "Person", "name": "Ada Example"}],
}
GRAPH = {
    "@context": "https://schema.org",
    "@graph": [
        {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": "2021", "item": "https://example.org/2021/"},
                {"@type": "ListItem", "position": 2, "name": "Dates </script> \u2028"},
            ],
        }
    ],
}
WRONG_WORDS: list[dict[str, Any]] = [
    {"nmae": "Workshop"},
    {"@type": "Evnt"},
    {"eventStatus": "https://schema.org/EventPlanned"},
    {"organizer": [{"@type": "Person", "nmae": "Ada Example"}]},
    {"@context": "https://schema.example"},
]
WRONG_BLOCKS: list[tuple[dict[str, Any], str]] = [
    ({"name": ""}, "Event without name"),
    ({"location": []}, "Event without location"),
    ({"location": {"@type": "Place", "name": "Taipei"}}, "a location is a Place with an address"),
    ({"startDate": "July 12, 2021"}, "no time with a zone, and no day: July 12, 2021"),
    ({"endDate": "2021-07-12T17:00:00"}, "no time with a zone, and no day: 2021-07-12T17:00:00"),
    ({"endDate": "2021-07-11"}, "it ends before it starts"),
    ({"url": "../2021/"}, "url is no whole address: ../2021/"),
    ({"@context": "https://schema.example"}, "not JSON-LD: "),
    ({"@id": 3}, "not JSON-LD: "),
    ({"startDate": "", "superEvent": {"@type": "Event", "name": "Conference"}}, "Event without startDate"),
]


def test_every_block_has_what_is_asked_for(sites: list[Made]) -> None:
    def wrong(_: Made, page: Path) -> list[str]:
        return [what for text in blocks(page) for what in wrong_with_block(text)]

    assert complaints(sites, "*.html", wrong) == []


def test_every_word_is_one_of_schema_org(sites: list[Made], tmp_path: Path) -> None:
    wrong = [json.dumps(EVENT | change) for change in WRONG_WORDS]
    theirs = {text for site in sites for page in site.files("*.html") for text in blocks(page)}
    told = wrong_with_words([*wrong, json.dumps(EVENT), json.dumps(GRAPH), *theirs], tmp_path)
    assert [line.rpartition("}: ")[2] for line in told if not line.startswith(tuple(wrong))] == []
    assert [text for text in wrong if not any(line.startswith(text) for line in told)] == []


def test_every_address_on_this_site_is_there(sites: list[Made]) -> None:
    def wrong(site: Made, page: Path) -> list[str]:
        found = {address for text in blocks(page) for address in addresses(text)}
        return sorted(address for address in found if not site.has(address))

    assert complaints(sites, "*.html", wrong) == []


def test_an_event_may_be_when_and_where_its_conference_is() -> None:
    part = {name: value for name, value in EVENT.items() if name not in {"startDate", "location"}}
    assert wrong_with_block(json.dumps(part | {"superEvent": EVENT})) == []


def test_an_address_on_this_site_that_is_not_there_is_noticed(sites: list[Made]) -> None:
    site = sites[0]
    assert addresses(json.dumps(EVENT)) == ["https://example.org/2021/"] * 2
    assert [site.has(f"{site.url}{path}") for path in ("2021/", "2021/#dates", "2020/", "card.png")] == [
        *(True, True),
        *(False, False),
    ]
    assert site.has("https://elsewhere.example/")


@pytest.mark.parametrize(("change", "told"), WRONG_BLOCKS, ids=[told for _, told in WRONG_BLOCKS])
def test_what_is_wrong_is_told(change: dict[str, Any], told: str) -> None:
    assert wrong_with_block(json.dumps(EVENT)) == []
    found = wrong_with_block(json.dumps(EVENT | change))
    assert any(what.startswith(told) for what in found), found


def test_breadcrumbs_count_and_lead_somewhere() -> None:
    assert wrong_with_block(json.dumps(GRAPH)) == []
    assert wrong_with_block(json.dumps(GRAPH).replace('"position": 2', '"position": 3')) != []
    assert wrong_with_block(json.dumps(GRAPH).replace('"item"', '"url"')) == ["a ListItem without item"]


def test_what_is_no_json_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<script type="application/ld+json">{"@context":</script>', "utf-8")
    (text,) = blocks(page)
    assert wrong_with_block(text)[0].startswith("not JSON-LD: ")
