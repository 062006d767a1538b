"""A program in, when and where everything in it is out: days, and in them sessions and talks laid out in time.

Moments are aware where the zone of the edition is known, and otherwise local times as written, of which nobody knows
what they are elsewhere. A talk without a time of its own begins where the one before it ended, as long as that is
known; from there on, talks have no times but those of their session. Lengths are real ones, also when the clocks are
changed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cached_property
from typing import TypeVar

from mmpt_site.model.program import Program, Session, Talk
from mmpt_site.model.scalars import slug

Value = TypeVar("Value")
ONE_DAY = timedelta(days=1)
Place = tuple[str | int, ...]  # of a value in program.yaml


@dataclass(frozen=True)
class TimedTalk:
    """A talk, and when it is: at a time of its own, or at some time in its session."""

    id: str
    talk: Talk
    start: datetime
    end: datetime | None
    timed: bool  # whether the time is its own, and not only that of its session
    place: Place


@dataclass(frozen=True)
class TimedSession:
    """A session with its talks, and when they are."""

    id: str
    session: Session
    day: date  # under which it stands
    start: datetime
    end: datetime | None  # as written, or else when the last of its talks ends
    talks: tuple[TimedTalk, ...]
    place: Place


@dataclass(frozen=True)
class ProgramDay:
    """A day, and its sessions in time; those that begin together in the order of the rooms."""

    day: date
    sessions: tuple[TimedSession, ...]

    @property
    def bands(self) -> tuple[tuple[TimedSession, ...], ...]:
        """The sessions in groups: those of one group overlap, directly or by way of others, and no others do."""
        bands: list[list[TimedSession]] = []
        until: datetime | None = None
        for each in self.sessions:
            together = bands and (each.start == bands[-1][0].start or (until is not None and each.start < until))
            if together:
                bands[-1].append(each)
            else:
                bands.append([each])
                until = None
            until = max(filter(None, (until, each.end)), default=None)
        return tuple(map(tuple, bands))


@dataclass(frozen=True)
class Timetable:
    """All days of a program."""

    days: tuple[ProgramDay, ...]
    rooms: tuple[str, ...] = ()  # in the order given, otherwise in that in which they appear
    zone: tzinfo | None = None

    @cached_property
    def sessions(self) -> tuple[TimedSession, ...]:
        """All sessions, in time."""
        return tuple(session for day in self.days for session in day.sessions)

    def moment(self, day: date, clock: time) -> datetime:
        """A time as the program writes it, as a moment."""
        return moment(day, clock, self.zone)

    @property
    def size(self) -> int:
        """How many sessions and talks there are."""
        return sum(1 + len(session.talks) for session in self.sessions)

    @cached_property
    def presentations(self) -> Mapping[str, tuple[tuple[TimedSession, TimedTalk], ...]]:
        """When and where each paper is presented, in time, by its id."""
        return _gathered((talk.talk.paper, (s, talk)) for s in self.sessions for talk in s.talks)

    @cached_property
    def keynotes(self) -> Mapping[str, tuple[tuple[TimedSession, TimedTalk | None], ...]]:
        """When and where each keynote is given, in time, by its id: as a session of its own, or as a talk in one."""
        own = ((s.session.keynote, (s, None)) for s in self.sessions)
        return _gathered((*own, *((talk.talk.keynote, (s, talk)) for s in self.sessions for talk in s.talks)))


def timetable(program: Program, zone: tzinfo | None) -> Timetable:
    """Lay a program out in time."""
    ids = _Ids(program)
    rooms = program.rooms or tuple(
        dict.fromkeys(room for sessions in program.program.values() for each in sessions for room in each.room)
    )
    order = {room: index for index, room in enumerate(rooms)}
    days = []
    for day, sessions in sorted(program.program.items()):
        timed = [
            _session(session, day, ids, zone, ("program", day.isoformat(), index))
            for index, session in enumerate(sessions)
        ]
        timed.sort(key=lambda each: (each.start, order.get((*each.session.room, "")[0], -1)))
        days.append(ProgramDay(day, tuple(timed)))
    return Timetable(tuple(days), rooms, zone)


def moment(day: date, clock: time, zone: tzinfo | None) -> datetime:
    """A local time as a moment; the first of two where the clocks are put back."""
    return datetime.combine(day, clock, zone)


def is_shown_once(moment: datetime) -> bool:
    """Whether the clocks show the time of a moment once, and neither twice nor never."""
    return moment.replace(fold=0).utcoffset() == moment.replace(fold=1).utcoffset()


def later(start: datetime, length: timedelta) -> datetime:
    """The moment that lies so much real time after another, in the same zone."""
    return start + length if start.tzinfo is None else (start.astimezone(UTC) + length).astimezone(start.tzinfo)


def elapsed(start: datetime, end: datetime) -> timedelta:
    """How much real time lies between two moments of one timetable."""
    return end - start if start.tzinfo is None else end.astimezone(UTC) - start.astimezone(UTC)


def _session(session: Session, day: date, ids: "_Ids", zone: tzinfo | None, place: Place) -> TimedSession:
    start = moment(day, session.at, zone)
    own_end = moment(day, session.until, zone) if session.until else None
    if session.length:
        own_end = later(start, session.length)
    own_id = ids.of_session(session, day)
    talks = tuple(_talks(session, own_id, start, own_end, ids, place))
    ends = [talk.end for talk in talks if talk.timed]
    end = own_end or (max(filter(None, ends)) if ends and all(ends) and len(ends) == len(talks) else None)
    return TimedSession(own_id, session, day, start, end, talks, place)


def _talks(
    session: Session, session_id: str, start: datetime, end: datetime | None, ids: "_Ids", place: Place
) -> Iterator[TimedTalk]:
    """The talks of a session, one after the other."""
    free: datetime | None = start  # when the next one can begin, as far as that is known
    at_once = session.sort in {"poster", "demo"} and not session.each
    named = "talks" if session.talks else "papers"
    for index, talk in enumerate(session.presented):
        begins = _within(session, start, talk.at) if talk.at else free
        length = talk.length or (None if talk.until else session.each)
        ends = later(begins, length) if begins and length else None
        if talk.until and begins:
            ends = _within(session, start, talk.until)
        timed = bool(begins and (talk.at or ends)) and not (at_once and not (talk.at or talk.length or talk.until))
        free = ends
        yield TimedTalk(
            ids.of_talk(talk, session_id),
            talk,
            begins if timed and begins else start,
            ends if timed else end,
            timed,
            (*place, named, index),
        )


def _within(session: Session, start: datetime, clock: time) -> datetime:
    """A time of day in a session, which may go on past midnight."""
    day = start.date() + (ONE_DAY if clock < session.at and session.length else timedelta())
    return datetime.combine(day, clock, start.tzinfo)


class _Ids:
    """The ids of sessions and talks: made of what they are called, never of their places, and each there once."""

    def __init__(self, program: Program) -> None:
        self._sessions: Counter[str] = Counter()
        self._talks: Counter[str] = Counter()
        for sessions in program.program.values():
            for session in sessions:
                self._sessions[_name(session)] += 1
                self._talks.update(_talk_name(talk) for talk in session.presented)

    def of_session(self, session: Session, day: date) -> str:
        """The id of a session; of several that are called the same, with day, time and room."""
        name = _name(session)
        if session.given_id or self._sessions[name] == 1:
            return name
        return slug(f"{name} {day} {session.at:%H%M} {' '.join(session.room)}")

    def of_talk(self, talk: Talk, session_id: str) -> str:
        """The id of a talk; where another talk or a session is called the same, with the session's id before it."""
        name = _talk_name(talk)
        alone = talk.given_id or (self._talks[name] == 1 and name not in self._sessions)
        return name if alone else f"{session_id}-{name}"


def _name(session: Session) -> str:
    return session.given_id or slug(session.title or session.keynote or "") or "session"


def _talk_name(talk: Talk) -> str:
    return talk.given_id or talk.paper or talk.keynote or slug(talk.title or "") or "talk"


def _gathered(pairs: Iterable[tuple[str | None, Value]]) -> dict[str, tuple[Value, ...]]:
    found: dict[str, tuple[Value, ...]] = {}
    for key, value in pairs:
        if key:
            found[key] = (*found.get(key, ()), value)
    return found
