"""Signs of Markdown that are printed as they stand."""

import pytest

from mmpt_site.audit.signs import unmeant


@pytest.mark.parametrize(
    ("text", "snippet", "hint"),
    [
        ("See [the dates] (dates/).", "[the dates] (dates/)", "Write [the dates](dates/)"),
        ("[us]  (https://example.org/x)", "[us]  (https://example.org/x)", "Write [us](https://example.org/x)"),
        ("See [the dates](dates/", "[the dates](dates/", "Write [the dates](dates/)"),
        ("See [the dates](dates/ and\nmore", "[the dates](dates/", "Write [the dates](dates/)"),
        ("We are **bold here.\n\nAnd **not** here.", "**bold here.", "Write ** also where"),
    ],
)
def test_a_sign_that_does_nothing_is_told(text: str, snippet: str, hint: str) -> None:
    [slip] = unmeant(text)
    assert slip.snippet == snippet
    assert slip.hint.startswith(hint)


@pytest.mark.parametrize(
    "text",
    [
        "[the dates](dates/) and **bold** text, [a](b/) (c/)",
        "As they say [sic] (and so on), see [1] (or more).",
        "A [list] (of words) and [two] (2021/22)",
        "`[the dates] (dates/)` and `**kwargs`",
        "```\n[the dates](dates/\n**bold\n```\n",
        "    [the dates] (dates/)\n    **bold",
        "2 ** 3 is 8, a**b is a power, \\**no** and \\[no] (dates/)",
        "$a **b$ and $$\n**c\n$$",
        "**over\ntwo lines**",
        "[a link](https://example.org/a\n'its title')",
        "![a picture](files/a.png 'title') [b](c 'd')",
    ],
)
def test_what_may_be_meant_is_left_alone(text: str) -> None:
    assert list(unmeant(text)) == []
