"""The trace of a syntax error in, the line that does not say what it is out: no dash, no colon, no place of its own."""

import re

from mmpt_site.content.merges import unmerged
from mmpt_site.content.quotes import double_quoted
from mmpt_site.content.trace import Told, Trace, first_sign
from mmpt_site.model.when import is_unknown

# signs that stand before the entries of a list elsewhere, and mean nothing in YAML, or something else
BULLET = re.compile(r"\s*(?P<sign>[–—−•‣·∙●◦▪*]|-(?=[\u00a0\u3000]))[ \u00a0\u3000]+(?P<text>\S.*)")
NO_BULLET = 'A line of a list begins with "- ": a hyphen, then a space.'
NO_COLON = "This line is not a field: it has no colon."
NUMBERED = re.compile(r"\(?[0-9]{1,2}[.)] +(?=\S)")  # 1. or 1)
WIDE_COLON = "This is a wide colon (：), which means nothing in YAML."
BOTH = 'Here stand both "to be announced" and what is announced.'
TAKE_OUT = 'Take out "to be announced": the list stands below.'
NO_FIELD = "The line above a list names its field, such as topics: or dates:. Is that line missing?"


def unmerged_versions(trace: Trace) -> Told | None:
    """What Git left behind."""
    found = unmerged(trace.lines)
    return ((found[0], 0), *found[1:]) if found else None


def fence(trace: Trace) -> Told | None:
    """A first line ```yaml, which comes along when YAML is copied from a chat or a README."""
    first = next((each for each, line in enumerate(trace.lines) if line.strip()), 0)
    if not trace.lines[first].startswith("```"):
        return None
    return (first, 0), "This line is the sign of a code block in Markdown.", "Take out this line, and the last line ```"


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
    if is_unknown(above.partition(":")[2]):
        value = above.index(":") + 1
        return (number, value + first_sign(above[value:])), BOTH, TAKE_OUT
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
            name = field.strip().lstrip("- ").removesuffix(":")
            dash = "- " if field.lstrip().startswith("- ") else ""
            known = name in trace.names or not (dash and trace.names)
            quoted = f"{name}: {double_quoted(text.strip())}" if known else double_quoted(f"{name}: {text.strip()}")
            hint = f"Put the text in quotes: {dash}{quoted}"
            return trace.at, "A colon followed by a space starts a field, also inside a text.", hint
    return no_field(trace, trace.above[0])


def missing_colon(trace: Trace) -> Told | None:
    """The parser looks for a colon until long after the line that lacks it."""
    if "could not find expected ':'" not in trace.words or not trace.start:
        return None
    return no_field(trace, trace.start[0])


def no_field(trace: Trace, number: int) -> Told | None:
    """What a line that should be a field, and is none, lacks."""
    line = trace.lines[number]
    start = (number, first_sign(line))
    text = line.strip()
    if text.startswith(("<!--", "//", "/*")):
        return start, "This is no comment in YAML.", "A comment starts with # and goes to the end of its line."
    if found := re.match(r"-+([^\s-].*)", text):
        return start, "There is no space after this dash.", f"Write - {found[1]}"
    if found := re.match(r"(?P<dash>- +)?(?P<name>[\w-]+)(?:(?P<wide>：)\s*|:[\u00a0\u3000]*(?=\S))(?P<text>.*)", text):
        colon = (number, line.index(found["name"], start[1]) + len(found["name"]))
        message = WIDE_COLON if found["wide"] else "There is no space after this colon, or no plain one."
        return colon, message, f"Write {found['name']}: {found['text']}".rstrip()
    if found := re.match(r"(?:- +)?([\w-]+)\s*=\s*(.*)", text):
        return start, "A field is written with a colon.", f"Write {found[1]}: {found[2]}"
    return _no_colon(trace, number) if text and ":" not in text else None


def _no_colon(trace: Trace, number: int) -> Told:
    """What a line without a colon is: a field, an entry of a list, or a text of several lines."""
    line, below = trace.lines[number], trace.below(number)
    start, text = (number, first_sign(line)), line.strip()
    dash = "- " if text.startswith("- ") else ""
    text = text.removeprefix("- ").strip()
    name, _, value = text.partition(" ")
    if name in trace.names:
        return start, NO_COLON, f"Write {dash}{name}: {value}".rstrip()
    owner, entry = trace.owner(number), NUMBERED.sub("", text)
    under = re.match(r"\s*([\w-]+):(\s|$)", below) if first_sign(below) > start[1] else None
    if trace.outline and owner and under and (field := trace.outline.text_field((owner,), under[1])):
        return start, "This text has fields below it, so it needs the name of its own.", f"Write - {field}: {entry}"
    if not dash and any(re.match(rf" {{{start[1]}}}- ", each) for each in (trace.above_at(number), below)):
        return start, NO_BULLET, f"Write - {entry}"
    hint = f"Write {dash}{name}: {value}" if value else f"Write {name}: and its value; or, as text, indent it."
    if len(value.split()) > 2:  # a sentence
        hint = "A text of several lines starts with | behind its field, and its lines are indented."
    return start, NO_COLON, hint


def list_on_line(trace: Trace) -> Told | None:
    """`topics: - Vision`."""
    if "block sequence entries" not in trace.words:
        return None
    return trace.at, "A list starts on a line of its own.", "Write each - on its own line, or [one, two] on this one."
