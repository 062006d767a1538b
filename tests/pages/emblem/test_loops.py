"""Lines are closed, as many as they should be, and fit."""

import math

import pytest

from mmpt_site.pages.emblem.loops import TURN, Loop, chain, circle, fitted, rosette, turn


@pytest.mark.parametrize(("lobes", "windings", "strands"), [(3, 2, 1), (4, 2, 2), (4, 4, 4), (8, 4, 4), (7, 3, 1)])
def test_a_rosette_has_the_strands_that_its_numbers_share(lobes: int, windings: int, strands: int) -> None:
    loops = rosette(lobes, windings, 0.5, 0, 0)
    assert len(loops) == strands
    for loop in loops:
        assert abs(loop.at(0) - loop.at(TURN)) < 1e-9


def test_a_rosette_stands_on_its_axis_and_looks_alike_when_turned_by_a_lobe() -> None:
    loops = rosette(5, 3, 0.5, 0.2, 0)
    points = [loop.at(TURN * n / 600) for loop in loops for n in range(600)]
    assert abs(loops[0].at(0) - 1.5 * turn(-math.pi / 2)) < 1e-9
    for point in points[::50]:
        assert min(abs(point * turn(TURN / 5) - other) for other in points) < 0.02


def test_along_is_the_way_that_at_goes() -> None:
    loop = Loop(((2, 1 + 1j), (-1, 0.5j)))
    assert abs((loop.at(1.0001) - loop.at(0.9999)) / 0.0002 - loop.along(1)) < 1e-6
    assert loop.turns == 2


@pytest.mark.parametrize("loops", [chain(4, 1.3, 3, 0.2, 0.3, 0.5), (circle(3),), rosette(4, 3, 0.5, 0, 0)])
def test_what_is_fitted_reaches_just_as_far_as_it_may(loops: tuple[Loop, ...]) -> None:
    reach = [abs(loop.at(TURN * n / 999)) for loop in fitted(loops, 100) for n in range(999)]
    assert max(reach) == pytest.approx(100, abs=0.1)
