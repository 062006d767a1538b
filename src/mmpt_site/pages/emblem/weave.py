"""Closed lines that cross in, lines woven over and under each other out: under ones are cut where another passes."""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from mmpt_site.pages.emblem.loops import TURN, Loop

SAMPLES = 60  # of a line for each turn, to find where lines cross
START = 0.0123  # so that no sample lies just on a crossing
BEND = 0.62  # radians that one Bézier curve may turn
FLATTEST = 0.45  # sine of the angle below which a gap grows no longer

Bezier = tuple[complex, complex, complex, complex]


@dataclass(frozen=True)
class Crossing:
    """Where two lines meet, or one meets itself: numbers of the lines, and the place on each."""

    one: int
    t: float
    other: int
    u: float

    def point(self, loops: Sequence[Loop]) -> complex:
        """The place in the drawing."""
        return loops[self.one].at(self.t)

    def sine(self, loops: Sequence[Loop]) -> float:
        """The sine of the angle between the two lines."""
        a, b = loops[self.one].along(self.t), loops[self.other].along(self.u)
        return abs(_cross(a, b)) / abs(a) / abs(b)


@dataclass(frozen=True)
class Piece:
    """A line without a gap, as Bézier curves that follow each other; closed if no other line passes over it."""

    curves: tuple[Bezier, ...]
    closed: bool


def crossings(loops: Sequence[Loop]) -> list[Crossing]:
    """Every place where lines meet, found between samples and then made exact by Newton's method."""
    found = []
    for (i, a, p, q), (j, b, r, s) in _near(loops):
        size = _cross(q - p, s - r)
        if size:
            t, u = _cross(r - p, s - r) / size, _cross(r - p, q - p) / size
            if 0 <= t < 1 and 0 <= u < 1:
                step, other = TURN / _count(loops[i]), TURN / _count(loops[j])
                found.append(_exact(loops, Crossing(i, START + (a + t) * step, j, START + (b + u) * other)))
    return found


def woven(loops: Sequence[Loop], gap: float) -> list[Piece]:
    """The lines, each over and under in turn; an under line keeps the distance `gap` from the middle of the other."""
    met = crossings(loops)
    pieces = []
    for loop, unders in zip(loops, _unders(loops, met), strict=True):
        ends = [(t, gap / max(met[k].sine(loops), FLATTEST) / abs(loop.along(t))) for t, k in unders]
        if not ends:
            pieces.append(Piece(_curves(loop, 0, TURN), closed=True))
        for (t, cut), (u, other) in zip(ends, [*ends[1:], *((t + TURN, cut) for t, cut in ends[:1])], strict=True):
            pieces.append(Piece(_curves(loop, t + cut, u - other), closed=False))
    return pieces


def _count(loop: Loop) -> int:
    return SAMPLES * loop.turns


def _near(loops: Sequence[Loop]) -> Iterator[tuple[tuple[int, int, complex, complex], ...]]:
    """Pairs of short stretches of lines that may cross: a grid tells which are neighbours."""
    stretches = []
    for i, loop in enumerate(loops):
        count = _count(loop)
        points = [loop.at(START + TURN * k / count) for k in range(count)]
        stretches += [(i, k, p, points[(k + 1) % count]) for k, p in enumerate(points)]
    size = 2 * max(abs(q - p) for _, _, p, q in stretches)  # two that cross begin no further apart
    cells = defaultdict(list)
    for index, (_, _, p, _) in enumerate(stretches):
        cells[int(p.real // size), int(p.imag // size)].append(index)
    for index, one in enumerate(stretches):
        i, k, p, _ = one
        x, y = int(p.real // size), int(p.imag // size)
        for cell in ((x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            for other in cells.get(cell, ()):
                j, m = stretches[other][:2]
                if other > index and not (i == j and (m - k) % _count(loops[i]) in (1, _count(loops[i]) - 1)):
                    yield one, stretches[other]


def _exact(loops: Sequence[Loop], rough: Crossing) -> Crossing:
    t, u = rough.t, rough.u
    one, other = loops[rough.one], loops[rough.other]
    for _ in range(4):
        apart, a, b = one.at(t) - other.at(u), one.along(t), other.along(u)
        size = _cross(b, a)
        if size:
            t, u = t + _cross(apart, b) / size, u + _cross(apart, a) / size
    return Crossing(rough.one, t % TURN, rough.other, u % TURN)


def _unders(loops: Sequence[Loop], met: Sequence[Crossing]) -> list[list[tuple[float, int]]]:
    """For each line, where it passes under, and at which crossing; over and under alternate along every line.

    That can be had in any drawing of closed lines, and a line that is known at one crossing is known at all.
    """
    visits: list[list[tuple[float, int, bool]]] = [[] for _ in loops]
    for k, crossing in enumerate(met):
        visits[crossing.one].append((crossing.t, k, True))
        visits[crossing.other].append((crossing.u, k, False))
    over: dict[int, bool] = {}  # crossing → whether `one` is over
    waiting = [sorted(visit) for visit in visits]
    unders: list[list[tuple[float, int]]] = [[] for _ in loops]
    while any(waiting):
        known = [(line, n) for line, visit in enumerate(waiting) for n, (_, k, _) in enumerate(visit) if k in over]
        line, first = known[0] if known else (next(line for line, visit in enumerate(waiting) if visit), 0)
        _, k, is_one = waiting[line][first]
        above = over.get(k, is_one) == is_one
        for n, (t, k, is_one) in enumerate(waiting[line]):
            now = above == ((n - first) % 2 == 0)
            if over.setdefault(k, now == is_one) != is_one:
                unders[line].append((t, k))
        waiting[line] = []
    return unders


def _curves(loop: Loop, start: float, end: float) -> tuple[Bezier, ...]:
    """A stretch of a line as Bézier curves, more of them where it bends."""
    stops = pairwise(_stops(loop, start, end))
    return tuple(
        (loop.at(t), loop.at(t) + loop.along(t) * (u - t) / 3, loop.at(u) - loop.along(u) * (u - t) / 3, loop.at(u))
        for t, u in stops
    )


def _stops(loop: Loop, start: float, end: float) -> list[float]:
    count = max(24, int((end - start) * 12 * loop.turns))
    steps = [start + (end - start) * n / count for n in range(count + 1)]
    ways = [loop.along(t) for t in steps]
    mean = sum(abs(way) for way in ways) / len(ways)
    bent = [0.0]
    for a, b in pairwise(ways):
        bent.append(bent[-1] + abs(math.atan2(_cross(a, b), (a.conjugate() * b).real)) + 0.5 / count * abs(b) / mean)
    number = max(1, math.ceil(bent[-1] / BEND))
    inner = []
    for part in range(1, number):
        goal = bent[-1] * part / number
        n = bisect_left(bent, goal)
        inner.append(steps[n - 1] + (steps[n] - steps[n - 1]) * (goal - bent[n - 1]) / (bent[n] - bent[n - 1]))
    return [start, *inner, end]


def _cross(a: complex, b: complex) -> float:
    return a.real * b.imag - a.imag * b.real
