"""Days and times of the model in, the words and the machine-readable form that a page shows out."""

from datetime import UTC, date, datetime, time

from mmpt_site.model.when import Day, Days, Instant, ToBeAnnounced, When

MONTHS = (
    "January February March April May June July August September October November December".split()
)  # of the page's language, whatever the machine's
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def when(value: When, language: str) -> str:
    """'April 20, 2021', 'July 12–15, 2021', 'April 20, 2021, 23:59 AoE', 'To be announced'."""
    match value:
        case Day(one):
            return day(one, language)
        case Days(first, last):
            return days(first, last, language)
        case Instant(at, zone):
            return f"{day(at.date(), language)}, {clock(at.time())} {_zone(zone)}"
        case ToBeAnnounced():
            return "To be announced"


def day(value: date, language: str) -> str:
    """'April 20, 2021' in American English, '20 April 2021' in British."""
    month = MONTHS[value.month - 1]
    if language == "en-US":
        return f"{month} {value.day}, {value.year}"
    return f"{value.day} {month} {value.year}"


def weekday(value: date) -> str:
    """'Tuesday'."""
    return WEEKDAYS[value.weekday()]


def days(first: date, last: date, language: str) -> str:
    """'July 12–15, 2021'; what both ends share is said once."""
    if first == last:
        return day(first, language)
    if first.year != last.year:
        return f"{day(first, language)} – {day(last, language)}"
    months = MONTHS[first.month - 1], MONTHS[last.month - 1]
    american = language == "en-US"
    if months[0] == months[1]:
        span = f"{first.day}–{last.day}"
        return f"{months[0]} {span}, {last.year}" if american else f"{span} {months[0]} {last.year}"
    if american:
        return f"{months[0]} {first.day} – {months[1]} {last.day}, {last.year}"
    return f"{first.day} {months[0]} – {last.day} {months[1]} {last.year}"


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


def _zone(zone: str) -> str:
    """A zone as people read it: 'AoE', 'UTC', 'UTC+08:00', 'Taipei time'."""
    if zone.startswith(("+", "-")):
        return f"UTC{zone[:3]}:{zone[-2:]}".replace("-", "−")
    if zone == "Z":
        return "UTC"
    return zone.rpartition("/")[2].replace("_", " ") + " time" if "/" in zone else zone
