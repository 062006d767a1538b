"""The decoded files of an edition and the folder of its files in, photos that are too heavy for a phone out."""

from collections.abc import Mapping
from pathlib import Path

from mmpt_site.content.document import Document
from mmpt_site.problems import Mark, Problem
from mmpt_site.project import composed, place

AGAIN = "Save it again as JPEG, with about 800 pixels in width and height."
HEIC = {b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1"}  # brands (ISO/IEC 23008-12)
HEAVY = 1_000_000  # bytes: some seconds on a conference's Wi-Fi


def check(documents: Mapping[str, Document], files: Path) -> list[Problem]:
    """A warning for each photo that visitors would have to wait for."""
    problems = []
    for document in documents.values():
        for location, name in document.texts():
            if not location or location[-1] != "photo":
                continue
            if (file := place(files, *composed(name).split("/"))).is_file():
                problems += _check(file, document.at(location))
    return problems


def _check(file: Path, mark: Mark) -> list[Problem]:
    """What is wrong with one photo."""
    size = file.stat().st_size
    with file.open("rb") as stream:
        start = stream.read(12)
    if not size:
        return [Problem(mark, "This photo is empty.", "Save it again.")]
    if start[4:8] == b"ftyp" and start[8:12] in HEIC:
        return [Problem(mark, "This photo is a HEIC picture, whatever its name; browsers do not show it.", AGAIN)]
    if size > HEAVY:
        message = f"This photo has {size / 1_000_000:.1f} MB, and visitors wait for it."
        return [Problem(mark, message, f"{AGAIN} It then has a tenth of a megabyte.", "warning")]
    return []
