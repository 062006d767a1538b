"""Files to be in, a folder on the disk out: whole, minimal and never half done.

Changed files stream into a staging folder beside the output. When all of them are there, each is moved over with one
rename, styles and pictures before the pages that need them; then what nothing produced is removed. Killed at any
moment, every file is whole, old or new, and the next build finishes the move.
"""

import os
import shutil
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from mmpt_site.project import is_link

MARKER = ".mmpt-site"
MARKER_TEXT = b"Made by mmpt-site. Each build rewrites this folder: edit the content instead.\n"
PATIENCE = 10.0  # seconds that a build waits for another one
IN_USE = 1.0  # seconds that it waits for whoever reads a file, which hinders it on Windows
TOP = PurePosixPath()
KEPT = {".git"}  # a branch that is published from may live in the output


@dataclass(frozen=True)
class Output:
    """A file of the site: its path below the output folder, with `/`, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True)
class Written:
    """What a build did to the folder, in numbers of files."""

    changed: int
    kept: int
    removed: int


class OutputError(Exception):
    """The output folder cannot be written to; the message is a full sentence."""


@dataclass
class Staging:
    """A build on its way to the disk."""

    folder: Path
    staged_in: Path
    changed: list[str] = field(default_factory=list)
    paths: set[str] = field(default_factory=set)

    def add(self, output: Output) -> None:
        """Take one file; it is written to the staging folder if it differs from what is there."""
        self.paths.add(output.path)
        if _same(self.folder / output.path, output.data):
            return
        target = self.staged_in / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(output.data)
        self.changed.append(output.path)

    def publish(self) -> Written:
        """Move the changed files over, and remove what is left of builds before."""
        self.add(Output(MARKER, MARKER_TEXT))
        _respell(self.folder, self.paths)
        for path in sorted(self.changed, key=lambda path: (path != MARKER, path.endswith(".html"), path)):
            target = self.folder / path
            _make_room(self.folder, PurePosixPath(path))
            _replace(self.staged_in / path, target)
        removed = _prune(self.folder, self.paths)
        return Written(len(self.changed), len(self.paths) - len(self.changed), removed)


@contextmanager
def staging(folder: Path) -> Iterator[Staging]:
    """A staging folder for one build of `folder`, and only one at a time; raises OutputError."""
    folder = folder.absolute()
    check_ours(folder)
    staged_in = folder.with_name(f".{folder.name}.staging")
    lock = FileLock(folder.with_name(f".{folder.name}.lock"))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with lock.acquire(timeout=PATIENCE):
            _remove(staged_in)
            staged_in.mkdir()
            try:
                yield Staging(folder, staged_in)
            finally:
                _remove(staged_in)
    except Timeout as error:
        raise OutputError(f"Another build has been writing to {folder.name}/ for {PATIENCE:.0f} seconds.") from error
    except OSError as error:
        where = Path(error.filename or folder).as_posix()
        raise OutputError(f"{folder.name}/ cannot be written: {error.strerror} ({where}).") from error


def check_ours(folder: Path) -> None:
    """Refuse a folder that holds something which no build has put there."""
    if is_link(folder) or (folder.exists() and not folder.is_dir()):
        raise OutputError(f"{folder.name} is not a folder. Choose another with --output.")
    if folder.is_dir() and not (folder / MARKER).is_file() and any(folder.iterdir()):
        advice = "Empty it, or choose another with --output."
        raise OutputError(f"{folder.name}/ is not empty, and mmpt-site has not made it. {advice}")


def replace_file(file: Path, data: bytes) -> None:
    """Put `data` in the place of one file in one step, through a link if it is one; its permissions stay."""
    target = file.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.new")
    try:
        fresh.write_bytes(data)
        if target.exists():
            shutil.copymode(target, fresh)
        _replace(fresh, target)
    finally:
        fresh.unlink(missing_ok=True)


def _same(file: Path, data: bytes) -> bool:
    """Whether a file holds just these bytes."""
    try:
        if is_link(file) or file.stat().st_size != len(data):
            return False
        return file.read_bytes() == data
    except OSError:
        return False


def _make_room(folder: Path, path: PurePosixPath) -> None:
    """Make the folders above a file, and clear away what has another nature: a file, a link, a folder in its place."""
    for parent in reversed(path.parents[:-1]):
        place = folder / parent
        if is_link(place) or place.is_file():
            place.unlink()
    target = folder / path
    if target.is_dir() and not is_link(target):
        shutil.rmtree(target)
    target.parent.mkdir(parents=True, exist_ok=True)


def _replace(source: Path, target: Path) -> None:
    """Put one file in the place of another in one step; it may have to wait until nobody reads the old one."""
    patient_until = time.monotonic() + IN_USE
    while True:
        try:
            os.replace(source, target)
        except PermissionError:
            if time.monotonic() > patient_until:
                raise
            time.sleep(0.02)
        else:
            return


def _respell(folder: Path, paths: set[str]) -> None:
    """Give files and folders the names that they have now, where a disk takes the old ones for the same.

    On the disks of macOS and Windows, `Map.pdf` is already there when `map.pdf` is to be written.
    """
    wanted = {str(each) for path in paths for each in (PurePosixPath(path), *PurePosixPath(path).parents)}
    spelled = {_folded(path): path for path in wanted}
    for root, folders, files in os.walk(folder):
        inside = PurePosixPath(Path(root).relative_to(folder).as_posix())
        for name in [*folders, *files]:
            path = str(inside / name)
            now = spelled.get(_folded(path), path)
            if path not in wanted and now != path and _is_one_file(folder / path, folder / now):
                os.rename(folder / path, folder / now)
                folders[:] = [PurePosixPath(now).name if each == name else each for each in folders]
        folders[:] = [name for name in folders if not is_link(folder / inside / name)]


def _folded(path: str) -> str:
    """A path as a disk compares it that minds neither case nor how accents are composed."""
    return unicodedata.normalize("NFC", path.casefold())


def _is_one_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _prune(folder: Path, paths: set[str], inside: PurePosixPath = TOP) -> int:
    """Remove every file that is not among `paths`, and the folders that are empty then; returns how many files."""
    removed = 0
    for place in sorted(folder.iterdir()):
        path = str(inside / place.name)
        if path in KEPT:
            continue
        if place.is_dir() and not is_link(place):
            removed += _prune(place, paths, inside / place.name)
            if not any(place.iterdir()):
                place.rmdir()
        elif path not in paths:
            place.unlink()
            removed += 1
    return removed


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
