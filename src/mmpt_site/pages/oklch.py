"""The accent in, every colour of the site out: light and dark, and readable by construction.

Tints keep the accent's hue in OKLCH, a space in which equal steps of lightness look equal
(CSS Color Module Level 4, section 9). Contrast is that of WCAG 2.2, section 1.4: 7:1 for text (AAA), 3:1 for drawings.
"""

from collections.abc import Mapping
from hashlib import sha256

from coloraide import Color

from mmpt_site.pages.colour import Palette

TEXT, DRAWING = 7.0, 3.0  # contrast
HUES = 24  # that acronyms are spread over
STEPS = 8  # of the search for a lightness: to 1/256
Oklch = tuple[float, float, float]  # lightness 0–1, chroma, hue in degrees

# lightness and chroma of each colour but the accent's own; the hue is the accent's
LIGHT = {
    "paper": (0.988, 0.0035),
    "shade": (0.958, 0.007),
    "rule": (0.875, 0.014),
    "faint": (0.43, 0.018),
    "ink": (0.22, 0.016),
}
DARK = {
    "paper": (0.185, 0.008),
    "shade": (0.235, 0.011),
    "rule": (0.36, 0.015),
    "faint": (0.775, 0.016),
    "ink": (0.935, 0.010),
}


def accent_of(accent: str | None, acronym: str) -> str:
    """The accent that somebody chose, otherwise one by the acronym."""
    if accent:
        return accent
    hue = int.from_bytes(sha256(acronym.encode()).digest()[:4]) % HUES * (360 / HUES)
    return _hex((0.45, 0.14, hue))


def derived(accent: str | None, acronym: str) -> Palette:
    """Every colour of a site with an accent, `#rrggbb`, or without one."""
    return palette(accent_of(accent, acronym))


def palette(accent: str) -> Palette:
    """Derive every colour from the accent, `#rrggbb`."""
    lightness, chroma, hue = Color(accent).convert("oklch").coords(nans=False)
    return Palette(_theme(LIGHT, (lightness, chroma, hue), 0.0), _theme(DARK, (lightness, chroma, hue), 1.0))


def _theme(grounds: Mapping[str, tuple[float, float]], accent: Oklch, end: float) -> dict[str, str]:
    """The colours of a page on which the most readable lightness of a text is `end`: 0 on light ground, 1 on dark."""
    lightness, chroma, hue = accent
    grey = min(1.0, chroma / 0.04)  # an accent without colour has tints without colour
    colours = {name: _hex((light, tint * grey, hue)) for name, (light, tint) in grounds.items()}
    on = (colours["paper"], colours["shade"])
    colours["accent"] = _readable((lightness, chroma, hue), end, on, TEXT)
    colours["mark"] = _readable((lightness, chroma, hue), end, on, DRAWING)
    return colours


def _readable(colour: Oklch, end: float, grounds: tuple[str, ...], contrast: float) -> str:
    """The colour itself where it has the contrast on every ground, otherwise the nearest on the way to `end`."""
    lightness, chroma, hue = colour

    def enough(candidate: str) -> bool:
        return all(Color(candidate).contrast(ground) >= contrast for ground in grounds)

    found = _hex(colour)
    if enough(found):
        return found
    too_little = lightness
    for _ in range(STEPS):
        middle = (too_little + end) / 2
        if enough(candidate := _hex((middle, chroma, hue))):
            end, found = middle, candidate
        else:
            too_little = middle
    return found


def _hex(colour: Oklch) -> str:
    """The colour that a screen can show, with less chroma where there is no such colour."""
    return str(Color("oklch", colour).convert("srgb").fit(method="oklch-chroma").to_string(hex=True, fit=False))
