"""Lines of a title are few, of about one length, and end where they may."""

import pytest

from mmpt_site.exports.typeset.faces import runs
from mmpt_site.exports.typeset.lines import balanced, direction, visual, widest


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Call for papers", 15, ["Call for papers"]),
        ("one two three four", 14, ["one two", "three four"]),
        ("Learning to read the web", 14, ["Learning to", "read the web"]),
        ("The theory of everything else", 16, ["The theory of", "everything else"]),
        ("a Donaudampfschiff b", 6, ["a", "Donaudampfschiff", "b"]),
        ("多模态预训练研讨会", 5, ["多模态预训", "练研讨会"]),
        ("語言、視頻", 2, ["語", "言、", "視頻"]),
        ("機械「こと」", 3, ["機械", "「こ", "と」"]),
        ("다중모달 학습", 4, ["다중모달", "학습"]),
        ("vision–language models", 9, ["vision–", "language", "models"]),
        ("", 5, [""]),
    ],
)
def test_lines_are_balanced(text: str, width: int, lines: list[str]) -> None:
    assert balanced(text, width, len) == lines


def test_a_small_word_does_not_end_a_line_where_the_next_has_room() -> None:
    assert balanced("A workshop on the theory of learning", 22, len) == ["A workshop on", "the theory of learning"]


def test_the_widest_piece_is_what_no_line_can_break() -> None:
    assert widest("a longest word", len) == 7
    assert widest("多模态", len) == 1
    assert widest("", len) == 0


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Two words", "Two words"),
        ("שלום ICMR", "ICMR| |שלום"),
        ("ICMR שלום עולם end", "ICMR| |עולם| |שלום| |end"),
        ("שלום (ICMR)", ")|ICMR| (|שלום"),
        ("12 שלום 2021", "2021| |שלום| |12"),
    ],
)
def test_pieces_stand_in_the_order_in_which_they_are_seen(text: str, shown: str) -> None:
    assert "|".join(run.text for run, _ in visual(runs(text, "text"))) == shown


def test_a_text_begins_where_its_first_letter_does() -> None:
    assert [direction(text) for text in ("12 שלום", "a שלום", "لغة", "多", "")] == ["R", "L", "R", "L", "L"]
