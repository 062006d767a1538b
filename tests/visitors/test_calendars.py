"""Every calendar of every site is one by RFC 5545, and programs of three families read the same times in it."""

from pathlib import Path

import pytest

from tests.visitors.calendars import read_by_all, wrong_with_calendar
from tests.visitors.sites import Made, complaints

CALENDAR = """\
BEGIN:VCALENDAR
PRODID:-//Examples//EN
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
DTSTART:20210328T020000
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:day@example.org
DTSTAMP:20210301T000000Z
DTSTART;VALUE=DATE:20210420
DTEND;VALUE=DATE:20210421
SUMMARY:Submission
END:VEVENT
BEGIN:VEVENT
UID:instant@example.org
DTSTAMP:20210301T000000Z
DTSTART:20210421T115900Z
SUMMARY:Submission: 23:59 anywhere on Earth
END:VEVENT
BEGIN:VEVENT
UID:session@example.org
DTSTAMP:20210301T000000Z
DTSTART;TZID=Europe/Paris:20210712T090000
DTEND;TZID=Europe/Paris:20210712T100000
SUMMARY:Keynote
END:VEVENT
END:VCALENDAR
"""
ENTRIES = [
    ("day@example.org", "2021-04-20", "2021-04-21"),
    ("instant@example.org", "2021-04-21T11:59:00Z", "2021-04-21T11:59:00Z"),
    ("session@example.org", "2021-07-12T07:00:00Z", "2021-07-12T08:00:00Z"),
]
WRONG = [
    ("VERSION:2.0\n", "", "no VERSION"),
    ("SUMMARY:Keynote\n", "", "an entry without SUMMARY"),
    ("SUMMARY:Keynote\n", f"SUMMARY:{'Keynote ' * 9}\n", "a line of 80 octets (3.1)"),
    ("SUMMARY:Keynote\n", "summary Keynote\n", "not a name and a value"),
    ("SUMMARY:Keynote\n", "SUMMARY:Keynote\nSEQUENCE:first\n", "VEVENT: "),
    ("UID:day@", "UID:instant@", "two entries with the UID instant@example.org"),
    ("20210301T000000Z", "20210301T000000", "not in UTC"),
    ("TZID=Europe/Paris", "TZID=Europe/Rome", "the zone Europe/Rome is not defined"),
    ("20210712T100000", "20210712T080000", "session@example.org: ends before it starts"),
]


def calendar(text: str) -> bytes:
    return text.replace("\n", "\r\n").encode()


def test_every_calendar_is_as_the_standard_says(sites: list[Made]) -> None:
    assert complaints(sites, "*.ics", lambda _, file: wrong_with_calendar(file.read_bytes())) == []


def test_every_program_reads_the_same_times_in_it(sites: list[Made], tmp_path: Path) -> None:
    own = tmp_path / "own.ics"
    own.write_bytes(calendar(CALENDAR))
    files = [own, *(file for site in sites for file in site.files("*.ics"))]
    read = read_by_all(files)
    assert read["icalendar"][0] == ENTRIES
    for number, file in enumerate(files):
        assert read["vobject"][number] == read["ical.js"][number] == read["icalendar"][number], file


def test_nothing_is_wrong_with_a_right_calendar() -> None:
    assert wrong_with_calendar(calendar(CALENDAR)) == []


@pytest.mark.parametrize(("old", "new", "told"), WRONG, ids=[told for _, _, told in WRONG])
def test_what_is_wrong_is_told(old: str, new: str, told: str) -> None:
    assert old in CALENDAR
    found = wrong_with_calendar(calendar(CALENDAR.replace(old, new)))
    assert any(what.startswith(told) for what in found), found


def test_lines_end_as_the_standard_says_and_a_calendar_has_entries() -> None:
    assert wrong_with_calendar(CALENDAR.encode())[0] == "a line that does not end with CR LF (3.1)"
    empty = CALENDAR[: CALENDAR.index("BEGIN:VEVENT")] + "END:VCALENDAR\n"
    assert wrong_with_calendar(calendar(empty)) == ["no entry"]
