"""What is saved in watched folders, and what of it matters."""

import platform
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Queue
from threading import Event, Thread
from typing import Any

import pytest
from watchfiles._rust_notify import RustNotify, WatchfilesRustInternalError

from mmpt_site.preview import watch as watch_module
from mmpt_site.preview.watch import FolderWatcher
from tests.preview.running import PATIENCE, eventually

Saves = Callable[[], list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file."""
    folder = tmp_path / ".project" / "content"
    (folder / "2021").mkdir(parents=True)
    (folder / "2021/dates.yaml").write_text("1", "utf-8")
    if sys.platform == "darwin":
        time.sleep(1)  # for it also tells what was saved a moment before
    return folder


def watch(*folders: Path, said: list[str] | None = None) -> Saves:
    """Watch from now on, and note what is said; gives what takes the next burst of saves as names."""
    there = lambda: tuple(folder for folder in folders if folder.is_dir())  # noqa: E731
    changes = FolderWatcher(there, print if said is None else said.append).changes()
    bursts: Queue[list[Path]] = Queue()

    def saves() -> list[str]:
        # in a thread, for it waits without end
        Thread(target=lambda: bursts.put(next(changes)), daemon=True).start()
        return [path.name for path in bursts.get(timeout=PATIENCE)]

    return saves


def test_saves_until_somebody_asks_are_one_burst(folder: Path) -> None:
    saves = watch(folder)
    for number in range(50):
        (folder / "2021/dates.yaml").write_text(str(number), "utf-8")
        (folder / "2021/call.yaml").write_text(str(number), "utf-8")
    assert saves() == ["call.yaml", "dates.yaml"]


def test_a_save_between_two_questions_is_not_lost(folder: Path) -> None:
    saves = watch(folder)
    (folder / "2021/dates.yaml").write_text("2", "utf-8")
    assert saves() == ["dates.yaml"]
    (folder / "2021/dates.yaml").write_text("3", "utf-8")
    assert saves() == ["dates.yaml"]


def test_a_file_that_is_replaced_is_named_without_what_replaced_it(folder: Path) -> None:
    saves = watch(folder)
    (folder / "2021/dates.yaml.tmp").write_text("2", "utf-8")
    (folder / "2021/dates.yaml.tmp").replace(folder / "2021/dates.yaml")
    assert saves() == ["dates.yaml"]


def test_a_file_that_is_removed_or_renamed_is_named(folder: Path) -> None:
    saves = watch(folder)
    (folder / "2021/dates.yaml").rename(folder / "2021/call.yaml")
    assert saves() == ["call.yaml", "dates.yaml"]
    (folder / "2021/call.yaml").unlink()
    assert saves() == ["call.yaml"]


def test_a_file_in_a_new_folder_is_seen(folder: Path) -> None:
    saves = watch(folder)
    (folder / "2022/files").mkdir(parents=True)
    assert "2022" in saves()
    (folder / "2022/files/photo.jpg").write_text("2", "utf-8")
    assert saves() == ["photo.jpg"]


@pytest.mark.parametrize(
    "name",
    [".hidden", ".git/index", "2021/.dates.yaml.swp", "2021/dates.yaml~", "2021/#dates.yaml#", "2021/4913", "old~/x"],
)
def test_what_editors_leave_behind_is_no_save(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    saves = watch(folder)
    (folder / name).write_text("2", "utf-8")
    (folder / "2021/dates.yaml").write_text("2", "utf-8")
    assert saves() == ["dates.yaml"]


def test_a_folder_that_appears_is_watched(folder: Path) -> None:
    templates = folder.parent / "templates"
    saves = watch(folder, templates)
    templates.mkdir()
    assert saves() == ["templates"]
    (templates / "base.html").write_text("2", "utf-8")
    assert saves() == ["base.html"]


def renamed(old: Path, new: Path) -> bool:
    """Rename a folder, unless the new name still belongs to one that is gone but watched, as on Windows."""
    with suppress(PermissionError):
        old.rename(new)
    return not old.exists()


def test_a_folder_that_is_replaced_is_watched(folder: Path) -> None:
    saves = watch(folder)
    shutil.copytree(folder, folder.with_name("copy"))
    shutil.rmtree(folder)
    eventually(lambda: renamed(folder.with_name("copy"), folder), lambda: "the name stays taken")
    assert saves() == ["content"]
    (folder / "2021/dates.yaml").write_text("2", "utf-8")
    assert saves() == ["dates.yaml"]


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no names that are no text")
def test_a_name_that_is_no_text_blinds_nobody(folder: Path) -> None:
    saves = watch(folder)
    (folder / "2021" / b"caf\xe9.yaml".decode("utf-8", "surrogateescape")).write_text("2", "utf-8")
    assert saves()
    (folder / "2021/dates.yaml").write_text("2", "utf-8")
    assert saves() == ["dates.yaml"]


WATCHES = OSError('OS file watch limit reached. about ["/content"] (Error { kind: MaxFilesWatch, paths: [] })')
INSTANCES = WatchfilesRustInternalError("Error creating recommended watcher: Too many open files (os error 24)")


class System:
    """A system that has a reason, perhaps, not to tell what is saved."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, reason: Exception | None = None) -> None:
        self.reason = reason
        self.asked: list[str] = []
        monkeypatch.setattr(watch_module, "RustNotify", self.eyes)
        monkeypatch.setattr(platform, "release", lambda: "6.18")
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "")

    def eyes(
        self, *, force_polling: bool, poll_delay_ms: int, ignore_permission_denied: bool, **options: Any
    ) -> RustNotify:
        self.asked.append(f"look every {poll_delay_ms} ms" if force_polling else "listen")
        # as watchfiles does, which ignores every other reason together with this one
        if self.reason and not force_polling and not ignore_permission_denied:
            raise self.reason
        return RustNotify(
            force_polling=force_polling,
            poll_delay_ms=poll_delay_ms,
            ignore_permission_denied=ignore_permission_denied,
            **options,
        )


@pytest.mark.parametrize(
    ("said", "asked"), [("", ["listen"]), ("1", ["look every 300 ms"])], ids=["usually", "somebody says so"]
)
def test_the_system_tells_what_is_saved_unless_somebody_says_that_it_cannot(
    folder: Path, monkeypatch: pytest.MonkeyPatch, said: str, asked: list[str]
) -> None:
    system = System(monkeypatch)
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", said)
    saves = watch(folder)
    (folder / "2021/call.yaml").write_text("2", "utf-8")
    assert "call.yaml" in saves()
    assert system.asked == asked


@pytest.mark.parametrize(
    ("reason", "setting"),
    [(WATCHES, "fs.inotify.max_user_watches=524288"), (INSTANCES, "fs.inotify.max_user_instances=1024")],
    ids=["too many files", "too many programs"],
)
def test_that_the_system_has_no_room_is_said_once_and_files_are_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch, reason: Exception, setting: str
) -> None:
    said: list[str] = []
    templates = folder.parent / "templates"
    system = System(monkeypatch, reason)
    saves = watch(folder, templates, said=said)
    templates.mkdir()
    assert "templates" in saves()
    (folder / "2021/call.yaml").write_text("2", "utf-8")
    assert "call.yaml" in saves()
    assert system.asked == ["listen", "look every 1000 ms"] * 2
    assert len(said) == 1
    assert said[0].startswith(
        "This system's limit of watched files is reached, so changes are looked for every second instead, which "
    )
    assert said[0].endswith(f"sudo sysctl {setting}")


def test_that_a_new_folder_has_no_room_is_said_and_it_is_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    system = System(monkeypatch)
    saves = watch(folder, said=said)
    system.reason = WATCHES
    (folder / "2022").mkdir()
    assert saves() == ["2022"]
    (folder / "2022/call.yaml").write_text("2", "utf-8")
    assert "call.yaml" in saves()
    assert len(said) == 1


def test_where_there_is_no_such_limit_none_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    System(monkeypatch, OSError("FSEvents are ill"))
    monkeypatch.setattr(sys, "platform", "darwin")
    watch(folder, said=said)
    assert said == [
        "The system cannot tell which files are saved here, so changes are looked for every second instead."
    ]


def test_a_folder_that_nobody_may_read_hinders_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    system = System(monkeypatch, PermissionError("Permission denied (os error 13)"))
    saves = watch(folder, said=said)
    (folder / "2021/call.yaml").write_text("2", "utf-8")
    assert saves() == ["call.yaml"]
    assert (system.asked, said) == (["listen", "listen"], [])


def test_a_folder_that_goes_just_before_it_is_watched_is_no_hindrance(folder: Path) -> None:
    listed = [(folder, folder / "gone")]
    changes = FolderWatcher(lambda: listed.pop() if listed else (folder,), print).changes()
    assert next(changes) == [folder]
    (folder / "2021/call.yaml").write_text("2", "utf-8")
    assert next(changes) == [folder / "2021/call.yaml"]


def test_watching_ends_when_it_is_told_to(folder: Path) -> None:
    ended = Event()
    changes = FolderWatcher(lambda: (folder,), print, ended).changes()
    ended.set()
    with pytest.raises(KeyboardInterrupt):
        next(changes)


def test_one_save_among_many_files_is_told(folder: Path) -> None:
    for number in range(2000):
        (folder / "2021" / f"{number}.pdf").touch()
    saves = watch(folder)
    (folder / "2021/1999.pdf").write_text("2", "utf-8")
    assert saves() == ["1999.pdf"]
