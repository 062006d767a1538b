"""A date of the model in, its entry in a calendar (RFC 5545, VEVENT) out.

- UID: what calendars know the entry by, for ever: `<edition>-<date>@<series>`, with the oldest id of each.
- SEQUENCE: how often the date has moved, and once more when the workshop is cancelled.
- DTSTAMP, LAST-MODIFIED: the day on which it was last revised, see `revised.py`.
- A moment stands in UTC, and in words as it was written; a day is a day, and ends before the next (DTEND).
- TRANSP: nobody is busy because of a deadline.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Event

from mmpt_site.exports.revised import revised
from mmpt_site.model.dates import Deadline
from mmpt_site.model.edition import Edition
from mmpt_site.model.site import Site
from mmpt_site.model.when import Day, Days, Instant, When, is_unknown
from mmpt_site.pages import dates, routes
from mmpt_site.pages.language import Language, message
from mmpt_site.plain import plain, to_text

ONE_DAY = timedelta(days=1)
EXTENDED, MOVED = message("Extended from %(earlier)s"), message("Moved from %(earlier)s")


def uid(site: Site, edition: Edition, thing: str = "") -> str:
    """What an edition, or a thing in it, is known by: it stays when a folder is renamed or the site moves."""
    return "-".join(filter(None, (edition.lasting_id, thing))) + f"@{site.series.lasting_key}"


def of_deadline(site: Site, edition: Edition, deadline: Deadline, language: Language) -> Event:
    """The entry of a date that is known."""
    name = f"{deadline.name} ({deadline.track})" if deadline.track else deadline.name
    written = dates.when(deadline.date, language) if isinstance(deadline.date, Instant) else ""
    summary = f"{routes.label(site, edition)}: {name}" + (f" ({written})" if written else "")
    entry = _entry(summary, deadline.date)
    entry.add("uid", uid(site, edition, deadline.lasting_id))
    cancelled = edition.workshop.status == "cancelled"
    entry.add("sequence", len(deadline.was) + cancelled)
    entry.add("transp", "TRANSPARENT")
    entry.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    describe(entry, _about(deadline, written, language))
    if site.series.url:
        entry.add("url", routes.absolute(site, f"/{edition.id}/dates/", f"date-{deadline.id}"))
    stamp(entry, revised(edition, (old.announced for old in deadline.was)))
    return entry


def of_workshop(site: Site, edition: Edition, language: Language) -> Event:
    """The entry of the workshop's own days, which have to be known."""
    workshop = edition.workshop
    entry = _entry(f"{routes.label(site, edition)}: {workshop.title}", workshop.own_days)
    entry.add("uid", uid(site, edition))
    entry.add("sequence", len(workshop.was) + (workshop.status == "cancelled"))
    entry.add("transp", "TRANSPARENT")
    entry.add("status", "CANCELLED" if called_off(site, edition) else "CONFIRMED")
    held_with = [language.say("Held with %(host)s", host=workshop.host.name)] if workshop.host else []
    describe(entry, [*held_with, *_moved("moved", workshop.was, language)])
    _locate(entry, edition)
    if site.series.url:
        entry.add("url", routes.absolute(site, f"/{edition.id}/"))
    stamp(entry, revised(edition))
    return entry


def _locate(entry: Event, edition: Edition) -> None:
    """Where the workshop is: room and address as far as they are known, or else the place as it is written."""
    place, venue = edition.workshop.place, edition.venue
    if venue and venue.lines:
        entry.add("location", plain(", ".join(venue.lines)))
    elif place and not is_unknown(place):
        entry.add("location", plain(place))
    if venue and venue.geo:
        entry.add("geo", venue.geo.numbers)


def _entry(summary: str, when: When | None) -> Event:
    entry = Event()
    entry.add("summary", plain(summary))
    match when:
        case Day(day):
            entry.add("dtstart", day)
            entry.add("dtend", day + ONE_DAY)
        case Days(first, last):
            entry.add("dtstart", first)
            entry.add("dtend", last + ONE_DAY)
        case Instant(at, _):
            entry.add("dtstart", at.astimezone(UTC))
    return entry


def _about(deadline: Deadline, written: str, language: Language) -> Iterator[str]:
    """What else there is to know of a date, a line each."""
    if written:
        yield written
    yield from _moved(deadline.moved, [old.date for old in deadline.was], language)
    yield from (to_text(old.reason) for old in deadline.was if old.reason)
    if deadline.hard:
        yield language.say("No extensions")
    if deadline.note:
        yield to_text(deadline.note)
    if deadline.url:
        yield deadline.url


def _moved(how: str, was: Sequence[When], language: Language) -> list[str]:
    """'Extended from April 13, 2021, April 20, 2021'."""
    said = EXTENDED if how == "extended" else MOVED
    return [language.say(said, earlier=language.comma.join(dates.when(old, language) for old in was))] if was else []


def called_off(site: Site, edition: Edition) -> bool:
    """Whether the whole workshop does not take place: it says so itself, or else a notice does."""
    notice = site.series.notice if edition is site.current else None
    said = edition.workshop.status or (notice.kind if notice else "")
    return said == "cancelled"


def describe(entry: Event, lines: Iterable[str]) -> None:
    """What there is to know, a line each, if there is anything."""
    if text := plain("\n".join(lines)):
        entry.add("description", text)


def stamp(entry: Event, day: date) -> None:
    """When it was last revised."""
    for name in ("dtstamp", "last-modified"):
        entry.add(name, datetime.combine(day, time(), UTC))
