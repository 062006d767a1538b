"""Files of GNU gettext in, translations out, with every slip of the translators at its line."""

import re
from collections.abc import Callable, Iterator, Sequence
from gettext import GNUTranslations, NullTranslations
from io import BytesIO, StringIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from mmpt_site.model.language import locale_of
from mmpt_site.problems import Mark, Problem, count

LINE = re.compile(r'\s*(#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[[0-9]\])?)\s+)?"(?:[^"\\]|\\.)*"\s*)?')
VALUE = re.compile(r"%\(\w+\)[sd]")
SHOWN = 3  # missing words that a problem names
Key = tuple[str, str]


def read(
    files: Sequence[Path], every_word: Path | None, named: Callable[[Path], str]
) -> tuple[NullTranslations, list[Problem]]:
    """The words of files, of which the first that has one gives it, and what is wrong with them.

    Those of `every_word` that no file has are told, too.
    """
    words, problems, found = NullTranslations(), list[Problem](), set[Key]()
    for file in files:
        try:
            text = file.read_text("utf-8-sig")
            wrong = list(_no_lines(text, named(file)))
            if not wrong:
                catalog = parsed(text, file.stem)
                wrong = list(_slips(catalog, text, named(file)))
                found |= {key(message) for message in catalog if translated(message)}
                if not wrong:
                    words.add_fallback(_translations(catalog))
        except PoFileError as error:
            wrong = [
                _at(error.lineno + 1, text, named(file), "Something is missing after this.", "See the other words.")
            ]
        except (OSError, ValueError) as error:
            wrong = [Problem(Mark(named(file)), f"This file of words cannot be read: {error}.")]
        problems += wrong
    if every_word and not problems:
        problems += _missing(parsed(every_word.read_text("utf-8"), "en"), found, named(files[0]))
    return words, problems


def parsed(text: str, tag: str) -> Catalog:
    """A file as Babel knows it; raises PoFileError, or ValueError for a header that says nonsense."""
    return read_po(StringIO(text), locale=str(locale_of(tag)), abort_invalid=True)


def key(message: Message) -> Key:
    """What a message is known by: its English words, and what they are about if that matters."""
    return _forms(message.id)[0], message.context or ""


def translated(message: Message) -> bool:
    """Whether a message has all its words; one that is marked as fuzzy is a guess, and counts for nothing."""
    return bool(message.id) and all(_forms(message.string)) and not message.fuzzy


def _forms(text: str | Sequence[str] | None) -> list[str]:
    """A text in singular and plural, or the only one."""
    return [text] if isinstance(text, str) else list(text or [""])


def _translations(catalog: Catalog) -> GNUTranslations:
    for message in list(catalog):
        if message.id and not translated(message):
            catalog.delete(message.id, message.context)
    catalog.charset = "utf-8"
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)


def _no_lines(text: str, path: str) -> Iterator[Problem]:
    """Lines that Babel would misread in silence, such as a text without its last quote."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not LINE.fullmatch(line):
            hint = r'Write msgstr "…" on one line; within the text, " is written \".'
            yield _at(number, text, path, "This is not a text in quotes.", hint)


def _slips(catalog: Catalog, text: str, path: str) -> Iterator[Problem]:
    """Translations in which a value has no place, or a place no value."""
    for message in filter(translated, catalog):
        english, said = _forms(message.id), _forms(message.string)
        values = {value for form in english for value in VALUE.findall(form)}
        for form in said:
            own = set(VALUE.findall(form))
            if own - values or (len(english) == 1 and values - own) or "%" in VALUE.sub("", form.replace("%%", "")):
                hint = f"Write {', '.join(sorted(values))} where the value stands; a sign for percent is written %%."
                hint = hint if values else "A sign for percent is written %%."
                yield _at(message.lineno or 0, text, path, f'"{form}" does not fit the English words.', hint)
                break


def _missing(every_word: Catalog, found: set[Key], path: str) -> Iterator[Problem]:
    lacking = [known[0] for each in every_word if each.id and (known := key(each)) not in found]
    if lacking:
        shown = ", ".join(f'"{each}"' for each in lacking[:SHOWN]) + (", …" if len(lacking) > SHOWN else "")
        are = "is" if len(lacking) == 1 else "are"
        message = f"{count(len(lacking), 'text')} of the site {are} not translated here, and {are} in English: {shown}."
        yield Problem(Mark(path), message, "languages/words.pot of the theme has all of them.", "warning")


def _at(line: int, text: str, path: str, message: str, hint: str) -> Problem:
    lines = text.splitlines()
    shown = lines[line - 1] if 0 < line <= len(lines) else ""
    return Problem(Mark(path, line, 1, shown, max(1, len(shown))), message, hint)
