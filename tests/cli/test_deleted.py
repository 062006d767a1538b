"""Files that are gone from the folder while git still has them."""

import pytest

from mmpt_site.cli.deleted import deleted
from tests.cli.test_changes import committed, git
from tests.harness import SiteFolder

__all__ = ["committed"]


def test_a_deleted_file_is_noted_with_the_way_back(committed: SiteFolder) -> None:
    result = committed.remove("dates.yaml").run("check")
    assert result.returncode == 0
    assert "content/2021/dates.yaml: note: This file is gone, and git still has it." in result.stderr
    git(committed, "restore", "content/2021/dates.yaml")
    assert committed.run("check").stderr == ""


def test_a_project_in_a_folder_of_a_repository_has_its_own_files_noted(site: SiteFolder) -> None:
    inner = SiteFolder.make(site.root / "web" / "site").write("content/2021/pages/a.md", "# A\nB\n")
    git(site, "init", "--quiet")
    git(site, "add", ".")
    inner.path("content/2021/pages/a.md").unlink()
    site.path("workshop.yaml").unlink()
    assert [str(note.mark) for note in deleted(inner.project)] == ["content/2021/pages/a.md"]


def test_what_is_deleted_for_git_too_is_no_matter(committed: SiteFolder) -> None:
    git(committed, "rm", "--quiet", "content/2021/dates.yaml")
    assert list(deleted(committed.project)) == []


@pytest.mark.parametrize("path", ["", "/nowhere"])
def test_without_a_repository_or_without_git_nothing_is_noted(
    site: SiteFolder, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if path:
        monkeypatch.setenv("PATH", path)
    assert list(deleted(site.project)) == []
