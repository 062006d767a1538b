"""The trace of a syntax error in, the line that is indented too far or too little out, and how many spaces it needs."""

import re

from mmpt_site.content.lines import BOTH, NO_BULLET, NUMBERED
from mmpt_site.content.trace import ABOVE, Told, Trace, first_sign, is_owner
from mmpt_site.model.when import is_unknown
from mmpt_site.problems import count

STRANGE_SPACE = re.compile("\\s*?([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])")
DASH = re.compile(r"\s*(?:- +)+")


def strange_space(trace: Trace) -> Told | None:
    """A no-break space before a field, which looks like a plain one."""
    for number in sorted({trace.at[0], trace.above[0], *([trace.start[0]] if trace.start else [])}):
        line = trace.lines[number] if number < len(trace.lines) else ""
        if found := STRANGE_SPACE.match(line):
            message = f"Here is a space of another kind (U+{ord(found[1]):04X}), which YAML does not take for one."
            return (number, found.start(1)), message, "Delete the white space before this text, and type it again."
    return None


def lost_first_line(trace: Trace) -> Told | None:
    """`dates:`, then fields that stand deeper than the next `- name:`: the line before them is deleted."""
    if not trace.line.lstrip().startswith("- ") or not trace.outline:
        return None
    start, entry = first_sign(trace.line), (0, "")
    for number, line in trace.upwards(trace.at[0]):
        if first_sign(line) < start or (entry[1] and is_owner(line, start)):
            break
        if line.lstrip().startswith("- "):
            return None
        entry = number, line
    field, owner = re.match(r" *([\w-]+):", entry[1]), trace.owner(entry[0])
    if not field or not owner or field[1] not in trace.outline.fields((owner,)):
        return None
    first = trace.outline.example((owner,), trace.outline.first((owner,)))
    message = "An entry of the list begins here, and its first line seems to be missing."
    return (entry[0], first_sign(entry[1])), message, f"Write it above this line, such as - {first}"


def fields_below_text(trace: Trace) -> Told | None:
    """`host: ICMR` with fields below it; `program: to be announced` with days below it."""
    if "mapping values are not allowed" not in trace.words:
        return None
    number, above = trace.above
    found = re.match(r"( *(?:- +)?([\w-]+): +)([^\s|>&!].*)", above)
    if not found or first_sign(trace.line) <= first_sign(above):
        return None
    if is_unknown(found[3]):
        hint = f'Take out "to be announced": what belongs to {found[2]} stands below.'
        return (number, found.end(1)), BOTH, hint
    inner = re.match(r"\s*([\w-]+):", trace.line)
    fields = trace.outline.fields((found[2],)) if trace.outline and found[2] in trace.outline.fields() else {}
    if trace.outline and inner and inner[1] in fields and "  " not in found[1]:
        name = trace.outline.text_field((found[2],))
        if fields != trace.outline.fields() and name:
            hint = f"Write {found[2]}: alone, and the text on a line of its own below it: {name}: {found[3].strip()}"
            if re.match(rf"\s*{name}:", trace.line):
                hint = f"Take out the text: {name}: stands below."
            return (number, found.end(1)), f"{found[2]}: has a text, and fields below it.", hint
    return None


def too_deep(trace: Trace) -> Told | None:
    """A field that stands deeper than the one above, which has its value already."""
    if "mapping values are not allowed" not in trace.words:
        return None
    start = (trace.at[0], first_sign(trace.line))
    message = "This line is indented as if it belonged to the text above."
    number, above = trace.above
    if not above:
        return start, message, "Give it the same number of spaces as the fields beside it."
    return start, message, f"Give it {_like(trace, column_of_field(above), number)}."


def no_list_line(trace: Trace) -> Told | None:
    """A line between those of a list that has no dash, or is not below the fields of its entry."""
    if "'-' indicator" not in trace.words:
        return None
    start = (trace.at[0], first_sign(trace.line))
    listed = trace.line.lstrip().startswith("- ")
    entry = next((each for each in trace.upwards(trace.at[0]) if each[1].lstrip().startswith("- ")), None)
    if entry and listed:
        hint = f"Give it {_like(trace, first_sign(entry[1]), entry[0])}."
        return start, "This line does not stand below the lines of its list.", hint
    if entry and re.match(r" *[\w-]+:(\s|$)", trace.line) and start[1] > first_sign(entry[1]):
        hint = f"Give it {_like(trace, column_of_field(entry[1]), entry[0])}."
        return start, "This field does not stand below the fields of its entry.", hint
    if entry and not trace.line.strip().endswith(":") and start[1] == first_sign(entry[1]):
        return start, NO_BULLET, f"Write - {NUMBERED.sub('', trace.line.strip())}"
    return start, "This line does not continue the list above.", "Start it with '- ', or indent it like its neighbours."


def indentation(trace: Trace) -> Told | None:
    """Whatever else stands where no line can begin."""
    if "did not find expected" not in trace.words:
        return None
    start = (trace.at[0], first_sign(trace.line))
    first = min(trace.upwards(trace.at[0]), default=None)
    if first and first_sign(first[1]) and not start[1]:
        hint = f"Give it no spaces at its start, like line {trace.at[0] + 1}."
        return (first[0], 0), "This line is indented, and the fields below it are not.", hint
    listed = trace.line.lstrip().startswith("- ")
    alike = [number for number, line in trace.upwards(trace.at[0]) if line.lstrip().startswith("- ") == listed]
    like = "as many spaces as its neighbours"
    if alike and first_sign(trace.lines[alike[0]]) != start[1]:
        like = f"{count(first_sign(trace.lines[alike[0]]), 'space')} at its start, like line {alike[0] + 1}"
    return start, "The indentation of this line fits no line above.", f"Give it {like}. {ABOVE}"


def column_of_field(line: str) -> int:
    """Where the field of a line begins, behind its dash if it has one."""
    found = DASH.match(line)
    return found.end() if found else first_sign(line)


def _like(trace: Trace, column: int, number: int) -> str:
    """'4 spaces at its start, like line 3': a line that begins at the column, or else the text of line `number`."""
    others = [each for each, line in trace.upwards(trace.at[0]) if each > number and first_sign(line) == column]
    if first_sign(trace.lines[number]) == column or others:
        return f"{_spaces(column)} at its start, like line {(others or [number])[0] + 1}"
    return f"{_spaces(column)} at its start, so that it stands below the text of line {number + 1}"


def _spaces(number: int) -> str:
    return count(number, "space") if number else "no spaces"
