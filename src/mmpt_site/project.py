"""Where a project's things lie: its folder in, the folders of content, theme and output out."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT, which Python knows on Windows only


LITTER = {"thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", "icon\r"}  # what Windows and macOS leave behind


@dataclass(frozen=True)
class Project:
    """A folder with `content/`, and perhaps with `templates/` and `static/` that shadow the theme's."""

    root: Path
    kept: Path | None = None

    @property
    def cache(self) -> Path:
        """Where results are remembered: in the project, unless it is there for a moment only."""
        return self.kept or self.root / ".cache" / "mmpt-site"

    @property
    def content(self) -> Path:
        """What the organizers write."""
        return self.root / "content"

    @property
    def schemas(self) -> Path:
        """Where editors find what the files of the content may hold; hidden, so that nothing reads it as content."""
        return self.content / ".schema"

    @property
    def templates(self) -> tuple[Path, ...]:
        """Where templates are looked for, in this order."""
        return _distinct(self.root / "templates", theme("templates"))

    @property
    def static(self) -> tuple[Path, ...]:
        """Where styles and pictures are looked for, in this order."""
        return _distinct(self.root / "static", theme("static"))

    @property
    def watched(self) -> tuple[Path, ...]:
        """Every folder that a page can come from."""
        return tuple(folder for folder in (self.content, *self.templates, *self.static) if folder.is_dir())

    def named(self, path: Path) -> str:
        """How messages call a file: below the project with `/`, elsewhere in full."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


def theme(folder: str) -> Path:
    """A folder of the theme: in the package when installed from a wheel, otherwise at the top of the checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "theme" / folder
    return installed if installed.is_dir() else package.parents[1] / folder


def composed(name: str) -> str:
    """A name as it is compared and published (NFC): macOS may write é as e and its accent, others as one letter."""
    return unicodedata.normalize("NFC", name)


def place(folder: Path, *names: str) -> Path:
    """Where something lies below a folder whose names are given as `composed` gives them."""
    for name in names:
        there = folder / name
        if not name.isascii() and not there.exists() and folder.is_dir():
            there = next((each for each in folder.iterdir() if composed(each.name) == name), there)
        folder = there
    return folder


def files(folder: Path, within: Path | None = None) -> Iterator[tuple[str, Path]]:
    """Every file below a folder with its path from there, composed and in order; no hidden files.

    A link is followed where it leads to a file in `within`, or without that in the folder itself.
    """
    for name, entry in _entries(folder, within or folder).items():
        if entry.is_dir():
            yield from ((f"{name}/{below}", path) for below, path in files(entry, within or folder))
        elif entry.is_file():
            yield name, entry


def left_out(folder: Path, within: Path) -> Iterator[tuple[Path, str, str]]:
    """What `files` passes over although somebody may miss it, each with the reason and what to do."""
    try:
        found = sorted(folder.iterdir())
    except OSError:
        return
    kept = set(_entries(folder, within).values())
    for path in found:
        if is_link(path):
            if path not in kept:
                yield path, f"{_strayed(path, within)}, and is left out", "Put the file itself here."
        elif path.is_dir():
            if not os.access(path, os.R_OK | os.X_OK):
                yield path, "This folder cannot be read, and is left out", "Let yourself read it, or remove it."
            yield from left_out(path, within)
        elif path not in kept and not _is_hidden(path):
            reason = (
                "Another file here has the same name, with its accents written in another way; this one is left out"
            )
            yield path, reason, "Delete one of the two."


def strays(path: Path, within: Path) -> bool:
    """Whether a path is a link to something that does not lie in a folder."""
    try:
        return is_link(path) and not path.resolve(strict=True).is_relative_to(within.resolve())
    except (OSError, RuntimeError):  # it leads nowhere, or round and round
        return True


def _strayed(link: Path, within: Path) -> str:
    """Why a link is not followed."""
    if not link.exists():
        return "This link leads nowhere"
    return f"This link leads out of {within.name}/" if strays(link, within) else "This is a link to a folder"


def is_link(path: Path) -> bool:
    """Whether a path leads to another place: a symbolic link, or on Windows a junction."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == JUNCTION


def _entries(folder: Path, within: Path) -> dict[str, Path]:
    """What may be published of a folder, by its composed name; of two with the same one, that which has it so."""
    try:
        found = sorted(folder.iterdir(), key=lambda entry: (composed(entry.name), entry.name != composed(entry.name)))
    except OSError:  # not there, or not readable, which `left_out` says
        return {}
    entries: dict[str, Path] = {}
    for entry in found:
        if not _is_hidden(entry) and (not is_link(entry) or (entry.is_file() and not strays(entry, within))):
            entries.setdefault(composed(entry.name), entry)
    return entries


def _is_hidden(path: Path) -> bool:
    """Whether a file is hidden, or was left behind by an editor or a system."""
    return path.name.startswith((".", "#")) or path.name.endswith("~") or path.name.casefold() in LITTER


def _distinct(own: Path, shared: Path) -> tuple[Path, ...]:
    return (own,) if own.exists() and own.samefile(shared) else (own, shared)
