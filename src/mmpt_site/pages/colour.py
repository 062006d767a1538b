"""An accent in, the colours of the pages out, for light and for dark."""

from collections.abc import Mapping
from dataclasses import dataclass

ACCENT = "#962810"


@dataclass(frozen=True)
class Palette:
    """The colours by the names that the style sheet gives them, each as `#rrggbb`."""

    light: Mapping[str, str]
    dark: Mapping[str, str]


def palette(accent: str) -> Palette:
    """The colours around an accent."""
    light = {"paper": "#fdfcf8", "ink": "#1c1a17", "faint": "#57514a", "rule": "#d9d3c7", "shade": "#f3efe5"}
    dark = {"paper": "#171513", "ink": "#ece7de", "faint": "#b7afa3", "rule": "#3b3630", "shade": "#221f1b"}
    return Palette({**light, "accent": accent}, {**dark, "accent": "#ffa185"})
