"""An emblem in, the text of its SVG out: in a page it has the colour of the words around it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from mmpt_site.pages.emblem.forms import Emblem, emblem, small
from mmpt_site.pages.emblem.weave import Piece, woven


@dataclass(frozen=True)
class Pen:
    """How an emblem is drawn in a square of `size`: how far out it reaches, how wide its lines and their gaps are."""

    size: int
    radius: float
    line: float
    gap: float  # between the middle of a line and the end of the one below
    point: float  # radius


LARGE = Pen(size=1000, radius=480, line=32, gap=33, point=28)
BOLD = Pen(size=1000, radius=478, line=44, gap=42, point=34)  # on a tile of a phone
SMALL = Pen(size=64, radius=28, line=6.4, gap=7.2, point=0)  # four of these units are one dot of the smallest icon


@lru_cache(maxsize=8)
def inline(acronym: str) -> Markup:
    """The emblem for a page: a picture that says nothing to those who listen, the name stands beside it."""
    return _svg("emblem", _shapes(emblem(acronym, LARGE.radius), LARGE), LARGE)


@lru_cache(maxsize=8)
def inline_small(acronym: str) -> Markup:
    """The emblem in few strokes, for a line of text."""
    return _svg("mark", _shapes(small(acronym, SMALL.radius), SMALL, digits=1), SMALL)


def icon(acronym: str, light: str, dark: str) -> str:
    """The emblem as a file of its own, for the tab of a browser: in few strokes, with a colour for each ground."""
    style = f"path{{fill:none;stroke:{light};stroke-width:{SMALL.line}}}"
    style += f"@media(prefers-color-scheme:dark){{path{{stroke:{dark}}}}}"
    shapes = _shapes(small(acronym, SMALL.radius), SMALL, digits=1)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{_box(SMALL)}"><style>{style}</style>{shapes}</svg>\n'


def _svg(name: str, shapes: str, pen: Pen) -> Markup:
    """A drawing in the colour of the text around it: also on paper, and where the visitor chooses all colours."""
    return Markup(
        f'<svg class="{name}" viewBox="{_box(pen)}" fill="none" stroke="currentColor" stroke-width="{pen.line:g}"'
        f' aria-hidden="true" focusable="false">{shapes}</svg>'
    )


def _box(pen: Pen) -> str:
    return f"-{pen.size // 2} -{pen.size // 2} {pen.size} {pen.size}"


def _shapes(drawn: Emblem, pen: Pen, digits: int = 0) -> str:
    lines = "".join(_stroke(piece, digits) for piece in woven(drawn.loops, pen.gap))
    r = f"{pen.point:g}"
    points = "".join(
        f"M{x - pen.point:g} {y:g}a{r} {r} 0 0 0 {2 * pen.point:g} 0a{r} {r} 0 0 0 {-2 * pen.point:g} 0z"
        for x, y in (_rounded(point, digits) for point in drawn.points)
    )
    return f'<path d="{lines}"/>' + (f'<path fill="currentColor" stroke="none" d="{points}"/>' if points else "")


def _stroke(piece: Piece, digits: int) -> str:
    """One line as a part of a path, each point told from where the curve before it ends."""
    here = _rounded(piece.curves[0][0], digits)
    text = [f"M{_numbers(here)}"]
    for curve in piece.curves:
        points = [_rounded(point, digits) for point in curve[1:]]
        text.append("c" + _numbers(round(n - here[axis], digits) for point in points for axis, n in enumerate(point)))
        here = points[-1]
    return "".join(text) + ("z" if piece.closed else "")


def _rounded(point: complex, digits: int) -> tuple[float, float]:
    return round(point.real, digits) + 0.0, round(point.imag, digits) + 0.0


def _numbers(numbers: Iterable[float]) -> str:
    return " ".join(f"{number:g}" for number in numbers).replace(" -", "-")
