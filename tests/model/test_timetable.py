"""The timetable: what is laid out when, what it is called, and what is shown side by side."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from mmpt_site.model.program import Program
from mmpt_site.model.timetable import Timetable, timetable

DAY = "2021-07-12"
Entry = dict[str, Any]


def laid_out(*sessions: Entry, zone: str = "", day: str = DAY) -> Timetable:
    """The timetable of one day."""
    entries = [{"at": "09:00", "title": "Session", **session} for session in sessions]
    return timetable(Program.model_validate({"program": {day: entries}}), ZoneInfo(zone) if zone else None)


def times(found: Timetable) -> list[str]:
    """When each talk is, as `09:00-09:15`; in brackets where the time is only that of its session."""
    told = []
    for session in found.sessions:
        for talk in session.talks:
            time = f"{talk.start:%H:%M}-{f'{talk.end:%H:%M}' if talk.end else ''}"
            told.append(time if talk.timed else f"({time})")
    return told


TALKS = [{"title": "A"}, {"title": "B"}]


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        ({"talks": TALKS, "each": "15 min"}, ["09:00-09:15", "09:15-09:30"]),
        ({"papers": ["p1", "p2"], "each": "15 min"}, ["09:00-09:15", "09:15-09:30"]),
        ({"talks": [{"title": "A", "for": "20 min"}, {"title": "B"}], "each": "5 min"}, ["09:00-09:20", "09:20-09:25"]),
        ({"talks": [{"title": "A", "at": "09:10"}, {"title": "B"}], "each": "5 min"}, ["09:10-09:15", "09:15-09:20"]),
        ({"talks": [{"title": "A", "until": "09:40"}, {"title": "B"}]}, ["09:00-09:40", "(09:00-)"]),
        ({"talks": TALKS, "until": "10:00"}, ["(09:00-10:00)", "(09:00-10:00)"]),
        ({"talks": [{"title": "A", "at": "09:10"}, {"title": "B", "at": "09:30"}]}, ["09:10-", "09:30-"]),
        ({"kind": "poster", "papers": ["p1", "p2"], "for": "1 h"}, ["(09:00-10:00)", "(09:00-10:00)"]),
        ({"kind": "poster", "papers": ["p1", "p2"], "each": "1 min"}, ["09:00-09:01", "09:01-09:02"]),
    ],
)
def test_talks_follow_one_another_as_far_as_their_lengths_are_known(session: Entry, expected: list[str]) -> None:
    assert times(laid_out(session)) == expected


@pytest.mark.parametrize(
    ("session", "end"),
    [
        ({}, None),
        ({"until": "10:30"}, "10:30"),
        ({"for": "45 min"}, "09:45"),
        ({"at": "23:30", "for": "1 h"}, "00:30"),
        ({"talks": TALKS, "each": "15 min"}, "09:30"),
        ({"talks": [{"title": "A", "for": "20 min"}, {"title": "B"}]}, None),
    ],
)
def test_a_session_ends_when_it_says_or_with_its_last_talk(session: Entry, end: str | None) -> None:
    (found,) = laid_out(session).sessions
    assert (f"{found.end:%H:%M}" if found.end else None) == end


def test_talks_go_on_past_midnight() -> None:
    talks = [{"title": "A"}, {"title": "B"}, {"title": "C", "at": "00:30"}]
    found = laid_out({"at": "23:45", "for": "1 h", "talks": talks, "each": "10 min"}, zone="Asia/Taipei")
    assert [talk.start.isoformat() for session in found.sessions for talk in session.talks] == [
        "2021-07-12T23:45:00+08:00",
        "2021-07-12T23:55:00+08:00",
        "2021-07-13T00:30:00+08:00",
    ]


def test_lengths_are_real_ones_when_the_clocks_are_changed() -> None:
    """In Paris, 02:00 to 03:00 of March 28, 2021 do not exist."""
    found = laid_out({"at": "01:30", "talks": TALKS, "each": "45 min"}, zone="Europe/Paris", day="2021-03-28")
    (session,) = found.sessions
    assert times(found) == ["01:30-03:15", "03:15-04:00"]
    assert session.end == datetime(2021, 3, 28, 2, 0, tzinfo=UTC)


def test_without_a_zone_times_stay_as_written() -> None:
    (session,) = laid_out({}).sessions
    assert session.start == datetime(2021, 7, 12, 9, 0)


@pytest.mark.parametrize(
    ("sessions", "ids"),
    [
        ([{"title": "Opening"}], ["opening"]),
        ([{"title": "Break"}, {"at": "11:00", "title": "Break"}], ["break-2021-07-12-0900", "break-2021-07-12-1100"]),
        ([{"title": "Break"}, {"at": "11:00", "title": "Break", "id": "second"}], ["break", "second"]),
        ([{"title": "!?"}], ["session"]),
        ([{"title": "Talk", "talks": [{"title": "Talk"}]}], ["talk", "talk-talk"]),
        ([{"papers": ["p1"]}, {"at": "10:00", "title": "Posters", "papers": ["p1"]}], ["session-p1", "posters-p1"]),
        ([{"papers": ["p1"]}, {"at": "10:00", "title": "Posters", "papers": ["p2"]}], ["p1", "p2"]),
    ],
)
def test_ids_are_made_of_names_and_not_of_places(sessions: list[Entry], ids: list[str]) -> None:
    found = laid_out(*sessions)
    told = [each for session in found.sessions for each in (session.id, *(talk.id for talk in session.talks))]
    assert [each for each in told if each in ids] == ids


@pytest.mark.parametrize(
    ("spans", "bands"),
    [
        (["09:00-10:00", "10:00-11:00"], [1, 1]),
        (["09:00-10:00", "09:00-10:30", "10:15-11:00", "11:00-12:00"], [3, 1]),
        (["09:00-12:00", "09:30-10:00", "11:00-13:00"], [3]),
        (["09:00-", "09:00-"], [2]),
        (["09:00-", "09:30-"], [1, 1]),
    ],
)
def test_what_overlaps_stands_side_by_side(spans: list[str], bands: list[int]) -> None:
    sessions = []
    for number, span in enumerate(spans):
        at, _, until = span.partition("-")
        sessions.append({"at": at, "title": f"S{number}", "room": f"R{number}"} | ({"until": until} if until else {}))
    (day,) = laid_out(*sessions).days
    assert [len(band) for band in day.bands] == bands


def test_rooms_stand_in_the_order_given_or_else_in_that_of_the_file() -> None:
    entries = [{"at": "09:00", "title": "A", "room": "Two"}, {"at": "09:00", "title": "B", "room": "One"}]
    program = {"program": {DAY: entries}}
    assert timetable(Program.model_validate(program), None).rooms == ("Two", "One")
    given = timetable(Program.model_validate({**program, "rooms": ["One", "Two"]}), None)
    assert given.rooms == ("One", "Two")
    assert [session.session.title for session in given.sessions] == ["B", "A"]
