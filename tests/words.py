"""The theme and the program in, every message that a language has to say out, and files of words brought up to date."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

from mmpt_site.pages.catalogs import parsed, translated

HEADER = """\
# {what}
msgid ""
msgstr ""
"Language: {tag}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plurals}\\n"

"""
NEW = "All that a site says by itself. To translate it, copy this file as languages/de.po, or another language."
IN_TEMPLATES = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
IN_PYTHON = {"message": None, "say": None}
SPEAKING = ("pages", "exports")  # the rooms of the program whose words visitors read


def every_message(root: Path) -> Catalog:
    """What the theme and the program say, in the order of the files."""
    found = Catalog(charset="utf-8")
    for path, message, context in _said(root):
        found.add(message, locations=[(path, 1)], context=context)
    return found


def _said(root: Path) -> Iterator[tuple[str, str | tuple[str, ...], str | None]]:
    for file in sorted((root / "templates").rglob("*.html")):
        with file.open("rb") as stream:
            for _line, message, _comments, context in extract("jinja2.ext:babel_extract", stream, options=IN_TEMPLATES):
                yield file.relative_to(root).as_posix(), message, context
    for file in (file for room in SPEAKING for file in sorted((root / "src" / "mmpt_site" / room).glob("*.py"))):
        with file.open("rb") as stream:
            for _line, message, _comments, context in extract("python", stream, keywords=IN_PYTHON):
                yield file.relative_to(root).as_posix(), message, context


def template(messages: Catalog) -> str:
    """The file of all messages, to be filled in for a new language."""
    return HEADER.format(what=NEW, tag="", plurals="nplurals=2; plural=(n != 1);") + _written(messages)


def brought_up_to_date(text: str, tag: str, messages: Catalog) -> str:
    """A file of words with every message: what is new is empty, what nobody says any more is gone."""
    known = parsed(text, tag)
    made = Catalog(locale=known.locale, charset="utf-8")
    for message in messages:
        old = known.get(message.id, message.context) if message.id else None
        string = old.string if old and translated(old) else ""
        if message.id:
            made.add(message.id, string, locations=message.locations, context=message.context)
    what = text.partition("\n")[0].removeprefix("# ")
    return HEADER.format(what=what, tag=tag, plurals=made.plural_forms) + _written(made)


def _written(catalog: Catalog) -> str:
    stream = BytesIO()
    write_po(stream, catalog, width=0, omit_header=True, include_lineno=False)
    return stream.getvalue().decode().strip() + "\n"
