"""Markdown to HTML: what is kept, what is left out and told, and that nothing dangerous passes."""

import html
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mmpt_site.prose import hide, title, to_html, whole_words
from tests.pages.reading import Page

PROPERTY = settings(max_examples=50, deadline=None, derandomize=True)
PIECES = st.sampled_from(
    "<script>alert(1)</script>|<img src=x onerror=alert(1)>|[a](javascript:alert(1))|<a href=' jAvaScript:x' onclick=x>"
    "|a@example.org|<a@example.org>|mailto:b@example.org|$x<y$|$\\text{<script>}$|$$\\frac{1}{2}$$|$\\frac$"
    "|\\(a\\)|\\[b\\]|\n\n|\n- a|\n  - b|\n1. c|\n> d|\n# e|\n```\nf\n```|`g`|*h*|__i__|<div>|</div>|<b|</p>|<!--|-->"
    "|<![if|<![CDATA[|]]>|<?php|<!DOCTYPE|&lt;|&#106;|&amp;|\"|'|\\|{: onclick=x }|*[HTML]: H|HTML"
    "|\n[r]: javascript:x|[r]|![](x.png)"
    '|<span class="arithmatex">\\(|\\)</span>|<svg onload=x>|<math><mi href="javascript:x">|<style>|<textarea>|<title>'
    "|\x02klzzwxh:0\x03|\x00|<td>|\n|a|b|\n:   c".split("|")
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=12).map("".join)


@PROPERTY
@given(TEXTS)
@example("<div>\n<![foo[\n</div>")
@example("<div><![foo[ x ]]></div>")
@example("<script>alert(1)</script>[a](javascript:alert(1)) a@example.org")
@example('<span class="arithmatex">\\(<script>\\)</span>')
@example('"a@example.org" <span title="a@example.org">$\\text{a@example.org}$</span> `a@example.org`')
def test_any_text_becomes_html_that_is_safe_and_whole(text: str) -> None:
    made = to_html(text).html
    page = Page.of(made)
    names = {name for _, attributes in page.tags for name in attributes}
    assert "<script" not in made.lower()
    assert not [name for name in names if name.startswith("on")]
    schemes = {value.partition(":")[0].strip().lower() for value in page.values("href", "src") if ":" in value}
    assert schemes.isdisjoint({"javascript", "vbscript", "data", "file"})
    assert page.unbalanced == []
    assert not re.search(r"[\w.+-]+@[\w-]+\.\w", made)


@PROPERTY
@given(TEXTS)
def test_the_same_text_gives_the_same_html_whatever_came_before(text: str) -> None:
    before = to_html("*[HTML]: Language\n\n[r]: https://example.org/\n\n# e\n\n[r] HTML")
    made = to_html(text)
    to_html.cache_clear()
    assert to_html(text) == made
    assert to_html("*[HTML]: Language\n\n[r]: https://example.org/\n\n# e\n\n[r] HTML") == before


@PROPERTY
@given(TEXTS)
@example("<b>&amp;")
@example("$\\text{<script>}$ & $\\frac$")
def test_in_a_title_everything_but_a_formula_is_text(text: str) -> None:
    page = Page.of(title(text))
    assert page.unbalanced == []
    assert {tag for tag, _ in page.tags}.isdisjoint({"script", "img", "a", "b", "svg", "div", "style", "td"})
    if "$" not in text:
        assert html.unescape(title(text)) == text


@pytest.mark.parametrize("text", ["From $5 to $6", "$100-$200", "A $ B $", "50$", r"\$x$"])
def test_money_in_a_title_is_no_formula(text: str) -> None:
    assert title(text) == text


def test_a_formula_is_mathml() -> None:
    assert "<msup>" in title("On $x^2$")
    assert to_html("On $x^2$.").html.startswith("<p>On <math")
    assert '<div class="formula" tabindex="0"><math display="block"' in to_html("$$x^2$$").html


def test_a_formula_that_cannot_be_read_is_shown_as_written_and_told() -> None:
    made = to_html(r"On $\frac{1}$.")
    assert r"<code>\frac{1}</code>" in made.html
    assert [slip.snippet for slip in made.slips] == [r"\frac{1}"]
    assert title(r"$\nope$") == r"<code>\nope</code>"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("A *b* **c** `d`", "<p>A <em>b</em> <strong>c</strong> <code>d</code></p>"),
        ("[a](https://example.org/?b=c&d=e)", '<a href="https://example.org/?b=c&amp;d=e">a</a>'),
        ("[a](files/b.pdf)", '<a href="files/b.pdf">a</a>'),
        ("# A", '<h2 id="a">A</h2>'),
        ("### 多模态", '<h3 id="多模态">多模态</h3>'),
        ("- a\n- b", "<li>a</li>\n<li>b</li>"),
        ("- a\n  - b", "<li>a<ul>\n<li>b</li>"),
        ("a | b\n--|--\n1 | 2", "<td>1</td>"),
        ("```\n<b>\n```", "&lt;b&gt;"),
        ("![What it shows](files/a.png)", '<img alt="What it shows" src="files/a.png">'),
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ('a -- b... "c"', "a – b… “c”"),
        (r"5\% of \<post> at AT\&T", "5% of &lt;post&gt; at AT&amp;T"),
        (r"\<script>alert(1)\</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        (r"`\%` costs \$1, in C:\Users", r"<code>\%</code> costs $1, in C:\Users"),
    ],
)
def test_what_organizers_write_comes_out_as_they_hope(text: str, kept: str) -> None:
    made = to_html(text)
    assert kept in made.html.replace("\n<ul>", "<ul>")
    assert made.slips == ()


@pytest.mark.parametrize(
    ("text", "snippet", "message", "hint"),
    [
        ("a <vid> b", "<vid", "<vid> is not allowed here, and left out.", "between backticks"),
        ("<script>x</script>", "<script", "<script> is not allowed here", "between backticks"),
        ("[a](htps://b.org)", "htps:", "A link cannot start with htps:", "Did you mean https:?"),
        ("[a](javascript:b)", "javascript:", "A link cannot start with javascript:", "A link starts with https:"),
        ("[a](www.b.org)", "www.b.org", "leads nowhere", "Write https://www.b.org"),
        ("![](a.png)", "a.png", "no text for those who cannot see it", "![what it shows]"),
        ("Topics:\n- a", "- a", "looks like a list, but continues the paragraph", "Put an empty line above it."),
        ("Topics:\n1. a", "1. a", "looks like a list, but continues the paragraph", "Put an empty line above it."),
    ],
)
def test_a_slip_is_told_with_what_to_write(text: str, snippet: str, message: str, hint: str) -> None:
    (slip,) = to_html(text).slips
    assert slip.snippet == snippet
    assert message in slip.message
    assert hint in slip.hint


@pytest.mark.parametrize(
    "text",
    [
        "- a\n- b",
        "- a\n  more\n- b",
        "a\n\n- b",
        "```\na\n- b\n```",
        "a - b\nc - d",
        "1. a\n2. b",
        "a\n-b",
        "2021. A year",
    ],
)
def test_what_is_a_list_and_what_is_none_is_no_slip(text: str) -> None:
    assert to_html(text).slips == ()


def test_a_link_that_is_left_out_is_always_told() -> None:
    made = to_html("[a](java\nscript:alert(1))")
    assert "href" in made.html or made.slips


@pytest.mark.parametrize(
    "text", ["- " * 1000 + "a", "\n".join("  " * depth + "- a" for depth in range(300)), "> " * 1500]
)
def test_a_text_that_is_nested_without_end_breaks_nothing(text: str) -> None:
    assert Page.of(to_html(text).html).unbalanced == []


def test_an_address_is_the_same_to_readers_and_nothing_to_robots() -> None:
    hidden = hide("bei.liu@microsoft.com")
    assert html.unescape(hidden) == "bei.liu@microsoft.com"
    assert not re.search(r"[a-z@]", hidden)
    made = to_html("Write to bei@example.org or [us](mailto:us@example.org).").html
    assert Page.of(made).values("href") == ["mailto:us@example.org"]
    assert "example.org" not in made


def test_a_long_list_of_links_is_a_list() -> None:
    made = to_html("- [Paper](https://example.org/forum?id=x)\n" * 200)
    assert made.slips == ()
    assert made.html.count("<li>") == 200


def test_what_may_be_wider_than_a_screen_can_be_scrolled_with_the_keyboard() -> None:
    assert to_html("    code\n").html.startswith('<pre tabindex="0"><code>')
    table = to_html('<table id="t"><tr><td>a</td></tr></table>').html
    assert table.startswith('<div class="wide" tabindex="0"><table id="t">')
    assert table.rstrip().endswith("</table></div>")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Multi-Modal Pre-Training & more", ["Multi-Modal", "Pre-Training"]),
        ("A state-of-the-art-of-everything", []),
        ("On $x-y$ and non-linear", ["non-linear"]),
        ("Plain words - and dashes", []),
    ],
)
def test_no_line_of_a_large_title_ends_within_a_word_that_is_not_long(text: str, kept: list[str]) -> None:
    made = whole_words(title(text))
    assert re.findall('<span class="whole">([^<]*)</span>', made) == kept
    assert Page.of(made).unbalanced == []
    assert re.sub("</?span[^>]*>", "", made) == title(text)
