"""Sessions that overlap: which column and which rows each of them has."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mmpt_site.model.program import Program
from mmpt_site.model.timetable import TimedSession, Timetable, timetable
from mmpt_site.pages.band import Band, band

Entry = dict[str, object]
TIMES = st.integers(0, 40).map(lambda quarters: f"{9 + quarters // 4:02}:{quarters % 4 * 15:02}")
LENGTHS = st.none() | st.integers(1, 12).map(lambda quarters: f"{quarters * 15} min")
ROOMS = st.lists(st.sampled_from("ABCD"), max_size=3, unique=True)
SESSION = st.fixed_dictionaries({"at": TIMES, "for": LENGTHS, "room": ROOMS})


def laid_out(*sessions: Entry) -> Timetable:
    """The timetable of a day with rooms A to D."""
    entries = [{"at": "09:00", "title": "Session", **session} for session in sessions]
    return timetable(Program.model_validate({"program": {"2021-07-12": entries}, "rooms": list("ABCD")}), None)


def placed(*sessions: Entry) -> list[str]:
    """Each session as `rooms: column+width row+height`."""
    found = laid_out(*sessions)
    return [
        f"{''.join(each.timed.session.room)}: {each.column}+{each.width} {each.row}+{each.height}"
        for each in band(found.sessions, found.rooms).sessions
    ]


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        ([{"room": "A", "for": "1 h"}, {"room": "B", "for": "1 h"}], ["A: 1+1 1+1", "B: 2+1 1+1"]),
        ([{"room": "C", "for": "1 h"}, {"room": "A", "for": "1 h"}], ["A: 1+1 1+1", "C: 2+1 1+1"]),
        (
            [{"room": "A", "for": "1 h"}, {"room": "B", "for": "2 h"}, {"at": "10:00", "room": "A", "for": "1 h"}],
            ["A: 1+1 1+1", "B: 2+1 1+2", "A: 1+1 2+1"],
        ),
        ([{"room": "A", "for": "1 h"}, {"for": "1 h"}], ["A: 1+1 1+1", ": 2+1 1+1"]),
        ([{"room": ["B", "C"], "for": "1 h"}, {"room": "A", "for": "1 h"}], ["A: 1+1 1+1", "BC: 2+2 1+1"]),
        ([{"room": ["A", "C"], "for": "1 h"}, {"room": "B", "for": "1 h"}], ["AC: 1+1 1+1", "B: 2+1 1+1"]),
        ([{"room": "A", "for": "1 h"}, {"room": "A", "for": "1 h"}], ["A: 1+1 1+1", "A: 2+1 1+1"]),
        ([{"room": "A"}, {"room": "B"}], ["A: 1+1 1+1", "B: 2+1 1+1"]),
    ],
)
def test_each_session_stands_in_the_column_of_its_room(sessions: list[Entry], expected: list[str]) -> None:
    assert placed(*sessions) == expected


def test_what_is_for_all_takes_the_columns_that_are_free() -> None:
    short: list[Entry] = [{"room": room, "for": "1 h"} for room in "AB"]
    assert placed(*short, {"room": "C", "for": "2 h"}, {"at": "10:00", "for": "1 h"})[-1] == ": 1+2 2+1"


def test_an_hour_says_an_end_that_all_that_begins_then_has() -> None:
    found = laid_out({"room": "A", "for": "1 h"}, {"room": "B", "for": "1 h"}, {"at": "09:30", "room": "C"})
    grid = band(found.sessions, found.rooms)
    assert [(hour.row, f"{hour.start:%H:%M}", hour.end and f"{hour.end:%H:%M}") for hour in grid.hours] == [
        (1, "09:00", "10:00"),
        (2, "09:30", None),
    ]
    found = laid_out({"room": "A", "for": "1 h"}, {"room": "B", "for": "2 h"})
    grid = band(found.sessions, found.rooms)
    assert [hour.end for hour in grid.hours] == [None]
    assert [each.said for each in grid.sessions] == [False, False]


def test_what_the_style_sheet_has_no_places_for_stays_a_list() -> None:
    def of(number: int) -> Band:
        sessions = [{"at": "09:00", "title": f"S{n}", "room": f"R{n}", "for": "1 h"} for n in range(number)]
        found = timetable(Program.model_validate({"program": {"2021-07-12": sessions}}), None)
        return band(found.sessions, found.rooms)

    assert [of(number).fits for number in (1, 2, 40, 41)] == [False, True, True, False]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.lists(SESSION, min_size=1, max_size=9))
def test_no_two_sessions_have_the_same_place_and_none_is_lost(sessions: list[Entry]) -> None:
    found = laid_out(*sessions)
    grid = band(found.sessions, found.rooms)
    cells = [cell for each in grid.sessions for cell in _cells(each.column, each.width, each.row, each.height)]
    assert len(cells) == len(set(cells))
    assert sorted(map(_name, (each.timed for each in grid.sessions))) == sorted(map(_name, found.sessions))
    rows = {hour.start: hour.row for hour in grid.hours}
    assert all(rows[each.timed.start] == each.row for each in grid.sessions)


def _cells(column: int, width: int, row: int, height: int) -> list[tuple[int, int]]:
    return [(x, y) for x in range(column, column + width) for y in range(row, row + height)]


def _name(timed: TimedSession) -> str:
    return f"{timed.id} {timed.start}"
