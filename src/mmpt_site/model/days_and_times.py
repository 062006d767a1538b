"""Calendar days, times of day and durations: text goes in, the standard library's types come out."""

import calendar
import re
from datetime import date, time, timedelta
from typing import Annotated

from pydantic import PlainValidator

from mmpt_site.model.part import wrong

FIRST_YEAR, LAST_YEAR = 1980, 2200
MONTHS = tuple(name.casefold() for name in calendar.month_name)


def parse_day(text: object) -> date:
    """Read `2021-04-20`; every other way to write a day is answered with this one."""
    if isinstance(text, date):
        return text
    if not isinstance(text, str):
        raise wrong("Here a date is expected.", "Write it as 2021-04-20")
    if not (found := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text.strip())):
        guess = _guess(text.strip())
        hint = f"Write {guess}" if guess else "Write year, month and day: 2021-04-20"
        raise wrong(f'"{text}" is not a date as it is written here.', hint)
    year, month, day = map(int, found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise wrong(f"The year {year} looks like a slip.", f"A year lies between {FIRST_YEAR} and {LAST_YEAR}.")
    if not 1 <= month <= 12:
        swapped = f"Did you mean {year}-{day:02}-{month:02}?" if 1 <= day <= 12 and 1 <= month <= 31 else ""
        raise wrong(f"There is no month {month}.", swapped or "Months go from 01 to 12.")
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        raise wrong(f"There is no {calendar.month_name[month]} {day}, {year}.", f"The month has {days} days.")
    return date(year, month, day)


def parse_time(text: object) -> time:
    """Read `9:30` or `09:30` on the 24-hour clock."""
    if isinstance(text, time):
        return text
    if not isinstance(text, str):
        raise wrong("Here a time is expected.", "Write it as 09:30")
    if not (found := re.fullmatch(r"(\d\d?):(\d\d)(?::(\d\d))?", text.strip())):
        raise wrong(f'"{text}" is not a time of day.', f"Write {_clock_guess(text) or 'hours and minutes: 09:30'}")
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if hour == 24 and minute == 0:
        raise wrong("24:00 belongs to two days.", "Write 23:59, or 00:00 of the next day.")
    if hour > 23 or minute > 59 or second > 59:
        raise wrong(f"There is no time {text}.", "Hours go from 00 to 23, minutes from 00 to 59.")
    return time(hour, minute, second)


def parse_duration(text: object) -> timedelta:
    """Read `35 min`, `2 h` or `1 h 30 min`."""
    if isinstance(text, timedelta):
        return text
    found = re.fullmatch(r"(?:(\d{1,2}) ?h(?:ours?)?)? ?(?:(\d{1,3}) ?min(?:utes?)?)?", str(text).strip())
    length = timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0)) if found else timedelta()
    if not length or not isinstance(text, str):
        bare = re.fullmatch(r"\d{1,3}", str(text).strip())
        raise wrong(f'"{text}" is not a duration.', f"Write {text} min" if bare else "Write 35 min, or 1 h 30 min")
    return length


def _guess(text: str) -> str:
    """What somebody who wrote a day in another way most likely meant, or nothing when it is not certain."""
    text = re.sub(r"(?<=\d)(st|nd|rd|th)\b|,", " ", text.casefold())
    words = re.findall(r"\d+|[^\W\d_]+", text)
    weekdays = tuple(name.casefold() for name in (*calendar.day_name, *calendar.day_abbr))
    words = [word for word in words if word not in weekdays]
    if len(words) != 3:
        return ""
    named = [word for word in words if _month(word)]
    numbers = [int(word) for word in words if word.isdigit()]
    years = [number for number in numbers if FIRST_YEAR <= number <= LAST_YEAR]
    if len(years) != 1:
        return ""
    numbers.remove(years[0])
    if len(named) == 1 and len(numbers) == 1:
        return _iso(years[0], _month(named[0]), numbers[0])
    if len(numbers) == 2 and words[0] == str(years[0]):
        return _iso(years[0], *numbers)
    if len(numbers) == 2 and max(numbers) > 12 >= min(numbers):
        return _iso(years[0], min(numbers), max(numbers))
    if len(numbers) == 2 and "." in text:
        return _iso(years[0], numbers[1], numbers[0])
    return ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _month(word: str) -> int:
    """The number of an English month name or its first three letters, or 0."""
    if len(word) < 3 or not word.isalpha():
        return 0
    return next((number for number, name in enumerate(MONTHS) if name and name.startswith(word.rstrip("."))), 0)


def _clock_guess(text: str) -> str:
    found = re.fullmatch(r"(\d\d?)(?:[:.h](\d\d))? ?([ap])\.?m\.?|(\d\d?)[.h](\d\d)", text.strip().casefold())
    if not found:
        return ""
    hour = int(found[1] or found[4])
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    minute = int(found[2] or found[5] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


CalendarDay = Annotated[date, PlainValidator(parse_day)]
ClockTime = Annotated[time, PlainValidator(parse_time)]
Duration = Annotated[timedelta, PlainValidator(parse_duration)]
