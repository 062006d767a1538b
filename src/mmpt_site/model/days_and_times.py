"""Calendar days, times of day and durations: text goes in, the standard library's types come out."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from mmpt_site.model.guesses import guess_clock, guess_day, readings
from mmpt_site.model.part import quoted, text_of, wrong
from mmpt_site.model.written import Written

FIRST_YEAR, LAST_YEAR = 1980, 2200
EXAMPLE_YEAR = "2021"  # where that of the edition is not known

# for editors: each takes what its parser below takes, and a little more
DAY = "(?:19|20|21|22)[0-9]{2}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9])|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31)"
CLOCK = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?"
LENGTH = "(?:[0-9]{1,2} ?h(?:ours?)?)? ?(?:[0-9]{1,3} ?min(?:utes?)?)?"


def parse_day(text: object, edition: str = "") -> date:
    """Read `2021-04-20`; every other way to write a day is answered with this one. `edition` is a year, if known."""
    if isinstance(text, date):
        return text
    written = text_of(text, "a date", f"it as {edition or EXAMPLE_YEAR}-04-20")
    if not (found := re.fullmatch("([0-9]{4})-([0-9]{2})-([0-9]{2})", written)):
        raise no_date(written, guess_day(written), edition)
    year, month, day = map(int, found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise wrong(f"The year {year} looks like a slip.", f"A year lies between {FIRST_YEAR} and {LAST_YEAR}.")
    if not 1 <= month <= 12:
        swapped = 1 <= day <= 12 and 1 <= month <= calendar.monthrange(year, day)[1]
        hint = f"Did you mean {year}-{day:02}-{month:02}?" if swapped else "Months go from 01 to 12."
        raise wrong(f"There is no month {month}.", hint)
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise wrong(f"There is no {calendar.month_name[month]} {day}, {year}.", f"The month has {days} days.")
    return date(year, month, day)


def year_of(info: ValidationInfo) -> str:
    """The year of the edition that a value is read for, if it is known."""
    return str((info.context or {}).get("year", ""))


def no_date(written: str, guess: str, edition: str) -> PydanticCustomError:
    """The exception that says how a date is written here: the one that is meant, or those that it may be."""
    if guess or (guess := guess_day(f"{written} {edition}")):
        hint = f"Write {guess}"
    elif both := readings(written):
        hint = f"Write year, month and day: {' or '.join(both)}"
    else:
        hint = f"Write year, month and day with hyphens between them, such as {edition or EXAMPLE_YEAR}-04-20"
    return wrong(f"{quoted(written)} is not a date as it is written here.", hint)


def _day(value: object, info: ValidationInfo) -> date:
    return parse_day(value, year_of(info))


def parse_time(text: object) -> time:
    """Read `9:30` or `09:30` on the 24-hour clock."""
    if isinstance(text, time):
        return text
    written = text_of(text, "a time", "it as 09:30")
    if not (found := re.fullmatch("([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?", written)):
        hint = f"Write {guess_clock(written) or 'hours and minutes: 09:30'}"
        raise wrong(f"{quoted(written)} is not a time of day.", hint)
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if hour == 24 and minute == 0:
        raise wrong("24:00 belongs to two days.", "Write 23:59, or 00:00 of the next day.")
    if hour > 23 or minute > 59 or second > 59:
        raise wrong(f"There is no time {written}.", "Hours go from 00 to 23, minutes from 00 to 59.")
    return time(hour, minute, second)


@dataclass(frozen=True)
class Beginning:
    """When something began: a time of day, of the day that is given or of its own."""

    at: time
    day: date | None = None


def parse_beginning(text: object) -> Beginning:
    """Read `09:00`, or `2021-07-12 09:00`."""
    if isinstance(text, Beginning):
        return text
    day, _, clock = text_of(text, "a time", "it as 09:00").rpartition(" ")
    return Beginning(parse_time(clock), parse_day(day) if day else None)


def parse_duration(text: object) -> timedelta:
    """Read `35 min`, `2 h` or `1 h 30 min`."""
    if isinstance(text, timedelta):
        return text
    written = text_of(text, "a duration", "45 min")
    found = re.fullmatch("(?:([0-9]{1,2}) ?h(?:ours?)?)? ?(?:([0-9]{1,3}) ?min(?:utes?)?)?", written)
    length = timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0)) if found else timedelta()
    if not length:
        bare = re.fullmatch("[1-9][0-9]{0,2}", written)
        raise wrong(
            f"{quoted(written)} is not a duration.", f"Write {written} min" if bare else "Write 35 min, or 1 h 30 min"
        )
    return length


CalendarDay = Annotated[date, PlainValidator(_day), Written("a day", "days", DAY, ("string",))]
# YAML 1.1, which some editors still speak, reads 12:30 as a number of minutes
ClockTime = Annotated[time, PlainValidator(parse_time), Written("a time", "times", CLOCK, ("string", "number"))]
Begin = Annotated[
    Beginning,
    PlainValidator(parse_beginning),
    Written("a time, or a day and a time", "times", f"(?:{DAY} +)?{CLOCK}", ("string", "number")),
]
Duration = Annotated[timedelta, PlainValidator(parse_duration), Written("a duration", "durations", LENGTH, ("string",))]
