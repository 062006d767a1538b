"""A text in, what it is sorted by out: numbers in it count as numbers, so that p2 comes before p10."""

import re

Key = tuple[str | int, ...]


def natural(text: str) -> Key:
    """Words and numbers in turn; the first is always a word, which may be empty."""
    return tuple(int(part) if index % 2 else part for index, part in enumerate(re.split("([0-9]+)", text.casefold())))
