"""A date or a time written in another way in, the way it is written here out, or nothing when that is not certain."""

import calendar
import re
from datetime import date

LONGEST = 80  # characters; what is longer is no date
MONTHS = tuple(name.casefold() for name in calendar.month_name)
WEEKDAYS = {name.casefold() for name in (*calendar.day_name, *calendar.day_abbr)}
UNKNOWN = {"tbc", "t.b.a", "t.b.d", "t.b.c", "n/a", "na", "soon", "coming soon", "unknown", "?", "not yet known"}
ISO = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
CLOCK = r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2}))?(?::(?P<second>[0-9]{2}))?\s*(?P<half>[ap])?(?:\.?m\.?)?"


def guess_when(text: str) -> str:
    """A day, a day with time and zone, or a range, from what somebody wrote."""
    if len(text) > LONGEST:
        return ""
    text = text.replace("−", "-").strip()
    if text.casefold().rstrip(".") in UNKNOWN:
        return "to be announced"
    return guess_day(text) or _guess_range(text) or _guess_instant(text)


def guess_day(text: str) -> str:
    """`2021-04-20` for 'Tuesday, April 20th, 2021', '20.04.2021', '2021/4/20'; nothing for '04/05/2021'."""
    if len(text) > LONGEST:
        return ""
    words = re.findall(r"[0-9]+|[^\W\d_]+|[^\W0-9_]", re.sub(r"(?<=[0-9])(st|nd|rd|th)\b", " ", text.casefold()))
    words = [word for word in words if word not in WEEKDAYS]
    named = [month for word in words if (month := _month(word))]
    numbers = [int(word) for word in words if re.fullmatch("[0-9]{1,4}", word)]
    years = [number for number in numbers if number > 999]
    if len(words) != 3 or len(years) != 1 or len(named) + len(numbers) != 3:
        return ""
    numbers.remove(years[0])
    if named and len(numbers) == 1:
        return _iso(years[0], named[0], numbers[0])
    if words[0] == str(years[0]):
        return _iso(years[0], *numbers)
    if max(numbers) > 12 >= min(numbers):
        return _iso(years[0], min(numbers), max(numbers))
    return _iso(years[0], numbers[1], numbers[0]) if "." in text else ""


def readings(text: str) -> tuple[str, ...]:
    """`2021-04-05` and `2021-05-04` for '04/05/2021', which Americans and others read differently."""
    found = re.fullmatch(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})", text.strip())
    if not found:
        return ()
    one, other, year = map(int, found.groups())
    return tuple(filter(None, dict.fromkeys((_iso(year, one, other), _iso(year, other, one)))))


def guess_clock(text: str) -> str:
    """`09:30` for '9.30', '9h30', '9:30 am'."""
    if not (found := re.fullmatch(CLOCK, text.strip().casefold())):
        return ""
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] == "p" else 0)
    bare = not (found["minute"] or found["half"])
    return "" if bare or hour > 23 or minute > 59 else f"{hour:02}:{minute:02}"


def _guess_range(text: str) -> str:
    """`2021-04-20 to 2021-04-22` for 'April 20-22, 2021', '20–22 April 2021', and two days with a dash between."""
    joint = r"\s*(?:-|–|—|/|\.\.\.?|to|and|until|till)\s*"
    if found := re.fullmatch(f"({ISO}){joint}({ISO})", text):
        return f"{found[1]} to {found[2]}"
    if found := re.fullmatch(rf"({ISO[:-13]}-[0-9]{{2}})-([0-9]{{2}}){joint}([0-9]{{1,2}})", text):
        return f"{found[1]}-{found[2]} to {found[1]}-{int(found[3]):02}"
    american = re.fullmatch(
        rf"(?P<month>[^\W\d]+)\.? (?P<first>[0-9]+){joint}(?P<last>[0-9]+),? (?P<year>[0-9]{{4}})", text
    )
    british = re.fullmatch(
        rf"(?P<first>[0-9]+){joint}(?P<last>[0-9]+) (?P<month>[^\W\d]+),? (?P<year>[0-9]{{4}})", text
    )
    if found := american or british:
        first, last = (guess_day(f"{found[day]} {found['month']} {found['year']}") for day in ("first", "last"))
        return f"{first} to {last}" if first and last else ""
    return ""


def _guess_instant(text: str) -> str:
    """`2021-04-20 23:59 AoE` for '2021-04-20, 11:59 pm (AoE)', and for a day with AoE but no time."""
    zone = re.search(r"\(?\b(aoe|anywhere on earth|utc)\b\)?$", text, re.IGNORECASE)
    rest = (text[: zone.start()] if zone else text).strip(" ,")
    name = "AoE" if not zone or zone[1].casefold() != "utc" else "UTC"
    clock = re.search(rf"(?:,|\bat\b|\s|T)\s*({CLOCK})$", rest, re.IGNORECASE)
    time = guess_clock(clock[1]) if clock else ""
    before = rest[: clock.start()].strip(" ,") if clock and time else rest
    day = before if re.fullmatch(ISO, before) else guess_day(before)
    if not day or not (time or zone):
        return ""
    return f"{day} {time or '23:59'} {name}"


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _month(word: str) -> int:
    """The number of an English month name or its first three letters, or 0."""
    if len(word) < 3:
        return 0
    return next((number for number, name in enumerate(MONTHS) if name and name.startswith(word)), 0)
