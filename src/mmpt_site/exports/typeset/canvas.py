"""Lines, letters and an emblem in, a picture as PNG or ICO out: the only code that knows Pillow.

Everything is painted several times as large and then made smaller, so that letters stand where they belong and not at
whole pixels. Only for a picture that is not remembered is this module imported, which takes time.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from io import BytesIO
from itertools import pairwise

from PIL import Image, ImageColor, ImageDraw, ImageFont

from mmpt_site.exports.typeset.faces import FONTS, Style, runs
from mmpt_site.exports.typeset.lines import visual
from mmpt_site.pages.emblem.draw import Pen
from mmpt_site.pages.emblem.forms import Emblem
from mmpt_site.pages.emblem.weave import Bezier, woven

FINE = 4  # times as large
REFERENCE = 400  # size at which text is measured
FLAT = 24  # straight pieces that a Bézier curve is painted in
SHADES = 20  # between the paper and each other colour
DIRECTIONS = {"L": "ltr", "R": "rtl"}
LARGER = {"noto-naskh-arabic": 1.1, "noto-serif-cjk": 0.93, "droid-sans-fallback": 0.9}  # to look of one size


class Canvas:
    """A sheet of paper of one colour; places and sizes are told in its pixels."""

    def __init__(self, width: int, height: int, paper: str, fine: int = FINE) -> None:
        self.fine, self.paper, self.colours = fine, paper, [paper]
        self.image = Image.new("RGB", (width * fine, height * fine), paper)
        self.pencil = ImageDraw.Draw(self.image)

    def write(self, text: str, style: Style, size: float, place: tuple[float, float], colour: str) -> None:
        """A line of text, with its baseline and its left end at `place`."""
        self._uses(colour)
        x, y = (each * self.fine for each in place)
        for run, way in visual(runs(text, style)):
            font = _font(run.face, _sized(run.face, size) * self.fine)
            self.pencil.text((x, y), run.text, colour, font, "ls", direction=DIRECTIONS[way])
            x += font.getlength(run.text, direction=DIRECTIONS[way])

    def draw(self, emblem: Emblem, pen: Pen, middle: tuple[float, float], colour: str, scale: float) -> None:
        """An emblem; `scale` says how many pixels one of its units is."""
        self._uses(colour)
        origin, factor = complex(*middle) * self.fine, scale * self.fine
        for piece in woven(emblem.loops, pen.gap):
            line = [point * factor + origin for point in _flat(piece.curves)]
            sides = _sides(line, pen.line * factor / 2)
            for (a, b), (c, d) in pairwise(sides):
                self.pencil.polygon([(p.real, p.imag) for p in (a, c, d, b)], colour)
        for point in emblem.points:
            at, radius = point * factor + origin, pen.point * factor
            self.pencil.ellipse((at.real - radius, at.imag - radius, at.real + radius, at.imag + radius), colour)

    def rule(self, box: tuple[float, float, float, float], colour: str) -> None:
        """A filled rectangle."""
        self._uses(colour)
        x, y, right, bottom = (round(each * self.fine) for each in box)
        self.pencil.rectangle((x, y, right - 1, bottom - 1), colour)

    def png(self) -> bytes:
        """The picture in its few colours and what lies between them and the paper."""
        paper, *others = map(ImageColor.getrgb, self.colours)
        shades = list(paper)
        for other in others:
            for n in range(1, SHADES + 1):
                shades += [round(a + (b - a) * n / SHADES) for a, b in zip(paper, other, strict=True)]
        palette = Image.new("P", (1, 1))
        palette.putpalette(shades)
        small = self.image.reduce(self.fine).quantize(palette=palette, dither=Image.Dither.NONE)
        return _saved(small, "PNG", optimize=True)

    def _uses(self, colour: str) -> None:
        if colour not in self.colours:
            self.colours.append(colour)


@lru_cache(maxsize=4096)
def _width(text: str, style: Style) -> float:
    """The width of a line of text at the size REFERENCE."""
    return sum(
        _font(run.face, _sized(run.face, REFERENCE)).getlength(run.text, direction=DIRECTIONS[way])
        for run, way in visual(runs(text, style))
    )


def measure(text: str, style: Style, size: float) -> float:
    """The width of a line of text: letters without hints grow evenly."""
    return _width(text, style) * size / REFERENCE


def ico(emblem: Emblem, pen: Pen, colour: str, sizes: Sequence[int]) -> bytes:
    """The emblem in several sizes, on no ground."""
    images = [_stamp(emblem, pen, colour, size) for size in sizes]
    return _saved(images[-1], "ICO", sizes=[image.size for image in images], append_images=images[:-1])


def _stamp(emblem: Emblem, pen: Pen, colour: str, size: int) -> Image.Image:
    """The emblem alone: its shape is what is opaque."""
    fine = 8
    mask = Canvas(size, size, "#000000", fine)
    mask.draw(emblem, pen, (size / 2, size / 2), "#ffffff", size / pen.size)
    stamp = Image.new("RGBA", (size, size), colour)
    stamp.putalpha(mask.image.convert("L").reduce(fine))
    return stamp


def _saved(image: Image.Image, form: str, **options: object) -> bytes:
    data = BytesIO()
    image.save(data, form, **options)
    return data.getvalue()


@lru_cache(maxsize=64)
def _font(face: str, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BytesIO(_data(face)), size, layout_engine=ImageFont.Layout.RAQM)


@lru_cache(maxsize=16)
def _data(face: str) -> bytes:
    return (FONTS / f"{face}.woff2").read_bytes()


def _sized(face: str, size: float) -> float:
    return size * LARGER.get(face, 1)


def _flat(curves: Iterable[Bezier]) -> list[complex]:
    """Points along Bézier curves that follow each other."""
    points: list[complex] = []
    for a, b, c, d in curves:
        for n in range(1 if points else 0, FLAT + 1):
            t = n / FLAT
            points.append(a * (1 - t) ** 3 + 3 * b * t * (1 - t) ** 2 + 3 * c * t * t * (1 - t) + d * t**3)
    return points


def _sides(line: Sequence[complex], half: float) -> list[tuple[complex, complex]]:
    """For each point of a line, the two beside it at the edges of a stroke."""
    ways = [b - a for a, b in pairwise(line)]
    mean = [ways[0], *(a + b for a, b in pairwise(ways)), ways[-1]]
    turned = [1j * half * way / abs(way) for way in mean if abs(way)]
    return [(point + side, point - side) for point, side in zip(line, turned, strict=True)]
