"""The printed name of a person in, their family name out, and where it stands in a list that readers look through.

A family name that nobody gives is guessed: particles belong to it ("van der Berg"), what comes after it does not
("Jr."), a word in capitals is one ("EXAMPLE Ada"), and in Chinese, Japanese and Korean it comes first. A name without
spaces is its own. Names are ordered by the Unicode Collation Algorithm (Unicode Technical Standard 10), by which Å
stands with A, Ł with L and Ø with O.
"""

import re
import unicodedata
from functools import lru_cache
from importlib import import_module
from typing import Protocol

SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "phd", "md", "msc", "bsc", "esq"}
PARTICLES = set(
    "af al ap av bin bint d da das de degli dei del della den der di do dos du el ibn la las le los lo op santa st"
    " 't te ten ter tot und van vande vanden vander von vom zu zum zur".split()
)
ALSO_IN_CAPITALS = {"al", "de", "del", "della", "di", "dos", "du", "el", "ibn", "la", "le", "st", "van", "von"}
FAMILY_FIRST = re.compile("CJK UNIFIED|CJK COMPAT|HANGUL|HIRAGANA|KATAKANA")


class Collator(Protocol):
    """What knows the order of letters."""

    def sort_key(self, string: str) -> tuple[int, ...]:
        """What a text is compared by."""


def family_name(name: str) -> str:
    """The part of a printed name by which lists order people."""
    before, comma, after = (part.strip() for part in name.partition(","))
    if comma and before and not all(_is_suffix(word) for word in after.split()):
        return before
    words = before.split()
    while len(words) > 1 and _is_suffix(words[-1]):
        words.pop()
    if len(words) < 2:
        return " ".join(words) or name
    if FAMILY_FIRST.match(unicodedata.name(words[0][0], "")):
        return words[0]
    capitals = [word for word in words if word.isupper() and len(word.strip(".-")) > 2]
    if capitals and len(capitals) < len(words):
        return " ".join(capitals)
    start = len(words) - 1
    while start > 1 and _is_particle(words[start - 1]):
        start -= 1
    return " ".join(words[start:])


def sort_key(family: str, name: str) -> tuple[tuple[int, ...], ...]:
    """What two people are compared by: the family name, then the name as a whole."""
    return _collator().sort_key(_even(family)), _collator().sort_key(_even(name))


def _is_suffix(word: str) -> bool:
    return re.sub(r"[.,]", "", word).casefold() in SUFFIXES


def _is_particle(word: str) -> bool:
    bare = word.casefold().strip(".’'")
    return bare in PARTICLES and (word[:1].islower() or not word[:1].isalpha() or bare in ALSO_IN_CAPITALS)


def _even(text: str) -> str:
    """A text without what readers do not look for: spaces, hyphens and apostrophes within a name."""
    return re.sub(r"[\s'’ʼ.-]+", " ", text).casefold().strip()


@lru_cache(maxsize=1)
def _collator() -> Collator:
    made: Collator = import_module("pyuca").Collator()  # late: its table is read only by sites that order people
    return made
