"""`program.ics` and a file for each session and talk, as three other readers of calendars understand them."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event

from mmpt_site.content.clocks import times_come_once
from mmpt_site.exports.program_calendars import program_calendars
from mmpt_site.model.edition import Edition
from mmpt_site.model.program import Program
from mmpt_site.model.site import Series, Site
from mmpt_site.model.timetable import TimedSession, TimedTalk
from mmpt_site.model.workshop import Workshop
from mmpt_site.pages.language import language
from tests.harness import SERIES, Built, SiteFolder, snapshot
from tests.visitors.calendars import read_by_all, wrong_with_calendar

ALL = "/2021/program.ics"
PEOPLE = "people: [{name: Ada Example}, {name: Bo Example}]\n"
PAPERS = """\
papers:
  - {id: p1, title: Of $x^2$, authors: [Cy Example, Di Example], tldr: Examples help., abstract: We.}
  - {id: p2, title: Of more, authors: [Di Example]}
"""
KEYNOTES = "keynotes: [{speaker: Ada Example, title: Learning to see, abstract: On *sight*.}, {speaker: Bo Example}]\n"


def held(site: SiteFolder, *sessions: str, workshop: str = "timezone: Asia/Taipei", day: str = "2021-07-12") -> Built:
    """A build with these sessions on one day, one line of fields each."""
    for name, text in (("people", PEOPLE), ("papers", PAPERS), ("keynotes", KEYNOTES)):
        site.write(f"{name}.yaml", text)
    site.write("workshop.yaml", f"title: Small\n{workshop}\n")
    lines = "".join(f"    - {{{session}}}\n" for session in sessions)
    made = site.write("program.yaml", f"program:\n  {day}:\n{lines}").build()
    assert not made.failed, made.told
    return made


def calendar(made: Built, address: str) -> Calendar:
    """A calendar that is one by the standard."""
    data = (made.folder / address.lstrip("/")).read_bytes()
    assert wrong_with_calendar(data) == []
    read = Calendar.from_ical(data)
    assert isinstance(read, Calendar)
    return read


def only(made: Built, address: str) -> Event:
    (event,) = calendar(made, address).events
    return event


def lines(event: Event) -> list[str]:
    return str(event["DESCRIPTION"]).split("\n")


def test_a_session_stands_in_the_zone_of_the_program_and_the_zone_beside_it(site: SiteFolder) -> None:
    made = held(site, "at: 09:00, title: Opening, for: 45 min", workshop="timezone: Asia/Taipei\nplace: Taipei")
    found = calendar(made, ALL)
    (event,) = found.events
    assert (event["SUMMARY"], event["UID"]) == ("Opening · WSE 2021", "2021-program.opening@wse")
    assert event["DTSTART"].params["TZID"] == event["DTEND"].params["TZID"] == "Asia/Taipei"
    assert event.decoded("dtstart") == datetime(2021, 7, 12, 1, 0, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2021, 7, 12, 1, 45, tzinfo=UTC)
    assert [event[name] for name in ("STATUS", "TRANSP", "SEQUENCE")] == ["CONFIRMED", "OPAQUE", 0]
    assert (event["URL"], event["LOCATION"]) == ("https://example.org/2021/program/#session-opening", "Taipei")
    assert [str(zone["TZID"]) for zone in found.walk("VTIMEZONE")] == ["Asia/Taipei"]
    assert found["X-WR-CALNAME"] == "WSE 2021: Program"


def test_a_session_says_what_is_in_it(site: SiteFolder) -> None:
    made = held(
        site,
        "at: 09:00, title: Session 1, chair: [Ada Example, Bo Example], room: Room 1, track: Demos, each: 15 min, "
        "text: 'All *talks*.', stream: 'https://example.org/live', chat: 'https://example.org/chat', "
        "talks: [{paper: p1}, {keynote: Ada Example}, {title: Summary, speaker: Bo Example, status: cancelled}]",
        workshop="timezone: Asia/Taipei\nplace: Taipei",
    )
    event = only(made, ALL)
    assert lines(event) == [
        "Chairs: Ada Example, Bo Example",
        "All talks.",
        "Live stream: https://example.org/live",
        "Chat: https://example.org/chat",
        "All times are those of Asia/Taipei.",
        "09:00–09:15 Of $x^2$ (Cy Example, Di Example)",
        "09:15–09:30 Learning to see (Ada Example)",
        "09:30–09:45 Summary (Bo Example) – Cancelled",
    ]
    assert event["LOCATION"] == "Room 1, Taipei"
    assert event["CATEGORIES"].to_ical() == b"Demos"


def test_a_panel_says_who_sits_on_it(site: SiteFolder) -> None:
    panel = "at: 09:00, title: Panel, moderator: Ada Example, panelist: [Bo Example], questions: [What now?]"
    assert lines(only(held(site, panel), ALL)) == ["Moderator: Ada Example", "On the panel: Bo Example", "- What now?"]


def test_each_talk_has_a_file_that_says_the_whole(site: SiteFolder) -> None:
    session = "at: 09:00, title: Session 1, chair: Bo Example, room: R, papers: [p1, p2], each: 15 min, for: 1 h"
    made = held(site, session, "at: 10:00, title: Posters, kind: poster, for: 2 h, talks: [{title: Wall}]")
    event = only(made, "/2021/program/p1.ics")
    assert lines(event) == [
        "Cy Example, Di Example",
        "Examples help.",
        "Part of Session 1",
        "Chair: Bo Example",
    ]
    assert (event["UID"], event["LOCATION"]) == ("2021-program.p1@wse", "R")
    assert event["URL"] == "https://example.org/2021/papers/p1/"
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=15)
    untimed = only(made, "/2021/program/wall.ics")
    assert untimed.decoded("dtend") - untimed.decoded("dtstart") == timedelta(hours=2)
    whole = {path for path in snapshot(made.folder) if path.startswith("2021/program") and path.endswith(".ics")}
    assert whole == {
        *("2021/program.ics", "2021/program/session-1.ics", "2021/program/posters.ics"),
        *("2021/program/p1.ics", "2021/program/p2.ics", "2021/program/wall.ics"),
    }
    assert [str(event["SUMMARY"]) for event in calendar(made, ALL).events] == [
        "Session 1 · WSE 2021",
        "Posters · WSE 2021",
    ]


def test_a_keynote_without_a_title_is_called_by_who_gives_it(site: SiteFolder) -> None:
    made = held(site, "at: 09:00, keynote: Ada Example", "at: 10:00, keynote: Bo Example")
    first, second = calendar(made, ALL).events
    assert (first["SUMMARY"], second["SUMMARY"]) == ("Learning to see · WSE 2021", "Bo Example · WSE 2021")
    assert lines(first) == ["Ada Example", "On sight."]


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("", "DTSTART:20210712T090000"),
        ("timezone: '+05:30'", "DTSTART:20210712T033000Z"),
        ("timezone: AoE", "DTSTART:20210712T210000Z"),
        ("timezone: UTC", "DTSTART:20210712T090000Z"),
        ("timezone: Europe/Paris", "DTSTART;TZID=Europe/Paris:20210712T090000"),
    ],
)
def test_a_time_is_no_more_exact_than_the_program(site: SiteFolder, zone: str, written: str) -> None:
    text = held(site, "at: 09:00, title: Opening", workshop=zone).source(ALL)
    assert f"\n{written}\n" in text
    assert "DTEND" not in text
    assert ("VTIMEZONE" in text) == ("TZID=" in text)


def test_what_moves_or_is_renamed_stays_the_same_entry(site: SiteFolder) -> None:
    talk = "talks: [{title: One, was: 10:00, formerly: zero}]"
    session = f"at: 11:00, title: Welcome, formerly: [start, opening], was: ['2021-07-11 09:00', 10:00], {talk}"
    made = held(site, session, workshop="timezone: Asia/Taipei\nformerly: spring")
    names = ("2021/program/welcome", "2021/program/start", "2021/program/opening", "spring/program/welcome")
    for name in (*names, "spring/program/start", "2021/program", "spring/program"):
        event = only(made, f"/{name}.ics")
        assert (event["UID"], event["SEQUENCE"]) == ("spring-program.start@wse", 2)
        assert lines(event)[:2] == ["Moved from July 11, 2021, 09:00", "Moved from 10:00"]
    for name in ("2021/program/one", "2021/program/zero", "spring/program/zero"):
        event = only(made, f"/{name}.ics")
        assert (event["UID"], event["SEQUENCE"]) == ("spring-program.zero@wse", 3)


def test_a_date_of_the_same_name_is_another_entry(site: SiteFolder) -> None:
    site.write("dates.yaml", "dates: [{name: Program opening, date: 2021-04-20}, {name: Opening, date: 2021-04-21}]\n")
    made = held(site, "at: 09:00, title: Opening", "at: 10:00, title: Program opening")
    entries = [*calendar(made, ALL).events, *calendar(made, "/2021/dates.ics").events]
    assert len({str(event["UID"]) for event in entries}) == 4


@pytest.mark.parametrize(
    ("session", "series", "cancelled"),
    [
        ("title: A, talks: [{title: B, status: cancelled}]", "", ["b"]),
        ("title: A, status: cancelled, talks: [{title: B}]", "", ["a", "b"]),
        ("title: A, talks: [{title: B}]", "notice: {kind: cancelled, text: Sorry.}", ["a", "b"]),
        ("title: A, talks: [{title: B}]", "notice: {kind: urgent, text: Come.}", []),
    ],
)
def test_what_does_not_take_place_stays_and_says_so(
    site: SiteFolder, session: str, series: str, cancelled: list[str]
) -> None:
    made = held(site.write("site.yaml", f"{SERIES}{series}\n"), f"at: 09:00, {session}")
    found = {name: only(made, f"/2021/program/{name}.ics")["STATUS"] for name in ("a", "b")}
    assert found == {name: "CANCELLED" if name in cancelled else "CONFIRMED" for name in found}


def test_nobody_goes_to_the_place_of_a_workshop_that_is_on_the_net(site: SiteFolder) -> None:
    for mode, where in (("virtual", "Hall 1"), ("hybrid", "Hall 1, Taipei, Taiwan; China")):
        workshop = f"mode: {mode}\nplace: Taipei, Taiwan; China"
        assert only(held(site, "at: 09:00, title: A, room: Hall 1", workshop=workshop), ALL)["LOCATION"] == where
    assert "LOCATION" not in only(held(site, "at: 09:00, title: A", workshop="place: to be announced"), ALL)


def test_a_program_to_be_announced_has_no_calendar(site: SiteFolder) -> None:
    made = site.write("program.yaml", "program: to be announced\n").build()
    assert [path for path in snapshot(made.folder) if path.endswith(".ics")] == []
    made.lacks("/2021/program/", "calendar")


def test_the_page_offers_all_of_it_and_each_session(site: SiteFolder) -> None:
    made = held(site, "at: 09:00, title: Opening", "at: 10:00, title: Closing")
    page = made.source("/2021/program/")
    assert all(f'href="{address}"' in page for address in ("../program.ics", "opening.ics", "closing.ics"))
    assert 'href="webcal://example.org/2021/program.ics"' in page
    assert '<link rel="alternate" type="text/calendar" title="Program of WSE 2021" href="../program.ics">' in page
    assert 'aria-label="Add to calendar: Opening"' in page
    assert site.check() == []


@pytest.mark.parametrize(
    ("zone", "day", "offered"),
    [
        ("timezone: Asia/Taipei", date(2021, 7, 12), True),
        ("timezone: Asia/Taipei", date(2021, 7, 13), False),
        ("", date(2021, 7, 12), True),
        ("", date(2021, 7, 13), False),
    ],
)
def test_what_is_over_is_offered_to_nobody(site: SiteFolder, zone: str, day: date, offered: bool) -> None:
    held(site, "at: 20:30, title: Opening, for: 1 h", workshop=zone)
    assert ('href="opening.ics"' in site.build(day).source("/2021/program/")) == offered


@pytest.mark.parametrize("fields", ["kind: break", "kind: lunch", "status: cancelled"])
def test_what_nobody_goes_to_is_offered_to_nobody_but_stays_where_it_is(site: SiteFolder, fields: str) -> None:
    made = held(site, f"at: 09:00, title: Pause, {fields}", "at: 10:00, title: Talks")
    page = made.source("/2021/program/")
    assert 'href="talks.ics"' in page
    assert 'href="pause.ics"' not in page
    assert only(made, "/2021/program/pause.ics")["SUMMARY"] == "Pause · WSE 2021"


def test_the_clock_changes_nothing(site: SiteFolder) -> None:
    held(site, "at: 09:00, title: Opening")
    calendars = [site.build(day).source(ALL) for day in (date(2021, 3, 1), date(2026, 3, 1))]
    assert calendars[0] == calendars[1]


def test_a_time_that_comes_twice_says_which_it_is(site: SiteFolder) -> None:
    """In Paris, 02:00 to 03:00 of October 31, 2021 happen twice."""
    session = "at: 01:45, title: Night, each: 30 min, talks: [{title: A}, {title: B}, {title: C}, {title: D}]"
    made = held(site, session, workshop="timezone: Europe/Paris", day="2021-10-31")
    assert lines(only(made, ALL))[1:] == [
        "01:45–02:15 UTC+02:00 A",
        "02:15 UTC+02:00–02:45 UTC+02:00 B",
        "02:45 UTC+02:00–02:15 UTC+01:00 C",
        "02:15 UTC+01:00–02:45 UTC+01:00 D",
    ]
    assert only(made, "/2021/program/d.ics").decoded("dtstart") == datetime(2021, 10, 31, 1, 15, tzinfo=UTC)


# zones with changes of an hour and of half of one, southern ones, some where summer or Ramadan is behind, and without
ZONES = (
    *("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Europe/Dublin", "Asia/Taipei"),
    *("America/St_Johns", "America/Asuncion", "Africa/Cairo", "Asia/Kolkata", "UTC", "AoE", "+05:30", ""),
)
CHANGES = (
    *("2021-03-14", "2021-03-27", "2021-03-28", "2021-04-04", "2021-04-11", "2021-05-16", "2021-10-03", "2021-10-30"),
    *("2021-10-31", "2021-11-07", "2023-04-28", "2021-07-12"),
)
CLOCKS = st.times().map(lambda time: f"{time:%H:%M}")
LENGTHS = st.integers(1, 400).map(
    lambda minutes: f"{minutes // 60} h {minutes % 60} min" if minutes > 59 else f"{minutes} min"
)


@st.composite
def sessions(draw: st.DrawFn) -> dict[str, Any]:
    """A session with talks, by day or by night, with ends or without."""
    made: dict[str, Any] = {"at": draw(CLOCKS), "talks": [{"title": "Talk"}] * draw(st.integers(1, 4))}
    made["talks"] = [{"title": f"Talk {number}"} for number, _ in enumerate(made["talks"])]
    if draw(st.booleans()):
        made["for"] = draw(LENGTHS)
    if draw(st.booleans()):
        made["each"] = draw(LENGTHS)
    return made


PROGRAMS = st.dictionaries(
    st.sampled_from(CHANGES), st.lists(sessions(), min_size=1, max_size=3), min_size=1, max_size=3
)


def night(at: str, each: str) -> dict[str, Any]:
    """A session of five talks."""
    return {"at": at, "each": each, "talks": [{"title": f"Talk {number}"} for number in range(5)]}


def instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment.tzinfo else moment.isoformat()


def when(timed: TimedSession | TimedTalk) -> tuple[str, str, str]:
    start = instant(timed.start)
    return f"2021-program.{timed.id}@wse", start, instant(timed.end) if timed.end else start


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(zone=st.sampled_from(ZONES), days=PROGRAMS)
@example("Europe/Paris", {"2021-03-28": [night("03:15", "30 min"), night("23:30", "45 min")]})
@example("Europe/Paris", {"2021-03-27": [night("23:30", "70 min")], "2021-03-28": [night("01:30", "20 min")]})
@example("Europe/Paris", {"2021-10-30": [night("23:50", "50 min")], "2021-10-31": [night("01:30", "25 min")]})
@example("Africa/Casablanca", {"2021-04-10": [night("12:00", "30 min")], "2021-05-16": [night("12:00", "30 min")]})
@example("Africa/Casablanca", {"2021-04-10": [night("12:00", "1 h")], "2021-04-30": [night("12:00", "30 min")]})
def test_every_reader_finds_the_times_of_the_timetable(
    tmp_path_factory: pytest.TempPathFactory, zone: str, days: dict[str, list[dict[str, Any]]]
) -> None:
    for day, entries in days.items():
        for number, entry in enumerate(entries):
            entry["title"] = f"Session {day} {number}"
            entry["talks"] = [{**talk, "id": f"t-{day}-{number}-{n}"} for n, talk in enumerate(entry["talks"])]
    workshop = Workshop.model_validate({"title": "Small", **({"timezone": zone} if zone else {})})
    program = Program.model_validate({"program": days})
    assume(not list(times_come_once(workshop, program)))
    edition = Edition("2021", workshop, program=program)
    series = Series.model_validate({"name": "Workshop on Small Examples", "acronym": "WSE", "key": "wse"})
    folder = tmp_path_factory.mktemp("calendars")
    files: list[Path] = []
    for made in program_calendars(Site(series, (edition,)), (), language("en")):
        files.append(folder / made.path.replace("/", "-"))
        data = made.make()
        assert wrong_with_calendar(data) == []
        files[-1].write_bytes(data)
    each: list[TimedSession | TimedTalk] = []
    for session in edition.timetable.sessions:
        each += [session, *session.talks]
    expected = [[when(session) for session in edition.timetable.sessions], *([when(timed)] for timed in each)]
    for reader, found in read_by_all(files).items():
        assert found == expected, reader
