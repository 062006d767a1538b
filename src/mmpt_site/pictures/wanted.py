"""The decoded files of a project in, every picture that its pages show out, with where it is named."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from mmpt_site.audit.prose import prose_of
from mmpt_site.content.document import Location
from mmpt_site.content.edition import EditionFiles
from mmpt_site.content.load import Loaded
from mmpt_site.pages.addresses import meant
from mmpt_site.pages.picture import LOGO, PORTRAIT, TEXT, Place, file_at
from mmpt_site.problems import Mark
from mmpt_site.prose import to_html

IMAGE = re.compile(r'<img(?: [a-z]+="[^"]*")*? src="([^"]*)"')

PLACES: Mapping[Location, Place] = {("look", "logo", "file"): LOGO, ("image", "file"): TEXT}


@dataclass(frozen=True)
class Wanted:
    """A file of an organizer that a page shows as a picture."""

    path: str  # from the root of the site, where it would be as a file: '2021/files/ada.jpg'
    file: Path
    place: Place
    mark: Mark


def wanted(loaded: Loaded, files: Mapping[str, Path]) -> tuple[Wanted, ...]:
    """Every picture and place once, in the order in which they are named; `files` are all there are, by path."""
    found: dict[tuple[str, str], Wanted] = {}
    for edition in loaded.everything:
        for path, place, mark in (*_named(edition), *_in_texts(edition)):
            if path in files:
                found.setdefault((path, place.name), Wanted(path, files[path], place, mark))
    return tuple(found.values())


def _named(edition: EditionFiles) -> Iterator[tuple[str, Place, Mark]]:
    """The pictures that fields name."""
    for document in edition.documents.values():
        for location, text in document.texts():
            place = PLACES.get(location) or (PORTRAIT if location[-1:] == ("photo",) else None)
            if place:
                name = " ".join(text.split()).removeprefix("./").removeprefix("files/")
                path = "/".join(filter(None, (edition.id, "files", name)))
                yield path, place, document.at(location)


def _in_texts(edition: EditionFiles) -> Iterator[tuple[str, Place, Mark]]:
    """The pictures in Markdown."""
    for name, part in edition.parts.items():
        document = edition.documents[name]
        for location, text in prose_of(part):
            html = to_html(text).html
            for source in map(unescape, IMAGE.findall(html) if "<img " in html else ()):
                written = next((each for each in (source, unquote(source)) if each in text), source)
                path = file_at(meant(document.path.partition("/")[2], source))
                yield path, TEXT, document.find_link(location, written)
