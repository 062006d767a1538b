"""A picture as pages show it: the sizes and formats that there are of it, and the places for which they are made."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import normpath
from urllib.parse import unquote


@dataclass(frozen=True)
class Place:
    """Where on a page a picture can stand, and what is made for it.

    `widths` are those of its files in pixels, the first as wide as the place itself; `sizes` says how wide it is
    shown (HTML, "sizes attributes"); a square one is cut.
    """

    name: str
    widths: tuple[int, ...]
    sizes: str
    square: bool = False
    lazy: bool = True


# photos are shown 8 to 10 rem wide, thus at up to 160 pixels, on sharp screens at twice or thrice as many
PORTRAIT = Place("square", (160, 320, 480), "10rem", square=True)
# a text is 38 rem wide, and a rem at most 19 pixels
TEXT = Place("", (400, 800, 1440), "(min-width: 49rem) 45rem, 92vw")
# the picture of a paper in a list, beside its title; on its own page it is shown as in a text
THUMBNAIL = Place("thumb", (160, 320, 480), "8rem")
# two or three stand beside each other where there is room
SHOT = Place("shot", (400, 800, 1440), "(min-width: 60rem) 29rem, 92vw")
SPONSOR = Place("sponsor", (160, 320, 640), "10rem")
LOGO = Place("small", (160, 320, 640), "10rem", lazy=False)


@dataclass(frozen=True)
class Candidate:
    """One file of a picture, by its address from the root of the site."""

    address: str
    width: int


@dataclass(frozen=True)
class Source:
    """The files of one format: a media type, and each width."""

    type: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Picture:
    """What an element `picture` needs: the formats, best first, and one file that every browser shows."""

    place: Place
    width: int
    height: int
    address: str  # of the file that every browser shows
    sources: tuple[Source, ...] = ()
    version: str = ""  # changes with what is in it

    @property
    def largest(self) -> str:
        """The address of the largest file in a format that most browsers know."""
        return self.sources[-1].candidates[-1].address if self.sources else self.address


# by the path, from the root of the site, of the file that an organizer named, and the name of the place
Pictures = Mapping[tuple[str, str], Picture]


def file_at(address: str) -> str:
    """The path, from the root of the site, of the file at an address of it."""
    return normpath("/" + unquote(re.split("[?#]", address, maxsplit=1)[0]).lstrip("/")).lstrip("/")
