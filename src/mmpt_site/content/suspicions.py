"""A scalar as YAML reads it in, what its writer hardly meant by it out.

YAML takes these without a word: a text that ends at ` #1`, a list that becomes part of the line above it, a `\\theta`
whose `\\t` is a tab. Each row of SUSPICIONS knows one.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mmpt_site.content.lines import BOTH, BULLET, NO_BULLET, NO_COLON, NO_FIELD, NUMBERED, TAKE_OUT
from mmpt_site.content.outline import Outline
from mmpt_site.content.quotes import in_quotes
from mmpt_site.model.when import is_unknown
from mmpt_site.problems import Level

# what YAML 1.1 calls not printable, and the line separators that no editor shows as such
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
# programs write \n, \r and \t for lines and tabs: LaTeX or the path of a file is none of these
LATEX = "nabla|ne|neg|neq|newcommand|ni|not|notin|nu|num|rangle|rceil|rfloor|rho|right\\w*|rm|tan|tanh|tau|text\\w*|"
LATEX += "tfrac|theta|tilde|times|to|top|triangle\\w*"
LOST = re.compile(rf"(?<!\\)(?:\\\\)*(\\(?:[abefv_NLP][A-Za-z]+|(?:{LATEX})(?![A-Za-z])|(?<=:\\)[nrt][A-Za-z]+))")
LIKE_ENTRY = re.compile(r"\s*(-\s*\S|[a-z][a-z_-]*:(?!//)\S)")
FULL_LINE = 70  # characters, from which on editors and programs break lines
SINGLE_QUOTES = "Use 'single quotes', in which a backslash is only a backslash, or write \\\\ for one."


@dataclass(frozen=True)
class Scalar:
    """A text, how it is quoted, and the lines it stands in; lines and columns count from 0."""

    value: str
    style: str  # "'", '"', '|', '>' or nothing
    line: int
    column: int
    end_line: int
    end_column: int
    lines: tuple[str, ...]
    outline: Outline | None = None  # what the file may hold, where that is known

    @property
    def first_line(self) -> str:
        """The line in which it starts."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    @property
    def in_list(self) -> bool:
        """Whether it is an entry of a list, on a line with a dash."""
        return bool(re.fullmatch(r"\s*(-\s+)+", self.first_line[: self.column]))

    @property
    def bulleted(self) -> re.Match[str] | None:
        """The sign that it starts with on a line of its own, as the lines of a list do elsewhere."""
        return None if self.style or self.first_line[: self.column].strip() else BULLET.match(self.first_line)

    def written(self) -> Iterator[tuple[int, int, str]]:
        """The pieces of its lines, each with line and column."""
        for number in range(self.line, min(self.end_line + 1, len(self.lines))):
            start = self.column if number == self.line else 0
            end = self.end_column if number == self.end_line else None
            yield number, start, self.lines[number][start:end]


@dataclass(frozen=True)
class Suspicion:
    """A place, counted from 0, and what seems wrong there."""

    line: int
    column: int
    width: int
    message: str
    hint: str
    level: Level = "error"


def suspicions(scalar: Scalar) -> Iterator[Suspicion]:
    """Everything that looks unmeant."""
    for suspicion in SUSPICIONS:
        yield from suspicion(scalar)


def _lost_backslash(scalar: Scalar) -> Iterator[Suspicion]:
    r"""In double quotes `\theta` is a tab and `heta`, `\foo` a form feed and `oo`."""
    if scalar.style != '"':
        return
    for line, column, text in scalar.written():
        for found in LOST.finditer(text):
            message = f'In "double quotes" the {found[1][:2]} of {found[1]} is not a backslash and a letter.'
            yield Suspicion(line, column + found.start(1), len(found[1]), message, SINGLE_QUOTES)
            return
    if hidden := FORBIDDEN.search(scalar.value):
        message = f"This text holds an invisible character (U+{ord(hidden[0]):04X})."
        yield Suspicion(scalar.line, scalar.column, 1, message, SINGLE_QUOTES)


def _comment_in_text(scalar: Scalar) -> Iterator[Suspicion]:
    """Where ` #1` ends a text that somebody thought went on, or leaves nothing of it."""
    if scalar.style or scalar.end_line >= len(scalar.lines):
        return
    rest = scalar.lines[scalar.end_line][scalar.end_column :]
    if re.match(r"[ \t]+#[^\s#]" if scalar.value else r"[ \t]*#[^\s#]", rest):
        column = scalar.end_column + len(rest) - len(rest.lstrip())
        message = "From # on this is a comment, and no part of the text."
        text = in_quotes(scalar.first_line[scalar.column :].strip())
        if scalar.line != scalar.end_line or "}" in rest or "]" in rest:
            text = "with its # in it"
        hint = f"If it belongs to the text, put the text in quotes: {text}. If it is a comment, write a space behind #."
        yield Suspicion(scalar.end_line, column, len(rest.strip()), message, hint, "warning")


def _swallowed_line(scalar: Scalar) -> Iterator[Suspicion]:
    """A line of a list or a field that became part of the text above, since it is indented deeper."""
    if scalar.style or scalar.line == scalar.end_line or scalar.bulleted:
        return
    if no_text := _not_text(scalar):
        yield no_text
        return
    for line, column, text in _swallowed(scalar):
        message = "This line is read as part of the text above it."
        hint = "If it is an entry or a field of its own, indent it like its neighbours and put a space after - or :"
        if re.match(r"-\s", text) and not scalar.in_list:
            hint = NO_FIELD
        yield Suspicion(line, column, len(text), message, hint)
        return


def _swallowed(scalar: Scalar) -> list[tuple[int, int, str]]:
    """The lines of a text that begin like an entry or a field, with line and column."""
    above = ""
    found: list[tuple[int, int, str, int]] = []
    for line, _, text in scalar.written():
        if line > scalar.line and (sign := LIKE_ENTRY.match(text)):
            found.append((line, sign.start(1), text.strip(), len(above)))
        above = scalar.lines[line].rstrip()
    broken = len(found) == 1 and found[0][3] >= FULL_LINE and not scalar.in_list  # a long text, where a line was full
    return [] if broken else [each[:3] for each in found]


def _not_text(scalar: Scalar) -> Suspicion | None:
    """A text with a list below it, that is no text: a field without its colon, an entry without its dash, `tba`."""
    first, width = scalar.first_line[scalar.column :].strip(), len(scalar.first_line.rstrip()) - scalar.column
    below = scalar.lines[scalar.line + 1] if scalar.line < scalar.end_line else ""
    place = (scalar.line, scalar.column, width)
    if not re.match(r"\s*-\s+\S", below):
        return None
    if is_unknown(first):
        return Suspicion(*place, BOTH, TAKE_OUT)
    alone = not scalar.first_line[: scalar.column].strip()
    if alone and scalar.outline and first in scalar.outline.names():
        return Suspicion(*place, NO_COLON, f"Write {first}:")
    if alone and len(below) - len(below.lstrip()) == scalar.column:
        return Suspicion(*place, NO_BULLET, f"Write - {NUMBERED.sub('', first)}")
    return None


def _strange_bullet(scalar: Scalar) -> Iterator[Suspicion]:
    """`– Vision` on a line of its own: one long text, and no list."""
    if found := scalar.bulleted:
        hint = f"Write - {found['text'].rstrip()}"
        yield Suspicion(scalar.line, scalar.column, 1, NO_BULLET, f"{hint}; if it is no list, put the text in quotes.")


SUSPICIONS: tuple[Callable[[Scalar], Iterator[Suspicion]], ...] = (
    _lost_backslash,
    _comment_in_text,
    _swallowed_line,
    _strange_bullet,
)
