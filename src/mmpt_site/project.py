"""Where a project's things lie: its folder in, the folders of content, theme and output out."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT, which Python knows on Windows only


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


def files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below a folder with its path from there, in order; neither hidden files nor links."""
    for entry in _entries(folder):
        if entry.is_dir():
            yield from ((f"{entry.name}/{below}", path) for below, path in files(entry))
        elif entry.is_file():
            yield entry.name, entry


def left_out(folder: Path) -> Iterator[tuple[Path, str]]:
    """What `files` passes over although somebody may miss it, each with the reason."""
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for path in entries:
        if is_link(path):
            yield path, "This is a link to another place, and left out"
        elif path.is_dir():
            if not os.access(path, os.R_OK | os.X_OK):
                yield path, "This folder cannot be read, and is left out"
            yield from left_out(path)


def is_link(path: Path) -> bool:
    """Whether a path leads to another place: a symbolic link, or on Windows a junction."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) == JUNCTION


def _entries(folder: Path) -> list[Path]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError:  # not there, or not readable, which `left_out` says
        return []
    left = (".", "#")  # hidden files, and what editors leave behind
    return [e for e in entries if not e.name.startswith(left) and not e.name.endswith("~") and not is_link(e)]


def _distinct(own: Path, shared: Path) -> tuple[Path, ...]:
    return (own,) if own.exists() and own.samefile(shared) else (own, shared)
