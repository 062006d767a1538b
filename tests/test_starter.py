"""A new site: four answers in, files out that build at once."""

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mmpt_site.build import build, check
from mmpt_site.project import Project
from mmpt_site.starter import Answers, new_site, proposed_acronym, scalar

ANSWERS = Answers("Workshop on Small Examples", "WSE", "2027", ("Ada Example", "Bo Example"))
HOSTILE = Answers(
    "Yes: #1 & \"two\" {{ three }} 'four' [[ five ]] <unk> for $5 [B](c)",
    "C&A: <b>",
    "2027-b",
    ("- x: y", "*no", "名前"),
)


def made(answers: Answers, folder: Path) -> Project:
    for output in new_site(answers, "mmpt-site==1.0"):
        (folder / output.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / output.path).write_bytes(output.data)
    return Project(folder)


@pytest.mark.parametrize("answers", [ANSWERS, HOSTILE], ids=["plain", "hostile"])
def test_a_new_site_has_no_problem_and_says_what_was_answered(answers: Answers, tmp_path: Path) -> None:
    found = build(made(answers, tmp_path), date(2026, 11, 25), url="https://example.org/")
    assert [problem for problem in found.problems if problem.level != "note"] == []
    assert found.loaded.site
    site = found.loaded.site
    assert (site.series.name, site.series.acronym, site.current.id) == (answers.name, answers.acronym, answers.edition)
    assert site.current.organizers
    assert [person.name for person in site.current.organizers.organizers] == list(answers.organizers)


def test_every_link_of_a_new_site_leads_somewhere(tmp_path: Path) -> None:
    assert check(build(made(ANSWERS, tmp_path), date(2026, 11, 25), url="https://example.org/")) == ()


def test_a_new_site_invents_nothing(tmp_path: Path) -> None:
    site = build(made(ANSWERS, tmp_path), date(2026, 11, 25)).loaded.site
    assert site
    edition = site.current
    assert edition.topics
    assert edition.program
    assert edition.dates
    assert (edition.topics.topics, edition.program.program) == ((), {})
    assert {type(deadline.date).__name__ for deadline in edition.dates.dates} == {"ToBeAnnounced"}


def test_what_is_commented_out_can_be_taken_in(tmp_path: Path) -> None:
    """Lines that start with `#word`, and those that follow, are content: without the `#` they build, too."""
    project = made(ANSWERS, tmp_path)
    for path in project.content.rglob("*.yaml"):
        path.write_text("\n".join(_taken_in(path.read_text("utf-8").splitlines())) + "\n", "utf-8")
    found = build(project, date(2026, 11, 25))
    assert [problem for problem in found.problems if problem.level != "note"] == []
    assert found.loaded.site
    assert found.loaded.site.current.workshop.host
    assert found.loaded.site.series.notice


def _taken_in(lines: list[str]) -> Iterator[str]:
    inside = False
    for line in lines:
        inside = line.startswith("#") and (inside or line[1:2].isalpha())
        yield line[1:] if inside else line


def test_every_yaml_file_opens_with_its_schema_and_words(tmp_path: Path) -> None:
    for path in made(ANSWERS, tmp_path).content.rglob("*.yaml"):
        first, second, third = path.read_text("utf-8").splitlines()[:3]
        assert first.startswith("# yaml-language-server: $schema=")
        assert first.endswith(f".schema/{path.stem}.json")
        assert second.startswith("# ")
        assert third.startswith("# ")


def test_settings_and_workflows_can_be_read(tmp_path: Path) -> None:
    made(ANSWERS, tmp_path)
    for path in (tmp_path / ".vscode").iterdir():
        assert json.loads(path.read_text("utf-8"))
    known = {path: yaml.safe_load(path.read_text("utf-8")) for path in (tmp_path / ".github").rglob("*.yml")}
    updates = known.pop(tmp_path / ".github/dependabot.yml")["updates"]
    assert [each["package-ecosystem"] for each in updates] == ["pip", "github-actions"]
    assert all(each["name"] for each in known.values())


def test_the_workflows_are_those_of_this_repository_where_they_do_the_same(root: Path, tmp_path: Path) -> None:
    """Both publish with the same actions, in the same versions."""
    made(ANSWERS, tmp_path)

    def used(folder: Path) -> set[str]:
        lines = (line for path in folder.glob("*.yml") for line in path.read_text("utf-8").splitlines())
        return {line.partition("uses: ")[2].split()[0] for line in lines if "uses: " in line}

    assert used(tmp_path / ".github/workflows") <= used(root / ".github/workflows")


def test_a_program_that_only_this_computer_has_is_no_secret(tmp_path: Path) -> None:
    files = {output.path: output.data.decode() for output in new_site(ANSWERS, "mmpt-site @ file:///here")}
    assert "The place below is on this computer only." in files["requirements.txt"]


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("Workshop on Multimodal Examples in Vision", "MEV"),
        ("Multi-Modal Pre-Training for Multimedia Understanding", "MMPTMU"),
        ("the", ""),
        ("言語処理ワークショップ", "言"),
    ],
)
def test_the_acronym_is_proposed_from_the_name(name: str, acronym: str) -> None:
    assert proposed_acronym(name) == acronym


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(str.strip))
def test_a_scalar_is_read_as_it_was_meant(text: str) -> None:
    assert str(yaml.safe_load(f"a: {scalar(text)}  # c")["a"]) == text


def wheel(folder: Path, name: str, version: str, more: str = "", **files: str) -> None:
    """Make a package that pip can install; `more` are further lines of its METADATA."""
    about, told = f"{name}-{version}.dist-info", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{more}"
    files = {"METADATA": told, "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n", **files}
    folder.mkdir(exist_ok=True)
    with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as packed:
        packed.writestr(f"{name}_fake.py", PROGRAM)
        for file, text in {**files, "RECORD": ""}.items():
            packed.writestr(f"{about}/{file}", text)


PROGRAM = """\
import os, sys

def main():
    of = os.path.basename(os.environ["MMPT_SITE_PROJECT"])
    print(sys.argv[1:], "in", os.path.basename(os.getcwd()), "of", of, "as", os.environ["MMPT_SITE_CALLED"])
"""


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site whose run.py has a program to hand over to: one that prints what it is given."""
    folder = tmp_path_factory.mktemp("new")
    made(ANSWERS, folder)
    script = "[console_scripts]\nmmpt-site = mmpt_site_fake:main\n"
    wheel(folder / "wheels", "mmpt_site", "9", "Requires-Dist: engine\n", **{"entry_points.txt": script})
    wheel(folder / "wheels", "engine", "1")
    wheel(folder / "wheels", "engine", "2")
    needed = f"-c constraints.txt\n--no-index\n--find-links {(folder / 'wheels').as_posix()}\nmmpt-site==9\n"
    (folder / "requirements.txt").write_text(needed, "utf-8")
    return folder


def run_py(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(folder / "run.py"), *words]
    return subprocess.run(command, cwd=folder.parent, capture_output=True, encoding="utf-8", check=False)


def test_run_py_sets_up_once_and_hands_over_from_anywhere(environment: Path) -> None:
    first, second = run_py(environment, "check", "--strict"), run_py(environment, "build")
    where = f"in {environment.parent.name} of {environment.name} as python3 run.py"
    assert "Setting up the environment in .venv (once, about a minute)" in first.stderr
    assert first.stdout == f"['check', '--strict'] {where}\n", first.stderr
    assert second.stdout == f"['build'] {where}\n"
    assert second.stderr == ""


def test_run_py_sets_up_again_where_the_folder_has_moved(environment: Path, tmp_path: Path) -> None:
    run_py(environment, "check")
    moved = shutil.copytree(environment, tmp_path / "moved", symlinks=True)
    result = run_py(moved, "check")
    assert "Setting up the environment" in result.stderr
    assert result.stdout == f"['check'] in {tmp_path.name} of moved as python3 run.py\n"


def test_run_py_takes_the_versions_that_are_said_and_says_those_that_it_took(environment: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(environment, tmp_path / "pinned", ignore=shutil.ignore_patterns(".venv"))
    constraints = folder / "constraints.txt"
    words = "".join(line + "\n" for line in constraints.read_text("utf-8").splitlines() if line.startswith("#"))
    constraints.write_text(f"{words}engine==1\n", "utf-8")
    assert run_py(folder, "check").returncode == 0
    assert constraints.read_text("utf-8") == f"{words}engine==1\n"

    constraints.write_text(words, "utf-8")
    assert "Setting up the environment" in run_py(folder, "check").stderr
    assert constraints.read_text("utf-8") == f"{words}engine==2\n"
    assert run_py(folder, "check").stderr == ""

    constraints.unlink()
    assert run_py(folder, "check").returncode == 0
    assert constraints.read_text("utf-8") == "engine==2\n"


def test_run_py_says_what_it_can_do(environment: Path) -> None:
    result = run_py(environment)
    assert result.returncode == 2
    assert (result.stdout, result.stderr.splitlines()[0]) == ("", "Please say what run.py shall do:")
    assert all(f"python3 run.py {command} " in result.stderr for command in ("serve", "check", "changes", "build"))


def test_run_py_says_why_it_cannot_set_up(tmp_path: Path) -> None:
    made(ANSWERS, tmp_path)
    (tmp_path / "requirements.txt").write_text("--no-index\nno-such-program==1\n", "utf-8")
    result = run_py(tmp_path, "build")
    assert result.returncode == 1
    assert "no-such-program" in result.stderr
    assert "The environment could not be set up, for the reason above." in result.stderr
