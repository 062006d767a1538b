"""A program laid out in time in, the rooms and the people out that it needs in two places at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mmpt_site.content.document import Location
from mmpt_site.content.finding import THERE, Finding
from mmpt_site.model.keynotes import Keynotes
from mmpt_site.model.part import Part
from mmpt_site.model.program import Session, Talk
from mmpt_site.model.timetable import TimedSession, Timetable

# where people come and go, and several things may share a room
OPEN = {"break", "lunch", "social", "poster", "demo", "breakout"}
HINT = "Is a time or a {} a slip?"
AT_LEAST = timedelta(minutes=1)  # what begins together is together, also where nobody knows how long


@dataclass(frozen=True)
class Stay:
    """A session or a talk that takes a room or a person for some time, and the field that says so."""

    session: TimedSession
    name: str
    start: datetime
    end: datetime | None
    place: Location

    @property
    def until(self) -> str:
        """How long it goes on, as part of a sentence."""
        return f", until {self.end:%H:%M}" if self.end else ""


def taking_place(table: Timetable) -> Iterator[TimedSession]:
    """The sessions in time, without those that are cancelled."""
    return (each for each in table.sessions if not each.session.cancelled)


def called(block: Session | Talk) -> str:
    """What messages call a session or a talk."""
    return block.title or (block.paper if isinstance(block, Talk) else None) or f"Keynote {block.keynote}"


def rooms_hold_one_session(table: Timetable) -> Iterator[Finding]:
    """Two sessions at once are in two rooms, unless people come and go in both."""
    stays: defaultdict[str, list[Stay]] = defaultdict(list)
    for each in taking_place(table):
        for step, room in enumerate(each.session.room):
            place = (*each.place, "room", step)
            stays[room].append(Stay(each, called(each.session), each.start, each.end, place))
    told = set()
    for room, taken in stays.items():
        for before, after in _overlapping(taken):
            pair = (before.session.id, after.session.id)
            if pair not in told and not {before.session.session.sort, after.session.session.sort} <= OPEN:
                message = f"{before.name} ({THERE}) is in {room} at this time, too{before.until}."
                there = ("program", before.place)
                yield Finding("program", after.place, message, HINT.format("room"), "warning", there)
            told.add(pair)


def sessions_without_rooms_follow_each_other(table: Timetable) -> Iterator[Finding]:
    """Where all is in one room that nobody names, one session ends before the next begins.

    Sessions that begin together, or lie within another, are hardly a slip.
    """
    sessions = list(taking_place(table))
    if any(each.session.room or each.session.track for each in sessions):
        return
    closed = [each for each in sessions if each.session.sort not in OPEN]
    stays = (Stay(each, called(each.session), each.start, each.end, each.place) for each in closed)
    for before, after in _overlapping(stays):
        if before.end and after.end and before.start < after.start and before.end < after.end:
            message = f"{after.name} begins at {after.start:%H:%M}, before {before.name} ({THERE}) is over."
            hint = "Is one of the times a slip? If the two are in two rooms, say so with room:"
            yield Finding("program", (*after.place, "at"), message, hint, "note", ("program", before.place))


def people_are_in_one_place(table: Timetable, keynotes: Keynotes | None, *naming: Part | None) -> Iterator[Finding]:
    """Nobody chairs or speaks in two sessions at once; two in one room are told already."""
    stays: defaultdict[str, list[Stay]] = defaultdict(list)
    given_by = {each.id: each.speaker for each in keynotes.keynotes} if keynotes else {}
    for each in taking_place(table):
        for block, start, end, place in _blocks(each):
            cited = [
                (person, (*place, field, step))
                for field in ("chair", "moderator", "panelist", "speaker")
                for step, person in enumerate(getattr(block, field, ()))
            ]
            if not block.speaker:
                cited += [(person.id, (*place, "keynote")) for person in given_by.get(block.keynote or "", ())]
            for person, here in cited:
                stays[person].append(Stay(each, called(each.session), start, end, here))
    names = {person.id: person.name for part in (keynotes, *naming) for person in getattr(part, "everybody", ())}
    told = set()
    for person, taken in stays.items():
        for before, after in _overlapping(taken):
            meeting = (person, before.session.id, after.session.id)
            in_one_room = set(before.session.session.room) & set(after.session.session.room)
            if meeting not in told and not in_one_room:
                message = f"{names.get(person, person)} is in {before.name} ({THERE}) at this time, too{before.until}."
                there = ("program", before.place)
                yield Finding("program", after.place, message, HINT.format("name"), "warning", there)
            told.add(meeting)


def _blocks(each: TimedSession) -> Iterator[tuple[Session | Talk, datetime, datetime | None, Location]]:
    """A session and those talks in it of which one knows when they are, unless people come and go there."""
    if each.session.sort in OPEN:
        return
    yield each.session, each.start, each.end, each.place
    for talk in each.talks:
        if talk.timed and not talk.talk.cancelled:
            yield talk.talk, talk.start, talk.end, talk.place


def _overlapping(stays: Iterable[Stay]) -> Iterator[tuple[Stay, Stay]]:
    """Each stay that begins during one in another session, with the latter before it."""
    present: list[tuple[datetime, Stay]] = []
    for each in sorted(stays, key=lambda stay: _instant(stay.start)):
        start = _instant(each.start)
        present = [(end, stay) for end, stay in present if start < end]
        if before := next((stay for _, stay in present if stay.session.id != each.session.id), None):
            yield before, each
        end = _instant(each.end) if each.end else start
        present.append((max(end, start + AT_LEAST), each))


def _instant(moment: datetime) -> datetime:
    """What can be compared: moments of one zone compare by their clocks."""
    return moment.astimezone(UTC) if moment.tzinfo else moment
