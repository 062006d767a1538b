"""The model in, the reference of every field of every file out: as text for a terminal, or as a page of Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from textwrap import wrap

from mmpt_site.model.edition import Edition
from mmpt_site.model.page import MarkdownPage
from mmpt_site.model.part import Part
from mmpt_site.model.written import Schema
from mmpt_site.schema import KINDS, described

PAGES = "pages"
EDITION = "2027"  # any year: it stands for the folder of an edition
CODE = re.compile(r"(`+)(.+?)\1")
INTRODUCTION = f"""\
# Every field of every file

`site.yaml` lies in `content/`, the other files in the folder of an edition, such as `content/{EDITION}/`. Only what is
known is written: leave out every field that is not marked as needed.
"""


@dataclass(frozen=True)
class Field:
    """A field of a file: what one writes there, what it is for, and the fields below it."""

    name: str
    words: str
    needed: bool
    description: str
    example: str  # as it stands in the file, under its name
    otherwise: str  # what holds without it
    below: tuple["Field", ...]


Told = dict[tuple[Field, ...], tuple[str, str]]  # fields that a page has told: under which title, and its anchor


@dataclass(frozen=True)
class File:
    """A file of the content."""

    name: str  # without .yaml; "pages" for the front matter of Markdown pages
    description: str
    fields: tuple[Field, ...]

    @property
    def title(self) -> str:
        """What it is called, from the folder of its edition."""
        return "pages/NAME.md" if self.name == PAGES else f"{self.name}.yaml"

    @property
    def anchor(self) -> str:
        """Where it stands on the page of Markdown."""
        return f"{self.name}-md" if self.name == PAGES else f"{self.name}-yaml"

    @property
    def path(self) -> str:
        """Where it lies."""
        return f"content/{self.title}" if self.name == "site" else f"content/{EDITION}/{self.title}"


def files() -> tuple[File, ...]:
    """Every file, in the order in which an edition is told."""
    told = [each.name for each in fields(Edition) if each.name in KINDS]
    kinds: dict[str, type[Part]] = {"site": KINDS["site"], **{name: KINDS[name] for name in told}, PAGES: MarkdownPage}
    made = {name: described(kind) for name, kind in kinds.items()}
    made[PAGES]["properties"].pop("text")  # what stands below the front matter
    return tuple(File(name, schema["description"], _fields(schema)) for name, schema in made.items())


def every_field(fields: tuple[Field, ...]) -> Iterator[Field]:
    """The fields and all those below them."""
    for field in fields:
        yield field
        yield from every_field(field.below)


def as_text(file: File, width: int = 100) -> str:
    """A file for a terminal."""
    lines = [file.path, *_wrapped(file.description, 2, width)]
    return "\n".join([*lines, *(line for field in file.fields for line in _lines(field, 2, width))])


def field_as_text(field: Field, width: int = 100) -> str:
    """A field, with those below it, for a terminal."""
    return "\n".join(_lines(field, 0, width)[1:])


def as_markdown() -> str:
    """The whole as one page; `dates.yaml` has the anchor `dates-yaml`, the list `dates` in it `dates-yaml-dates`.

    Fields that stand at several places, such as those of people, are told at the first one.
    """
    contents = "\n".join(f"- [{file.title}](#{file.anchor}): {_escaped(file.description)}" for file in files())
    told: Told = {}
    return "\n".join([INTRODUCTION, contents + "\n", *(line for file in files() for line in _section(file, told))])


def _fields(schema: Schema) -> tuple[Field, ...]:
    """The fields of a described schema, wherever they are in it."""
    needed = schema.get("required", [])
    if "properties" in schema:
        return tuple(_field(name, each, name in needed) for name, each in schema["properties"].items())
    inner = [schema.get("items", {}), *schema.get("patternProperties", {}).values(), *schema.get("anyOf", [])]
    return next(filter(None, map(_fields, filter(None, inner))), ())


def _field(name: str, schema: Schema, needed: bool) -> Field:
    example = str((schema.get("examples") or [""])[0])
    written = f"{name}:\n  {example}" if example.startswith("- ") else f"{name}: {example}" if example else ""
    default = schema.get("default")
    otherwise = default if isinstance(default, str) else ""
    return Field(name, schema["words"], needed, schema.get("description", ""), written, otherwise, _fields(schema))


def _lines(field: Field, indent: int, width: int) -> list[str]:
    """A field with its name, kind, purpose and example, and the fields below it further in."""
    needed = "; needed" if field.needed else f"; without it: {field.otherwise}" if field.otherwise else ""
    lines = ["", *_wrapped(f"{field.name}: {field.words}{needed}", indent, width, hanging=4)]
    lines += _wrapped(field.description, indent + 4, width)
    lines += [" " * (indent + 8) + line for line in field.example.split("\n") if line]
    return lines + [line for each in field.below for line in _lines(each, indent + 4, width)]


def _wrapped(text: str, indent: int, width: int, hanging: int = 0) -> list[str]:
    first, rest = " " * indent, " " * (indent + hanging)
    return wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


def _section(file: File, told: Told) -> Iterator[str]:
    """A file, and each group of fields in it, as a heading with an anchor and a table."""
    yield _headed("##", file.title, file.anchor, file.description, _table(file.fields))
    yield from _parts(file.fields, file.anchor, file.title, told)


def _parts(fields: tuple[Field, ...], above: str, path: str, told: Told) -> Iterator[str]:
    for field in fields:
        if not field.below:
            continue
        anchor, here = f"{above}-{field.name}", f"{path}: {field.name}"
        if field.below in told:
            title, there = told[field.below]
            known = f"Its fields are those of [{_escaped(title)}](#{there}).\n"
            yield _headed("###", here, anchor, field.description, known)
            continue
        told[field.below] = (here, anchor)
        yield _headed("###", here, anchor, field.description, _table(field.below))
        yield from _parts(field.below, anchor, here, told)


def _headed(level: str, title: str, anchor: str, description: str, text: str) -> str:
    return f'<a id="{anchor}"></a>\n\n{level} {_escaped(title)}\n\n{_escaped(description)}\n\n{text}'


def _table(fields: tuple[Field, ...]) -> str:
    rows = ["| Field | What to write | What for | For example |", "| --- | --- | --- | --- |"]
    for field in fields:
        needed = "; **needed**" if field.needed else f"; without it {_code(field.otherwise)}" if field.otherwise else ""
        cells = (_code(field.name), _escaped(field.words) + needed, _escaped(field.description), _example(field))
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def _example(field: Field) -> str:
    return "<br>".join(_code(line.strip()) for line in field.example.split("\n") if line)


def _code(text: str) -> str:
    """Text as it is, in a cell of a table; as HTML where dialects of Markdown differ."""
    text = text.replace("\n", " ")
    return f"<code>{_plain(text)}</code>" if re.search(r"[`|]", text) else f"`{text}`"


def _escaped(text: str) -> str:
    """Text in which nothing but its code between backticks means something to Markdown."""
    pieces, at = [], 0
    for found in CODE.finditer(text):
        pieces += [_plain(text[at : found.start()]), _code(found[2].strip())]
        at = found.end()
    return "".join([*pieces, _plain(text[at:])])


def _plain(text: str) -> str:
    return re.sub(r"[&<>|$`\\*_\[\]~]", lambda found: f"&#{ord(found[0])};", text.replace("\n", " "))
