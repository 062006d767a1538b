"""The language of a site: what somebody calls it in, its tag (BCP 47) in the usual spelling out.

Which languages there are, and what they are called, is known from the CLDR of Unicode, as Babel brings it.
"""

import re
from functools import lru_cache
from typing import Annotated

from babel.core import Locale, UnknownLocaleError, get_global
from babel.localedata import locale_identifiers
from pydantic import AfterValidator

from mmpt_site.model.part import quoted, wrong
from mmpt_site.model.scalars import Word
from mmpt_site.model.written import Written
from mmpt_site.problems import nearest

# for editors: takes what the check below takes, and a little more
TAG = "[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
NO_LANGUAGE = {"mis", "mul", "und", "zxx"}  # special codes of ISO 639


def locale_of(tag: str) -> Locale:
    """What the CLDR knows of a language; raises ValueError for a tag that it does not know."""
    if not re.fullmatch(TAG, tag) or tag[:3].casefold() in NO_LANGUAGE:
        raise ValueError(tag)
    try:
        return Locale.parse(tag, sep="-")
    except UnknownLocaleError as error:
        raise ValueError(tag) from error


def canonical(tag: str) -> str:
    """A tag in the usual spelling (RFC 5646, section 2.1.1): 'zh-Hant-TW', 'en-US'."""
    first, *rest = tag.split("-")
    return "-".join([first.lower(), *(_cased(subtag) for subtag in rest)])


def _cased(subtag: str) -> str:
    if len(subtag) == 4 and subtag.isalpha():
        return subtag.title()
    return subtag.upper() if len(subtag) == 2 else subtag.lower()


def _language(text: str) -> str:
    tag = canonical(text)
    try:
        locale = locale_of(text)
    except ValueError:
        raise wrong(f"{quoted(text)} is not the tag of a known language.", _hint(text)) from None
    language, *rest = tag.split("-")
    territory = next((subtag for subtag in rest if re.fullmatch("[A-Z]{2}|[0-9]{3}", subtag)), locale.territory)
    if (language, territory) != (locale.language, locale.territory):  # en-UK, cmn: names for something else
        meant = locale.language + (f"-{locale.territory}" if territory in rest and locale.territory else "")
        raise wrong(f"{quoted(text)} is not how this language is written.", f"Write {meant}")
    return tag


def _hint(text: str) -> str:
    """What somebody probably meant, and otherwise what tags look like."""
    tag = canonical(text.replace("_", "-").partition(".")[0])
    if _is_known(tag):
        return f"Write {tag}"
    language = tag.partition("-")[0]
    country = get_global("likely_subtags").get(f"und_{tag.upper()}", "").partition("_")[0]
    if meant := _called(text) or country or (language if _is_known(language) else ""):
        return f"Did you mean {meant} ({Locale('en').languages.get(meant, meant)})?"
    return "Write for example en-US, en-GB, zh-Hans or de."


def _is_known(tag: str) -> bool:
    try:
        return bool(locale_of(tag))
    except ValueError:
        return False


def _called(text: str) -> str:
    """The tag of the language that is called so, nearly, in English or by those who speak it."""
    names = _names()
    return names.get(nearest(text, names), "")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Tags of languages by their names; all data of the CLDR is read for it, which only a mistake is worth."""
    english = Locale("en").languages
    tags = [tag for tag in locale_identifiers() if "_" not in tag and tag != "root"]
    own = {name: tag for tag in tags if (name := Locale(tag).get_display_name())}
    return own | {english[tag]: tag for tag in tags if tag in english}


LanguageTag = Annotated[Word, AfterValidator(_language), Written("a language", "languages", TAG, ("string",))]
