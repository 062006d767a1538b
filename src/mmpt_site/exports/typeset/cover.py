"""What a card says in, the card out: a cover like that of a programme, with one title, set as large as it fits."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from mmpt_site.exports.typeset.canvas import Canvas, measure
from mmpt_site.exports.typeset.card import Card
from mmpt_site.exports.typeset.faces import Style
from mmpt_site.exports.typeset.lines import balanced, direction, widest
from mmpt_site.pages.emblem.draw import LARGE
from mmpt_site.pages.emblem.forms import emblem

WIDTH, HEIGHT = 1200, 630  # as Open Graph wants it
MARGIN = 80
COLUMN = 640  # of the text; the emblem has the rest
EMBLEM = 344  # its diameter
SIZES = (*range(92, 40, -4), *range(40, 22, -2))  # of a title, the largest that fits
LEADING = 1.1
SMALL, SMALL_LEADING = 28, 1.36
GAP = 30  # between the lines above and the title
HIGHEST = 4  # lines of a title that is set large
LARGE_TITLE = 52
ASCENT, DESCENT = 0.72, 0.24  # of a line, in its size


@dataclass(frozen=True)
class Title:
    """A title as it is set."""

    lines: list[str]
    size: float

    @property
    def height(self) -> float:
        """From the top of its capitals to the end of its last line."""
        return self.size * (ASCENT + LEADING * (len(self.lines) - 1) + DESCENT)


def painted(card: Card) -> bytes:
    """The card as PNG."""
    paper, ink, faint, accent, mark = card.colours
    canvas = Canvas(WIDTH, HEIGHT, paper)
    mirrored = direction(card.title) == "R"
    small = partial(measure, style="text", size=SMALL)
    above = balanced(card.above, COLUMN, small) if card.above else []
    foot = [line for text in card.foot for line in balanced(text, COLUMN, small)]
    rest = HEIGHT - 2 * MARGIN - (len(above) + len(foot)) * SMALL * SMALL_LEADING - 2 * GAP
    title = _set(card.title, rest)
    line = _writer(canvas, mirrored)
    y = MARGIN + SMALL * ASCENT
    for text in above:
        line(text, "text", SMALL, y, accent)
        y += SMALL * SMALL_LEADING
    top = y - SMALL * ASCENT + GAP if above else MARGIN
    for number, text in enumerate(title.lines):
        line(text, "display", title.size, top + title.size * (ASCENT + LEADING * number), ink)
    y = HEIGHT - MARGIN - (len(foot) - 1) * SMALL * SMALL_LEADING
    for text in foot:
        line(text, "text", SMALL, y, faint)
        y += SMALL * SMALL_LEADING
    x = MARGIN + EMBLEM / 2 if mirrored else WIDTH - MARGIN - EMBLEM / 2
    scale = EMBLEM / 2 / (LARGE.radius + LARGE.line / 2)
    canvas.draw(emblem(card.acronym, LARGE.radius), LARGE, (x, HEIGHT / 2), mark, scale)
    name = min(SMALL, SMALL * EMBLEM / max(1, measure(card.name, "text", SMALL)))
    canvas.write(card.name, "text", name, (x - measure(card.name, "text", name) / 2, HEIGHT - MARGIN), ink)
    return canvas.png()


def _set(text: str, height: float) -> Title:
    """The title in the largest size at which its lines fit the column, however long it is."""
    for size in SIZES:
        measured = partial(measure, style="display", size=size)
        if widest(text, measured) > COLUMN:
            continue
        title = Title(balanced(text, COLUMN, measured), size)
        if title.height <= height and (len(title.lines) <= HIGHEST or size < LARGE_TITLE):
            return title
    measured = partial(measure, style="display", size=SIZES[-1])
    return Title(_clipped(text, height, measured), SIZES[-1])


def _clipped(text: str, height: float, measured: Callable[[str], float]) -> list[str]:
    """A title that no size makes fit: words cut where the line ends, and the last line ends with dots."""
    lines = [""]
    for char in text:
        if measured(lines[-1] + char) > COLUMN:
            lines.append("")
        lines[-1] += char
    most = int(height / SIZES[-1] / LEADING)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1].rstrip()[:-2].rstrip() + "…"]
    return [line.strip() for line in lines]


def _writer(canvas: Canvas, mirrored: bool) -> Callable[[str, Style, float, float, str], None]:
    """What writes a line at its margin: the left one, or the right one in a script that begins there."""

    def line(text: str, style: Style, size: float, baseline: float, colour: str) -> None:
        x = WIDTH - MARGIN - measure(text, style, size) if mirrored else MARGIN
        canvas.write(text, style, size, (x, baseline), colour)

    return line
