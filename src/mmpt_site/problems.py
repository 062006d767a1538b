"""What is wrong and where: a place and a sentence go in, the text an organizer reads comes out."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import lru_cache
from textwrap import wrap
from typing import Literal

Level = Literal["error", "warning", "note"]
Paint = Callable[[str, str], str]

WINDOW = 96  # columns of a source line that are shown


@dataclass(frozen=True)
class Mark:
    """A place in a file: `line` and `column` count from 1 in code points; line 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0
    text: str = ""
    width: int = 1

    def __str__(self) -> str:
        """Give `path:line:column`, which editors and terminals turn into a link."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where, what, and what to write instead.

    An error stops the build, a warning does so when it is strict, a note never does.
    """

    mark: Mark
    message: str
    hint: str = ""
    level: Level = "error"


def sort(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in the order in which somebody would walk through the files, each once."""
    distinct = {(problem.mark, problem.message): problem for problem in reversed(list(problems))}
    return sorted(distinct.values(), key=lambda p: (p.mark.path, p.mark.line, p.mark.column, p.message))


def stops(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether nothing may be published with these problems."""
    return any(p.level == "error" or (strict and p.level == "warning") for p in problems)


def strictly(problems: Iterable[Problem]) -> list[Problem]:
    """The same problems with every warning raised to an error."""
    return [replace(p, level="error") if p.level == "warning" else p for p in problems]


def nearest(word: str, known: Iterable[str], alike: float = 0.6) -> str:
    """The known word that looks most like `word`, at least as much `alike` (0 to 1), or nothing."""
    return _nearest(word[:100], tuple(known), alike)


@lru_cache(maxsize=1024)
def _nearest(word: str, known: tuple[str, ...], alike: float) -> str:
    by_folded = {name.casefold(): name for name in known}
    found = get_close_matches(word.casefold(), by_folded, n=1, cutoff=alike)
    return by_folded[found[0]] if found else ""


def either(words: Sequence[str]) -> str:
    """'a', 'a or b', 'a, b or c'."""
    return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def count(number: int, noun: str) -> str:
    """'1 problem', '2 problems'."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def plain(text: str) -> str:
    """Text that cannot steer a terminal: control and direction characters are shown, not obeyed."""
    return "".join(
        char if unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} else f"\\u{ord(char):04x}"
        for char in text
    )


def uncoloured(text: str, role: str) -> str:
    """Paint nothing."""
    del role
    return text


def describe(problem: Problem, paint: Paint = uncoloured) -> str:
    """One problem as text: place, sentence, the line with a caret, the hint. `paint(text, role)` may colour it."""
    level = paint(f"{problem.level}:", problem.level)
    lines = [f"{paint(plain(str(problem.mark)), 'place')}: {level} {plain(problem.message)}"]
    if problem.mark.text.strip():
        lines += _excerpt(problem.mark, paint)
    if problem.hint:
        first, rest = f"      {paint('=', 'gutter')} ", "        "
        wrapped = wrap(plain(problem.hint), WINDOW, break_long_words=False, break_on_hyphens=False)
        lines += [(rest if index else first) + line for index, line in enumerate(wrapped)]
    return "\n".join(lines)


def summary(problems: Sequence[Problem]) -> str:
    """'3 errors and 1 warning in 2 files' for problems of any levels; notes are not counted."""
    levels = [(level, sum(p.level == level for p in problems)) for level in ("error", "warning")]
    counted = " and ".join(count(number, level) for level, number in levels if number)
    files = {p.mark.path for p in problems if p.level != "note"}
    return f"{counted} in {count(len(files), 'file')}"


def _excerpt(mark: Mark, paint: Paint) -> list[str]:
    """The source line and a caret line under it, both cut to a window around the caret."""
    text = mark.text.replace("\t", " ")
    start = max(0, mark.column - 1 - WINDOW * 2 // 3) if len(text) > WINDOW else 0
    shown = text[start : start + WINDOW]
    at = mark.column - 1 - start
    before, under = plain(shown[:at]), plain(shown[at : at + mark.width]) or " "
    shown = ("…" if start else "") + plain(shown) + ("…" if start + WINDOW < len(text) else "")
    indent = " " * (_cells(before) + bool(start))
    gutter = paint("|", "gutter")
    return [f"{mark.line:5} {gutter} {shown}", f"      {gutter} {indent}{paint('^' * max(1, _cells(under)), 'caret')}"]


def _cells(text: str) -> int:
    """How many terminal columns a text takes: East Asian wide characters two, combining marks none."""
    return sum(
        0
        if unicodedata.category(c) in {"Mn", "Me"} or "\u1160" <= c <= "\u11ff"
        # joined to the one before
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )
