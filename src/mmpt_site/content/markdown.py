"""A Markdown file in, a located Document out: its front matter as fields, and its text as the field `text`.

Front matter is YAML between two lines `---` at the top. A file without it takes its title from its first line `# …`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from mmpt_site.content.document import Document, Node
from mmpt_site.content.merges import BEGIN_OR_END, unmerged
from mmpt_site.content.source import Source, lines_of, parse_lines, read_text
from mmpt_site.problems import Mark, Problem

HEADING = re.compile(r"# +(?P<title>.*?)(?: +#+)? *$")  # signs # behind a space close a heading: C# keeps its own
FENCE = re.compile(r"---[ \t]*$")


def read(file: Path, path: str) -> Source:
    """Read `file`; in messages it is called `path`."""
    found = read_text(file, path)
    return found if isinstance(found, Source) else parse(found, path)


def parse(text: str, path: str) -> Source:
    """Turn the text of a page into a Document; a slip in the front matter is the only problem of its file."""
    lines = lines_of(text)
    if found := unmerged(list(_outside_code(lines)), BEGIN_OR_END):  # ======= may underline a heading
        number, message, hint = found
        return Source(None, (Problem(Mark(path, number + 1, 1, lines[number]), message, hint),))
    end = _end_of_front_matter(lines)
    if end is None:
        message = "The front matter at the top of this page does not end."
        return Source(None, (Problem(Mark(path, 1, 1, lines[0], 3), message, "Put a line --- below its fields."),))
    front = parse_lines(lines, "\n".join(["", *lines[1:end]]), path) if end else Source(_empty(path, lines), ())
    if not front.document:
        return front
    fields = front.document.root
    if fields.value is None:
        fields.value = {}
    if not isinstance(fields.value, dict):
        message = "The front matter holds fields, such as title: Venue."
        return Source(None, (Problem(front.document.at(), message, "Write one on each line."),))
    if "text" in fields.value:
        message = "The text of a page stands below its front matter."
        return Source(None, (Problem(front.document.at(("text",), key=True), message, "Take out this field."),))
    _add_text(fields.value, lines, end + 1 if end else 0)
    missing = _missing(front.document, fields.value)
    return Source(None, (*front.problems, missing)) if missing else front


def _outside_code(lines: tuple[str, ...]) -> Iterator[str]:
    """The lines, with nothing in place of those between fences, which show something and do not mean it."""
    fenced = False
    for line in lines:
        fenced ^= line.lstrip().startswith(("```", "~~~"))
        yield "" if fenced else line


def _end_of_front_matter(lines: tuple[str, ...]) -> int | None:
    """The index of its last line; 0 where a file has none, None where it does not end."""
    if not FENCE.match(lines[0]):
        return 0
    return next((index for index, line in enumerate(lines) if index and FENCE.match(line)), None)


def _add_text(fields: dict[str, tuple[Node, Node]], lines: tuple[str, ...], start: int) -> None:
    """Put the text into the fields, and the title, where no field gives it, from the first heading.

    A first heading that only says the title again is no part of the text: the page would show it twice.
    """
    first = next((index for index in range(start, len(lines)) if lines[index].strip()), start)
    heading = HEADING.match(lines[first]) if first < len(lines) else None
    given = fields["title"][1].value if "title" in fields else None
    if heading and given is None:
        title = Node(heading["title"], first, heading.start("title"), first, heading.end("title"))
        fields["title"] = title, title
    if heading and (given is None or (isinstance(given, str) and given.split() == heading["title"].split())):
        first += 1
    last = len(lines) - 1
    text = Node("\n".join(lines[first:]), min(first, last), 0, last, len(lines[last]))
    fields["text"] = text, text


def _missing(document: Document, fields: dict[str, tuple[Node, Node]]) -> Problem | None:
    """What makes a page, and is not there."""
    if "title" not in fields:
        first, second = (*str(fields["text"][1].value).lstrip().splitlines(), "", "")[:2]
        hint = "Write one above the text, such as # Venue"
        if first.startswith("```") and re.match("(---|#)", second):
            hint = "Take out this line, and the last line ```: they are the signs of a code block."
        elif found := re.match(r"#(\w.*)", first):
            hint = f"Write a space after the sign: # {found[1]}"
        elif re.fullmatch("=+ *", second):
            hint = f"Write # {first.strip()} in place of these two lines."
        return Problem(document.at(("text",)), "This page has no title.", hint)
    if not str(fields["text"][1].value).strip():
        return Problem(document.at(("title",)), "This page has no text.", "Write it below, or delete the file.")
    return None


def _empty(path: str, lines: tuple[str, ...]) -> Document:
    return Document(path, lines, Node({}, 0, 0, 0, 0))
