"""Markdown files: front matter, title and text, each at its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mmpt_site.content.markdown import parse
from mmpt_site.content.source import Source
from tests.harness import SiteFolder

PAGE = "---\ntitle: Venue\nnav: no\n---\n\nTake the *tram*.\n"


def fields(source: Source) -> dict[str, str]:
    assert source.document, source.problems
    plain = source.document.plain()
    assert isinstance(plain, dict)
    return {name: str(value).strip() for name, value in plain.items()}


def test_front_matter_becomes_fields_and_the_rest_the_text() -> None:
    assert fields(parse(PAGE, "x.md")) == {"title": "Venue", "nav": "no", "text": "Take the *tram*."}


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    assert fields(parse("\n# Venue #\n\nThe tram.\n", "x.md")) == {"title": "Venue", "text": "The tram."}


def test_a_heading_below_front_matter_without_a_title_is_the_title() -> None:
    assert fields(parse("---\norder: 2\n---\n# Venue\nText", "x.md")) == {
        "order": "2",
        "title": "Venue",
        "text": "Text",
    }


def test_a_title_in_the_front_matter_leaves_another_heading_where_it_is() -> None:
    assert fields(parse("---\ntitle: A\n---\n# B\n", "x.md")) == {"title": "A", "text": "# B"}


def test_a_heading_that_says_the_title_again_is_not_printed_twice() -> None:
    assert fields(parse("---\ntitle: A b\n---\n\n# A  b #\n\nText", "x.md")) == {"title": "A b", "text": "Text"}


def test_an_empty_title_is_none() -> None:
    assert fields(parse("---\ntitle:\n---\n# Real\nText", "x.md")) == {"title": "Real", "text": "Text"}


@pytest.mark.parametrize(("heading", "title"), [("C#", "C#"), ("F# and C# #", "F# and C#"), ("A ##  ", "A")])
def test_a_sign_that_is_part_of_a_word_does_not_close_a_heading(heading: str, title: str) -> None:
    assert fields(parse(f"# {heading}\nText", "x.md"))["title"] == title


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_will_do(newline: str) -> None:
    assert fields(parse(PAGE.replace("\n", newline), "x.md"))["text"] == "Take the *tram*."


def test_a_place_in_the_text_is_counted_from_the_top_of_the_file() -> None:
    document = parse(PAGE, "x.md").document
    assert document
    mark = document.find(("text",), "tram")
    assert (mark.line, mark.column, mark.text) == (6, 11, "Take the *tram*.")


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.text("-#: \n\tab'\"{[é", max_size=40))
def test_no_file_is_too_strange_to_be_answered(text: str) -> None:
    found = parse(text, "x.md")
    assert found.document or found.problems


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\ntitle: Venue\n", ":1:1: error: The front matter at the top of this page does not end."),
        ("---\n- a\n---\n", ":2:1: error: The front matter holds fields, such as title: Venue."),
        ("---\ntitle: A\ntext: B\n---\n", ":3:1: error: The text of a page stands below its front matter."),
        ("---\ntitle: A\nauthor: B\n---\nC\n", ':3:1: error: There is no field "author" here.'),
        ("---\ntitle: [\n---\nC\n", ":2:"),
        ("Only text.\n", ":1:1: error: This page has no title."),
        ("# Title\n", ":1:3: error: This page has no text."),
        ("", ":1:1: error: This page has no title."),
        ("---\ntitle: A\norder: first\n---\nC\n", ':3:8: error: "first" is not a whole number.'),
        ("---\ntitle: A\nnav: {a: b}\n---\nC\n", ":3:6: error: Here "),
        ("# A\n\n[x](javascript:a)\n", ":3:5: warning: A link cannot start with javascript:, so it is left out."),
        ("# A\n\n[x](nothing.md)\n", ""),
    ],
)
def test_slips_in_a_page_are_told_at_their_place(site: SiteFolder, text: str, told: str) -> None:
    site.write("content/2021/pages/venue.md", text).build().tells(told)


def test_names_of_pages_become_addresses_and_are_plain(site: SiteFolder) -> None:
    site.write("content/2021/pages/How to come.md", "# A\nB\n").write("content/2021/pages/map.pdf", "")
    site.write("content/2021/venue.md", "# A\nB\n")
    site.build().tells(
        "content/2021/pages/How to come.md: error: This file has no plain name.",
        "Call it how-to-come.md: its name becomes part of an address.",
        "content/2021/pages/map.pdf: error: Nothing reads this file.",
        "content/2021/venue.md: error: Nothing reads this file.",
        "Markdown pages lie in the folder pages/ beside it.",
    )


def test_two_versions_that_were_not_merged_are_not_published(site: SiteFolder) -> None:
    site.write("content/2021/pages/venue.md", "# A\n\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> branch\n")
    site.build().tells("content/2021/pages/venue.md:3:1: error: Two versions of this file were not merged")
    site.write("content/2021/pages/venue.md", "# A\n\n```\n<<<<<<< HEAD\n```\n")
    assert site.build().problems == []
