"""A date or a time written in another way in, the way it is written here out, or nothing when that is not certain."""

import calendar
import re
from datetime import date

from mmpt_site.model.months import month_of

LONGEST = 80  # characters; what is longer is no date
MONTHS = tuple(name.casefold() for name in calendar.month_name)
WEEKDAYS = {name.casefold() for name in (*calendar.day_name, *calendar.day_abbr)}
UNKNOWN = {"tbc", "t.b.a", "t.b.d", "t.b.c", "n/a", "na", "soon", "coming soon", "unknown", "?", "not yet known"}
PARTICLES = {"of", "de", "del", "le", "the", "on", "den", "г", "года"}
PART_OF_MONTH = {"early", "mid", "late", "beginning", "middle", "end", "in"}
ISO = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
CLOCK = r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2}))?(?::(?P<second>[0-9]{2}))?\s*(?P<half>[ap])?(?:\.?m\.?)?"


def guess_when(text: str) -> str:
    """A day, a day with time and zone, or a range, from what somebody wrote."""
    if len(text) > LONGEST:
        return ""
    text = re.sub(r"\b(?:12 )?midnight\b", "23:59", text.replace("−", "-").strip(), flags=re.IGNORECASE)
    text = re.sub(r"\s*\((?:extended|new|updated)\)$", "", text, flags=re.IGNORECASE)
    if text.casefold().rstrip(".") in UNKNOWN or _only_month(text):
        return "to be announced"
    day = text if re.fullmatch(ISO, text) else guess_day(text)
    return day or _guess_range(text) or _guess_instant(text)


def guess_move(text: str) -> tuple[str, str] | None:
    """The new and the old day in '2021-04-27 (was 2021-04-20)' and '~~2021-04-20~~ 2021-04-27'."""
    old = rf"\(?(?:was|previously|formerly|before|extended from|originally|instead of):?\s+(?P<old>{ISO})\)?"
    if found := re.fullmatch(rf"(?P<new>{ISO})[\s,;]+{old}|~~(?P<struck>{ISO})~~\s*(?P<now>{ISO})", text):
        return found["new"] or found["now"], found["old"] or found["struck"]
    return None


def guess_day(text: str) -> str:
    """`2021-04-20` for 'Tuesday, April 20th, 2021', '20.04.2021', '2021/4/20'; nothing for '04/05/2021'."""
    if len(text) > LONGEST:
        return ""
    if found := re.fullmatch("((?:19|20|21)[0-9]{2})([0-9]{2})([0-9]{2})", text.strip()):
        return _iso(*map(int, found.groups()))
    if found := re.fullmatch(r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{2})", text.strip()):
        return _iso(2000 + int(found[3]), int(found[2]), int(found[1]))
    text = re.sub("([0-9]{4}) ?[年년] ?([0-9]{1,2}) ?[月월] ?([0-9]{1,2}) ?[日일号]", r"\1-\2-\3", text)
    words = re.findall(r"[0-9]+|[^\W\d_]+|[^\W0-9_]", re.sub(r"(?<=[0-9])(st|nd|rd|th)\b", " ", text.casefold()))
    words = [word for word in words if word not in WEEKDAYS | PARTICLES]
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
    german = re.fullmatch(
        rf"(?P<first>[0-9]+)\.{joint}(?P<last>[0-9]+)\. ?(?P<month>[0-9]+|[^\W\d]+)\.? ?(?P<year>[0-9]{{4}})", text
    )
    if german and german["month"].isdigit():
        year, month = int(german["year"]), int(german["month"])
        first, last = (_iso(year, month, int(german[day])) for day in ("first", "last"))
        return f"{first} to {last}" if first and last else ""
    if found := american or british or german:
        first, last = (guess_day(f"{found[day]} {found['month']} {found['year']}") for day in ("first", "last"))
        return f"{first} to {last}" if first and last else ""
    for between in re.finditer(r"\s+(?:-|–|—|to|until|till)\s+", text):
        first, last = guess_day(text[: between.start()]), guess_day(text[between.end() :])
        if first and last:
            return f"{first} to {last}"
    return ""


def _guess_instant(text: str) -> str:
    """`2021-04-20 23:59 AoE` for '2021-04-20, 11:59 pm (AoE)', and for a day with AoE but no time."""
    if begins := re.match(rf"({CLOCK})\s*(aoe|utc),?\s+(?:on\s+)?", text, re.IGNORECASE):
        text = f"{text[begins.end() :]} {begins[0].strip(' ,').removesuffix(' on')}"
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


def _only_month(text: str) -> bool:
    """Whether a text names no day, but only a month: 'July 2021', 'mid-July 2021', '2021-07'."""
    words = [word for word in re.findall(r"[0-9]+|[^\W\d_]+", text.casefold()) if word not in PART_OF_MONTH | PARTICLES]
    years = [word for word in words if re.fullmatch("[0-9]{4}", word)]
    months = [word for word in words if (1 <= int(word) <= 12 if word.isdigit() else _month(word))]
    return len(months) == 1 and len(words) == 1 + len(years) and len(years) <= 1 and not text.isdigit()


def _month(word: str) -> int:
    """The number of a month's name in English, or its first three letters, or of its name in another language; or 0."""
    if len(word) < 3:
        return 0
    english = next((number for number, name in enumerate(MONTHS) if name and name.startswith(word)), 0)
    return english or month_of(word)
