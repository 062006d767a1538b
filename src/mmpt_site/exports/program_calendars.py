"""The site in, the calendars of its programs out: `program.ics` of each edition, and a file for each session and talk.

In the whole program each session is an entry, in whose description its talks stand: a day of it can be read at a
glance, where an entry for each talk would fill it with slivers, and twice over. Who comes for one talk takes its own
file.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from zoneinfo import ZoneInfo

from icalendar import Component, Event

from mmpt_site.exports.calendars import calendar, calendar_file
from mmpt_site.exports.file import File
from mmpt_site.exports.program_entries import of_session, of_talk, title
from mmpt_site.exports.zones import time_zone
from mmpt_site.model.edition import Edition
from mmpt_site.model.site import Site
from mmpt_site.model.timetable import TimedSession, TimedTalk
from mmpt_site.pages import routes
from mmpt_site.pages.language import Language
from mmpt_site.pages.page import Page


def program_calendars(site: Site, _pages: tuple[Page, ...], language: Language) -> Iterable[File]:
    """The calendars of all programs that are known."""
    for edition in site.editions:
        if routes.program_calendar(edition):
            yield from _Calendars(site, edition, language).files()


@dataclass(frozen=True)
class _Calendars:
    """Those of one program."""

    site: Site
    edition: Edition
    language: Language

    def files(self) -> Iterator[File]:
        """All of it, then each session and its talks."""
        edition, sessions = self.edition, self.edition.timetable.sessions
        make = partial(self._made, self.language.say("Program"), lambda: map(self._session, sessions))
        yield calendar_file(routes.program_calendar(edition), make, edition, "program")
        for step, old in edition.old_folders:
            yield calendar_file(f"/{old}/program.ics", make, edition, "workshop", "formerly", step)
        for session in sessions:
            name = title(edition, session.session, self.language)
            yield from self._wherever(session, partial(self._made, name, partial(self._alone, session)))
            for talk in session.talks:
                name = title(edition, talk.talk, self.language)
                yield from self._wherever(talk, partial(self._made, name, partial(self._talk, session, talk)))

    def _session(self, timed: TimedSession) -> Event:
        return of_session(self.site, self.edition, timed, self.language)

    def _alone(self, timed: TimedSession) -> list[Event]:
        return [self._session(timed)]

    def _talk(self, within: TimedSession, timed: TimedTalk) -> list[Event]:
        return [of_talk(self.site, self.edition, within, timed, self.language)]

    def _wherever(self, timed: TimedSession | TimedTalk, make: Callable[[], bytes]) -> Iterator[File]:
        """A calendar where it is, and wherever it was under its ids in the folders of the edition."""
        edition = self.edition
        block = timed.session if isinstance(timed, TimedSession) else timed.talk
        yield calendar_file(routes.program_calendar(edition, timed), make, edition, "program", *timed.place)
        for step, old in enumerate(block.formerly):
            path = f"/{edition.id}/program/{old}.ics"
            yield calendar_file(path, make, edition, "program", *timed.place, "formerly", step)
        for step, folder in edition.old_folders:
            for known_as in (timed.id, *block.formerly):
                yield calendar_file(f"/{folder}/program/{known_as}.ics", make, edition, "workshop", "formerly", step)

    def _made(self, name: str, entries: Callable[[], Iterable[Event]]) -> bytes:
        return calendar(self.site, self.edition, name, lambda: self._with_zone(list(entries())))

    def _with_zone(self, entries: list[Event]) -> list[Component]:
        """Entries, after the zone where one of them names it."""
        zoned = self._zone and any("TZID" in entry["DTSTART"].params for entry in entries)
        return [self._zone, *entries] if self._zone and zoned else [*entries]

    @cached_property
    def _zone(self) -> Component | None:
        """The zone for as long as the program takes: the same in each calendar, since some programs keep the first."""
        table = self.edition.timetable
        blocks = chain[TimedSession | TimedTalk](table.sessions, *(session.talks for session in table.sessions))
        moments = [moment for each in blocks for moment in (each.start, each.end) if moment]
        return time_zone(table.zone, moments) if isinstance(table.zone, ZoneInfo) else None
