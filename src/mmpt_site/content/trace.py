"""A syntax error of the YAML parser in, what is known of it out: its words, its places and the lines around them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

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

    @classmethod
    def of(cls, error: yaml.YAMLError, lines: tuple[str, ...]) -> "Trace":
        """What libyaml says of an error in these lines."""
        start: Any = getattr(error, "context_mark", None)
        mark: Any = getattr(error, "problem_mark", None) or start
        return cls(
            words=str(getattr(error, "problem", "") or ""),
            context=str(getattr(error, "context", "") or ""),
            at=(mark.line, mark.column) if mark else (0, 0),
            start=(start.line, start.column) if start else None,
            lines=lines,
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
        for number in range(self.at[0] - 1, -1, -1):
            if self.lines[number].strip() and not self.lines[number].lstrip().startswith("#"):
                return number, self.lines[number]
        return self.at[0], ""


Told = tuple[Place, str, str]  # where, what is wrong, what to write instead
Slip = Callable[[Trace], Told | None]


def first_sign(line: str) -> int:
    """The column of the first character that is no white space."""
    return len(line) - len(line.lstrip())


def double_quoted(text: str) -> str:
    """A text in the double quotes that it needs."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def in_quotes(text: str) -> str:
    """A text in the quotes that need the least inside of it."""
    return "'" + text.replace("'", "''") + "'" if {'"', "\\"} & set(text) else f'"{text}"'
