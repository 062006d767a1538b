"""A session or a talk of the program in, its entry in a calendar (RFC 5545, VEVENT) out.

- SUMMARY: what it is called comes first, since a day in a calendar has room for little else.
- UID: `<edition>-program.<id>@<series>`, with the oldest id of each; ids hold no full stop, so no date has the same.
- SEQUENCE: how often it has moved; a talk moves with its session, too.
- A time stands in the zone of the program (TZID), so that calendars show both it and the visitor's own. It stands in
  UTC where the zone is a bare offset, and where the clocks show it twice; and as it was written where no zone is known.
- TRANSP: whoever goes there is busy.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from icalendar import Event

from mmpt_site.exports.entries import MOVED, called_off, describe, stamp, uid
from mmpt_site.exports.revised import revised
from mmpt_site.exports.zones import named
from mmpt_site.model.days_and_times import Beginning
from mmpt_site.model.edition import Edition
from mmpt_site.model.program import Session, Talk
from mmpt_site.model.site import Site
from mmpt_site.model.timetable import TimedSession, TimedTalk, elapsed, is_shown_once
from mmpt_site.model.when import is_unknown
from mmpt_site.pages import dates, routes
from mmpt_site.pages.language import Language, message
from mmpt_site.plain import plain, to_text

CANCELLED = message("Cancelled")
ALL_TIMES = message("All times are those of %(zone)s.")
PART_OF = message("Part of %(session)s")
TITLE_UNKNOWN = message("Title to be announced")


def of_session(site: Site, edition: Edition, timed: TimedSession, language: Language) -> Event:
    """The entry of a session, with the talks in it described."""
    session = timed.session
    entry = _entry(site, edition, timed, title(edition, session, language))
    entry.add("sequence", len(session.was))
    entry.add("status", "CANCELLED" if session.cancelled or called_off(site, edition) else "CONFIRMED")
    _place(edition, entry, session, language)
    describe(entry, [*_about(edition, session, language), *_talks(edition, timed, language)])
    if site.series.url:
        entry.add("url", routes.absolute(site, *routes.session(edition, timed).split("#")))
    return entry


def of_talk(site: Site, edition: Edition, within: TimedSession, timed: TimedTalk, language: Language) -> Event:
    """The entry of a talk, for whoever comes for it alone."""
    session, talk = within.session, timed.talk
    entry = _entry(site, edition, timed, title(edition, talk, language))
    entry.add("sequence", len(talk.was) + len(session.was))
    cancelled = talk.cancelled or session.cancelled or called_off(site, edition)
    entry.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    _place(edition, entry, session, language)
    part_of = language.say(PART_OF, session=title(edition, session, language))
    about = (*_about(edition, talk, language), part_of, *_people(edition, session, language))
    missed = [language.say(CANCELLED)] if cancelled and not talk.cancelled else []
    describe(entry, [*missed, *about, *_joined(session, language)])
    if site.series.url:
        entry.add("url", routes.absolute(site, *routes.talk(edition, timed).split("#")))
    return entry


def title(edition: Edition, block: Session | Talk, language: Language) -> str:
    """What something is called; where that is not known yet, whose it is."""
    known = edition.title(block)
    if known and not is_unknown(known):
        return known
    return language.comma.join(_speakers(edition, block)) or language.say(TITLE_UNKNOWN)


def _entry(site: Site, edition: Edition, timed: TimedSession | TimedTalk, name: str) -> Event:
    """What entries of sessions and talks have in common."""
    block = timed.session if isinstance(timed, TimedSession) else timed.talk
    entry = Event()
    entry.add("summary", plain(f"{name} · {routes.label(site, edition)}"))
    entry.add("uid", uid(site, edition, f"program.{(*block.formerly, timed.id)[0]}"))
    entry.add("transp", "OPAQUE")
    start, end = timed.start, timed.end
    in_utc = start.tzinfo and not (named(start) and all(is_shown_once(each) for each in (start, end) if each))
    for field, moment in (("dtstart", start), ("dtend", end)):
        if moment and (field == "dtstart" or elapsed(start, moment) > timedelta()):
            entry.add(field, moment.astimezone(UTC) if in_utc else moment)
    stamp(entry, revised(edition))
    return entry


def _place(edition: Edition, entry: Event, session: Session, language: Language) -> None:
    """The room, which may be on the net, and the place, if people meet there."""
    workshop = edition.workshop
    met = workshop.place if workshop.mode != "virtual" and not is_unknown(workshop.place) else None
    if where := plain(language.comma.join(filter(None, (*session.room, met)))):
        entry.add("location", where)
    if session.track:
        entry.add("categories", [plain(session.track)])


def _about(edition: Edition, block: Session | Talk, language: Language) -> Iterator[str]:
    """What there is to know of a session or a talk but for the talks in it, a line each."""
    if block.cancelled:
        yield language.say(CANCELLED)
    yield from (language.say(MOVED, earlier=_told(old, language)) for old in block.was)
    if speakers := _speakers(edition, block):
        yield language.comma.join(speakers)
    if isinstance(block, Session):
        yield from _people(edition, block, language)
    yield from _text(edition, block)
    if block.note:
        yield to_text(block.note)
    if isinstance(block, Session):
        yield from (f"- {question}" for question in block.questions)
        yield from _joined(block, language)


def _people(edition: Edition, session: Session, language: Language) -> Iterator[str]:
    """Who leads a session, and who sits in it."""
    for one, several, people in (
        (message("Chair:"), message("Chairs:"), session.chair),
        (message("Moderator:"), message("Moderators:"), session.moderator),
        (message("On the panel:"), message("On the panel:"), session.panelist),
    ):
        if people:
            names = language.comma.join(edition.person(each).name for each in people)
            yield f"{language.say(several if len(people) > 1 else one)} {names}"


def _joined(session: Session, language: Language) -> Iterator[str]:
    """Where those who are elsewhere take part."""
    for what, address in ((message("Live stream"), session.stream), (message("Chat"), session.chat)):
        if address:
            yield f"{language.say(what)}: {address}"


def _talks(edition: Edition, timed: TimedSession, language: Language) -> Iterator[str]:
    """The talks of a session: '09:00–09:15 Learning to see (Ada Example)', and whose times these are."""
    if any(talk.timed for talk in timed.talks) and edition.workshop.timezone:
        yield language.say(ALL_TIMES, zone=edition.workshop.timezone.replace("_", " "))
    for each in timed.talks:
        span = "–".join(_clock(moment) for moment in (each.start, each.end) if moment) if each.timed else ""
        name = title(edition, each.talk, language)
        speakers = language.comma.join(_speakers(edition, each.talk))
        by = f"({speakers})" if speakers and speakers != name else ""
        status = f"– {language.say(CANCELLED)}" if each.talk.cancelled else ""
        yield " ".join(filter(None, (span or "-", name, by, status)))


def _speakers(edition: Edition, block: Session | Talk) -> list[str]:
    """The names of those who speak, otherwise of those whose paper it is."""
    if speakers := edition.speakers(block):
        return [edition.person(each).name for each in speakers]
    paper = block.paper if isinstance(block, Talk) else None
    return [author.name for author in edition.paper(paper).authors] if paper else []


def _text(edition: Edition, block: Session | Talk) -> Iterator[str]:
    """What something is about: its own text, the abstract of its keynote, or its paper in one sentence."""
    paper = block.paper if isinstance(block, Talk) else None
    if text := block.text or (edition.keynote(block.keynote).abstract if block.keynote else None):
        yield to_text(text)
    elif paper and (sentence := edition.paper(paper).tldr):
        yield sentence


def _clock(moment: datetime) -> str:
    """'09:00', and '02:30 UTC+01:00' where the clocks show it twice."""
    return dates.clock(moment.time()) + ("" if is_shown_once(moment) else f" UTC{moment.isoformat()[-6:]}")


def _told(old: Beginning, language: Language) -> str:
    """'July 12, 2021, 09:00', or '09:00'."""
    clock = dates.clock(old.at)
    return language.comma.join((dates.day(old.day, language), clock)) if old.day else clock
