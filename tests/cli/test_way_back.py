"""A file that is lost: git is asked first, and what it says brings the file back, for the words are obeyed here."""

import re
import shlex

import pytest

from tests.cli.test_changes import DATES, committed, git
from tests.harness import SiteFolder
from tests.preview.running import Preview

__all__ = ["committed"]

LOST = [b"PK\x03\x04\x14\x00", b"", b"\n"]
FILE = "content/2021/dates.yaml"


def told(site: SiteFolder) -> str:
    """What is said of the file, on one line."""
    result = site.run("check", "--as-of", "2021-03-01")
    assert result.returncode == 1
    return " ".join(result.stderr.split())


def obey(site: SiteFolder, said: str) -> None:
    """Do what stands there; then the file is as it was."""
    found = re.search(rf"git restore [^ ]*( --\w+)* ?{FILE}|git restore {FILE}", said)
    assert found, said
    git(site, *shlex.split(found[0])[1:])
    assert site.path(FILE).read_text("utf-8") == DATES


@pytest.mark.parametrize("data", LOST)
def test_a_file_that_was_only_saved_comes_back_from_the_last_commit(committed: SiteFolder, data: bytes) -> None:
    said = told(committed.write("dates.yaml", data))
    assert f"git restore {FILE} brings back the version that was committed last." in said
    obey(committed, said)


def test_what_was_added_last_is_not_called_committed(committed: SiteFolder) -> None:
    git(committed.write("dates.yaml", "dates: []\n"), "add", ".")
    assert f"git restore {FILE} brings back the version that was added last." in told(
        committed.write("dates.yaml", LOST[0])
    )


@pytest.mark.parametrize("data", LOST)
def test_one_that_was_added_comes_back_from_the_last_commit_all_the_same(committed: SiteFolder, data: bytes) -> None:
    git(committed.write("dates.yaml", data), "add", ".")
    said = told(committed)
    assert f"git restore --source=HEAD --staged --worktree {FILE} brings back the version that was committed" in said
    obey(committed, said)


@pytest.mark.parametrize("data", LOST)
def test_one_that_was_committed_comes_back_from_the_last_commit_that_can_be_read(
    committed: SiteFolder, data: bytes
) -> None:
    for broken in ("dates: [\n", data):
        git(committed.write("dates.yaml", broken), "commit", "--quiet", "--all", "--message=Broken")
    said = told(committed)
    assert re.search(rf"git restore --source=[0-9a-f]+ {FILE} brings back the version of \d{{4}}-", said), said
    obey(committed, said)


def test_of_one_that_git_does_not_have_that_is_said(committed: SiteFolder) -> None:
    said = told(committed.write("topics.yaml", LOST[0]))
    assert "git has no earlier version of it that can be read. Perhaps your editor remembers one" in said
    assert "git restore" not in said


@pytest.mark.parametrize("path", ["", "/nowhere"])
def test_without_a_repository_or_without_git_that_is_said(site: SiteFolder, path: str) -> None:
    env = {"GIT_CEILING_DIRECTORIES": str(site.root.parent), **({"PATH": path} if path else {})}
    said = " ".join(site.write("topics.yaml", LOST[0]).run("build", env=env).stderr.split())
    assert "There is no earlier version of it in git: this folder is in no git repository, or git is not" in said


def test_a_new_file_that_is_empty_is_told_how_it_is_written(committed: SiteFolder) -> None:
    said = told(committed.write("topics.yaml", ""))
    assert "This file is empty. = Write for example topics:" in said


def test_an_emptied_page_is_lost_too(committed: SiteFolder) -> None:
    git(committed.write("content/2021/pages/venue.md", "# Venue\n\nHere.\n"), "add", ".")
    git(committed, "commit", "--quiet", "--message=Venue")
    assert "git restore content/2021/pages/venue.md brings back" in told(
        committed.write("content/2021/pages/venue.md", "")
    )


def test_the_preview_says_so_too(committed: SiteFolder) -> None:
    with Preview(committed.write("dates.yaml", LOST[0])) as preview:
        assert f"git restore {FILE} brings back the version that was committed last." in preview.get("/").text
