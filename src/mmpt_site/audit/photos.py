"""The decoded files of an edition and the folder of its files in, photos that are too heavy for a phone out."""

from collections.abc import Mapping
from pathlib import Path

from mmpt_site.content.document import Document
from mmpt_site.problems import Problem

HEAVY = 1_000_000  # bytes: some seconds on a conference's Wi-Fi


def check(documents: Mapping[str, Document], files: Path) -> list[Problem]:
    """A warning for each photo that visitors would have to wait for."""
    problems = []
    for document in documents.values():
        for location, name in document.texts():
            if location and location[-1] == "photo" and (size := _size(files / name)) > HEAVY:
                message = f"This photo has {size / 1_000_000:.1f} MB, and visitors wait for it."
                hint = "Save it again with about 800 pixels in width and height; then it has a tenth of a megabyte."
                problems.append(Problem(document.at(location), message, hint, "warning"))
    return problems


def _size(file: Path) -> int:
    """The size of a file in bytes; nothing for one that is not there, which is told elsewhere."""
    return file.stat().st_size if file.is_file() else 0
