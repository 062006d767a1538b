"""Rooms and people that are needed in two places at once: what is told, and what is no slip."""

import pytest

from mmpt_site.problems import describe
from tests.harness import SiteFolder

PEOPLE = "people: [Ada Example, Bo Example]\n".replace("[", "[{name: ").replace(", ", "}, {name: ").replace("]", "}]")
KEYNOTES = "keynotes:\n  - {speaker: Ada Example, title: Seeing, id: seeing}\n"
HEAD = "program:\n  2021-07-12:\n"


@pytest.fixture
def folder(site: SiteFolder) -> SiteFolder:
    """A site with two people, one of whom gives a keynote."""
    return site.write("people.yaml", PEOPLE).write("keynotes.yaml", KEYNOTES)


def told(site: SiteFolder, *sessions: str, zone: str = "Europe/Paris") -> str:
    """What is said of a program."""
    site.write("workshop.yaml", f"title: Small Examples\ntimezone: {zone}\n")
    site.write("program.yaml", HEAD + "".join(f"    - {{{each}}}\n" for each in sessions))
    return "\n".join(describe(problem) for problem in site.check() if problem.mark.path.endswith("program.yaml"))


def test_who_gives_a_keynote_cannot_chair_elsewhere(folder: SiteFolder) -> None:
    chaired = "at: 09:30, for: 1 h, title: Demos, room: B, chair: Ada Example"
    said = told(folder, "at: 09:00, for: 1 h, keynote: seeing, room: A", chaired)
    assert "Ada Example is in Keynote seeing (line 3) at this time, too, until 10:00." in said


def test_who_chairs_and_speaks_in_a_session_is_missed_elsewhere_once(folder: SiteFolder) -> None:
    both = "at: 09:30, for: 1 h, title: B, chair: Bo Example, speaker: Bo Example"
    said = told(folder, "at: 09:00, for: 1 h, title: A, track: C, chair: Bo Example", both)
    assert said.count("Bo Example is in A (line 3) at this time, too, until 10:00.") == 1


def test_what_begins_together_is_together_when_nobody_knows_how_long(folder: SiteFolder) -> None:
    said = told(folder, "at: 09:00, title: A, chair: Bo Example", "at: 09:00, title: B, chair: Bo Example")
    assert "Bo Example is in A (line 3) at this time, too.\n" in said


@pytest.mark.parametrize(
    "sessions",
    [
        ("at: 09:00, for: 1 h, title: A, chair: Ada Example, speaker: Ada Example",),
        ("at: 09:00, for: 1 h, title: A, chair: Ada Example, talks: [{title: B, speaker: Ada Example}]",),
        ("at: 09:00, for: 1 h, title: A, chair: Ada Example", "at: 10:00, title: B, chair: Ada Example"),
        (
            "at: 09:00, for: 1 h, title: A, chair: Ada Example, status: cancelled",
            "at: 09:30, title: B, chair: Ada Example",
        ),
        (
            "at: 09:00, for: 1 h, title: A, room: C, chair: Ada Example",
            "at: 09:30, for: 1 h, title: B, kind: poster, room: D, chair: Ada Example",
        ),
        ("at: 09:00, for: 1 h, title: A, room: C", "at: 09:00, for: 1 h, title: B, room: D"),
        ("at: 09:00, for: 1 h, title: A, room: C", "at: 10:00, for: 1 h, title: B, room: C"),
        ("at: 09:00, for: 1 h, title: A, track: C", "at: 09:30, for: 1 h, title: B, track: D"),
        ("at: 22:00, for: 3 h, title: A, room: C", "at: 22:00, until: 23:00, title: B, room: D"),
    ],
)
def test_what_people_do_is_no_slip(folder: SiteFolder, sessions: tuple[str, ...]) -> None:
    assert told(folder, *sessions) == ""


def test_two_in_one_room_are_told_once(folder: SiteFolder) -> None:
    both = "room: [C, D], chair: Bo Example"
    said = told(folder, f"at: 09:00, for: 1 h, title: A, {both}", f"at: 09:30, for: 1 h, title: B, {both}")
    assert said.count("warning") == 1
    assert "A (line 3) is in C at this time, too, until 10:00." in said


def test_an_hour_that_comes_twice_is_two_hours(folder: SiteFolder) -> None:
    site = folder.write("workshop.yaml", "title: Small Examples\ntimezone: Europe/Paris\n")
    both = "    - {at: 01:30, for: 2 h, title: A, room: C}\n    - {at: 02:45, title: B, room: C}\n"
    night = f"program:\n  2021-10-31:\n{both}"
    site.write("program.yaml", night)
    assert [problem.message for problem in site.check() if "at this time" in problem.message]
    site.write("program.yaml", night.replace("02:45", "03:00"))
    assert not [problem.message for problem in site.check() if "at this time" in problem.message]
