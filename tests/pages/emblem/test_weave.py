"""Where lines cross, one of them is cut, and over and under alternate along each."""

import pytest

from mmpt_site.pages.emblem.loops import Loop, chain, circle, rosette
from mmpt_site.pages.emblem.weave import crossings, woven

CASES = [
    (rosette(3, 2, 0.5, 0, 0), 3),  # the trefoil
    (rosette(4, 2, 0.5, 0, 0), 4),  # Solomon's knot
    (rosette(4, 4, 0.65, 0, 0), 12),
    (rosette(7, 3, 0.5, 0, 0), 14),
    (chain(2, 0.5, 3, 0, 0, 0), 2),  # two rings
    (chain(5, 1.5, 3, 0, 0, 0), 10),
    ((*rosette(3, 2, 0.8, 0, 0), circle(1.6)), 9),
]


@pytest.mark.parametrize(("loops", "number"), CASES)
def test_every_crossing_is_found_once_and_exactly(loops: tuple[Loop, ...], number: int) -> None:
    found = crossings(loops)
    assert len(found) == number
    for each in found:
        assert abs(loops[each.one].at(each.t) - loops[each.other].at(each.u)) < 1e-9
    points = [each.point(loops) for each in found]
    assert min(abs(a - b) for n, a in enumerate(points) for b in points[:n]) > 0.05


@pytest.mark.parametrize(("loops", "number"), CASES)
def test_at_each_crossing_one_line_passes_and_the_other_keeps_away(loops: tuple[Loop, ...], number: int) -> None:
    pieces = woven(loops, gap=0.03)
    assert len(pieces) == number  # as many ends as gaps
    points = [point for piece in pieces for curve in piece.curves for point in _along(curve)]
    ends = [end for piece in pieces for end in (piece.curves[0][0], piece.curves[-1][3])]
    for crossing in crossings(loops):
        place = crossing.point(loops)
        assert min(abs(place - point) for point in points) < 0.02, "nothing passes over"
        assert sum(abs(place - end) < 0.08 for end in ends) == 2, "one line is cut, and only one"


@pytest.mark.parametrize(("loops", "number"), CASES)
def test_a_piece_passes_over_one_line_between_its_ends(loops: tuple[Loop, ...], number: int) -> None:
    places = [crossing.point(loops) for crossing in crossings(loops)]
    for piece in woven(loops, gap=0.03):
        points = [point for curve in piece.curves for point in _along(curve)]
        over = [place for place in places if min(abs(place - point) for point in points) < 0.02]
        assert len(over) == 1
        assert not piece.closed


def test_a_line_that_meets_none_stays_whole() -> None:
    (piece,) = woven((circle(1),), gap=0.1)
    assert piece.closed
    assert abs(piece.curves[0][0] - piece.curves[-1][3]) < 1e-9
    assert all(abs(abs(point) - 1) < 0.002 for curve in piece.curves for point in _along(curve))


def _along(curve: tuple[complex, complex, complex, complex]) -> list[complex]:
    a, b, c, d = curve
    return [
        a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t * t * (1 - t) + d * t**3
        for t in (n / 40 for n in range(41))
    ]
