"""Sessions that overlap in, a place for each in a grid out: rooms side by side, times from top to bottom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from mmpt_site.model.timetable import TimedSession

COLUMNS, ROWS = 40, 60  # what program.css has places for; larger bands stay a list


@dataclass(frozen=True)
class Hour:
    """A row at which something begins; where all of it ends alike, `end` is when, as far as that is known."""

    row: int
    start: datetime
    end: datetime | None
    alike: bool


@dataclass(frozen=True)
class Placed:
    """A session with its place, counted from 1, and whether its hour says all of its time."""

    timed: TimedSession
    column: int
    width: int
    row: int
    height: int
    said: bool


@dataclass(frozen=True)
class Band:
    """The grid, its sessions in the order of time, then of columns."""

    hours: tuple[Hour, ...]
    sessions: tuple[Placed, ...]
    columns: int

    @property
    def fits(self) -> bool:
        """Whether there is something side by side, and the grid is one that the style sheet knows."""
        rows = max(each.row + each.height - 1 for each in self.sessions)
        return 1 < self.columns <= COLUMNS and rows <= ROWS


def band(sessions: Sequence[TimedSession], rooms: Sequence[str]) -> Band:
    """Give each session the column of its room; what is for all takes what is left, or else a column of its own."""
    moments = sorted({moment for each in sessions for moment in (each.start, each.end) if moment})
    rows = {moment: row for row, moment in enumerate(moments, start=1)}
    hours = tuple(_hours(sessions, rows))
    alike = {hour.start for hour in hours if hour.alike}
    lanes = [room for room in rooms if any(room in each.session.room for each in sessions)]
    taken: set[tuple[int, int]] = set()
    placed = []
    for each in sorted(sessions, key=lambda each: not each.session.room):
        first, last = rows[each.start], rows.get(each.end or each.start, 0)
        height = max(1, last - first)
        column, width = _lane(each, lanes, range(first, first + height), taken)
        taken |= {(column + across, row) for across in range(width) for row in range(first, first + height)}
        placed.append(Placed(each, column, width, first, height, each.start in alike))
    placed.sort(key=lambda each: (each.row, each.column))
    return Band(hours, tuple(placed), max(each.column + each.width - 1 for each in placed))


def _hours(sessions: Sequence[TimedSession], rows: dict[datetime, int]) -> Iterator[Hour]:
    """The moments at which sessions begin."""
    for moment, row in rows.items():
        ends = {each.end for each in sessions if each.start == moment}
        if ends:
            yield Hour(row, moment, next(iter(ends)) if len(ends) == 1 else None, len(ends) == 1)


def _lane(each: TimedSession, lanes: list[str], rows: range, taken: set[tuple[int, int]]) -> tuple[int, int]:
    """The first of its columns and their number; rooms that do not stand side by side count for the first alone."""

    def free(columns: Sequence[int]) -> bool:
        return not any((column, row) in taken for column in columns for row in rows)

    wanted = sorted(lanes.index(room) + 1 for room in each.session.room)
    if wanted and wanted != list(range(wanted[0], wanted[-1] + 1)):
        wanted = wanted[:1]
    if wanted and free(wanted):
        return wanted[0], len(wanted)
    first = next(column for column in count(1 if not wanted else len(lanes) + 1) if free([column]))
    last = first
    while not wanted and last < len(lanes) and free([last + 1]):
        last += 1
    return first, last - first + 1
