"""What the YAML parser says in, where and what an organizer should mend out.

libyaml's own words ("found character that cannot start any token") name the rule, not the slip; each row of SLIPS knows
one slip by its traces.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from mmpt_site.content.merges import unmerged

Place = tuple[int, int]  # line and column, counted from 0
Told = tuple[int, int, str, str]  # line and column counted from 1, message, hint


@dataclass(frozen=True)
class Trace:
    """What is known of a syntax error: the parser's words, its places and the lines around them."""

    words: str
    context: str
    at: Place
    start: Place | None
    lines: tuple[str, ...]

    @property
    def line(self) -> str:
        """The line where the parser stopped."""
        return self.lines[self.at[0]] if self.at[0] < len(self.lines) else ""

    @property
    def char(self) -> str:
        """The character at which the parser stopped."""
        return self.line[self.at[1] : self.at[1] + 1]

    @property
    def above(self) -> tuple[int, str]:
        """The nearest line above that is neither empty nor a comment, with its number."""
        for number in range(self.at[0] - 1, -1, -1):
            if self.lines[number].strip() and not self.lines[number].lstrip().startswith("#"):
                return number, self.lines[number]
        return self.at[0], ""


def explain(error: yaml.YAMLError, lines: tuple[str, ...]) -> Told:
    """The first row of SLIPS that knows the error tells it."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    start = getattr(error, "context_mark", None)
    trace = Trace(
        words=str(getattr(error, "problem", "") or ""),
        context=str(getattr(error, "context", "") or ""),
        at=(mark.line, mark.column) if mark else (0, 0),
        start=(start.line, start.column) if start else None,
        lines=lines,
    )
    for slip in SLIPS:
        if told := slip(trace):
            (line, column), message, hint = told
            return min(line + 1, max(len(lines), 1)), column + 1, message, hint
    return trace.at[0] + 1, trace.at[1] + 1, f"This cannot be read as YAML: {trace.words}.", ABOVE


ABOVE = "Look also at the line above: often a quotation mark or a bracket is not closed there."
Slip = Callable[[Trace], tuple[Place, str, str] | None]


def _tab(trace: Trace) -> tuple[Place, str, str] | None:
    if trace.char != "\t" and not re.match(r" *\t", trace.line):
        return None
    column = trace.line.index("\t") if "\t" in trace.line else trace.at[1]
    return (trace.at[0], column), "A tab stands where YAML wants spaces.", "Replace each tab by two spaces."


def _special_start(trace: Trace) -> tuple[Place, str, str] | None:
    if "cannot start any token" not in trace.words:
        return None
    text = trace.line[trace.at[1] :].strip()
    return trace.at, f'A text cannot start with "{trace.char}".', f'Put it in quotes: "{text}"'


def _open_quote(trace: Trace) -> tuple[Place, str, str] | None:
    if "quoted scalar" not in trace.context or "unexpected" not in trace.words or not trace.start:
        return None
    quote = trace.lines[trace.start[0]][trace.start[1] : trace.start[1] + 1]
    return trace.start, "This quotation mark is never closed.", f"Write {quote} at the end of the text, too."


def _escape(trace: Trace) -> tuple[Place, str, str] | None:
    if "escape" not in trace.words:
        return None
    hint = "Use 'single quotes', in which a backslash is only a backslash, or write \\\\"
    return trace.at, 'In "double quotes" a backslash is special, and this one means nothing.', hint


def _open_bracket(trace: Trace) -> tuple[Place, str, str] | None:
    if "flow" not in trace.context or not trace.start:
        return None
    before = trace.line[: trace.at[1]]
    if trace.char == ":" and before.count(":") > before.count(","):
        return trace.at, "A colon followed by a space starts a field, also inside a text.", "Put the text in quotes."
    start = _last_open(trace)
    if not start:
        return None
    bracket = trace.lines[start[0]][start[1]]
    closing = {"[": "]", "{": "}"}.get(bracket, "")
    hint = f"Write {closing} at its end, and a comma between its parts; a text that starts with {bracket} needs quotes."
    return start, f"This {bracket} is never closed.", hint


def _last_open(trace: Trace) -> Place | None:
    """The bracket nearest before the error that nothing closes."""
    depth = 0
    for number in range(min(trace.at[0], len(trace.lines) - 1), -1, -1):
        line = trace.lines[number][: trace.at[1]] if number == trace.at[0] else trace.lines[number]
        for column in range(len(line) - 1, -1, -1):
            depth += (line[column] in "]}") - (line[column] in "[{")
            if depth < 0:
                return number, column
    return None


def _conflict(trace: Trace) -> tuple[Place, str, str] | None:
    found = unmerged(trace.lines)
    return ((found[0], 0), *found[1:]) if found else None


def _special_value(trace: Trace) -> tuple[Place, str, str] | None:
    """`place: *bold*`, `place: > x`, `place: | x`, `place: , x`: signs that mean something at the start of a text."""
    for number in (trace.at[0], trace.above[0]):
        line = trace.lines[number] if number < len(trace.lines) else ""
        found = re.match(r"(\s*(?:- +)*[\w-]+:\s+)([*>|,&%?@`!].*\S)", line)
        if found and not re.fullmatch(r"[>|][+-]?\d?\s*(#.*)?", found[2]):
            text = found[2].replace("'", "''")
            return (number, found.end(1)), f'A text cannot start with "{found[2][0]}".', f"Put it in quotes: '{text}'"
    return None


def _colon_in_text(trace: Trace) -> tuple[Place, str, str] | None:
    if "mapping values are not allowed" not in trace.words:
        return None
    before = trace.line[: trace.at[1]]
    if found := re.match(r"(\s*(?:- +)*[^\s:][^:]*: +)(.*)", trace.line):
        field, text = found.groups()
        if found.start(2) < len(before):
            quoted = '"' + text.strip().replace("\\", "\\\\").replace('"', '\\"') + '"'
            hint = f"Put the text in quotes: {field.strip().lstrip('- ')} {quoted}"
            return trace.at, "A colon followed by a space starts a field, also inside a text.", hint
    if told := _no_field(trace.above[0], trace.above[1]):
        return told
    hint = "Give it the same number of spaces as the fields beside it."
    start = (trace.at[0], len(trace.line) - len(trace.line.lstrip()))
    return start, "This line is indented as if it belonged to the text above.", hint


def _no_field(number: int, line: str) -> tuple[Place, str, str] | None:
    """What a line that should be a field, and is none, lacks."""
    start = (number, len(line) - len(line.lstrip()))
    text = line.strip()
    if text.startswith(("<!--", "//", "/*")):
        return start, "This is no comment in YAML.", "A comment starts with # and goes to the end of its line."
    if found := re.match(r"-+([^\s-].*)", text):
        return start, "There is no space after this dash.", f"Write - {found[1]}"
    if found := re.match(r"(?:- +)?([\w-]+)[:：][\u00a0\u3000]*(\S.*)", text):
        colon = (number, line.index(found[1], start[1]) + len(found[1]))
        return colon, "There is no space after this colon, or no plain one.", f"Write {found[1]}: {found[2]}"
    if found := re.match(r"(?:- +)?([\w-]+)\s*=\s*(.*)", text):
        return start, "A field is written with a colon.", f"Write {found[1]}: {found[2]}"
    if text and ":" not in text:
        dash = "- " if text.startswith("- ") else ""
        name, _, value = text.removeprefix("- ").partition(" ")
        hint = f"Write {dash}{name}: {value or 'and its value; what goes on a text is indented.'}"
        if len(value.split()) > 2:  # a sentence
            hint = "A text of several lines starts with | behind its field, and its lines are indented."
        return start, "This line is not a field: it has no colon.", hint
    return None


def _missing_colon(trace: Trace) -> tuple[Place, str, str] | None:
    """The parser looks for a colon until long after the line that lacks it."""
    if "could not find expected ':'" not in trace.words or not trace.start:
        return None
    return _no_field(trace.start[0], trace.lines[trace.start[0]])


def _list_on_line(trace: Trace) -> tuple[Place, str, str] | None:
    if "block sequence entries" not in trace.words:
        return None
    return trace.at, "A list starts on a line of its own.", "Write each - on its own line, or [one, two] on this one."


def _after_quote(trace: Trace) -> tuple[Place, str, str] | None:
    before = trace.line[: trace.at[1]].rstrip()
    if "did not find expected" not in trace.words or not before.endswith(("'", '"', "]", "}")):
        return None
    if before.endswith(("]", "}")):
        return (
            trace.at,
            f"Something stands after the closing {before[-1]}",
            "Take it out, or put the whole text in quotes.",
        )
    quote = before[-1]
    for number in range(trace.at[0] - 1, -1, -1) if before.count(quote) % 2 else ():
        line = trace.lines[number]
        if line.count(quote) % 2:
            where = (number, line.rindex(quote))
            return where, "This quotation mark is never closed.", f"Write {quote} at the end of the text, too."
    hint = "Put the whole text in quotes; inside 'single quotes' an apostrophe is written twice: ''"
    return trace.at, "Something stands after the closing quotation mark.", hint


def _not_a_list_line(trace: Trace) -> tuple[Place, str, str] | None:
    if "'-' indicator" not in trace.words:
        return None
    return (
        trace.at,
        "This line does not continue the list above.",
        "Start it with '- ', or indent it like its neighbours.",
    )


def _indentation(trace: Trace) -> tuple[Place, str, str] | None:
    if "did not find expected" not in trace.words:
        return None
    start = (trace.at[0], len(trace.line) - len(trace.line.lstrip()))
    return (
        start,
        "The indentation of this line fits no line above.",
        f"Give it as many spaces as its neighbours. {ABOVE}",
    )


SLIPS: tuple[Slip, ...] = (
    _conflict,
    _open_quote,
    _escape,
    _tab,
    _special_start,
    _missing_colon,
    _colon_in_text,
    _open_bracket,
    _list_on_line,
    _after_quote,
    _special_value,
    _not_a_list_line,
    _indentation,
)
