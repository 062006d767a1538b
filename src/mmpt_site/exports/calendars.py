"""The site in, its calendars (RFC 5545) out: one of each edition, `dates.ics`, and one of each date that is known.

There is no METHOD: that is for invitations, and one would ask for an organizer's email address (RFC 5546, 3.2.1). The
name stands there twice, as RFC 7986 has it and as calendars had it before; so does how often to look again.

Where a date or an edition had another name before (`formerly`), the file stands at the old addresses, too, so that
whoever subscribed to it still gets it.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from functools import partial

from icalendar import Calendar, Component, Event, vText

from mmpt_site.exports.entries import of_deadline, of_workshop
from mmpt_site.exports.file import File
from mmpt_site.model.dates import Deadline
from mmpt_site.model.edition import Edition
from mmpt_site.model.site import Site
from mmpt_site.pages import routes
from mmpt_site.pages.language import Language
from mmpt_site.pages.page import Page
from mmpt_site.plain import plain

HOURS = 12  # until a calendar looks again


def calendars(site: Site, _pages: tuple[Page, ...], language: Language) -> Iterable[File]:
    """The calendars of all editions that have a day to put into one."""
    for edition in site.editions:
        if routes.calendar(edition):
            yield from _of_edition(site, edition, language)
        for index, deadline in enumerate(edition.dates.dates if edition.dates else ()):
            if deadline.known:
                yield from _of_date(site, edition, index, deadline, language)


def _of_edition(site: Site, edition: Edition, language: Language) -> Iterator[File]:
    """All that is known of an edition, where it is and where it was."""
    source = "dates" if edition.dates else "workshop"
    make = partial(calendar, site, edition, edition.workshop.title, lambda: _entries(site, edition, language))
    yield calendar_file(routes.calendar(edition), make, edition, source)
    for index, old in edition.old_folders:
        yield calendar_file(f"/{old}/dates.ics", make, edition, "workshop", "formerly", index)


def _of_date(site: Site, edition: Edition, index: int, deadline: Deadline, language: Language) -> Iterator[File]:
    """One date, where it is, and wherever it was under its ids in the folders of the edition."""
    make = partial(calendar, site, edition, deadline.name, lambda: [of_deadline(site, edition, deadline, language)])
    yield calendar_file(routes.calendar(edition, deadline), make, edition, "dates", "dates", index, "name")
    for step, old in enumerate(deadline.formerly):
        yield calendar_file(f"/{edition.id}/dates/{old}.ics", make, edition, "dates", "dates", index, "formerly", step)
    for step, folder in edition.old_folders:
        for known_as in (deadline.id, *deadline.formerly):
            yield calendar_file(f"/{folder}/dates/{known_as}.ics", make, edition, "workshop", "formerly", step)


def _entries(site: Site, edition: Edition, language: Language) -> Iterator[Event]:
    """The known dates in the order written, and the workshop's own days where they do not stand among them."""
    deadlines = edition.dates.dates if edition.dates else ()
    yield from (of_deadline(site, edition, deadline, language) for deadline in deadlines if deadline.known)
    if edition.workshop.own_days and not any(d.kind == "workshop" and d.known for d in deadlines):
        yield of_workshop(site, edition, language)


def calendar(site: Site, edition: Edition, name: str, entries: Callable[[], Iterable[Component]]) -> bytes:
    """What an edition puts into one calendar, as bytes."""
    made = Calendar()
    made.add("version", "2.0")
    made.add("prodid", "-//mmpt-site//EN")
    title = vText(plain(f"{routes.label(site, edition)}: {name}"))
    for field in ("name", "x-wr-calname"):
        made.add(field, title)
    made.add("refresh-interval", timedelta(hours=HOURS), {"VALUE": "DURATION"})
    made.add("x-published-ttl", vText(f"PT{HOURS}H"))
    for entry in entries():
        made.add_component(entry)
    return bytes(made.to_ical())


def calendar_file(path: str, make: Callable[[], bytes], edition: Edition, source: str, *place: str | int) -> File:
    """A calendar before it is made, for a value in a file of an edition."""
    return File(path.lstrip("/"), make, f"{edition.id}/{source}.yaml", place, old="formerly" in place)
