"""Folders of templates and a language in, the site's own words in it out, and what is wrong in the files of words.

They are files of GNU gettext beside the templates, such as `languages/zh-Hant.po`, which editors for translators know.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from gettext import NullTranslations
from importlib import import_module
from pathlib import Path

from babel.core import Locale, get_global

from mmpt_site.model.language import canonical, locale_of
from mmpt_site.pages.language import Language
from mmpt_site.problems import Mark, Problem

FOLDER = "languages"
EVERY_WORD = "words.pot"  # of the theme: all that a language has to say


@dataclass(frozen=True)
class Words:
    """A language with its words, and what is wrong with them."""

    language: Language
    problems: tuple[Problem, ...]
    known: tuple[str, ...]  # the languages that have words
    english: bool  # whether the words are English because there are none in the language itself


def load_words(folders: Iterable[Path], tag: str, named: Callable[[Path], str]) -> Words:
    """Read the words of a language from `folders`: the first of the files below that has a word gives it.

    For `zh-Hant-TW`, these are `zh-Hant-TW.po` and `zh-Hant.po`, of each name that of the first folder before others.
    """
    places = [folder / FOLDER for folder in folders]
    locale = locale_of(tag)
    found = [file for name in _names(tag, locale) for place in places if (file := place / f"{name}.po").is_file()]
    known, problems = _known(places, named)
    words = NullTranslations()
    if found:
        # late, since importing it takes an English site longer than all else that it needs of Babel
        catalogs = import_module("mmpt_site.pages.catalogs")
        every_word = None if locale.language == "en" else places[-1] / EVERY_WORD
        words, wrong = catalogs.read(found, every_word, named)
        problems += wrong
    missing = not found and locale.language != "en"
    return Words(Language(tag, locale, words), tuple(problems), tuple(sorted(known)), missing)


def _names(tag: str, locale: Locale) -> Iterable[str]:
    """The names that a file of words may have, the most particular first; another script is another language."""
    usual = re.sub("^[^_]*_", "", get_global("likely_subtags").get(locale.language, "")).partition("_")[0]
    steps = [(locale.language, locale.script, locale.territory), (locale.language, locale.script)]
    if locale.script in {None, usual}:
        steps.append((locale.language,))
    return dict.fromkeys((tag, *("-".join(filter(None, step)) for step in steps)))


def _known(places: Iterable[Path], named: Callable[[Path], str]) -> tuple[set[str], list[Problem]]:
    """The languages that have words, and files that no language would find."""
    known, problems = {"en"}, []
    for file in (file for place in places for file in sorted(place.glob("*.po"))):
        meant = canonical(file.stem.replace("_", "-"))
        try:
            locale_of(meant)
        except ValueError:
            hint = "Name it after the language: de.po, pt-BR.po."
            problems.append(
                Problem(Mark(named(file)), "No language is called so, so nobody reads this.", hint, "warning")
            )
            continue
        known.add(meant)
        if meant != file.stem:
            problems.append(
                Problem(Mark(named(file)), "Under this name the file is not read.", f"Name it {meant}.po", "warning")
            )
    return known, problems
