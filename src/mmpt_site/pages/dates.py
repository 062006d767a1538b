"""Days and times of the model in, the words and the machine-readable form that a page shows out.


How a language writes days is known from the CLDR of Unicode (Technical Standard 35, part 4), as Babel brings it.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache

from babel.dates import DateTimePattern, format_date, parse_pattern

from mmpt_site.model.when import Day, Days, Instant, ToBeAnnounced, When
from mmpt_site.pages.language import Language, message

CITY_TIME = message("%(city)s time")
UNKNOWN = message("To be announced")


def when(value: When, language: Language) -> str:
    """'April 20, 2021', 'July 12–15, 2021', 'April 20, 2021, 23:59 AoE', 'To be announced'."""
    match value:
        case Day(one):
            return day(one, language)
        case Days(first, last):
            return days(first, last, language)
        case Instant(at, zone):
            joined = str(language.locale.datetime_formats["medium"]).replace("'", "")  # '{1}, {0}'
            return joined.format(f"{clock(at.time())} {zone_name(zone, language)}", day(at.date(), language))
        case ToBeAnnounced():
            return language.say(UNKNOWN)


@lru_cache(maxsize=256)
def day(value: date, language: Language) -> str:
    """'April 20, 2021' in American English, '20 April 2021' in British."""
    return format_date(value, "long", language.locale)


def weekday(value: date, language: Language) -> str:
    """'Tuesday'."""
    name: str = language.locale.days["stand-alone"]["wide"][value.weekday()]
    return name


def full_day(value: date, language: Language) -> str:
    """'Tuesday, April 20, 2021'."""
    return format_date(value, "full", language.locale)


def days(first: date, last: date, language: Language) -> str:
    """'July 12–15, 2021'; what both ends share is said once."""
    if first == last:
        return day(first, language)
    differs = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    known = language.locale.interval_formats
    begins, ends = (known.get("yMMMMd") or known["yMMMd"])[differs]
    if "''" in begins or begins.count("'") % 2:  # Babel has cut it within a quotation, as in Basque
        both: str = known[None]  # '{0} – {1}'
        return both.format(day(first, language), day(last, language))
    return _end(begins, differs).apply(first, language.locale) + _end(ends, differs).apply(last, language.locale)


def machine(value: When) -> str:
    """The value of `<time datetime>`: a day, or an instant with its offset; empty where there is none."""
    match value:
        case Day(one):
            return one.isoformat()
        case Instant(at, _):
            return at.isoformat(timespec="seconds" if at.second else "minutes")
        case _:
            return ""


def bare_day(value: When) -> str:
    """The day, or the first of the days, in ISO 8601; empty for what is no bare day."""
    match value:
        case Day(one) | Days(one, _):
            return one.isoformat()
        case _:
            return ""


def instant(value: datetime) -> str:
    """A moment in UTC, as scripts read it: '2021-04-21T12:00Z'."""
    return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}".replace(":00Z", "Z")


def clock(value: time) -> str:
    """'09:30', and '23:59:59' where somebody wrote seconds."""
    return f"{value:%H:%M:%S}" if value.second else f"{value:%H:%M}"


def _end(pattern: str, differs: str) -> DateTimePattern:
    """One end of a range, with its month as a word, and with spaces around the dash only where there are others.

    The CLDR abbreviates months there, and has thin spaces, which few fonts know.
    """
    spelled = re.sub(r"(?<!M)MMM(?!M)|(?<!L)LLL(?!L)", lambda found: found[0] + found[0][0], pattern)
    return parse_pattern(re.sub("[ \u2009]–[ \u2009]", "–" if differs == "d" else " – ", spelled.replace("dd", "d")))


def zone_name(zone: str, language: Language) -> str:
    """A zone as people read it: 'AoE', 'UTC', 'UTC+08:00', 'Taipei time'."""
    if zone.startswith(("+", "-")):
        return f"UTC{zone[:3]}:{zone[-2:]}".replace("-", "−")
    if zone == "Z":
        return "UTC"
    if "/" not in zone:
        return zone
    city = zone.rpartition("/")[2].replace("_", " ")
    if language.has(CITY_TIME):
        known: Mapping[str, Mapping[str, str]] = language.locale.time_zones
        city = known.get(zone, {}).get("city") or city
    return language.say(CITY_TIME, city=city)
