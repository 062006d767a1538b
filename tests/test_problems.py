"""What organizers read: place, sentence, the line with a caret, the hint."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mmpt_site.problems import (
    WINDOW,
    Mark,
    Problem,
    count,
    describe,
    either,
    nearest,
    plain,
    sort,
    stops,
    strictly,
    summary,
)

PROPERTY = settings(max_examples=50, deadline=None, derandomize=True)
ANYTHING = st.text(max_size=30) | st.text("a\x1b[31m\x07\r\t\x9b\u202e\u200b\ud800é中", max_size=30)
LINES = st.text("ab é中\u0301\u202e\t🎉", min_size=1, max_size=140)


def cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    wide = {"W": 2, "F": 2}
    shown = [char for char in text if unicodedata.category(char) not in {"Mn", "Me"}]
    return sum(wide.get(unicodedata.east_asian_width(char), 1) for char in shown)


def carets(text: str) -> tuple[str, str]:
    """The line of the source and the line of carets, without their margins."""
    _, shown, under = text.splitlines()[:3]
    return shown.partition("| ")[2], under.partition("| ")[2]


@PROPERTY
@given(ANYTHING, ANYTHING, ANYTHING, ANYTHING, st.integers(1, 40), st.integers(1, 40))
def test_nothing_in_a_file_can_steer_the_terminal(
    path: str, line: str, message: str, hint: str, column: int, width: int
) -> None:
    told = describe(Problem(Mark(path, 3, column, line, width), message, hint))
    assert not [char for char in told if char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Cs"}]
    told.encode("utf-8")


@PROPERTY
@given(LINES, st.data())
@example("a" * 200, None)
def test_the_caret_stands_under_the_place(line: str, data: st.DataObject | None) -> None:
    column = data.draw(st.integers(1, len(line))) if data else 150
    told = describe(Problem(Mark("a.yaml", 1, column, line + "."), "Wrong."))
    shown, under = carets(told)
    shown_char = plain(line[column - 1].replace("\t", " "))
    start = len(under) - len(under.lstrip())
    at = next(index for index in range(len(shown) + 1) if cells(shown[:index]) == start)
    assert set(under.lstrip()) == {"^"}
    if unicodedata.category(shown_char[0])[0] != "M":
        assert cells(shown_char) == under.count("^")
        assert shown[at:].lstrip("\u0301").startswith(shown_char)


@pytest.mark.parametrize(
    ("before", "indent"),
    [
        ("abc", 3),
        ("多模态", 6),
        ("e\N{COMBINING ACUTE ACCENT}", 1),
        ("ที่", 1),
        ("\t", 1),
        ("\N{RIGHT-TO-LEFT OVERRIDE}", 6),
    ],
)
def test_the_caret_counts_what_a_terminal_shows(before: str, indent: int) -> None:
    told = describe(Problem(Mark("a.yaml", 1, len(before) + 1, before + "X"), "Wrong."))
    assert carets(told)[1] == " " * indent + "^"


@pytest.mark.parametrize("width", [1, 3, 200])
def test_the_carets_are_as_wide_as_what_is_wrong_and_end_with_the_line(width: int) -> None:
    told = describe(Problem(Mark("a.yaml", 1, 3, "ab: 中c", width), "Wrong."))
    assert carets(told)[1] == "  " + "^" * min(width + (width > 2), 5)


def test_a_mark_that_begins_with_an_accent_still_has_a_caret() -> None:
    told = describe(Problem(Mark("a.yaml", 1, 2, "e\N{COMBINING ACUTE ACCENT}"), "Wrong."))
    assert "^" in carets(told)[1]


def test_a_mark_behind_the_end_has_its_caret_behind_the_end() -> None:
    assert carets(describe(Problem(Mark("a.yaml", 1, 4, "ab:"), "Wrong."))) == ("ab:", "   ^")


def test_of_a_long_line_a_window_is_shown() -> None:
    shown, under = carets(describe(Problem(Mark("a.yaml", 1, 500, "a" * 499 + "X" + "b" * 500), "Wrong.")))
    assert (shown[0], shown[-1], len(shown)) == ("…", "…", WINDOW + 2)
    assert shown[under.index("^")] == "X"


def test_a_problem_is_told_with_place_line_caret_and_hint() -> None:
    problem = Problem(Mark("content/2021/dates.yaml", 3, 9, "  date: soon", 4), "This is no date.", "Write 2021-04-20")
    assert describe(problem).splitlines() == [
        "content/2021/dates.yaml:3:9: error: This is no date.",
        "    3 |   date: soon",
        "      |         ^^^^",
        "      = Write 2021-04-20",
    ]


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    told = describe(Problem(Mark("content/site.yaml"), "This file is missing.", level="warning"))
    assert told == "content/site.yaml: warning: This file is missing."


def test_every_part_is_painted_in_its_role() -> None:
    roles: list[str] = []

    def paint(text: str, role: str) -> str:
        roles.append(role)
        return text

    describe(Problem(Mark("a.yaml", 1, 1, "a"), "Wrong.", "Write b"), paint)
    assert set(roles) == {"error", "place", "gutter", "caret"}


def test_problems_stand_in_the_order_of_the_files_each_once() -> None:
    marks = [
        Mark("b.yaml", 1, 1),
        Mark("a.yaml", 10, 1),
        Mark("a.yaml", 9, 2),
        Mark("a.yaml", 9, 1),
        Mark("a.yaml", 9, 1),
    ]
    found = sort(Problem(mark, "Wrong.") for mark in marks)
    assert [str(problem.mark) for problem in found] == ["a.yaml:9:1", "a.yaml:9:2", "a.yaml:10:1", "b.yaml:1:1"]


@pytest.mark.parametrize(
    ("level", "always", "strict"), [("error", True, True), ("warning", False, True), ("note", False, False)]
)
def test_an_error_stops_a_warning_when_strict_a_note_never(level: str, always: bool, strict: bool) -> None:
    problems = [Problem(Mark("a.yaml"), "Wrong.", level=level)]  # type: ignore[arg-type]
    assert stops(problems, strict=False) is always
    assert stops(problems, strict=True) is strict
    assert [problem.level for problem in strictly(problems)] == ["error" if strict else level]


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("tite", ["title", "date"], "title"),
        ("TITLE", ["Title"], "Title"),
        ("zzz", ["title"], ""),
        ("title", [], ""),
        ("", ["title"], ""),
    ],
)
def test_the_nearest_word_is_one_that_looks_alike(word: str, known: list[str], found: str) -> None:
    assert nearest(word, known) == found


def test_numbers_and_choices_are_told_as_people_tell_them() -> None:
    assert [count(number, "file") for number in (0, 1, 2)] == ["0 files", "1 file", "2 files"]
    assert [either(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a or b", "a, b or c"]


def test_a_summary_counts_errors_warnings_and_their_files() -> None:
    places = [("a", "error"), ("a", "error"), ("b", "warning"), ("c", "note")]
    problems = [Problem(Mark(path), "Wrong.", level=level) for path, level in places]  # type: ignore[arg-type]
    assert summary(problems) == "2 errors and 1 warning in 2 files"
    assert summary(problems[:1]) == "1 error in 1 file"
