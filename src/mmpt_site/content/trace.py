"""A syntax error of the YAML parser in, what is known of it out: its words, its places and the lines around them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from mmpt_site.content.outline import Outline

Place = tuple[int, int]  # line and column, counted from 0
ABOVE = "Look also at the line above: often a quotation mark or a bracket is not closed there."


@dataclass(frozen=True)
class Trace:
    """What is known of a syntax error: the parser's words, its places and the lines around them."""

    words: str
    context: str
    at: Place
    start: Place | None
    lines: tuple[str, ...]
    outline: Outline | None = None  # what the file may hold, where that is known

    @classmethod
    def of(cls, error: yaml.YAMLError, lines: tuple[str, ...], outline: Outline | None = None) -> "Trace":
        """What libyaml says of an error in these lines."""
        start: Any = getattr(error, "context_mark", None)
        mark: Any = getattr(error, "problem_mark", None) or start
        return cls(
            words=str(getattr(error, "problem", "") or ""),
            context=str(getattr(error, "context", "") or ""),
            at=(mark.line, mark.column) if mark else (0, 0),
            start=(start.line, start.column) if start else None,
            lines=lines,
            outline=outline,
        )

    @property
    def line(self) -> str:
        """The line where the parser stopped."""
        return self.lines[self.at[0]] if self.at[0] < len(self.lines) else ""

    @property
    def char(self) -> str:
        """The character at which the parser stopped."""
        return self.line[self.at[1] : self.at[1] + 1]

    @property
    def before(self) -> str:
        """Its line as far as the parser came."""
        return self.line[: self.at[1]]

    @property
    def above(self) -> tuple[int, str]:
        """The nearest line above that is neither empty nor a comment, with its number."""
        return next(self.upwards(self.at[0]), (self.at[0], ""))

    def above_at(self, number: int) -> str:
        """The nearest line above one that is indented as far or less."""
        start = first_sign(self.lines[number])
        return next((line for _, line in self.upwards(number) if first_sign(line) <= start), "")

    def upwards(self, number: int) -> Iterator[tuple[int, str]]:
        """The lines above one that are neither empty nor comments, the nearest first, each with its number."""
        for each in range(min(number, len(self.lines)) - 1, -1, -1):
            if re.match(r"\s*[^\s#]", self.lines[each]):
                yield each, self.lines[each]

    def below(self, number: int) -> str:
        """The nearest line below one that is neither empty nor a comment."""
        return next((line for line in self.lines[number + 1 :] if re.match(r"\s*[^\s#]", line)), "")

    def owner(self, number: int) -> str:
        """The field that a line belongs to: the nearest one above that is indented less, and has nothing behind it."""
        start = first_sign(self.lines[number])
        outer = (line for _, line in self.upwards(number) if first_sign(line) < start or is_owner(line, start))
        found = re.fullmatch(r"\s*(?:- +)?([\w-]+):\s*(#.*)?", next(outer, ""))
        return found[1] if found else ""

    @property
    def names(self) -> frozenset[str]:
        """The names of all fields that the file may hold, where that is known."""
        return self.outline.names() if self.outline else frozenset()


Told = tuple[Place, str, str]  # where, what is wrong, what to write instead
Slip = Callable[[Trace], Told | None]


def is_owner(line: str, start: int) -> bool:
    """Whether a line is a field at the same column as the list below it, which YAML allows."""
    return first_sign(line) == start and bool(re.fullmatch(r" *[\w-]+:\s*(#.*)?", line))


def first_sign(line: str) -> int:
    """The column of the first character that is no white space."""
    return len(line) - len(line.lstrip())
