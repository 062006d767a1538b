"""Days, instants, ranges and the known unknown: the text of a date goes in, a value comes out.

A bare date is a day and is never given a time. An instant is a day with a time and a zone: `AoE`
(anywhere on Earth, UTC-12), `UTC`, an IANA zone such as `Asia/Taipei`, or an offset such as `+08:00`.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import PlainValidator

from mmpt_site.model.days_and_times import parse_day, parse_time
from mmpt_site.model.part import wrong
from mmpt_site.problems import nearest

AOE = timezone(timedelta(hours=-12), "AoE")
UNKNOWN = ("to be announced", "tba", "tbd")


@dataclass(frozen=True)
class Day:
    """A calendar day; for its status only, it is over when it has ended anywhere on Earth."""

    day: date

    @property
    def last(self) -> date:
        """The last day in AoE on which this is not over."""
        return self.day


@dataclass(frozen=True)
class Instant:
    """A moment, with the zone in which it was written."""

    at: datetime
    zone: str

    @property
    def last(self) -> date:
        """The last day in AoE on which this is not over."""
        return self.at.astimezone(AOE).date()


@dataclass(frozen=True)
class Days:
    """A range of days, both ends included."""

    first: date
    last: date


@dataclass(frozen=True)
class ToBeAnnounced:
    """Announced as unknown."""


Known = Day | Instant | Days


def today_aoe(now: datetime) -> date:
    """The day that `now`, an aware datetime, falls on anywhere on Earth."""
    return now.astimezone(AOE).date()


def parse_when(text: object) -> Known | ToBeAnnounced:
    """Read a day, an instant, a range `A to B`, or `to be announced`."""
    if isinstance(text, Known | ToBeAnnounced):
        return text
    if not isinstance(text, str):
        raise wrong("Here a date is expected.", "Write it as 2021-04-20")
    text = " ".join(text.split())
    if is_unknown(text):
        return ToBeAnnounced()
    if found := re.fullmatch(r"(\S+) (?:to|-|–|—|until|till) (\S+)", text):
        return _range(found[1], found[2])
    # one date, perhaps with a time and a zone
    if found := re.fullmatch(r"(\d{4}-\d\d?-\d\d?)[T ](\d\d?:\d\d(?::\d\d)?) ?(.*)", text):
        return parse_instant(parse_day(found[1]), parse_time(found[2]), found[3], text)
    return Day(parse_day(text))


def is_unknown(value: object) -> bool:
    """Whether a value, or a text as written, says 'to be announced'."""
    if isinstance(value, str):
        return " ".join(value.split()).casefold().rstrip(".") in UNKNOWN
    return isinstance(value, ToBeAnnounced)


def parse_instant(day: date, clock: time, zone: str, text: str) -> Instant:
    """A local time of `day` in a named zone; skipped and repeated local times are refused with both readings."""
    if not zone:
        raise wrong("This time has no time zone.", f"Write for example {text} AoE, or {text} Asia/Taipei")
    tz = parse_zone(zone)
    first, second = (datetime.combine(day, clock, tz).replace(fold=fold) for fold in (0, 1))
    if first.utcoffset() != second.utcoffset():
        back = first.astimezone(UTC).astimezone(tz)
        kind = "happens twice" if back.replace(tzinfo=None) == first.replace(tzinfo=None) else "does not exist"
        readings = " or ".join(f"{day} {clock:%H:%M}{_offset(moment)}" for moment in (first, second))
        raise wrong(f"{day} {clock:%H:%M} {kind} in {zone}: the clocks are changed then.", f"Write {readings}")
    return Instant(first, "AoE" if tz is AOE else zone)


def parse_zone(zone: str) -> tzinfo:
    """Read `AoE`, `UTC` or `Z`, an offset `+08:00`, or an IANA name."""
    if zone.casefold() == "aoe":
        return AOE
    if zone in {"UTC", "Z"}:
        return UTC
    if found := re.fullmatch(r"([+-])(\d\d):?([0-5]\d)", zone):
        hours, minutes = int(found[2]), int(found[3])
        if timedelta(hours=hours, minutes=minutes) <= timedelta(hours=14):
            return timezone((-1 if found[1] == "-" else 1) * timedelta(hours=hours, minutes=minutes))
    if "/" in zone:  # three-letter names such as PST or CST mean different things to different people
        with suppress(ValueError, OSError, ZoneInfoNotFoundError):
            return ZoneInfo(zone)
    raise wrong(f'"{zone}" is not a known time zone.', _zone_hint(zone))


def _zone_hint(zone: str) -> str:
    if found := re.fullmatch(r"(?:UTC|GMT)\s*([+-])(\d\d?)(?::?(\d\d))?", zone, re.IGNORECASE):
        return f"Write {found[1]}{int(found[2]):02}:{found[3] or '00'}"
    places = sorted(name for name in available_timezones() if "/" in name)
    near = nearest(zone, places) or nearest(zone, [name.rpartition("/")[2] for name in places])
    full = next((name for name in places if near and name.endswith(near)), "")
    kinds = "AoE, UTC, an offset such as +08:00, or a place such as Asia/Taipei"
    return f"Did you mean {full}? Known are {kinds}." if full else f"Write {kinds}."


def _offset(moment: datetime) -> str:
    return moment.isoformat()[-6:]


def _range(first_text: str, last_text: str) -> Days:
    first, last = parse_day(first_text), parse_day(last_text)
    if last < first:
        raise wrong("This range ends before it starts.", f"Write {last} to {first}, if the days are swapped.")
    return Days(first, last)


def _zone_name(zone: str) -> str:
    parse_zone(zone)
    return zone


When = Annotated[Known | ToBeAnnounced, PlainValidator(parse_when)]
ZoneName = Annotated[str, PlainValidator(_zone_name)]
