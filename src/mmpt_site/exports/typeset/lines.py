"""A text and a width in, lines of about the same length out."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Literal

from mmpt_site.exports.typeset.faces import Run

Measure = Callable[[str], float]
Way = Literal["L", "R"]
CJK = "\u2e80-\u2fff\u3000-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef"
# Between two characters of Chinese or Japanese a line may end, but not before a closing or after an opening mark.
BREAK = re.compile(
    rf"(?<=[{CJK}])(?=[^\s])(?![、。，．：；！？」』）】》〉ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ・…—,.;:!?)\]”’])(?<![「『（【《〈])"
    rf"|(?<=[^\s(\[“‘])(?=[{CJK}])(?![、。，．：；！？」』）】》〉ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ・…])(?<![「『（【《〈])"
    r"|(?<=[–—/])(?=\w)"
)
HANGUL = re.compile("[\uac00-\ud7a3]")  # which is written with spaces between the words
SHORT = re.compile(r"(?<![^\s])(a|an|the|of|on|in|at|to|for|and|or|de|la|le|et|y|und|der|die|das) $", re.IGNORECASE)


def balanced(text: str, width: float, measure: Measure) -> list[str]:
    """As few lines as the width allows, and the longest of them as short as can be; no line ends in a small word.

    A single piece that is too long for the width is given a line of its own.
    """
    parts = _parts(text)
    fewest = len(_filled(parts, width, measure))
    low, high = 0.0, width
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(parts, middle, measure)) <= fewest else (middle, high)
    lines = _filled(parts, high, measure)
    tidied = _without_small_ends(lines, width, measure)
    return [line.strip() for line in tidied]


def widest(text: str, measure: Measure) -> float:
    """The width of the longest piece, at which no line can end."""
    return max((measure(part.strip()) for part in _parts(text)), default=0)


def visual(runs: Sequence[Run]) -> list[tuple[Run, Way]]:
    """Runs in the order in which they stand from left to right, each with the way it is read.

    Two levels of the Unicode Bidirectional Algorithm (UAX #9), which is what a title has.
    """
    base: Way = direction("".join(run.text for run in runs))
    if base == "L" and not any(run.direction == "R" for run in runs):
        return [(run, "L") for run in runs]
    pieces = [piece for run in runs for piece in _loosened(run)]
    ways = _resolved([piece.direction for piece in pieces], base)
    groups = [[piece for piece, _ in group] for _, group in groupby(zip(pieces, ways, strict=True), itemgetter(1))]
    kinds = [way for way, _ in groupby(ways)]
    ordered = [(reversed(group) if way == "R" else group, way) for group, way in zip(groups, kinds, strict=True)]
    return [(piece, way) for group, way in (reversed(ordered) if base == "R" else ordered) for piece in group]


def direction(text: str) -> Way:
    """'R' for a text that begins at the right, 'L' otherwise."""
    ways = (unicodedata.bidirectional(char) for char in text)
    return next(("R" if way in {"R", "AL"} else "L" for way in ways if way in {"L", "R", "AL"}), "L")


def _loosened(run: Run) -> list[Run]:
    """A run without the spaces and marks at its ends, and these by themselves: they are read as what is around them."""
    found = re.fullmatch(r"([\W_]*)(.*?)([\W_]*)", run.text, re.DOTALL)
    return [Run(part, run.face) for part in (found.groups() if found else ()) if part]


def _resolved(ways: Sequence[Way | Literal[""]], base: Way) -> list[Way]:
    """What has no way of its own takes that of both its neighbours, or else that of the whole."""
    found: list[Way] = []
    for index, way in enumerate(ways):
        before = found[-1] if found else base
        after = next((each for each in ways[index + 1 :] if each), base)
        found.append(way or (before if before == after else base))
    return found


def _parts(text: str) -> list[str]:
    """The pieces between which a line may end; each keeps the space after it."""
    words = re.findall(r"\S+\s*", text)
    return [part for word in words for part in ([word] if HANGUL.search(word) else BREAK.split(word)) if part]


def _filled(parts: Sequence[str], width: float, measure: Measure) -> list[str]:
    """Lines filled one after the other."""
    lines = [""]
    for part in parts:
        if lines[-1] and measure((lines[-1] + part).rstrip()) > width:
            lines.append(part)
        else:
            lines[-1] += part
    return lines


def _without_small_ends(lines: list[str], width: float, measure: Measure) -> list[str]:
    """An article or a preposition at the end of a line goes to the next one, where that has room."""
    lines = list(lines)
    for above, below in pairwise(range(len(lines))):
        small = SHORT.search(lines[above])
        if small and small.start() and measure((small[0] + lines[below]).rstrip()) <= width:
            lines[above], lines[below] = lines[above][: small.start()], small[0] + lines[below]
    return lines
