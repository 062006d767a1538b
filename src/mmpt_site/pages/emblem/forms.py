"""An acronym in, the closed lines of its emblem out: as many lobes or rings as it has letters.

Which of the forms for that number it is, whether it stands on a lobe or on the gap between two, and which way it turns,
is drawn from the letters: the same ones give the same emblem for ever, so a row here is never changed or taken out.
"""

import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from mmpt_site.pages.emblem.loops import TURN, UPRIGHT, Loop, chain, circle, fitted, rosette, turn

FEWEST, MOST = 2, 8  # letters that are counted
SEED = "interlace"
ROOM = 0.15  # that a point needs around it, of the radius
OUTSIDE = 0.94  # where points stand, of the radius


@dataclass(frozen=True)
class Rosette:
    """Strands around an open middle; `ring` threads a circle through them, between two rows of crossings."""

    windings: int
    depth: float
    twist: float = 0
    ring: int | None = None
    lobes: int = 1  # for each letter

    def loops(self, letters: int, phase: float) -> tuple[Loop, ...]:
        """The lines, around the origin, in no particular size."""
        strands = rosette(letters * self.lobes, self.windings, self.depth, self.twist, phase * self.lobes)
        if self.ring is None:
            return strands
        rows = (math.cos(math.pi * (self.ring + n) / self.windings) for n in (0, 1))
        return *strands, circle(1 + self.depth * sum(rows) / 2)


@dataclass(frozen=True)
class Chain:
    """A ring for each letter, linked with the next; `core` holds them together with a circle."""

    distance: float
    corners: int = 3
    edge: float = 0
    lean: float = 0
    core: bool = False

    def loops(self, letters: int, phase: float) -> tuple[Loop, ...]:
        """The lines, around the origin, in no particular size."""
        rings = chain(letters, self.distance, self.corners, self.edge, self.lean, phase)
        return (*rings, circle(self.distance)) if self.core else rings


FORMS: dict[int, tuple[Rosette | Chain, ...]] = {
    2: (
        *(Rosette(2, 0.5), Rosette(2, 0.5, 0.2), Rosette(3, 0.65), Rosette(3, 0.8, 0.2), Chain(0.5, 4, 0.1)),
        *(Chain(0.5, 3, -0.2), Chain(0.5, 4, -0.1, 0.3), Chain(0.7, 4, 0.1, 0.3), Chain(1.3, core=True)),
        *(Chain(1.3, 4, 0.1, core=True), Chain(1.3, 3, 0.2, core=True), Chain(1.5, 4, -0.1, 0.3, core=True)),
    ),
    3: (
        *(Rosette(2, 0.5), Rosette(2, 0.65, 0.2), Rosette(2, 0.8, ring=0), Rosette(3, 0.5), Rosette(3, 0.65, 0.2)),
        *(Rosette(3, 0.8), Rosette(3, 0.65, ring=1), Rosette(4, 0.8), Rosette(2, 0.5, lobes=2)),
        *(Rosette(3, 0.35, 0.2, lobes=2), Rosette(3, 0.5, lobes=2), Rosette(3, 0.65, lobes=2)),
        *(Rosette(4, 0.5, lobes=2), Rosette(4, 0.65, lobes=2), Chain(0.5), Chain(0.5, 4, 0.1, 0.3)),
        *(Chain(0.5, 4, -0.1), Chain(0.7, 4, 0.1), Chain(0.7, 4, -0.1, 0.3), Chain(0.7, 3, 0.2, 0.3)),
        *(Chain(1.1, 3, 0.2), Chain(1.5, core=True), Chain(1.8, 4, 0.1, core=True), Chain(1.8, 3, 0.2, core=True)),
        Chain(1.5, 3, -0.2, core=True),
    ),
    4: (
        *(Rosette(2, 0.5), Rosette(2, 0.65, ring=0), Rosette(3, 0.5), Rosette(3, 0.65), Rosette(3, 0.65, 0.2)),
        *(Rosette(3, 0.5, ring=1), Rosette(4, 0.65), Rosette(4, 0.8), Rosette(4, 0.8, 0.2), Rosette(2, 0.5, lobes=2)),
        *(Rosette(3, 0.35, lobes=2), Rosette(3, 0.5, lobes=2), Rosette(3, 0.65, lobes=2), Rosette(4, 0.5, lobes=2)),
        *(Rosette(4, 0.5, 0.2, lobes=2), Rosette(4, 0.65, lobes=2), Chain(0.5), Chain(0.7), Chain(0.65, 4, 0.06)),
        *(Chain(0.7, 4, -0.1), Chain(0.7, 4, -0.1, 0.3), Chain(1.1, 3, 0.2), Chain(1.3, 3, 0.2, 0.3)),
        *(Chain(1.3, 4, -0.1), Chain(1.8, core=True), Chain(1.8, 4, 0.1, core=True), Chain(1.5, 3, -0.2, core=True)),
    ),
    5: (
        *(Rosette(2, 0.5), Rosette(2, 0.65, ring=0), Rosette(3, 0.35), Rosette(3, 0.5), Rosette(3, 0.5, 0.2)),
        *(Rosette(3, 0.65), Rosette(3, 0.65, 0.2), Rosette(3, 0.5, ring=1), Rosette(4, 0.5), Rosette(4, 0.65)),
        *(Rosette(4, 0.65, 0.2), Rosette(4, 0.8), Chain(0.5), Chain(1.3, 3, 0.2), Chain(1.5, 3, 0.2, 0.3)),
        *(Chain(1.5), Chain(1.3, 4, -0.1), Chain(1.5, 4, -0.1, 0.3), Chain(2, 3, -0.2, core=True)),
    ),
    6: (
        *(Rosette(2, 0.5), Rosette(2, 0.65, ring=0), Rosette(3, 0.35), Rosette(3, 0.5), Rosette(3, 0.5, 0.2)),
        *(Rosette(3, 0.65), Rosette(3, 0.8), Rosette(4, 0.5), Rosette(4, 0.65), Rosette(4, 0.65, 0.2)),
        *(Rosette(5, 0.65), Chain(1.5, 3, 0.2), Chain(1.5, 3, 0.2, 0.3), Chain(1.5, 4, -0.1), Chain(1.8)),
        *(Chain(1.8, 4, 0.1, 0.3), Chain(1.5, 4, -0.1, 0.3)),
    ),
    7: (
        *(Rosette(2, 0.35), Rosette(2, 0.5), Rosette(3, 0.35), Rosette(3, 0.5), Rosette(3, 0.5, 0.2)),
        *(Rosette(3, 0.65), Rosette(4, 0.35), Rosette(4, 0.5), Rosette(4, 0.5, 0.2), Rosette(4, 0.65, 0.2)),
        *(Chain(1.8), Chain(1.8, 3, 0.2, 0.3), Chain(1.8, 4, 0.1), Chain(1.8, 4, -0.1), Chain(1.8, 4, -0.1, 0.3)),
        Chain(2),
    ),
    8: (
        *(Rosette(2, 0.35), Rosette(2, 0.5), Rosette(3, 0.35), Rosette(3, 0.5), Rosette(3, 0.35, 0.2)),
        *(Rosette(3, 0.65), Rosette(4, 0.35), Rosette(4, 0.5), Rosette(4, 0.5, 0.2), Chain(2), Chain(2, 3, 0.2)),
        *(Chain(2, 3, 0.2, 0.3), Chain(2, 4, 0.1), Chain(1.8, 4, -0.1), Chain(2, 4, -0.1, 0.3)),
    ),
}


@dataclass(frozen=True)
class Emblem:
    """Lines that are to be woven, and points that stand free among them."""

    loops: tuple[Loop, ...]
    points: tuple[complex, ...] = ()


def emblem(acronym: str, radius: float) -> Emblem:
    """The whole drawing, in a circle of this radius around the origin."""
    letters, drawn = _letters(acronym), _drawn(acronym)
    drawn, form = divmod(drawn, len(FORMS[letters]))
    drawn, turned = divmod(drawn, 2)
    drawn, mirrored = divmod(drawn, 2)
    loops = FORMS[letters][form].loops(letters, turned / 2)
    loops = fitted(_mirrored(loops) if mirrored else loops, radius)
    return Emblem(loops, tuple(_points(loops, letters, turned / 2, radius, drawn % 4)))


def small(acronym: str, radius: float) -> Emblem:
    """The same in a few strokes, for the size of a letter: one round of lobes, open in the middle."""
    letters, drawn = _letters(acronym), _drawn(acronym)
    turned = drawn // len(FORMS[letters]) % 2 / 2
    return Emblem(fitted(rosette(letters, 2, 0.5 if letters < 6 else 0.4, 0, turned), radius))


def _points(loops: tuple[Loop, ...], letters: int, phase: float, radius: float, drawn: int) -> Iterator[complex]:
    """One in the middle, one outside between every two lobes, both or none, where there is room."""
    between = [radius * OUTSIDE * turn(UPRIGHT + TURN * (n + phase + 0.5) / letters) for n in range(letters)]
    line = [loop.at(TURN * step / 240) for loop in loops for step in range(240)]
    for wanted, points in ((drawn & 1, [0j]), (drawn & 2, between)):
        if wanted and all(abs(point - each) > radius * ROOM for point in points for each in line):
            yield from points


def _letters(acronym: str) -> int:
    number = sum(unicodedata.category(char)[0] in "LN" for char in unicodedata.normalize("NFC", acronym))
    return min(max(number, FEWEST), MOST)


def _drawn(acronym: str) -> int:
    text = unicodedata.normalize("NFC", acronym)
    return int.from_bytes(sha256(f"{SEED} {text}".encode()).digest()[:8])


def _mirrored(loops: tuple[Loop, ...]) -> tuple[Loop, ...]:
    """The drawing as a mirror shows it, left and right exchanged: z becomes minus its conjugate."""
    return tuple(Loop(tuple((-k, -c.conjugate()) for k, c in loop.circles)) for loop in loops)
