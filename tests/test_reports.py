"""The same problems for people, for programs and for GitHub; no text in them is ever obeyed."""

import html
import json
import re
from dataclasses import dataclass, field
from posixpath import join

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mmpt_site.problems import Level, Mark, Problem, plain
from mmpt_site.reports import FORMATS, LISTED, SHOWN, as_json, github, markdown, text, unobeyed

PROPERTY = settings(max_examples=100, deadline=None, derandomize=True)
HOSTILE = st.text("ab:,%\r\n\x1b\u2028#[]=|<>`*@é中\ud800", max_size=20) | st.sampled_from(
    ["::error::", "%0A::set-output name=a::b", "\n::add-mask::a", "##[error]a", "::stop-commands::x", "\r::debug::a"]
)
LEVELS: list[Level] = ["error", "warning", "note"]
DATES = Mark("content/2021/dates.yaml", 7, 11, "    date: 2021-04-31", 10)
WRONG = Problem(DATES, "There is no April 31, 2021.", "April has 30 days.")


@dataclass
class Runner:
    """Reads a log as the runner of GitHub does (ActionCommand.cs): which commands are in it, which text."""

    commands: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    token: str = ""

    def read(self, log: str) -> "Runner":
        """Take a log line by line."""
        for line in re.split(r"\r\n|\r|\n", log):
            found = re.match(r"::([\w-]+)(?: ([^\n]*?))?::(.*)", line.lstrip(), re.DOTALL)
            if self.token:
                if line.strip() == f"::{self.token}::":
                    self.token = ""
                else:
                    self.text.append(line)
            elif not found:
                assert "##[" not in line
                self.text.append(line)
            elif found[1] == "stop-commands":
                self.token = found[3]
            else:
                fields = dict(part.split("=", 1) for part in (found[2] or "").split(",") if part)
                self.commands.append((found[1], {k: decoded(v) for k, v in fields.items()}, decoded(found[3])))
        return self


def decoded(value: str) -> str:
    """What the runner makes of a value."""
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(code, sign)
    return value


def test_text_is_for_people() -> None:
    assert text([WRONG]) == (
        "content/2021/dates.yaml:7:11: error: There is no April 31, 2021.\n"
        "    7 |     date: 2021-04-31\n"
        "      |           ^^^^^^^^^^\n"
        "      = April has 30 days.\n"
        "\n"
        "Found 1 error in 1 file."
    )


@pytest.mark.parametrize("name", ["text", "github"])
def test_no_problem_is_no_text(name: str) -> None:
    assert FORMATS[name]([], lambda said, _: said, "") == ""


def test_json_says_all_that_the_text_says() -> None:
    note = Problem(Mark("2021/dates/"), "All of the page.", "", "note")
    document = json.loads(as_json([WRONG, note]))
    assert document["version"] == 1
    assert document["summary"] == {"errors": 1, "warnings": 0, "notes": 1, "files": 2}
    assert document["problems"] == [
        {
            "path": "content/2021/dates.yaml",
            "line": 7,
            "column": 11,
            "endColumn": 21,
            "level": "error",
            "message": "There is no April 31, 2021.",
            "hint": "April has 30 days.",
            "text": "    date: 2021-04-31",
        },
        {
            "path": "2021/dates/",
            "line": None,
            "column": None,
            "endColumn": None,
            "level": "note",
            "message": "All of the page.",
            "hint": "",
            "text": "",
        },
    ]


def test_json_of_nothing_is_a_document() -> None:
    assert json.loads(as_json([])) == {
        "version": 1,
        "summary": {"errors": 0, "warnings": 0, "notes": 0, "files": 0},
        "problems": [],
    }


@PROPERTY
@given(HOSTILE, HOSTILE, HOSTILE)
def test_json_is_ascii_and_gives_back_every_text(path: str, message: str, line: str) -> None:
    said = as_json([Problem(Mark(path, 1, 1, line), message)])
    assert said.isascii()
    [problem] = json.loads(said)["problems"]
    assert (problem["path"], problem["message"], problem["text"]) == (path, message, line)


def test_an_annotation_names_the_place_the_text_and_what_to_write() -> None:
    assert github([WRONG]).splitlines()[1] == (
        "::error file=content/2021/dates.yaml,line=7,col=11,endColumn=21,title=2021-04-31"
        "::There is no April 31, 2021.%0AApril has 30 days."
    )


@pytest.mark.parametrize(
    ("line", "column", "width", "title"),
    [
        ("title: Small: Examples", 13, 1, "title: Small: Examples"),
        ("Liu", 1, 1, "Liu"),
        ("---", 1, 3, "content/a.yaml"),
        (" : ", 2, 1, "content/a.yaml"),
        ("x" * 70, 1, 70, "x" * 60 + "…"),
    ],
)
def test_the_title_of_an_annotation_says_something(line: str, column: int, width: int, title: str) -> None:
    log = github([Problem(Mark("content/a.yaml", 1, column, line, width), "A.")])
    assert Runner().read(log).commands[1][1]["title"] == title


def test_on_github_the_log_has_the_text_and_folds_the_annotations_away() -> None:
    log = github([WRONG])
    lines = log.splitlines()
    assert (lines[0], lines[2]) == ("::group::Annotations", "::endgroup::")
    assert Runner().read(log).text == text([WRONG]).splitlines()


@pytest.mark.parametrize(("level", "command"), [("error", "error"), ("warning", "warning"), ("note", "notice")])
def test_every_level_has_its_command(level: Level, command: str) -> None:
    runner = Runner().read(github([Problem(DATES, "A.", "B.", level)]))
    assert [name for name, _, _ in runner.commands] == ["group", command, "endgroup"]


@pytest.mark.parametrize(
    ("folder", "path", "shown"),
    [
        ("", "content/a.yaml", "content/a.yaml"),
        ("web/site", "content/a.yaml", "web/site/content/a.yaml"),
        ("web", "/usr/lib/theme/templates/a.html", "/usr/lib/theme/templates/a.html"),
    ],
)
def test_paths_of_annotations_start_at_the_top_of_the_repository(folder: str, path: str, shown: str) -> None:
    log = github([Problem(Mark(path), "A.")], folder=folder)
    assert Runner().read(log).commands[1][1] == {"file": shown, "title": path}


@PROPERTY
@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, st.integers(0, 3), st.sampled_from(LEVELS))
@example("a", "a ::error::b", "a" * 100 + " ::set-output name=a::b", "::error::", "%3A,", 1, "error")
def test_no_text_is_obeyed_by_github(
    path: str, message: str, hint: str, line: str, folder: str, number: int, level: Level
) -> None:
    log = github([Problem(Mark(path, number, 1, line, 50), message, hint, level)], folder=folder)
    runner = Runner().read(log)
    assert [name for name, _, _ in runner.commands] == ["group", {"note": "notice"}.get(level, level), "endgroup"]
    _, fields, said = runner.commands[1]
    assert set(fields) <= {"file", "line", "col", "endColumn", "title"}
    assert fields["file"] == join(folder, plain(path)) or path.startswith("/")
    assert fields["title"].removesuffix("…") in plain(line if number else path) or fields["title"] == plain(path)
    assert said == "\n".join(plain(text) for text in (message, hint) if text)
    assert not runner.token


@PROPERTY
@given(HOSTILE)
def test_text_in_a_log_is_not_obeyed(said: str) -> None:
    runner = Runner().read(unobeyed(said))
    assert (runner.commands, runner.token) == ([], "")


def test_of_many_annotations_those_that_github_shows_are_made_and_the_rest_is_counted() -> None:
    problems = [Problem(Mark("a.yaml", line, 1), "A.") for line in range(1, SHOWN + 3)]
    runner = Runner().read(github([*problems, Problem(Mark("b.yaml"), "B.", "", "note")]))
    assert [name for name, _, _ in runner.commands].count("error") == SHOWN
    assert [name for name, _, _ in runner.commands].count("notice") == 1
    assert runner.text[-1] == "GitHub shows the first 10 of 12 errors beside the lines; all of them are above."
    assert sum(": error: " in line for line in runner.text) == SHOWN + 2


@PROPERTY
@given(HOSTILE, HOSTILE)
def test_a_summary_in_markdown_has_nothing_but_text_in_its_cells(message: str, path: str) -> None:
    made = markdown([Problem(Mark(path, 2), message)])
    row = made.splitlines()[4]
    assert row.count("|") == 4
    assert not re.search(r"[`*_<>\[\]@:]", row)
    if message.isprintable():
        assert message.strip() in html.unescape(row)


def test_a_summary_has_an_end() -> None:
    made = markdown([Problem(Mark("a.yaml", line), "A.") for line in range(LISTED + 5)])
    assert made.count("| error |") == LISTED
    assert "The log has 5 more." in made


def test_a_summary_of_nothing_says_so() -> None:
    assert "all is well" in markdown([])
