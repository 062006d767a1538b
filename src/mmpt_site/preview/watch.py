"""Folders in, the files that somebody saves in them out: each burst of saves once, and none of them lost."""

import os
import platform
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from livereload.watcher import Watcher
from watchfiles import Change
from watchfiles._rust_notify import RustNotify, WatchfilesRustInternalError

STEP = 50  # milliseconds without a save that end a burst
BURST = 400  # milliseconds after which even an endless burst is given
LOOK = 1000  # milliseconds after which a folder that appears is noticed
POLL = 300  # milliseconds between two looks where the system tells nothing
SLOW_POLL = 1000  # the same where there may be very many files: a second, as is said


class FolderWatcher(Watcher):  # type: ignore[misc]  # livereload has no types
    """livereload's watcher with the eyes of watchfiles: the system tells what was saved, nothing is searched.

    It watches from the moment it is made. What is saved before `changes` is asked, or between two of its answers,
    comes with the next one.
    """

    def __init__(
        self, folders: Callable[[], tuple[Path, ...]], say: Callable[[str], None], ended: Event | None = None
    ) -> None:
        super().__init__()
        self._folders, self._say, self._ended = folders, say, ended
        self._said = ""
        self._watch_folders()

    def changes(self) -> Iterator[list[Path]]:
        """Wait for saves, without end: what was made, changed or removed; raises KeyboardInterrupt to end."""
        while True:
            changed = self._look()
            if changed:
                self.filepath = str(changed[0])  # livereload's own note of it
                yield changed

    def ignore(self, filename: str) -> bool:
        """Whether a file, named from the folder that is watched, is no content: hidden, or an editor's own."""
        parts = Path(filename).parts
        hidden = any(part.startswith((".", "#")) or part.endswith("~") for part in parts)
        # with a file called 4913, vim tries whether it may write in a folder
        return hidden or parts[-1:] == ("4913",) or bool(super().ignore(filename))

    def _look(self) -> list[Path]:
        """What is saved within the next second or so."""
        try:
            found = self._eyes.watch(BURST, STEP, LOOK, self._ended)
        except WatchfilesRustInternalError:  # a name that is no text, for one: now anything may have changed
            self._watch_folders()
            return list(self._watched)
        if found in {"signal", "stop"}:
            raise KeyboardInterrupt
        saved = {(Change(kind), Path(path)) for kind, path in found} if isinstance(found, set) else set()
        moved = set(self._folders()) ^ set(self._watched) | {path for _, path in saved if path in self._watched}
        is_larger = any(change is Change.added and path.is_dir() for change, path in saved)
        if moved or is_larger:  # watched anew, for otherwise nobody would say that there is no more room
            self._watch_folders()
        if moved:  # a folder was made, removed, or replaced by another of its name
            return sorted(moved)
        return sorted(path for path in _settled(saved) if not self._is_ignored(path))

    def _is_ignored(self, path: Path) -> bool:
        inside = next((path.relative_to(folder) for folder in self._watched if path.is_relative_to(folder)), path)
        return self.ignore(str(inside))

    def _watch_folders(self) -> None:
        """Watch the folders that there are now."""
        self._watched = self._folders()
        try:
            self._eyes = _eyes(self._watched, POLL if _must_poll() else None)
        except FileNotFoundError:  # a folder has gone this very moment, which the next look will see
            self._watched = ()
            self._eyes = _eyes(self._watched, None)
        except (OSError, WatchfilesRustInternalError) as error:  # the system has no room for more watched files
            self._eyes = _eyes(self._watched, SLOW_POLL)
            self._say_once(_no_room(error))

    def _say_once(self, text: str) -> None:
        if text != self._said:
            self._said = text
            self._say(text)


def _settled(saved: set[tuple[Change, Path]]) -> set[Path]:
    """The files of a burst without those that only passed through, as when an editor saves by renaming."""
    made = {path for change, path in saved if change is Change.added}
    return {
        path
        for change, path in saved
        if not (path in made and not path.exists()) and not (change is Change.modified and path.is_dir())
    }


def _eyes(folders: tuple[Path, ...], poll: int | None) -> RustNotify:
    """Eyes that look every so many milliseconds, or that are told by the system."""

    def watched(*, in_spite: bool) -> RustNotify:
        return RustNotify(
            watch_paths=[str(folder) for folder in folders],
            debug=False,
            force_polling=poll is not None,
            poll_delay_ms=poll or POLL,
            recursive=True,
            ignore_permission_denied=in_spite,
        )

    try:
        return watched(in_spite=False)
    except PermissionError:  # a folder that nobody may read; what is ignored then includes that there is no room
        return watched(in_spite=True)


def _no_room(error: Exception) -> str:
    """That the system does not tell what is saved, why, and what can be done."""
    often = "changes are looked for every second instead"
    if sys.platform != "linux":
        return f"The system cannot tell which files are saved here, so {often}."
    kind = "max_user_instances=1024" if "Too many open files" in str(error) else "max_user_watches=524288"
    return (
        f"This system's limit of watched files is reached, so {often}, which keeps the processor a little busier. "
        f"Whoever administers this computer can raise the limit: sudo sysctl fs.inotify.{kind}"
    )


def _must_poll() -> bool:
    """Where the system tells nothing: Windows' disks seen from WSL, and where somebody says so, as in a container."""
    return "microsoft-standard" in platform.release() or bool(os.environ.get("WATCHFILES_FORCE_POLLING"))
