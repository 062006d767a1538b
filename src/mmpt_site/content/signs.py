"""The trace of a syntax error in, the sign that YAML takes for its own out: a quote, a bracket, a backslash."""

import re

from mmpt_site.content.quotes import in_quotes
from mmpt_site.content.trace import Place, Told, Trace

# what Markdown would make of a text
MARKUP = re.compile(r"!?\[(?P<link>[^\]\n]+)\]\([^()\s]+\)|(?P<sign>\*\*|__|\*|_|`)(?P<text>[^*_`\n]+)(?P=sign)")
CLOSING = {"[": "]", "{": "}"}


def open_quote(trace: Trace) -> Told | None:
    """A quotation mark that nothing closes until the end of the file."""
    if "quoted scalar" not in trace.context or "unexpected" not in trace.words or not trace.start:
        return None
    quote = trace.lines[trace.start[0]][trace.start[1] : trace.start[1] + 1]
    return trace.start, "This quotation mark is never closed.", f"Write {quote} at the end of the text, too."


def backslash(trace: Trace) -> Told | None:
    r"""`"C:\qux"`."""
    if "escape" not in trace.words:
        return None
    hint = "Use 'single quotes', in which a backslash is only a backslash, or write \\\\"
    return trace.at, 'In "double quotes" a backslash is special, and this one means nothing.', hint


def strange_start(trace: Trace) -> Told | None:
    """`title: @Large`: signs that YAML keeps for later."""
    if "cannot start any token" not in trace.words:
        return None
    text = trace.line[trace.at[1] :].strip()
    return trace.at, f'A text cannot start with "{trace.char}".', f"Put it in quotes: {in_quotes(text)}"


def special_start(trace: Trace) -> Told | None:
    """`place: *bold*`, `- **bold**`, `place: > x`, `place: , x`: signs that mean something at the start of a text."""
    for number in (trace.at[0], trace.above[0]):
        line = trace.lines[number] if number < len(trace.lines) else ""
        found = re.match(r"(\s*(?:- +(?:[\w-]+: +)?|(?:- +)*[\w-]+:\s+))([*>|,&%?@`!].*\S)", line)
        if found and not re.fullmatch(r"[>|][+-]?\d?\s*(#.*)?", found[2]):
            message = f'A text cannot start with "{found[2][0]}".'
            return (number, found.end(1)), message, _quoted(trace, number, found[2])
    return None


def link_at_start(trace: Trace) -> Told | None:
    """`- [Tiny](dates/) examples`: a list for YAML, and something behind it."""
    found = re.match(r"(\s*(?:- +)*(?:[\w-]+: +)?)(\[[^\]]*\]\(.*\S)", trace.line)
    if not found or "did not find expected" not in trace.words or "flow" in trace.context:
        return None
    return (trace.at[0], found.end(1)), 'A text cannot start with "[".', _quoted(trace, trace.at[0], found[2])


def _quoted(trace: Trace, number: int, text: str) -> str:
    """How to write a text that starts with a sign; as an entry of a list that is no Markdown, without its signs."""
    written = in_quotes(text)
    if not trace.lines[number].lstrip().startswith("- "):
        return f"Put it in quotes: {written}"
    bare = MARKUP.sub(lambda found: found["link"] or found["text"], text)
    owner = trace.owner(number)
    if bare == text or not trace.outline or trace.outline.is_prose(owner):
        return f"Put it in quotes: - {written}"
    return f"Put it in quotes; or, since {owner or 'this'} is plain text, write - {bare}"


def text_in_brackets(trace: Trace) -> Told | None:
    """`{text: We [all] meet}`, `{text: See: here}`: a text between braces that holds a bracket or a colon."""
    fields = list(re.finditer(r"[{,]\s*([\w-]+): +(?=\S)", trace.before)) if "flow" in trace.context else []
    rest = trace.line[trace.at[1] :]
    if not fields or not re.search(r"[\]}]", rest) or not trace.before[fields[-1].end() :].strip():
        return None
    start = fields[-1].end()
    ends = re.search(r"\s*(,\s*[\w-]+:\s|\}\s*(#.*)?$)", rest)
    text = (trace.before[start:] + (rest[: ends.start()] if ends else rest)).strip()
    if text[0] in "'\"" and text.endswith(text[0]):
        text = text[1:-1]
    hint = f"Put the text in quotes: {fields[-1][1]}: {in_quotes(text)}"
    if trace.char == ":":
        return trace.at, "A colon followed by a space starts a field, also inside a text.", hint
    if trace.char in CLOSING:
        message = f"Between braces a {trace.char} starts something of its own, also inside a text."
        return trace.at, message, hint
    return trace.at, f"Something stands after the closing {trace.before.rstrip()[-1]}", hint


def comment_in_braces(trace: Trace) -> Told | None:
    """`{accent: #962810}`: the comment takes the closing brace with it."""
    if "flow" not in trace.context or not trace.start:
        return None
    swallowed = re.compile(r"[^'\"]*[{\[][^'\"]*?(?P<field>[\w-]+: +)?(?<= )(?P<text>#[^\s#][^,\]}]*)[,\]}]")
    number, line = next((each for each in trace.upwards(trace.at[0] + 1) if re.search(r"[{\[]", each[1])), (0, ""))
    found = swallowed.match(line)
    if not found:
        return None
    hint = f"Put the text in quotes: {found['field'] or ''}{in_quotes(found['text'].strip())}"
    return (number, found.start("text")), "From # on this is a comment, also what should close the brace.", hint


def open_bracket(trace: Trace) -> Told | None:
    """A bracket or a brace that nothing closes."""
    if "flow" not in trace.context or not trace.start:
        return None
    if trace.char == ":" and trace.before.count(":") > trace.before.count(","):
        return trace.at, "A colon followed by a space starts a field, also inside a text.", "Put the text in quotes."
    start = _last_open(trace)
    if not start:
        return None
    bracket = trace.lines[start[0]][start[1]]
    hint = (
        f"Write {CLOSING[bracket]} at its end, and a comma between its parts; "
        f"a text that starts with {bracket} needs quotes."
    )
    return start, f"This {bracket} is never closed.", hint


def _last_open(trace: Trace) -> Place | None:
    """The bracket nearest before the error that nothing closes."""
    depth = 0
    for number in range(min(trace.at[0], len(trace.lines) - 1), -1, -1):
        line = trace.before if number == trace.at[0] else trace.lines[number]
        for column in range(len(line) - 1, -1, -1):
            depth += (line[column] in "]}") - (line[column] in "[{")
            if depth < 0:
                return number, column
    return None


def after_quote(trace: Trace) -> Told | None:
    """What follows a text that is over: `'Ada's Examples'`, `[one] two`."""
    before = trace.before.rstrip()
    if "did not find expected" not in trace.words or not before.endswith(("'", '"', "]", "}")):
        return None
    if before.endswith(("]", "}")):
        hint = "Take it out, or put the whole text in quotes."
        return trace.at, f"Something stands after the closing {before[-1]}", hint
    quote = before[-1]
    for number in range(trace.at[0] - 1, -1, -1) if before.count(quote) % 2 else ():
        line = trace.lines[number]
        if line.count(quote) % 2:
            where = (number, line.rindex(quote))
            return where, "This quotation mark is never closed.", f"Write {quote} at the end of the text, too."
    return _ended_by_its_own_quote(trace, quote)


def _ended_by_its_own_quote(trace: Trace, quote: str) -> Told:
    """`'It's here'`, `"The "best" place"`: where the text ends for YAML, and the quotes that it needs."""
    found = re.match(rf"(\s*(?:- +)*(?:['\"]?[\w-]+['\"]?: +)?)({quote}.*\S)", trace.line)
    if not found:
        hint = "Put the whole text in quotes; inside 'single quotes' an apostrophe is written twice: ''"
        return trace.at, "Something stands after the closing quotation mark.", hint
    field, text = found[1].strip(), found[2]
    apostrophe = quote == "'" and re.search(r"\w'$", trace.before) and re.match(r"\w", trace.char)
    if text.endswith(quote) or apostrophe:  # otherwise the quotes are part of the text: 'Small' Examples
        text = text.removeprefix(quote).removesuffix(quote)
        text = text.replace("''", "'") if quote == "'" else text
    written = "Write " + f"{field} {in_quotes(text)}".strip()
    if apostrophe:
        place = (trace.at[0], trace.at[1] - 1)
        return place, "Inside 'single quotes' an apostrophe ends the text.", written
    return trace.at, "Something stands after the closing quotation mark.", written
