"""What is saved in watched folders, and what of it matters."""

import platform
import shutil
from collections.abc import Callable
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest
from watchfiles._rust_notify import RustNotify

from mmpt_site import watch as watch_module
from mmpt_site.watch import FolderWatcher
from tests.preview import PATIENCE

Saves = Callable[[], list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file."""
    folder = tmp_path / ".project" / "content"
    (folder / "2021").mkdir(parents=True)
    (folder / "2021/dates.yaml").write_text("1")
    return folder


def watch(*folders: Path) -> Saves:
    """Watch from now on; gives what takes the next burst of saves as names."""
    changes = FolderWatcher(lambda: tuple(folder for folder in folders if folder.is_dir())).changes()
    bursts: Queue[list[Path]] = Queue()

    def saves() -> list[str]:
        # in a thread, for it waits without end
        Thread(target=lambda: bursts.put(next(changes)), daemon=True).start()
        return [path.name for path in bursts.get(timeout=PATIENCE)]

    return saves


def test_saves_until_somebody_asks_are_one_burst(folder: Path) -> None:
    saves = watch(folder)
    for number in range(50):
        (folder / "2021/dates.yaml").write_text(str(number))
        (folder / "2021/call.yaml").write_text(str(number))
    assert saves() == ["call.yaml", "dates.yaml"]


def test_a_save_between_two_questions_is_not_lost(folder: Path) -> None:
    saves = watch(folder)
    (folder / "2021/dates.yaml").write_text("2")
    assert saves() == ["dates.yaml"]
    (folder / "2021/dates.yaml").write_text("3")
    assert saves() == ["dates.yaml"]


def test_a_file_that_is_replaced_is_named_without_what_replaced_it(folder: Path) -> None:
    saves = watch(folder)
    (folder / "2021/dates.yaml.tmp").write_text("2")
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
    (folder / "2022/files/photo.jpg").write_text("2")
    assert saves() == ["photo.jpg"]


@pytest.mark.parametrize(
    "name",
    [".hidden", ".git/index", "2021/.dates.yaml.swp", "2021/dates.yaml~", "2021/#dates.yaml#", "2021/4913", "old~/x"],
)
def test_what_editors_leave_behind_is_no_save(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    saves = watch(folder)
    (folder / name).write_text("2")
    (folder / "2021/dates.yaml").write_text("2")
    assert saves() == ["dates.yaml"]


def test_a_folder_that_appears_is_watched(folder: Path) -> None:
    templates = folder.parent / "templates"
    saves = watch(folder, templates)
    templates.mkdir()
    assert saves() == ["templates"]
    (templates / "base.html").write_text("2")
    assert saves() == ["base.html"]


def test_a_folder_that_is_replaced_is_watched(folder: Path) -> None:
    saves = watch(folder)
    shutil.copytree(folder, folder.with_name("copy"))
    shutil.rmtree(folder)
    folder.with_name("copy").rename(folder)
    assert saves() == ["content"]
    (folder / "2021/dates.yaml").write_text("2")
    assert saves() == ["dates.yaml"]


def test_a_name_that_is_no_text_blinds_nobody(folder: Path) -> None:
    saves = watch(folder)
    (folder / "2021" / b"caf\xe9.yaml".decode("utf-8", "surrogateescape")).write_text("2")
    assert saves()
    (folder / "2021/dates.yaml").write_text("2")
    assert saves() == ["dates.yaml"]


@pytest.mark.parametrize(
    ("said", "room", "asked"),
    [("", True, [False]), ("1", True, [True]), ("", False, [False, True])],
    ids=["usually", "somebody says so", "the system watches no more files"],
)
def test_where_the_system_tells_nothing_files_are_looked_at(
    folder: Path, monkeypatch: pytest.MonkeyPatch, said: str, room: bool, asked: list[bool]
) -> None:
    looked: list[bool] = []

    def eyes(*, force_polling: bool, **options: Any) -> RustNotify:
        looked.append(force_polling)
        if not room and not force_polling:
            raise OSError(28, "No space left on device")
        return RustNotify(force_polling=force_polling, **options)

    monkeypatch.setattr(watch_module, "RustNotify", eyes)
    monkeypatch.setattr(platform, "release", lambda: "6.18")
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", said)
    saves = watch(folder)
    (folder / "2021/call.yaml").write_text("2")
    assert "call.yaml" in saves()
    assert looked == asked
