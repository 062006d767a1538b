"""A file for machines before it is made: where it will be, and for whose sake."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class File:
    """A path from the root of the site, and what makes its bytes.

    One that comes from a file of the content names that `source`, and the `place` of a value in it. An old one is at an
    address that something had before.
    """

    path: str
    make: Callable[[], bytes]
    source: str = ""
    place: tuple[str | int, ...] = ()
    old: bool = False
