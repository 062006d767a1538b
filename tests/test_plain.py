"""Markdown as plain text."""

import pytest

from mmpt_site.plain import plain, to_text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("*One* line.", "One line."),
        (
            "Two\nlines,\n\nand a [link](https://example.org/?a=1&b=2).",
            "Two lines,\nand a link (https://example.org/?a=1&b=2).",
        ),
        ("A [page](dates/), and <https://example.org/>", "A page, and https://example.org/"),
        ("- one\n- two", "- one\n- two"),
        ("A formula, $x^2 < y$, and\n\n$$z$$", "A formula, $x^2 < y$, and\n$z$"),
        ("Ask ada@example.org, or <bo@example.org>", "Ask ada at example.org, or bo at example.org"),
        ("<i>Text</i> &amp; &lt;more&gt;&#1;", "Text & <more>"),
        ("![A map](map.png)", "A map"),
    ],
)
def test_what_is_read_is_what_was_written(markdown: str, text: str) -> None:
    assert to_text(markdown) == text


def test_what_calendars_and_xml_cannot_hold_is_left_out() -> None:
    assert plain("a\x00\x07\x1b\x7f\x85b\tc\nd🎉\uffff") == "ab\tc\nd🎉"
