"""What an edition is doing: an Edition and a moment in, its phase out, and every change of it still to come.

A bare day counts until it has ended anywhere on Earth; see `model/dates.py`. What `phase` of `workshop.yaml` says goes
before all of it.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import get_args

from mmpt_site.model.dates import Deadline, moment
from mmpt_site.model.edition import Edition
from mmpt_site.model.when import Known, ToBeAnnounced, end, start
from mmpt_site.model.workshop import Phase

PHASES: tuple[Phase, ...] = get_args(Phase)  # in the order in which they come


@dataclass(frozen=True)
class Stretch:
    """A time in which nothing changes: its phase, the next deadline in it, and when it begins and ends."""

    phase: Phase
    next: Deadline | None
    others: tuple[Deadline, ...]  # the next one of every other track
    accepts: bool  # papers: some deadline for them is still to come
    since: dt.datetime | None  # None where it has always been so
    until: dt.datetime | None  # None where it stays so


def stretches(edition: Edition, now: dt.datetime) -> tuple[Stretch, ...]:
    """What the edition is doing at the moment `now`, which is aware, and everything that it will be doing later."""
    changes = [moment for moment in sorted(set(_changes(edition))) if moment > now]
    begins = (now, *changes)
    found: list[Stretch] = []
    for index, at in enumerate(begins):
        since, until = (at if index else None), begins[index + 1] if index < len(changes) else None
        following = next_deadline(edition, at)
        others = tuple(of_other_tracks(edition, following, at))
        here = Stretch(phase(edition, at), following, others, accepts(edition, at), since, until)
        if found and replace(found[-1], since=since, until=until) == here:
            here = replace(here, since=found.pop().since)
        found.append(here)
    return tuple(found)


def phase(edition: Edition, at: dt.datetime) -> Phase:
    """What the edition is doing at a moment."""
    return edition.workshop.phase or phase_of_dates(edition, at)


def phase_of_dates(edition: Edition, at: dt.datetime) -> Phase:
    """What the edition is doing at a moment, as its dates and its program say."""
    days = edition.workshop.days
    if days and end(days) <= at:
        return "over"
    if days and start(days) <= at:
        return "live"
    deadlines = [(d, d.date) for d in (edition.dates.dates if edition.dates else ())]
    known = [(d.kind, when) for d, when in deadlines if not isinstance(when, ToBeAnnounced)]
    if not days and known and all(end(when) <= at for _, when in known) and len(known) == len(deadlines):
        return "over"
    if edition.program and edition.program.program:
        return "program"
    if any(kind == "notification" and end(when) <= at for kind, when in known):
        return "notified"
    if edition.dates and edition.dates.closed(at):
        return "reviewing"
    opened = all(start(when) <= at for kind, when in known if kind == "opens")
    return "open" if opened and edition.dates and edition.dates.awaits(at) else "announced"


def accepts(edition: Edition, at: dt.datetime) -> bool:
    """Whether papers can be sent at a moment."""
    if edition.workshop.status == "cancelled":
        return False
    if edition.workshop.phase in {"open", "reviewing", "notified"}:
        return edition.workshop.phase == "open"
    awaits = edition.dates is not None and edition.dates.awaits(at)
    return awaits and phase(edition, at) not in {"announced", "over"}


def next_deadline(edition: Edition, at: dt.datetime) -> Deadline | None:
    """The first date that is not over at a moment, in time and not in the order of the file."""
    return edition.dates.next(at) if edition.dates else None


def of_other_tracks(edition: Edition, following: Deadline | None, at: dt.datetime) -> Iterator[Deadline]:
    """The first date of each track that is not over at a moment, but for the track of the one that comes first."""
    dates = edition.dates.dates if edition.dates else ()
    for track in dict.fromkeys(d.track for d in dates if d.track and following and d.track != following.track):
        coming = [d for d in dates if d.track == track and d.known and not d.passed(at)]
        if coming:
            yield min(coming, key=lambda d: moment(d.date))


def _changes(edition: Edition) -> Iterator[dt.datetime]:
    """Every moment at which a date begins or is over."""
    dates: list[Known] = [
        d.date for d in (edition.dates.dates if edition.dates else ()) if not isinstance(d.date, ToBeAnnounced)
    ]
    yield from (end(when) for when in dates)
    if edition.dates:
        yield from (start(d.date) for d in edition.dates.dates if d.kind == "opens" and isinstance(d.date, Known))
    if edition.workshop.days:
        yield from (start(edition.workshop.days), end(edition.workshop.days))
