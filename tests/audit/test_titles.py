"""Signs of Markdown where text is printed as it stands."""

import pytest

from tests.harness import SiteFolder


def titled(site: SiteFolder, title: str) -> list[tuple[str, str]]:
    """What is noted of a workshop's title: the marked text and the hint."""
    notes = site.write("workshop.yaml", f"title: '{title}'\n").check()
    assert {note.level for note in notes} <= {"note"}
    return [(note.mark.text[note.mark.column - 1 :][: note.mark.width], note.hint) for note in notes]


@pytest.mark.parametrize(
    ("title", "signs", "plain"),
    [
        ("**Small** examples", "**Small**", "Small examples"),
        ("A *small* `example`", "*small*", "A small example"),
        ("__Small__ examples", "__Small__", "Small examples"),
        ("_Small_ examples", "_Small_", "Small examples"),
        ("[Small](https://example.org/) $x_*$", "[Small](https://example.org/)", "Small $x_*$"),
    ],
)
def test_they_are_told_with_the_title_that_lacks_them(site: SiteFolder, title: str, signs: str, plain: str) -> None:
    assert titled(site, title) == [(signs, f"Write {plain}")]


@pytest.mark.parametrize(
    "title",
    [
        "snake_case_names",
        "L*a*b* colours",
        "A* and B*",
        "5 * 3 * 2",
        "$a_{*}b_{*}$ and $*x*$",
        "Papers [long] (and short)",
        "C** and D**",
    ],
)
def test_signs_that_are_only_signs_are_no_matter(site: SiteFolder, title: str) -> None:
    assert titled(site, title) == []


def test_texts_in_markdown_may_hold_them(site: SiteFolder) -> None:
    assert site.write("workshop.yaml", "title: A\nintroduction: Some **bold** words.\n").check() == []
