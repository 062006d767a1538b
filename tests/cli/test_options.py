"""What several commands are told: which project, which day, which address."""

from pathlib import Path

import pytest

from tests.harness import SiteFolder


def elsewhere(tmp_path: Path) -> SiteFolder:
    """A folder that is no project."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return SiteFolder(folder)


@pytest.mark.parametrize("command", ["build", "check", "changes", "serve"])
def test_outside_of_a_project_its_folder_is_asked_for(tmp_path: Path, command: str) -> None:
    result = elsewhere(tmp_path).run(command)
    assert result.returncode == 2
    hint = "Run mmpt-site in the project's folder, or name it with --project."
    assert f"There is no folder content/ in elsewhere/. {hint}" in result.stderr


def test_a_project_can_be_named_and_the_output_is_meant_from_here(site: SiteFolder, tmp_path: Path) -> None:
    here = elsewhere(tmp_path)
    result = here.run("build", "--project", str(site.root), "--output", "out")
    assert result.returncode == 0, result.stderr
    assert (here.root / "out/index.html").is_file()
    assert not (site.root / "site").exists()


def test_without_an_output_the_site_lies_in_its_project(site: SiteFolder, tmp_path: Path) -> None:
    result = elsewhere(tmp_path).run("build", "--project", str(site.root))
    assert result.stdout.startswith(f"Built {site.root.as_posix()}/site/ in "), result.stderr
    assert site.run("build").stdout.startswith("Built site/ in ")


def test_run_py_says_in_the_environment_which_project_it_is_of(site: SiteFolder, tmp_path: Path) -> None:
    here = elsewhere(tmp_path)
    result = here.run("build", "--output", "out", env={"MMPT_SITE_PROJECT": str(site.root)})
    assert result.stdout.startswith("Built out/ in "), result.stderr
    other = here.run("check", "--project", ".", env={"MMPT_SITE_PROJECT": str(site.root)})
    assert "There is no folder content/ in elsewhere/." in other.stderr


def test_files_of_a_named_project_are_called_by_their_path_in_it(site: SiteFolder, tmp_path: Path) -> None:
    site.write("dates.yaml", "dates: [{name: A, date: soon}]\n")
    result = elsewhere(tmp_path).run("check", "--project", str(site.root))
    assert result.stderr.startswith("content/2021/dates.yaml:1:25: error:")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--as-of", "tomorrow"), "such as 2021-04-20"),
        (("--base-url", "example.org"), "Write https://example.org"),
    ],
)
def test_an_option_that_will_not_do_is_answered_as_in_the_content(
    site: SiteFolder, words: tuple[str, str], told: str
) -> None:
    result = site.run("build", *words)
    assert result.returncode == 2
    assert told in result.stderr
