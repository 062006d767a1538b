"""A text in, the dates out that people have written into it in English, in Chinese or in figures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
SIGNS = "一二三四五六日"
WEEKDAY = r"\b(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?\b\.?"  # "Mon", "Monday", "Thurs."
MONTH = (
    r"\b(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
DAY = r"(?<![\d.:/-])(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![\d:/])"
YEAR = r"(?:,?\s+(?P<year>20[0-9]{2})(?!\d))?"
TO = r"(?P<range>\s*(?:[-–—]|(?:to|and|until|through)\b)\s*(?:[0-3]?[0-9])(?:st|nd|rd|th)?(?!\d))?"
BEFORE = rf"(?:(?P<before>{WEEKDAY}),?\s+(?:the\s+)?)?"
BEHIND = (
    rf"(?:,?\s+\(?(?P<behind>{WEEKDAY})\)?(?!,?\s+(?:the\s+)?(?:[A-Z]|[0-9]+(?!:|[0-9]))))?"  # and not of a next date
)
AND = re.compile(rf"{WEEKDAY}\s*(?:to|and|or|through|until|till|[-–—,/&])\s*$")  # "Monday to Thursday, July 12 to 15"
WRITTEN = (
    re.compile(rf"{BEFORE}{MONTH}\s+{DAY}{TO}{YEAR}{BEHIND}"),
    re.compile(rf"{BEFORE}{DAY}{TO}\s+(?:of\s+)?{MONTH}{YEAR}{BEHIND}"),
    re.compile(rf"{BEFORE}(?<![\w-])(?P<year>20[0-9]{{2}})-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?![\w-]){BEHIND}"),
    re.compile(
        r"(?:(?P<year>20[0-9]{2}) ?年 ?)?(?P<month>[0-9]{1,2}) ?月 ?(?P<day>[0-9]{1,2}) ?[日号號]"
        r"(?:\s*[(（]?(?:星期|周|週|礼拜|禮拜)(?P<sign>[一二三四五六日天])[)）]?)?"
    ),
)


@dataclass(frozen=True)
class Said:
    """A date in a text: the piece of it, where it starts, and what it says; 0 or None where that is nothing."""

    text: str
    start: int
    year: int
    month: int
    day: int
    weekday: int | None  # Monday is 0
    several: bool  # whether it is the first of several days

    def in_year(self, year: int) -> date | None:
        """The day that is meant, in another year if the text says none; nothing where there is no such day."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def dates_in(text: str) -> Iterator[Said]:
    """Every date of a text."""
    for pattern in WRITTEN:
        for found in pattern.finditer(text):
            part = found.groupdict()
            month = part["month"]
            number = int(month) if month.isdigit() else MONTHS.index(month[:3]) + 1
            several = bool(part.get("range"))
            joined = AND.search(text[max(found.start() - 20, 0) : found.start()])
            unclear = joined or (several and not part.get("before"))
            weekday = None if unclear else _weekday(part)
            yield Said(found[0], found.start(), int(part["year"] or 0), number, int(part["day"]), weekday, several)


def weekday_near(day: date, weekday: int) -> date:
    """The day of a weekday that lies next to another day."""
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)


def _weekday(part: dict[str, str | None]) -> int | None:
    if sign := part.get("sign"):
        return SIGNS.index("日" if sign == "天" else sign)
    word = part.get("before") or part.get("behind")
    return WEEKDAYS.index(word[:3]) if word else None
