"""A language of the model in, how a site speaks it out: its own words, its lists, and which way it is written."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from gettext import NullTranslations
from typing import Literal

from babel.core import Locale
from babel.units import format_unit
from markupsafe import Markup, escape

from mmpt_site.model.language import locale_of

RIGHT_TO_LEFT = {"R", "AL"}  # bidirectional classes of letters (Unicode Standard Annex 9)
NOUNS_ARE_CAPITALIZED = {"de", "lb"}


def message(text: str) -> str:
    """Mark a text for translators where it is written; it is translated where it is used."""
    return text


@dataclass(frozen=True)
class Language:
    """A language, with the words that a site has in it; the words that it lacks are English."""

    tag: str  # BCP 47
    locale: Locale = field(compare=False, repr=False)
    words: NullTranslations = field(compare=False, repr=False)

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Which way lines run, as HTML says it; those that run from top to bottom elsewhere run as usual here."""
        return "rtl" if self.locale.character_order == "right-to-left" else "ltr"

    def say(self, text: str, **values: object) -> str:
        """One of the site's own sentences, with values in the places of its `%(name)s`."""
        return self.words.gettext(text) % values

    def has(self, text: str) -> bool:
        """Whether one of the site's own sentences is translated."""
        return self.words.gettext(text) != text

    def inside(self, noun: str) -> str:
        """A word that stands alone elsewhere, such as 'Call for papers', as it is written inside a sentence."""
        return noun if self.locale.language in NOUNS_ARE_CAPITALIZED else noun.lower()

    def size(self, number: int) -> str:
        """How large a file of so many bytes is: '640 kB', '1.2 MB'."""
        unit, size = ("megabyte", number / 1e6) if number >= 999_500 else ("kilobyte", max(number / 1e3, 1))
        shown = round(size, 1) if size < 10 and unit == "megabyte" else round(size)
        return format_unit(shown, f"digital-{unit}", "short", locale=self.locale)

    @property
    def comma(self) -> str:
        """What stands between the things of a list: ', ', '、', '، '."""
        pattern: str = self.locale.list_patterns["standard"]["middle"]  # '{0}, {1}'
        return pattern.format("", "")

    def listed(self, items: Iterable[object]) -> Markup:
        """Things one after the other, for a page: texts are escaped and isolated, HTML stays as it is."""
        shown = (item if isinstance(item, Markup) else self.isolated(str(item)) for item in items)
        return escape(self.comma).join(shown)

    def isolated(self, text: object) -> Markup:
        """A text of the organizers, so that one written the other way does not turn its surroundings round.

        On a page that runs from right to left, a text with any letter of that script runs so, too, whatever it begins
        with: the name of a method, mostly.
        """
        shown = text if isinstance(text, Markup) else escape(str(text))
        kinds = {
            unicodedata.bidirectional(char) for char in (text.striptags() if isinstance(text, Markup) else str(text))
        }
        if self.direction == "ltr":
            return Markup("<bdi>{}</bdi>").format(shown) if kinds & RIGHT_TO_LEFT else shown
        if "L" not in kinds:
            return shown
        return Markup('<bdi dir="{}">{}</bdi>').format("rtl" if kinds & RIGHT_TO_LEFT else "ltr", shown)


def language(tag: str, words: NullTranslations | None = None) -> Language:
    """The language with a known tag."""
    return Language(tag, locale_of(tag), words or NullTranslations())
