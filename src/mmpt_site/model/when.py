"""Days, instants, ranges and the known unknown: the text of a date goes in, a value comes out.

A bare date is a day and is never given a time. An instant is a day with a time and a zone: `AoE`
(anywhere on Earth, UTC-12), `UTC`, an IANA zone such as `Asia/Taipei`, or an offset such as `+08:00`.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pydantic import PlainValidator, ValidationInfo

from mmpt_site.model.days_and_times import CLOCK, DAY, EXAMPLE_YEAR, no_date, parse_day, parse_time, year_of
from mmpt_site.model.guesses import guess_move, guess_when
from mmpt_site.model.part import quoted, text_of, wrong
from mmpt_site.model.written import SPACE, Written
from mmpt_site.problems import nearest

NO_PLACES = {"Etc", "posix", "right", "SystemV"}  # folders of the zone database that hold no places
AOE = timezone(timedelta(hours=-12), "AoE")
DAY_TIME_ZONE = re.compile(
    "(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?) ?(?P<zone>.*)"
)
HALF_DAY = re.compile(r"[ap]\.?m\b", re.IGNORECASE)
UNKNOWN = ("to be announced", "tba", "tbd")

# for editors: each takes what its parser below takes, and a little more
ZONE = "(?:[Aa][Oo][Ee]|UTC|Z|[+-][01][0-9]:?[0-5][0-9]|[A-Za-z]+/[A-Za-z0-9_+/-]+)"
LATER = rf"(?:[Tt][Oo]{SPACE}+[Bb][Ee]{SPACE}+[Aa][Nn][Nn][Oo][Uu][Nn][Cc][Ee][Dd]|[Tt][Bb][AaDd])\.*"
DAY_OR_DAYS = f"{DAY}(?:{SPACE}+(?:to|-|–|—|until|till){SPACE}+{DAY})?|{LATER}"
ANY_TIME = f"{DAY_OR_DAYS}|{DAY}(?:T|{SPACE}+){CLOCK}{SPACE}*{ZONE}"


@dataclass(frozen=True)
class Day:
    """A calendar day; for its status only, it is over when it has ended anywhere on Earth."""

    day: date


@dataclass(frozen=True)
class Instant:
    """A moment, with the zone in which it was written."""

    at: datetime
    zone: str


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


def beginning(today: date) -> datetime:
    """The moment at which the days before `today` have ended everywhere on Earth, and `today` itself has not."""
    return datetime.combine(today, time.min, AOE)


def start(when: Known) -> datetime:
    """From which moment on it is there: a bare day, which begins at another time in each zone, from midnight UTC."""
    match when:
        case Instant(at, _):
            return at
        case Day(first) | Days(first, _):
            return datetime.combine(first, time.min, UTC)


def end(when: Known) -> datetime:
    """From which moment on it is over: a bare day when it has ended anywhere on Earth."""
    match when:
        case Instant(at, _):
            return at
        case Day(last) | Days(_, last):
            return beginning(last + timedelta(days=1))


def parse_when(value: object, edition: str = "") -> Known | ToBeAnnounced:
    """Read a day, an instant, a range `A to B`, or `to be announced`; `edition` is a year, if known, for examples."""
    if isinstance(value, Known | ToBeAnnounced):
        return value
    text = " ".join(text_of(value, "a date", f"it as {edition or EXAMPLE_YEAR}-04-20").split())
    if is_unknown(text):
        return ToBeAnnounced()
    if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return Day(parse_day(text))
    if found := re.fullmatch(r"([0-9-]{10}) (?:to|-|–|—|until|till) ([0-9-]{10})", text):
        return _range(found[1], found[2])
    if (found := DAY_TIME_ZONE.fullmatch(text)) and not HALF_DAY.match(found["zone"]):
        return parse_instant(parse_day(found["day"]), parse_time(found["time"]), found["zone"], text)
    if moved := guess_move(text):
        hint = f"Write the day that counts now, {moved[0]}, and on a line of its own was: {moved[1]}"
        raise wrong("Here is a date, and the one that it was before.", hint)
    raise no_date(text, guess_when(text), edition)


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
    """Read `AoE`, `UTC` or `Z`, an offset `+08:00` between -12:00 and +14:00, or an IANA name."""
    if zone.casefold() == "aoe":
        return AOE
    if zone in {"UTC", "Z"}:
        return UTC
    if found := re.fullmatch("([+-])([0-9]{2}):?([0-5][0-9])", zone):
        offset = (-1 if found[1] == "-" else 1) * timedelta(hours=int(found[2]), minutes=int(found[3]))
        if timedelta(hours=-12) <= offset <= timedelta(hours=14):
            return timezone(offset)
    if zone in _places():
        with suppress(OSError, ZoneInfoNotFoundError):
            return ZoneInfo(zone)
    raise wrong(f"{quoted(zone)} is not a known time zone.", _zone_hint(zone))


def _zone_hint(zone: str) -> str:
    written = zone.replace("−", "-").strip("() ")
    if written.casefold() in {"aoe", "anywhere on earth"}:
        return "Write AoE"
    if found := re.fullmatch(r"(?:UTC|GMT)?\s*([+-])([0-9]{1,2})(?::?([0-9]{2}))?", written, re.IGNORECASE):
        hours, minutes = int(found[2]), int(found[3] or 0)
        if hours * 60 + minutes <= (14 if found[1] == "+" else 12) * 60 and minutes < 60:
            return f"Write {found[1]}{hours:02}:{minutes:02}"
        return "Write an offset such as +08:00; they go from -12:00 to +14:00."
    kinds = "AoE, UTC, an offset such as +08:00, or a place such as Asia/Taipei"
    if re.fullmatch("[A-Z]{2,5}", written):
        return f"Short names mean different zones to different people. Write {kinds}."
    near = _nearest_place(written)
    return f"Did you mean {near}? Known are {kinds}." if near else f"Write {kinds}."


def _is_place(zone: str) -> bool:
    """Whether a name could be that of a place: Etc/GMT-12, which lies east of Greenwich, is none."""
    folder, _, place = zone.partition("/")
    return bool(place) and folder not in NO_PLACES


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    """The IANA names of places; a disk that minds no case would also find asia/taipei."""
    return frozenset(filter(_is_place, available_timezones()))


@lru_cache(maxsize=256)
def _nearest_place(zone: str) -> str:
    """The IANA name that looks most like a zone, by its whole or by its city."""
    places = sorted(_places())
    cities = {name.rpartition("/")[2]: name for name in places}
    return nearest(zone, places) or cities.get(nearest(zone, cities), "")


def _offset(moment: datetime) -> str:
    return moment.isoformat()[-6:]


def _range(first_text: str, last_text: str) -> Days:
    first, last = parse_day(first_text), parse_day(last_text)
    if last < first:
        raise wrong("This range ends before it starts.", f"Write {last} to {first}, if the days are swapped.")
    return Days(first, last)


def _when(value: object, info: ValidationInfo) -> Known | ToBeAnnounced:
    return parse_when(value, year_of(info))


def _zone_name(value: object) -> str:
    zone = text_of(value, "a time zone", "for example Asia/Taipei")
    parse_zone(zone)
    return zone


When = Annotated[
    Known | ToBeAnnounced,
    PlainValidator(_when),
    Written("a date, a date with time and zone, a range, or `to be announced`", "dates", ANY_TIME, ("string",)),
]
# YAML reads +0800 as a number
ZoneName = Annotated[str, PlainValidator(_zone_name), Written("a time zone", "time zones", ZONE, ("string", "number"))]
