"""An acronym in, its emblem as an icon out."""

from mmpt_site.exports.typeset.canvas import Canvas, ico
from mmpt_site.pages.emblem.draw import BOLD, SMALL
from mmpt_site.pages.emblem.forms import emblem, small

FAVICON_SIZES = (16, 32, 48)
SAFE = 0.74  # of a tile is certain to be seen, whatever shape a system cuts out of it; the W3C's safe zone is 0.8


def favicon(acronym: str, accent: str) -> bytes:
    """The emblem in few strokes as ICO, for browsers that do not take SVG."""
    return ico(small(acronym, SMALL.radius), SMALL, accent, FAVICON_SIZES)


def tile(acronym: str, size: int, paper: str, accent: str) -> bytes:
    """The emblem on paper as a square PNG, for the screen of a phone."""
    canvas = Canvas(size, size, paper)
    canvas.draw(emblem(acronym, BOLD.radius), BOLD, (size / 2, size / 2), accent, size * SAFE / BOLD.size)
    return canvas.png()
