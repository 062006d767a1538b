"""What is on and what begins next, at every time of a program."""

from zoneinfo import ZoneInfo

import pytest

from mmpt_site.model.happening import happening
from mmpt_site.model.program import Program
from mmpt_site.model.timetable import timetable


def told(*sessions: str, zone: bool = True) -> list[str]:
    """Every time as `09:00 A, B then C`; a session is written as `A 09:00-10:00`."""
    entries = []
    for session in sessions:
        title, span = session.rsplit(maxsplit=1)
        at, _, until = span.partition("-")
        entries.append({"at": at, "title": title} | ({"until": until} if until else {}))
    program = Program.model_validate({"program": {"2021-07-12": entries}})
    return [
        f"{each.since:%H:%M} {', '.join(str(s.session.title) for s in each.now)}"
        + (f" then {', '.join(str(s.session.title) for s in each.next)}" if each.next else "")
        for each in happening(timetable(program, ZoneInfo("Asia/Taipei") if zone else None))
    ]


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        (["A 09:00-10:00"], ["09:00 A"]),
        (["A 09:00-10:00", "B 10:00-11:00"], ["09:00 A then B", "10:00 B"]),
        (["A 09:00-10:00", "B 10:30-11:00"], ["09:00 A then B", "10:00  then B", "10:30 B"]),
        (["A 09:00-11:00", "B 09:00-10:00", "C 10:00-11:00"], ["09:00 A, B then C", "10:00 A, C"]),
        (["A 09:00", "B 10:00-11:00"], ["09:00 A then B", "10:00 B"]),
        (["A 09:00"], []),
    ],
)
def test_something_is_on_from_its_beginning_to_its_end(sessions: list[str], expected: list[str]) -> None:
    assert told(*sessions) == expected


def test_without_a_zone_nobody_knows_what_is_on() -> None:
    assert told("A 09:00-10:00", zone=False) == []


def test_of_a_long_program_the_program_itself_tells() -> None:
    assert (
        told(*(f"S {9 + n // 4:02}:{n % 4 * 15:02}-{9 + (n + 1) // 4:02}:{(n + 1) % 4 * 15:02}" for n in range(31)))
        == []
    )
