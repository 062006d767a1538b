"""How a language writes lists, and texts that run the other way."""

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from mmpt_site.pages.language import language


@pytest.mark.parametrize(
    ("tag", "direction"), [("en", "ltr"), ("zh-Hant", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("mn-Mong", "ltr")]
)
def test_a_language_has_a_direction(tag: str, direction: str) -> None:
    assert language(tag).direction == direction


@pytest.mark.parametrize(
    ("tag", "list_of_two"), [("en-US", "a, b"), ("zh", "a、b"), ("ja", "a、b"), ("de", "a, b"), ("ar", "a وb")]
)
def test_a_list_has_the_comma_of_its_language(tag: str, list_of_two: str) -> None:
    spoken = language(tag)
    assert spoken.comma.join("ab") == list_of_two
    if spoken.direction == "ltr":
        assert spoken.listed(["a", "b"]) == list_of_two


def test_texts_in_a_list_are_escaped_and_html_stays() -> None:
    assert language("en").listed(["<b>", Markup("<i>c</i>")]) == "&lt;b&gt;, <i>c</i>"
    assert language("en").listed([]) == ""


@pytest.mark.parametrize(
    ("tag", "text", "html"),
    [
        ("en", "Ada Example", "Ada Example"),
        ("en", "多模态预训练 & é", "多模态预训练 &amp; é"),
        ("en", "התדריך", "<bdi>התדריך</bdi>"),
        ("ar", "التدريب المسبق", "التدريب المسبق"),
        ("ar", "2021–12", "2021–12"),
        ("ar", "Ada Example", '<bdi dir="ltr">Ada Example</bdi>'),
        ("ar", "BERT للترجمة", '<bdi dir="rtl">BERT للترجمة</bdi>'),
        ("ar", Markup("<i>نص</i>"), "<i>نص</i>"),
    ],
)
def test_a_text_that_runs_the_other_way_is_isolated(tag: str, text: str, html: str) -> None:
    assert language(tag).isolated(text) == html


def test_the_style_sheet_names_no_side(root: Path) -> None:
    sheet = re.sub(r"/\*.*?\*/", "", (root / "templates" / "style.css").read_text("utf-8"), flags=re.DOTALL)
    sides = r"(?<![\w-])(?:(?:margin|padding|border)-)?(?:left|right)\b|(?:text-align|float|clear): *(?:left|right)"
    assert re.findall(sides, sheet) == []
    four = re.findall(r"(?:margin|padding|inset): *([\w.%-]+) ([\w.%-]+) ([\w.%-]+) ([\w.%-]+)[;} ]", sheet)
    assert [values for values in four if values[1] != values[3]] == []
    assert "padding-inline-start" in sheet


def test_a_word_inside_a_sentence_is_small_but_for_german_nouns() -> None:
    assert language("en").inside("Call for papers") == "call for papers"
    assert language("de").inside("Termine") == "Termine"
    assert language("zh").inside("征稿启事") == "征稿启事"


def test_a_sentence_without_a_translation_is_english() -> None:
    assert language("ja").say("Photo of %(name)s", name="100 % Ada") == "Photo of 100 % Ada"
    assert not language("ja").has("Photo of %(name)s")
