"""Every form of an emblem is calm, and letters always give the same one."""

import pytest

from mmpt_site.pages.emblem.forms import FORMS, Chain, Rosette, emblem, small
from mmpt_site.pages.emblem.loops import TURN, fitted
from mmpt_site.pages.emblem.weave import crossings

ALL = [(letters, form) for letters, forms in FORMS.items() for form in forms]
LETTERS = [("X", 2), ("AI", 2), ("BEA", 3), ("多模态", 3), ("W4A", 3), ("MMPT", 4), ("ML-4H", 4), ("ΛΟΓΟΣ", 5)]


@pytest.mark.parametrize("phase", [0, 0.5])
@pytest.mark.parametrize(("letters", "form"), ALL)
def test_a_form_is_calm(letters: int, form: Rosette | Chain, phase: float) -> None:
    """Few crossings, far from each other, at clear angles, as many around each letter."""
    loops = fitted(form.loops(letters, phase), 480)
    found = crossings(loops)
    points = [each.point(loops) for each in found]
    assert 2 <= len(found) <= 30
    assert len(found) % letters == 0
    assert min(abs(a - b) for n, a in enumerate(points) for b in points[:n]) > 100
    assert min(each.sine(loops) for each in found) > 0.44


@pytest.mark.parametrize(("acronym", "lobes"), [*LETTERS, ("SemEval", 7), ("NeurReps", 8), ("A" * 40, 8)])
def test_letters_and_digits_are_counted(acronym: str, lobes: int) -> None:
    drawn = small(acronym, 100)
    assert len(crossings(drawn.loops)) == lobes


def test_the_four_modalities_are_four_strands_woven_into_one() -> None:
    drawn = emblem("MMPT", 480)
    assert len(drawn.loops) == 4
    assert len(crossings(drawn.loops)) == 12


def test_letters_that_are_written_in_two_ways_are_the_same() -> None:
    assert emblem("É1", 100) == emblem("É1", 100) != emblem("E1", 100)


def test_similar_acronyms_look_different() -> None:
    drawn = {emblem(f"MMP{letter}", 480) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    assert len(drawn) >= 22


def test_points_stand_free() -> None:
    for acronym in ("XR", "ML4H", "IWSLT", "GEM", "BEA", "SIGIR"):
        drawn = emblem(acronym, 480)
        assert drawn.points
        for point in drawn.points:
            assert min(abs(loop.at(TURN * n / 500) - point) for loop in drawn.loops for n in range(500)) > 60
