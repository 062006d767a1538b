"""`mmpt-site new`: questions asked, answers given, and nothing that is there overwritten."""

import errno
import html
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import click
import pytest

from mmpt_site.cli.new import _write
from mmpt_site.model.when import today_aoe
from mmpt_site.output import Output

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


def test_the_year_that_is_proposed_is_this_one_and_late_in_a_year_the_next(tmp_path: Path) -> None:
    made = run(tmp_path, "new", "wse", said="Small Examples\n\n\nAda\n")
    assert made.returncode == 0, made.stderr
    today = today_aoe(datetime.now(UTC))
    assert (tmp_path / "wse/content" / str(today.year + (today.month >= 10))).is_dir()


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("Ada Example; Bo Example", "Names have commas between them. Write Ada Example, Bo Example"),
        ("Ada Example and Bo Example", "Names have commas between them. Write Ada Example, Bo Example"),
        (
            "Ada Example, University of Examples",
            '"University of Examples" looks like a place of work. Write only names',
        ),
        ("ada@example.org", '"ada@example.org" looks like a place of work. Write only names'),
    ],
)
def test_names_that_will_not_do_are_asked_for_again_and_no_answer_is_lost(
    tmp_path: Path, answer: str, why: str
) -> None:
    made = run(tmp_path, "new", "wse", said=f"Small Examples\n\n2027\n{answer}\nAda Example, Bo Example\n")
    assert made.returncode == 0, made.stderr
    assert f"Error: {why}" in made.stderr
    organizers = (tmp_path / "wse/content/2027/organizers.yaml").read_text("utf-8")
    assert organizers.endswith("organizers:\n  - name: Ada Example\n  - name: Bo Example\n")
    told = run(tmp_path, "new", "other", *FLAGS[:-1], answer)
    assert (told.returncode, f"Invalid value for --organizer: {why}" in told.stderr) == (2, True)


@pytest.mark.parametrize("name", ["Workshop on Small Examples", "Small Examples", "The Examples of 2027"])
def test_the_first_sentence_fits_every_name(tmp_path: Path, name: str) -> None:
    run(tmp_path, "new", "wse", "--name", name, *FLAGS[2:])
    call = (tmp_path / "wse/content/2027/call.yaml").read_text("utf-8")
    assert f"invitation: We invite contributions to WSE 2027 ({name}).\n" in call


def test_an_answer_that_will_not_do_is_asked_for_again(tmp_path: Path) -> None:
    made = run(tmp_path, "new", "wse", said="!?\nSmall Examples\n...\nSE\nnext year\n27\n2027\n,\nAda\n")
    assert made.returncode == 0, made.stderr
    assert made.stderr.count("Error: Here at least one letter is needed.") == 2
    assert "Error: Visitors have to know who invites them." in made.stderr
    assert 'Error: "next year" cannot be part of an address. Write for example 2027.' in made.stderr
    assert 'Error: "27" is no year, for years have four digits. Write 2027.' in made.stderr


def test_to_an_empty_answer_is_said_why_one_is_needed(tmp_path: Path) -> None:
    made = run(tmp_path, "new", "wse", said="\nThe\n\nT\n\n\nAda\n")
    assert made.returncode == 0, made.stderr
    for why in (
        "Error: The full name stands on every page. Write for example Workshop on Small Examples.",
        "Error: The short name stands in the title of every page. Write for example WSE.",
        "Error: Visitors have to know who invites them. Write one name; the others can follow later.",
    ):
        assert made.stderr.count(why) == 1


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--name", " ", "Invalid value for --name: The full name stands on every page. Write for example"),
        ("--acronym", "?", "Invalid value for --acronym: Here at least one letter is needed."),
        ("--year", "20 27", 'Invalid value for --year: "20 27" cannot be part of an address.'),
        ("--year", "pages", 'Invalid value for --year: "pages" cannot be part of an address.'),
        ("--year", "27", 'Invalid value for --year: "27" is no year, for years have four digits. Write 2027.'),
        ("--year", "20271", 'Invalid value for --year: "20271" is no year, for years have four digits. Write for'),
        ("--organizer", "", "Invalid value for --organizer: Visitors have to know who invites them. Write one name"),
        ("--organizer", "!", "Invalid value for --organizer: Here at least one letter is needed."),
    ],
)
def test_an_option_that_will_not_do_is_told(tmp_path: Path, option: str, value: str, told: str) -> None:
    words = list(FLAGS)
    words[words.index(option) + 1] = value
    made = run(tmp_path, "new", "wse", *words)
    assert (made.returncode, told in made.stderr) == (2, True), made.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_asked_for(tmp_path: Path) -> None:
    made = run(tmp_path, "new")
    assert (made.returncode, list(tmp_path.iterdir())) == (2, [])
    assert "Error: Name a folder for the site; it need not be there yet." in made.stderr


def test_an_option_that_will_not_do_is_told_before_the_first_question(tmp_path: Path) -> None:
    made = run(tmp_path, "new", "wse", "--year", "27", said="Small Examples\n")
    assert made.returncode == 2
    assert "What is the workshop called?" not in made.stderr


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
    assert (
        "wse/ holds content/site.yaml already. Name a folder that does not exist yet, or move that away."
        in again.stderr
    )
    assert (tmp_path / "wse/content/2027/dates.yaml").read_text("utf-8") == "dates: [mine]\n"


def test_a_folder_that_is_a_fresh_clone_will_do(tmp_path: Path) -> None:
    (tmp_path / "wse/.git").mkdir(parents=True)
    (tmp_path / "wse/LICENSE").write_text("mine", "utf-8")
    assert run(tmp_path / "wse", "new", ".", *FLAGS).returncode == 0
    assert (tmp_path / "wse/LICENSE").read_text("utf-8") == "mine"


def test_a_readme_of_ones_own_stays(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", "utf-8")
    result = run(tmp_path, "new", ".", *FLAGS)
    assert (result.returncode, result.stderr) == (0, "")
    assert "README.md was there, and stayed." in result.stdout
    assert (tmp_path / "README.md").read_text("utf-8") == "mine"


def test_another_file_of_ones_own_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "run.py").write_text("mine", "utf-8")
    result = run(tmp_path, "new", ".", *FLAGS)
    assert "./ holds run.py already. Name a folder that does not exist yet, or move that away." in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["run.py"]


@pytest.mark.parametrize(
    "name", ["کارگاه\u200cهای یادگیری", "कार्यशाला", "👩\u200d🔬 Lab", "Learning with <unk> tokens", "Save $5 [B](c)"]
)
def test_a_name_of_any_script_or_sign_stands_as_it_was_written(tmp_path: Path, name: str) -> None:
    words = ("--name", name, *FLAGS[2:])
    assert run(tmp_path, "new", "wse", *words).returncode == 0
    checked = run(tmp_path / "wse", "check", "--strict")
    assert checked.returncode == 0, checked.stderr
    run(tmp_path / "wse", "build")
    assert name in html.unescape((tmp_path / "wse/site/index.html").read_text("utf-8"))


def test_several_lines_and_signs_that_nobody_sees_become_one_line(tmp_path: Path) -> None:
    assert run(tmp_path, "new", "wse", "--name", "Small\nExamples\u202e\u200b", *FLAGS[2:]).returncode == 0
    assert "\nname: Small Examples\n" in (tmp_path / "wse/content/site.yaml").read_text("utf-8")


def test_a_name_that_no_site_can_have_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    result = run(tmp_path, "new", "wse", "--name", r"Save $\frac{1}{$ now", *FLAGS[2:])
    assert (result.returncode, list(tmp_path.iterdir())) in [(0, [tmp_path / "wse"]), (1, [])]


def test_names_in_one_option_are_several(tmp_path: Path) -> None:
    run(tmp_path, "new", "wse", *FLAGS[:-1], "Ada Example, Bo Example")
    organizers = (tmp_path / "wse/content/2027/organizers.yaml").read_text("utf-8")
    assert organizers.endswith("organizers:\n  - name: Ada Example\n  - name: Bo Example\n")


@pytest.mark.parametrize("folder", ["file/sub", "x" * 300])
def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, folder: str) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    result = run(tmp_path, "new", folder, *FLAGS)
    assert result.returncode == 2
    assert f"{folder} cannot be written: " in result.stderr
    assert "Nothing was made." in result.stderr


def test_on_a_disk_that_is_full_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write, full = Path.write_bytes, OSError(errno.ENOSPC, "No space left on device")

    def until_full(path: Path, data: bytes) -> int:
        if path.name == "run.py":
            write(path, data[:10])
            raise full
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", until_full)
    files = [Output("content/site.yaml", b"a"), Output("run.py", b"b" * 100)]
    with pytest.raises(click.UsageError, match=r"No space left on device\. Nothing was made\."):
        _write(tmp_path / "wse", files)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_way_into_a_folder_with_a_space_is_quoted(tmp_path: Path) -> None:
    assert "\n    cd 'my site'\n" in run(tmp_path, "new", "my site", *FLAGS).stdout


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "wse").write_text("mine", "utf-8")
    assert "wse is a file. Name a folder that does not exist yet." in run(tmp_path, "new", "wse", *FLAGS).stderr


def test_a_new_site_asks_for_the_program_that_made_it(tmp_path: Path) -> None:
    run(tmp_path, "new", "wse", *FLAGS)
    lines = (tmp_path / "wse/requirements.txt").read_text("utf-8").splitlines()
    first, second = [line for line in lines if line and not line.startswith("#")]
    assert first == "-c constraints.txt"
    assert second.startswith(("mmpt-site==", "mmpt-site @ git+https://", "mmpt-site @ file://"))


def test_a_new_site_names_the_versions_that_have_just_built_it(tmp_path: Path) -> None:
    run(tmp_path, "new", "wse", *FLAGS)
    pins = (tmp_path / "wse/constraints.txt").read_text("utf-8").splitlines()
    assert f"jinja2=={version('jinja2')}" in pins
    assert f"pydantic-core=={version('pydantic-core')}" in pins, "what others need is named, too"
    assert not [line for line in pins if line.startswith(("mmpt-site", "pytest"))]
