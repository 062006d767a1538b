"""A program and its time zone in, those times out that the clocks there skip or show twice.

Of a time that happens twice nobody can write which is meant, so whatever begins or ends then is written by its length.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from mmpt_site.content.finding import Finding
from mmpt_site.model.program import Program
from mmpt_site.model.timetable import TimedSession, TimedTalk, elapsed, is_shown_once, timetable
from mmpt_site.model.when import parse_zone
from mmpt_site.model.workshop import Workshop
from mmpt_site.problems import either


def times_come_once(workshop: Workshop, program: Program) -> Iterator[Finding]:
    """The clocks show each time of the program, and once."""
    zone = parse_zone(workshop.timezone) if workshop.timezone else None
    if not isinstance(zone, ZoneInfo):
        return
    for session in timetable(program, zone).sessions:
        yield from _wrong_with(session, zone, None)
        for before, talk in zip((None, *session.talks), session.talks, strict=False):
            yield from _wrong_with(talk, zone, before)


def _wrong_with(timed: TimedSession | TimedTalk, zone: ZoneInfo, before: TimedTalk | None) -> Iterator[Finding]:
    """What is wrong with the times that are written of a session, or of a talk after another."""
    block = timed.session if isinstance(timed, TimedSession) else timed.talk
    if block.at and not is_shown_once(timed.start):
        known = before.start if before and before.timed and is_shown_once(before.start) else None
        yield _finding(timed, "at", timed.start, zone, _hint(timed.start, zone, known, "at the talk before it"))
    elif block.until and timed.end and not is_shown_once(timed.end):
        yield _finding(timed, "until", timed.end, zone, _hint(timed.end, zone, timed.start, "instead"))


def _finding(timed: TimedSession | TimedTalk, field: str, moment: datetime, zone: ZoneInfo, hint: str) -> Finding:
    kind = "does not exist" if _is_skipped(moment) else "happens twice"
    message = f"{moment:%Y-%m-%d %H:%M} {kind} in {zone.key}: the clocks are changed then."
    return Finding("program", (*timed.place, field), message, hint)


def _hint(moment: datetime, zone: ZoneInfo, since: datetime | None, where: str) -> str:
    """Both readings, as one writes them: as times, as lengths since another moment, or by their offsets."""
    readings = [moment.replace(fold=fold) for fold in (0, 1)]
    if _is_skipped(moment):
        shown = [each.astimezone(UTC).astimezone(zone) for each in readings]
        later = [each for each in shown if since is None or elapsed(since, each) > timedelta()]
        return f"Write {either([_clock(each, moment) for each in later])}"
    if since:
        lengths = either([f"for: {_length(elapsed(since, each))}" for each in readings])
        return f"Take it out, and write {lengths} {where}."
    offsets = [each.isoformat()[-6:] for each in readings]
    both = either([f"{moment:%H:%M}{offset}" for offset in offsets])
    zones = either([f"timezone: {offset}" for offset in offsets])
    return f"It is {both}. Begin at another time; or give the whole program at one offset: {zones} in workshop.yaml."


def _clock(reading: datetime, written: datetime) -> str:
    return f"{reading:%H:%M}" + ("" if reading.date() == written.date() else f" of {reading.date()}")


def _length(length: timedelta) -> str:
    """'1 h 30 min'."""
    hours, minutes = divmod(length // timedelta(minutes=1), 60)
    return " ".join(f"{number} {unit}" for number, unit in ((hours, "h"), (minutes, "min")) if number)


def _is_skipped(moment: datetime) -> bool:
    """Whether the clocks never show this time, so that it comes back as another."""
    return f"{moment.astimezone(UTC).astimezone(moment.tzinfo):%H:%M}" != f"{moment:%H:%M}"
