"""A timetable in, what is on and what begins next out, for every time in it."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from mmpt_site.model.timetable import TimedSession, Timetable

LONGEST = 30  # times of which a front page tells; the program itself tells of more


@dataclass(frozen=True)
class Happening:
    """A time in which nothing begins and nothing ends."""

    since: datetime
    until: datetime
    now: tuple[TimedSession, ...]
    next: tuple[TimedSession, ...]  # those that begin first of all that are still to come on that day


def happening(timetable: Timetable) -> tuple[Happening, ...]:
    """Every such time of a program of which the zone is known; nothing for one that has too many."""
    told: list[Happening] = []
    for day in timetable.days if timetable.zone else ():
        sessions = [each for each in day.sessions if not each.session.cancelled]
        ends = {each.id: each.end or _next_start(sessions, each.start) for each in sessions}
        times = sorted({each.start for each in sessions} | {end for end in ends.values() if end})
        for since, until in pairwise(times):
            now = tuple(each for each in sessions if each.start <= since and (ends[each.id] or since) >= until)
            first = min((each.start for each in sessions if each.start > since), default=None)
            told.append(Happening(since, until, now, tuple(each for each in sessions if each.start == first)))
    return tuple(told) if len(told) <= LONGEST else ()


def _next_start(sessions: list[TimedSession], start: datetime) -> datetime | None:
    """When something else begins, so that what has no end has probably ended."""
    return min((each.start for each in sessions if each.start > start), default=None)
