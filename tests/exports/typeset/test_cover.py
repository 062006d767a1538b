"""A card is of the agreed size, holds any title, and is the same again."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from mmpt_site.exports.typeset import cover
from mmpt_site.exports.typeset.card import Card
from mmpt_site.exports.typeset.cover import COLUMN, EMBLEM, HEIGHT, MARGIN, WIDTH, painted
from tests.exports.typeset.test_faces import TITLES

COLOURS = ("#fdfcf8", "#1c1a17", "#57514a", "#962810", "#962810")
CARD = Card("WSE", "WSE 2021", "Large Examples Workshop", "Small Examples", ("July 12, 2021", "Taipei"), COLOURS)
LONG = "On the interplay of symmetry, geometry and algebra in representations of brains and machines, " * 4


def seen(card: Card) -> Image.Image:
    """The card as somebody sees it."""
    data = painted(card)
    assert len(data) < 60_000
    image = Image.open(BytesIO(data))
    assert (image.format, image.size, image.mode) == ("PNG", (WIDTH, HEIGHT), "P")
    return image.convert("RGB")


def touched(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether anything but paper is there."""
    return image.crop(box).getcolors() != [((box[2] - box[0]) * (box[3] - box[1]), (253, 252, 248))]


@pytest.mark.parametrize("title", [*TITLES.values(), LONG, "W" * 200, "X", "多" * 300], ids=lambda text: text[:12])
def test_a_card_holds_any_title(title: str) -> None:
    image = seen(replace(CARD, title=title))
    edge = MARGIN - 20  # letters may reach a little beyond their place
    assert not touched(image, (0, 0, WIDTH, edge))
    assert not touched(image, (0, HEIGHT - edge, WIDTH, HEIGHT))
    assert not touched(image, (0, 0, edge, HEIGHT))
    assert not touched(image, (WIDTH - edge, 0, WIDTH, HEIGHT))
    right = title in {TITLES["Hebrew"], TITLES["Arabic"]}
    between = (MARGIN + EMBLEM + 2, WIDTH - MARGIN - COLUMN - 4) if right else (MARGIN + COLUMN + 4, 774)
    assert not touched(image, (between[0], 0, between[1], HEIGHT)), "the title stays clear of the emblem"
    column = (WIDTH - MARGIN - COLUMN, 0, WIDTH, HEIGHT) if right else (0, 0, MARGIN + COLUMN, HEIGHT)
    assert touched(image, column)


def test_the_same_card_is_the_same_bytes() -> None:
    assert painted(CARD) == painted(CARD)
    assert painted(CARD) != painted(replace(CARD, title="Small examples"))


def test_a_short_title_is_set_larger_than_a_long_one() -> None:
    short, long = cover._set("Dates", 300), cover._set(LONG, 300)
    assert short.size == max(cover.SIZES)
    assert long.size < short.size
    assert long.height <= 300


def test_a_title_that_fits_in_no_size_ends_with_dots() -> None:
    assert cover._set("W" * 2000, 200).lines[-1].endswith("…")


def test_a_card_with_nothing_but_a_title() -> None:
    assert touched(seen(replace(CARD, above="", foot=(), name="W")), (MARGIN, MARGIN, MARGIN + COLUMN, 200))
