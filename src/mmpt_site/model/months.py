"""The name of a month in one of many languages in, its number out."""

from collections import defaultdict
from functools import cache

from babel.core import Locale

LANGUAGES = tuple("cs da de el es fi fr hu id it nb nl pl pt ro ru sv tr uk vi".split())
SHORTEST = 3  # letters; with fewer a word may be anything


def month_of(word: str) -> int:
    """The number of a month, from 1, or 0: also where languages mean different months by one word."""
    numbers = _numbers().get(word.casefold().rstrip("."), frozenset())
    return next(iter(numbers)) if len(numbers) == 1 else 0


@cache
def _numbers() -> dict[str, frozenset[int]]:
    """Every name with the months that it means; read from the CLDR only when a date is written with a foreign name."""
    found: dict[str, set[int]] = defaultdict(set)
    for language in LANGUAGES:
        for widths in Locale.parse(language).months.values():
            for width in ("wide", "abbreviated"):
                for number, name in widths.get(width, {}).items():
                    word = name.casefold().rstrip(".")
                    if len(word) >= SHORTEST and word.isalpha():
                        found[word].add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}
