"""The output folder: whole, minimal, never half done, and never somebody else's."""

import multiprocessing
import os
import random
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from mmpt_site.build import build, publish
from mmpt_site.output import MARKER, Output, OutputError, Written, staging
from tests.harness import AS_OF, SiteFolder, link, snapshot


def write(folder: Path, files: dict[str, bytes]) -> Written:
    with staging(folder) as stage:
        for path, data in files.items():
            stage.add(Output(path, data))
        return stage.publish()


def test_files_are_written_and_what_nothing_produces_is_removed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, {"index.html": b"one", "old/page.html": b"old"})
    written = write(site, {"index.html": b"two", "static/style.css": b"x"})
    assert snapshot(site).keys() == {MARKER, "index.html", "static/style.css"}
    assert written == Written(changed=2, kept=1, removed=1)
    assert not (site / "old").exists()


def test_a_file_that_is_the_same_is_not_touched(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, {"index.html": b"one"})
    before = (site / "index.html").stat()
    assert write(site, {"index.html": b"one"}) == Written(changed=0, kept=2, removed=0)
    after = (site / "index.html").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_a_file_gives_way_to_a_folder_and_a_folder_to_a_file(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, {"a": b"file", "b/c": b"in a folder"})
    write(site, {"a/index.html": b"in a folder", "b": b"file"})
    assert snapshot(site) == {MARKER: (site / MARKER).read_bytes(), "a/index.html": b"in a folder", "b": b"file"}


def test_a_link_is_never_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.html").write_bytes(b"mine")
    site = tmp_path / "site"
    write(site, {"index.html": b"one"})
    link(site / "2021", elsewhere)
    link(site / "strange", elsewhere)
    write(site, {"2021/index.html": b"ours"})
    assert snapshot(elsewhere) == {"index.html": b"mine"}
    assert (site / "2021/index.html").read_bytes() == b"ours"
    assert not os.path.lexists(site / "strange")


def test_a_link_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link(tmp_path / "site", tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="site is not a folder"):
        write(tmp_path / "site", {"a": b""})


@pytest.mark.parametrize(
    ("before", "after"), [("Map.pdf", "map.pdf"), ("Files/a", "files/a"), ("A/B/c", "a/b/C"), ("e\u0301", "\u00e9")]
)
def test_a_file_has_its_name_of_today_also_where_a_disk_minds_no_case(tmp_path: Path, before: str, after: str) -> None:
    site = tmp_path / "site"
    write(site, {before: b"one", "x": b""})
    write(site, {after: b"one", "x": b""})
    assert snapshot(site).keys() == {MARKER, after, "x"}


def test_a_file_that_somebody_reads_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace, refused = os.replace, list[Path]()

    def in_use(source: Path, target: Path) -> None:
        if len(refused) < 3:
            refused.append(target)
            raise PermissionError(13, "The process cannot access the file because it is being used", str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", in_use)
    write(tmp_path / "site", {"index.html": b"one"})
    assert (tmp_path / "site/index.html").read_bytes() == b"one"
    monkeypatch.setattr("mmpt_site.output.IN_USE", 0.0)
    refused.clear()
    with pytest.raises(OutputError, match=r"site/ cannot be written: .* \(.*/site/index.html\)"):
        write(tmp_path / "site", {"index.html": b"two"})


def test_a_branch_in_the_output_folder_survives(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write(site, {"index.html": b"one"})
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_bytes(b"ref: refs/heads/gh-pages")
    write(site, {"index.html": b"two"})
    assert (site / ".git" / "HEAD").exists()


@pytest.mark.parametrize("found", ["thesis.tex", ".hidden"])
def test_a_folder_with_something_of_somebody_is_refused(tmp_path: Path, found: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / found).write_text("ten years of work", "utf-8")
    with pytest.raises(OutputError, match="site/ is not empty, and mmpt-site has not made it"):
        write(site, {"index.html": b"one"})
    assert snapshot(site) == {found: b"ten years of work"}


def test_an_empty_folder_and_no_folder_are_welcome(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert write(tmp_path / "empty", {"a": b""}).changed == 2
    assert write(tmp_path / "deep" / "none", {"a": b""}).changed == 2


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file", "utf-8")
    with pytest.raises(OutputError, match="site is not a folder"):
        write(tmp_path / "site", {"a": b""})


def test_one_build_waits_for_another_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mmpt_site.output.PATIENCE", 0.1)
    with staging(tmp_path / "site"), pytest.raises(OutputError, match="Another build"), staging(tmp_path / "site"):
        pass


def test_nothing_is_left_beside_the_site_when_a_build_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), staging(tmp_path / "site") as stage:
        stage.add(Output("index.html", b"one"))
        raise ZeroDivisionError
    assert not (tmp_path / "site").exists()
    assert not (tmp_path / ".site.staging").exists()


def test_a_full_disk_leaves_the_site_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    write(site, {"index.html": b"one"})
    before = snapshot(site)

    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write(site, {"index.html": b"two"})
    assert snapshot(site) == before


def test_the_sources_of_a_project_are_never_an_output_folder(site: SiteFolder) -> None:
    before = snapshot(site.root)
    for folder in (".", "..", "content", "content/2021", "content/new"):
        result = site.run("build", "--output", folder)
        assert result.returncode == 2
        assert "Choose another with --output." in result.stderr
    assert snapshot(site.root) == before


def test_killed_at_fifty_instants_every_file_is_whole_and_the_next_build_repairs_it(tmp_path: Path) -> None:
    old, new = _large_site(tmp_path / "old", "old", files=30), _large_site(tmp_path / "new", "new!", files=40)
    whole = snapshot(old.build().folder), snapshot(new.build().folder)
    longest = _run_a_build(new, tmp_path / "timed")
    instants = random.Random(2021)
    states = set()
    for number in range(50):
        site = tmp_path / f"site{number}"
        publish(build(old.project, AS_OF), site)
        _run_a_build(new, site, kill_after=instants.uniform(0, longest))
        found = snapshot(site)
        assert all(data in (whole[0].get(path), whole[1].get(path)) for path, data in found.items())
        states.add("old" if found == whole[0] else "new" if found == whole[1] else "between")
        publish(build(new.project, AS_OF), site)
        assert snapshot(site) == whole[1]
        assert not (tmp_path / f".site{number}.staging").exists()
    assert len(states) > 1, f"every build was killed too early or too late: {states}"


def _large_site(root: Path, text: str, files: int) -> SiteFolder:
    """A site of many files, each of the same text."""
    site = SiteFolder.make(root).write("workshop.yaml", f"title: A workshop that is {text}")
    for number in range(files):
        site.write(f"static/{number}/file.css", text * 2000)
    return site


def _run_a_build(site: SiteFolder, folder: Path, kill_after: float | None = None) -> float:
    """Build in a process of its own, perhaps killed after so many seconds, as by a power cut; how long it took."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_build_into, args=(there, site, folder))
    process.start()
    assert here.recv() == "ready"
    started = time.perf_counter()
    if kill_after is not None:
        time.sleep(kill_after)
        process.kill()
    process.join()
    return time.perf_counter() - started


def _build_into(parent: Connection, site: SiteFolder, folder: Path) -> None:
    parent.send("ready")
    publish(build(site.project, AS_OF), folder)


def test_a_build_killed_between_two_files_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    old = {f"{number}/index.html": b"old" for number in range(20)}
    new = {f"{number}/index.html": b"new!" for number in range(15)}
    write(site, old)
    replace = os.replace
    moved: list[Path] = []

    def die_after_ten(source: Path, target: Path) -> None:
        if len(moved) == 10:
            raise KeyboardInterrupt
        moved.append(target)
        replace(source, target)

    monkeypatch.setattr(os, "replace", die_after_ten)
    with pytest.raises(KeyboardInterrupt):
        write(site, new)
    monkeypatch.undo()
    assert sum(data == new.get(path) for path, data in snapshot(site).items()) == 10
    write(site, new)
    assert snapshot(site).keys() == new.keys() | {MARKER}
