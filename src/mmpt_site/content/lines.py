"""The trace of a syntax error in, the line that does not say what it is out: no dash, no colon, no place of its own."""

import re

from mmpt_site.content.merges import unmerged
from mmpt_site.content.trace import ABOVE, Told, Trace, double_quoted, first_sign
from mmpt_site.problems import count

# signs that stand before the entries of a list elsewhere, and mean nothing in YAML, or something else
BULLET = re.compile(r"\s*(?P<sign>[–—−•‣·∙●◦▪*]|-(?=[\u00a0\u3000]))[ \u00a0\u3000]+(?P<text>\S.*)")
NO_BULLET = 'A line of a list begins with "- ": a hyphen, then a space.'
NO_FIELD = "The line above a list names its field, such as topics: or dates:. Is that line missing?"


def unmerged_versions(trace: Trace) -> Told | None:
    """What Git left behind."""
    found = unmerged(trace.lines)
    return ((found[0], 0), *found[1:]) if found else None


def bullet(trace: Trace) -> Told | None:
    """`– Vision`, `* Vision`, `• Vision`."""
    numbers = {trace.at[0], *([trace.start[0]] if trace.start else [])}
    if first_sign(trace.line) > first_sign(trace.above[1]):  # its fields: where they are in order, it is not
        numbers.add(trace.above[0])
    for number in sorted(numbers):
        line = trace.lines[number] if number < len(trace.lines) else ""
        if found := BULLET.fullmatch(line.rstrip()):
            return (number, found.start("sign")), NO_BULLET, f"Write - {found['text']}"
    return None


def tab(trace: Trace) -> Told | None:
    """A tab, or a line that begins with one."""
    if trace.char != "\t" and not re.match(r" *\t", trace.line):
        return None
    column = trace.line.index("\t") if "\t" in trace.line else trace.at[1]
    return (trace.at[0], column), "A tab stands where YAML wants spaces.", "Replace each tab by two spaces."


def list_without_field(trace: Trace) -> Told | None:
    """A line of a list below a field that has its value already: a line is missing, or stands inside of the list."""
    number, above = trace.above
    start = first_sign(trace.line)
    listed = trace.line.lstrip().startswith("- ") and ("expected" in trace.words or "not allowed" in trace.words)
    field = re.match(r" *([\w-]+): +(?![|>&!])\S", above)
    if not listed or not field or start < first_sign(above):
        return None
    if any(line.startswith(" " * start + "- ") for line in trace.lines[:number]):
        hint = f"Move {field[1]}: out of the list, above its field or below its last line."
        return (number, first_sign(above)), "This field stands between the lines of a list.", hint
    return (trace.at[0], start), "A list begins here, without a field that it belongs to.", NO_FIELD


def colon_in_text(trace: Trace) -> Told | None:
    """`title: Small: Examples`, or a line that is indented too far."""
    if "mapping values are not allowed" not in trace.words:
        return None
    if found := re.match(r"(\s*(?:- +)*[^\s:][^:]*: +)(.*)", trace.line):
        field, text = found.groups()
        if found.start(2) < len(trace.before):
            hint = f"Put the text in quotes: {field.strip().lstrip('- ')} {double_quoted(text.strip())}"
            return trace.at, "A colon followed by a space starts a field, also inside a text.", hint
    if told := _no_field(trace.above[0], trace.above[1]):
        return told
    hint = "Give it the same number of spaces as the fields beside it."
    start = (trace.at[0], first_sign(trace.line))
    return start, "This line is indented as if it belonged to the text above.", hint


def missing_colon(trace: Trace) -> Told | None:
    """The parser looks for a colon until long after the line that lacks it."""
    if "could not find expected ':'" not in trace.words or not trace.start:
        return None
    return _no_field(trace.start[0], trace.lines[trace.start[0]])


def _no_field(number: int, line: str) -> Told | None:
    """What a line that should be a field, and is none, lacks."""
    start = (number, first_sign(line))
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
        hint = f"Write {dash}{name}: {value}" if value else f"Write {name}: and its value; or, as text, indent it."
        if len(value.split()) > 2:  # a sentence
            hint = "A text of several lines starts with | behind its field, and its lines are indented."
        return start, "This line is not a field: it has no colon.", hint
    return None


def list_on_line(trace: Trace) -> Told | None:
    """`topics: - Vision`."""
    if "block sequence entries" not in trace.words:
        return None
    return trace.at, "A list starts on a line of its own.", "Write each - on its own line, or [one, two] on this one."


def no_list_line(trace: Trace) -> Told | None:
    """A line between those of a list that has no dash."""
    if "'-' indicator" not in trace.words:
        return None
    hint = "Start it with '- ', or indent it like its neighbours."
    return trace.at, "This line does not continue the list above.", hint


def indentation(trace: Trace) -> Told | None:
    """Whatever else stands where no line can begin."""
    if "did not find expected" not in trace.words:
        return None
    start = (trace.at[0], first_sign(trace.line))
    listed = trace.line.lstrip().startswith("- ")
    alike = [
        number
        for number, line in enumerate(trace.lines[: trace.at[0]])
        if re.match(r"\s*[^\s#]", line) and line.lstrip().startswith("- ") == listed
    ]
    like = "as many spaces as its neighbours"
    if alike and first_sign(trace.lines[alike[-1]]) != start[1]:
        like = f"{count(first_sign(trace.lines[alike[-1]]), 'space')} at its start, like line {alike[-1] + 1}"
    return start, "The indentation of this line fits no line above.", f"Give it {like}. {ABOVE}"
