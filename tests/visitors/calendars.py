"""Calendars (RFC 5545) in, what three libraries read of their entries and what is wrong with them out."""

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import vobject

ICAL_JS = Path(__file__).parents[1] / "node" / "instants.mjs"
CALENDAR, ENTRY = ("PRODID", "VERSION"), ("UID", "DTSTAMP", "DTSTART", "SUMMARY")

Entry = tuple[
    str, str | None, str | None
]  # its UID; its start and its end as a day, as an instant in UTC, or as a local time


def read_by_all(files: list[Path]) -> dict[str, list[list[Entry]]]:
    """What each library reads of each calendar, its entries in the order of the file."""
    node = shutil.which("node")
    assert node, "Node.js is missing: please install version 20 or newer."
    done = subprocess.run([node, ICAL_JS, *files], stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return {
        "icalendar": [list(_icalendar(file)) for file in files],
        "vobject": [list(_vobject(file)) for file in files],
        "ical.js": [[(uid, start, end) for uid, start, end in entries] for entries in json.loads(done.stdout)],
    }


def wrong_with_calendar(data: bytes) -> list[str]:
    """What RFC 5545 does not allow, and what makes a subscriber see an entry twice or at the wrong time."""
    calendar = _calendar(data)
    entries = calendar.events
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    uids = Counter((str(entry.get("UID")), str(entry.get("RECURRENCE-ID"))) for entry in entries)
    return [
        *_wrong_with_lines(data),
        *(f"no {name}" for name in CALENDAR if name not in calendar),
        *(f"an entry without {name}" for entry in entries for name in ENTRY if name not in entry),
        *(f"{part.name}: {what}" for part in calendar.walk() for what in part.errors),
        *(f"two entries with the UID {uid}" for (uid, _), number in uids.items() if number > 1),
        *(f"the zone {zone} is not defined" for zone in _zones(entries) if zone not in zones),
        *(f"{entry['UID']}: ends before it starts" for entry in entries if entry.end < entry.start),
        *([] if entries else ["no entry"]),
    ]


def _calendar(data: bytes) -> icalendar.Calendar:
    calendar = icalendar.Calendar.from_ical(data)
    assert isinstance(calendar, icalendar.Calendar)
    return calendar


def _wrong_with_lines(data: bytes) -> Iterator[str]:
    lines = data.split(b"\r\n")
    if any(b"\n" in line or b"\r" in line for line in lines) or lines[-1]:
        yield "a line that does not end with CR LF (3.1)"
    yield from (f"a line of {len(line)} octets (3.1)" for line in lines if len(line) > 75)
    yield from (f"not a name and a value: {line!r}" for line in lines[:-1] if not re.match(rb"[ \t]|[A-Z-]+[:;]", line))
    stamps = re.findall(rb"^DTSTAMP.*?\r", data, re.MULTILINE)
    yield from (f"not in UTC: {stamp!r}" for stamp in stamps if not re.fullmatch(rb"DTSTAMP:\d{8}T\d{6}Z\r", stamp))


def _zones(entries: list[Any]) -> set[str]:
    times = [value for entry in entries for name, value in entry.items() if name in {"DTSTART", "DTEND"}]
    return {zone for time in times if (zone := time.params.get("TZID"))}


def _icalendar(file: Path) -> Iterator[Entry]:
    for entry in _calendar(file.read_bytes()).events:
        yield str(entry["UID"]), _instant(entry.start), _instant(entry.end)


def _vobject(file: Path) -> Iterator[Entry]:
    text = file.read_bytes().decode("utf-8")
    for zone in re.findall("^TZID:(.*?)\r?$", text, re.MULTILINE):
        vobject.icalendar.registerTzid(zone, None)  # it would take the zone of the first file for those of all others
    calendar = vobject.readOne(text)
    for entry in calendar.contents.get("vevent", []):
        start = entry.dtstart.value
        if hasattr(entry, "dtend"):
            end = entry.dtend.value
        elif hasattr(entry, "duration"):
            end = start + entry.duration.value
        else:
            end = start if isinstance(start, datetime) else start + timedelta(days=1)
        yield entry.uid.value, _instant(start), _instant(end)


def _instant(time: date) -> str:
    if not isinstance(time, datetime):
        return time.isoformat()
    if not time.tzinfo:
        return time.isoformat()  # at this time wherever one is
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
