"""The rules together: what they cost grows as the content does, and no faster."""

import sys
from collections.abc import Mapping
from typing import Any

import pytest

from mmpt_site.content.document import Document, Node
from mmpt_site.content.people import Entry
from mmpt_site.content.rules import check_edition
from mmpt_site.model.papers import Papers
from mmpt_site.model.part import Part
from mmpt_site.model.person import People
from mmpt_site.model.program import Program
from mmpt_site.model.workshop import Workshop

PLACES = {name: Document(f"{name}.yaml", ("",), Node({}, 0, 0, 0, 0)) for name in ("papers", "people", "program")}


def workshop_of(size: int, *, alike: bool) -> Mapping[str, Part]:
    """People, papers and talks; alike in name, place and words, or each in its own way."""

    def each(number: int) -> str:
        return "" if alike else f" {number}"

    authors = [{"name": f"A{n}da Muster", "affiliation": f"Example University{each(n)}"} for n in range(size)]
    titles = [f"A Study of Examples{each(n)} in {n} and in others{each(n)} of them" for n in range(size)]
    papers = [{"id": f"p{n}", "title": title, "authors": authors[n : n + 3]} for n, title in enumerate(titles)]
    sessions = [
        {
            "at": f"{8 + n % 12:02}:00",
            "for": "1 h",
            "title": f"Session{each(n)}",
            "id": f"s{n}",
            "room": f"Room{each(n // 12)}",
            "chair": f"person-{n % 7 if alike else n}",
            "talks": [{"title": titles[n], "for": "20 min", "id": f"t{n}"}, {"paper": f"p{n}", "for": "20 min"}],
        }
        for n in range(size)
    ]
    parts: dict[str, tuple[type[Part], Any]] = {
        "workshop": (Workshop, {"title": "A", "timezone": "Europe/Paris"}),
        "people": (People, {"people": authors}),
        "papers": (Papers, {"papers": papers}),
        "program": (Program, {"program": {"2021-07-12": sessions}}),
    }
    return {name: kind.model_validate(data) for name, (kind, data) in parts.items()}


def calls(parts: Mapping[str, Part]) -> int:
    """How many functions the rules call."""
    number = 0

    def count(*_: object) -> None:
        nonlocal number
        number += 1

    sys.setprofile(count)
    try:
        check_edition(parts, PLACES)
    finally:
        sys.setprofile(None)
    return number


@pytest.mark.parametrize("alike", [False, True], ids=["different", "alike"])
def test_four_times_the_content_takes_about_four_times_as_long(alike: bool) -> None:
    assert calls(workshop_of(400, alike=alike)) < 5 * calls(workshop_of(100, alike=alike))


def test_accents_are_those_of_latin_letters() -> None:
    people = People.model_validate({"people": [{"name": name} for name in ("Łukasz Ångström-Ö", "がん", "かん")]})
    letters = [Entry("people", (), person).letters for person in people.people]
    assert letters[0] == "lukaszangstromo"
    assert letters[1] != letters[2]
