"""`mmpt-site new`: questions asked, answers given, and nothing that is there overwritten."""

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from mmpt_site.model.when import today_aoe

FLAGS = ("--name", "Workshop on Small Examples", "--acronym", "WSE", "--year", "2027", "--organizer", "Ada Example")
ANSWERS = "Workshop on Small Examples\n\n2027\nAda Example, Bo Example\n"


def run(folder: Path, *words: str, said: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mmpt_site", *words]
    return subprocess.run(command, cwd=folder, input=said, capture_output=True, encoding="utf-8", check=False)


def test_four_questions_make_a_site_that_builds_with_no_problem(tmp_path: Path) -> None:
    made = run(tmp_path, "new", "wse", said=ANSWERS)
    assert made.returncode == 0, made.stderr
    for question in (
        "What is the workshop called?",
        "What is its short name? [SE]",
        "Which year?",
        "Who organizes it?",
    ):
        assert question in made.stderr
    assert made.stdout.startswith("Made wse/ with ")
    assert "the site of SE 2027." in made.stdout
    built = run(tmp_path / "wse", "build", "--strict", "--base-url", "https://example.org/")
    assert (built.returncode, built.stderr) == (0, "")


def test_options_answer_without_a_question(tmp_path: Path) -> None:
    made = run(tmp_path, "new", "wse", *FLAGS, "--organizer", "Bo Example")
    assert (made.returncode, made.stderr) == (0, "")
    organizers = (tmp_path / "wse/content/2027/organizers.yaml").read_text("utf-8")
    assert organizers.endswith("organizers:\n  - name: Ada Example\n  - name: Bo Example\n")


def test_the_year_that_is_proposed_is_this_one(tmp_path: Path) -> None:
    made = run(tmp_path, "new", "wse", said="Small Examples\n\n\nAda\n")
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "wse/content" / str(today_aoe(datetime.now(UTC)).year)).is_dir()


def test_an_answer_that_will_not_do_is_asked_for_again(tmp_path: Path) -> None:
    made = run(tmp_path, "new", "wse", said="!?\nSmall Examples\n...\nSE\nnext year\n2027\n,\nAda\n")
    assert made.returncode == 0, made.stderr
    assert made.stderr.count("Error: Here at least one letter is needed.") == 3
    assert 'Error: "next year" cannot be part of an address. Write for example 2027.' in made.stderr


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--name", " ", "Invalid value for --name: Here at least one letter is needed."),
        ("--acronym", "?", "Invalid value for --acronym: Here at least one letter is needed."),
        ("--year", "20 27", 'Invalid value for --year: "20 27" cannot be part of an address.'),
        ("--year", "pages", 'Invalid value for --year: "pages" cannot be part of an address.'),
        ("--organizer", "!", "Invalid value for --organizer: Here at least one letter is needed."),
    ],
)
def test_an_option_that_will_not_do_is_told(tmp_path: Path, option: str, value: str, told: str) -> None:
    words = list(FLAGS)
    words[words.index(option) + 1] = value
    made = run(tmp_path, "new", "wse", *words)
    assert (made.returncode, told in made.stderr) == (2, True), made.stderr
    assert list(tmp_path.iterdir()) == []


def test_where_nobody_answers_the_option_is_named(tmp_path: Path) -> None:
    made = run(tmp_path, "new", "wse", "--name", "Small Examples")
    assert made.returncode == 2
    assert "Nobody is there to answer: What is its short name? Say it with --acronym." in made.stderr
    assert list(tmp_path.iterdir()) == []


def test_nothing_that_is_there_is_overwritten(tmp_path: Path) -> None:
    assert run(tmp_path, "new", "wse", *FLAGS).returncode == 0
    (tmp_path / "wse/content/2027/dates.yaml").write_text("dates: [mine]\n", "utf-8")
    again = run(tmp_path, "new", "wse", *FLAGS)
    assert again.returncode == 2
    assert "wse/ holds content/ already. Name a folder that does not exist yet." in again.stderr
    assert (tmp_path / "wse/content/2027/dates.yaml").read_text("utf-8") == "dates: [mine]\n"


def test_a_folder_that_is_a_fresh_clone_will_do(tmp_path: Path) -> None:
    (tmp_path / "wse/.git").mkdir(parents=True)
    (tmp_path / "wse/LICENSE").write_text("mine", "utf-8")
    assert run(tmp_path / "wse", "new", ".", *FLAGS).returncode == 0
    assert (tmp_path / "wse/LICENSE").read_text("utf-8") == "mine"


def test_a_file_of_ones_own_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", "utf-8")
    result = run(tmp_path, "new", ".", *FLAGS)
    assert "./ holds README.md already." in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "wse").write_text("mine", "utf-8")
    assert "wse is a file. Name a folder that does not exist yet." in run(tmp_path, "new", "wse", *FLAGS).stderr


def test_a_new_site_asks_for_the_program_that_made_it(tmp_path: Path) -> None:
    run(tmp_path, "new", "wse", *FLAGS)
    (line,) = [
        line for line in (tmp_path / "wse/requirements.txt").read_text("utf-8").splitlines() if not line.startswith("#")
    ]
    assert line.startswith(("mmpt-site==", "mmpt-site @ git+https://", "mmpt-site @ file://"))
