"""The numbers of a closed line in, the points along it out: a sum of turning circles (a Fourier series)."""

import math
from dataclasses import dataclass
from functools import cached_property

TURN = 2 * math.pi
UPRIGHT = -math.pi / 2  # up, where y grows downwards


def turn(angle: float) -> complex:
    """The factor that turns a point around the origin."""
    return complex(math.cos(angle), math.sin(angle))


@dataclass(frozen=True)
class Loop:
    """A closed line z(t), 0 <= t < 2π, in the complex plane: for each circle its turns and where it begins."""

    circles: tuple[tuple[int, complex], ...]

    def at(self, t: float) -> complex:
        """The point at `t`."""
        return sum((c * turn(k * t) for k, c in self.circles), 0j)

    def along(self, t: float) -> complex:
        """Direction and speed at `t`."""
        return sum((1j * k * c * turn(k * t) for k, c in self.circles), 0j)

    @cached_property
    def turns(self) -> int:
        """How many times the fastest circle turns: the finer the line, the more points tell its shape."""
        return max(abs(k) for k, _ in self.circles)

    def times(self, factor: complex) -> "Loop":
        """The same line, turned and scaled."""
        return Loop(tuple((k, c * factor) for k, c in self.circles))


def rosette(lobes: int, windings: int, depth: float, twist: float, phase: float) -> tuple[Loop, ...]:
    """Strands that wind around the middle together `windings` times and reach out `lobes` times.

    They are as many as the greatest common divisor of the two; `depth` is how far in they come, `twist` leans the
    lobes, `phase` turns the whole (in lobes).
    """
    strands = math.gcd(lobes, windings)
    winding, reach = windings // strands, lobes // strands
    out, inwards = complex(depth + twist) / 2, complex(depth - twist) / 2
    circles = ((winding, 1 + 0j), (winding + reach, out), (winding - reach, inwards))
    turned = (turn(UPRIGHT + TURN * (strand + phase) / lobes) for strand in range(strands))
    return tuple(Loop(circles).times(each) for each in turned)


def chain(rings: int, distance: float, corners: int, edge: float, lean: float, phase: float) -> tuple[Loop, ...]:
    """Rings around the middle, at a distance from it in radii of a ring; with `edge` they have round corners."""
    tilt = turn(lean)
    circles = ((0, distance + 0j), (1, tilt), (1 - corners, edge * tilt))
    turned = (turn(UPRIGHT + TURN * (ring + phase) / rings) for ring in range(rings))
    return tuple(Loop(circles).times(each) for each in turned)


def circle(radius: float) -> Loop:
    """A circle around the middle."""
    return Loop(((1, radius + 0j),))


def fitted(loops: tuple[Loop, ...], radius: float) -> tuple[Loop, ...]:
    """The same drawing, as large as a circle of this radius holds."""
    reach = max(abs(loop.at(TURN * step / 360)) for loop in loops for step in range(360))
    return tuple(loop.times(radius / reach) for loop in loops)
