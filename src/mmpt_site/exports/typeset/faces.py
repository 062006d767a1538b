"""A text in, the fonts that have its characters out: every font is part of the program, so a text looks alike anywhere.

Which characters a font has stands in `coverage.json` beside the fonts, so that nothing need open them to know it.
"""

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Literal

FONTS = Path(__file__).resolve().parents[2] / "vendor" / "fonts"
COVERAGE = FONTS / "coverage.json"
EVERYWHERE = ("frank-ruhl-libre", "noto-naskh-arabic", "noto-serif-cjk", "droid-sans-fallback")
Style = Literal["display", "text"]
INVISIBLE = {"Cf", "Cc", "Cs", "Co", "Cn"}  # categories that no font shows
JOINERS = "\u200c\u200d"  # which Arabic and Persian words are written with
VARIATIONS = range(0xFE00, 0xFE10)


@dataclass(frozen=True)
class Run:
    """A piece of text in one font."""

    text: str
    face: str

    @property
    def direction(self) -> Literal["L", "R", ""]:
        """Which way it is read, as far as its letters and digits tell."""
        found = [unicodedata.bidirectional(char) for char in self.text]
        return "R" if {"R", "AL", "AN"} & set(found) else "L" if {"L", "EN"} & set(found) else ""


def faces(style: Style) -> tuple[str, ...]:
    """The fonts for a style of text, in the order in which they are asked for a character."""
    return (f"newsreader-{style}", f"literata-{style}", *EVERYWHERE)


def legible(text: str) -> tuple[str, str]:
    """The text without what no font has, so that it still reads well, and what was left out."""
    kept: list[str] = []
    missing: list[str] = []
    for cluster in _clusters(unicodedata.normalize("NFC", text)):
        (kept if _face(cluster, "text") else missing).append(cluster)
    lost = "".join(dict.fromkeys(missing))
    return (_closed_up("".join(kept)) if missing else "".join(kept)), lost


def runs(text: str, style: Style) -> list[Run]:
    """A legible text in pieces, each as long as one font goes."""
    found = ((cluster, _face(cluster, style)) for cluster in _clusters(text))
    return [Run("".join(c for c, _ in same), face) for face, same in groupby(found, key=itemgetter(1)) if face]


def has(face: str, text: str) -> bool:
    """Whether a font has every character of a text; those that are never shown need none."""
    starts, ends = _coverage()[face]
    for char in text:
        index = bisect_right(starts, ord(char)) - 1
        if char not in JOINERS and not (index >= 0 and ord(char) <= ends[index]):
            return False
    return True


def _face(cluster: str, style: Style) -> str:
    return next((face for face in faces(style) if has(face, cluster)), "")


def _clusters(text: str) -> Iterator[str]:
    """Characters with the marks that stand on them; what is never shown is passed over."""
    cluster = ""
    for char in " ".join(text.split()):
        category = unicodedata.category(char)
        if (category in INVISIBLE and char not in JOINERS) or ord(char) in VARIATIONS:
            continue
        if cluster and (category.startswith("M") or char in JOINERS):
            cluster += char
            continue
        if cluster:
            yield cluster
        cluster = char
    if cluster:
        yield cluster


def _closed_up(text: str) -> str:
    """A text from which something was taken out: no empty brackets, no space before a comma, no loose ends."""
    for empty in ("()", "[]", "“”", "«»", "（）", "「」", "《》"):
        text = text.replace(empty[0] + " " + empty[1], "").replace(empty, "")
    text = " ".join(text.split())
    for mark in ",.;:!?)":
        text = text.replace(f" {mark}", mark)
    return text.strip(" ,;:·–—-|/")


@lru_cache(maxsize=1)
def _coverage() -> dict[str, tuple[list[int], list[int]]]:
    """For each font the first and the last characters of its ranges."""
    found = {}
    for face, ranges in json.loads(COVERAGE.read_text("ascii")).items():
        ends = [each.partition("-") for each in ranges.split()]
        found[face] = ([int(a, 16) for a, _, _ in ends], [int(b or a, 16) for a, _, b in ends])
    return found
