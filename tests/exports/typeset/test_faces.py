"""Every character of a card is in a font of the program, or is left out so that the rest reads well."""

import json
from io import BytesIO

import pytest
from PIL import ImageFont

from mmpt_site.exports.typeset.faces import COVERAGE, FONTS, faces, has, legible, runs

FACES = sorted({*faces("display"), *faces("text")})
TITLES = {
    "Latin": "Ångström & Łódź: “Œuvres” naïves — 12–15 × ½ ễ",
    "Greek": "Εργαστήριο για την πολυτροπική μάθηση ὁ λόγος",
    "Cyrillic": "Семинар по мультимодальному обучению, Ґ ї ў",
    "Hebrew": "סדנה ללמידה רב-מודאלית, שָׁלוֹם",
    "Arabic": "ورشة عمل حول النماذج متعددة الوسائط، می‌خواهم ۱۲",
    "Chinese": "面向多媒体理解的多模态预训练研讨会：從圖像、語言到語音",
    "Japanese": "機械学習と「ことば」のワークショップ",
    "Korean": "제1회 다중모달 사전학습 워크숍 뷁",
    "rare": "龘靐齉",
}


def test_what_the_fonts_have_is_written_down() -> None:
    written = json.loads(COVERAGE.read_text("ascii"))
    assert set(written) == set(FACES) == {file.stem for file in FONTS.glob("*.woff2")}
    assert {"OFL.txt", "Apache-2.0.txt", "README.md"} <= {file.name for file in FONTS.iterdir()}


@pytest.mark.parametrize("face", FACES)
def test_a_font_has_every_character_that_is_written_down(face: str) -> None:
    """A missing character looks like one that cannot exist."""
    font = ImageFont.truetype(BytesIO((FONTS / f"{face}.woff2").read_bytes()), 24, layout_engine=ImageFont.Layout.BASIC)
    nothing = _looks(font, "\U0010ffff")
    ranges = [each.partition("-") for each in json.loads(COVERAGE.read_text("ascii"))[face].split()]
    codes = [code for a, _, b in ranges for code in range(int(a, 16), int(b or a, 16) + 1)]
    assert len(codes) > 90
    assert [f"{code:x}" for code in codes if _looks(font, chr(code)) == nothing] == []


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_a_title_in_any_script_is_whole_and_each_piece_is_in_its_font(title: str) -> None:
    assert legible(title) == (title, "")
    for style in ("display", "text"):
        found = runs(title, style)
        assert "".join(run.text for run in found) == title
        assert all(has(run.face, run.text) for run in found)


@pytest.mark.parametrize(
    ("text", "kept", "missing"),
    [
        ("Fun 🎉 with words", "Fun with words", "🎉"),
        ("Ada 🚀🚀, Bo", "Ada, Bo", "🚀"),
        ("Speech (🎤) today", "Speech today", "🎤"),
        ("नमस्ते: a workshop", "a workshop", "नमस्ते"),
        ("❤️", "", "❤"),
        ("a\u200bb\u00adc", "abc", ""),
        ("Cafe\u0301", "Café", ""),
        ("", "", ""),
    ],
)
def test_what_no_font_has_is_left_out_and_told(text: str, kept: str, missing: str) -> None:
    assert legible(text) == (kept, missing)


def _looks(font: ImageFont.FreeTypeFont, char: str) -> tuple[tuple[int, int], bytes, float]:
    mask = font.getmask(char)
    return mask.size, bytes(mask), font.getlength(char)
