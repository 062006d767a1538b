"""HTML, CSS and SVG of every site conform to their specifications: the Nu HTML checker has not a word to say."""

import pytest

from tests.visitors.nu import nu_says, styles_within
from tests.visitors.sites import DAYS, Made, distinct, served

KINDS = ("*.html", "*.css")
HTML = '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>A page</title>\n<p>Words.\n'
POLICY = """<meta http-equiv="Content-Security-Policy" content="script-src 'none'">"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>\n'
WRONG = {
    "wrong-element.html": HTML + "<center>Words</center>\n",
    "wrong-section.html": HTML + "<section><p>A section without a heading.</section>\n",
    "wrong-style.html": HTML.replace("<p>", "<style>p { colour: red }</style>\n<p>"),
    "wrong-policy.html": HTML.replace("<p>", f"{POLICY}<script src=a.js></script>\n<p>"),
    "wrong-property.css": "@layer page { p { &:hover { colour: red } } }\n",
    "wrong-value.css": "p { color: oklch(a b c) }\n",
    "wrong-attribute.svg": SVG.format('<path dd="M0 0"/>'),
    "wrong-drawing.svg": SVG.format("<style>path { filll: red }</style>"),
}
RIGHT = "p { color: light-dark(oklch(0.3 0 0), color-mix(in oklab, var(--tint) 20%, white)); &:has(> a) { margin: 0 } }"


@pytest.fixture(scope="module")
def said(sites: list[Made], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is said of every file of every site, and of the broken ones: one run for all."""
    broken, styles = (Made(tmp_path_factory.mktemp(name), "https://example.org/", DAYS[0]) for name in ("broken", "nu"))
    for name, text in WRONG.items():
        (broken.folder / name).write_text(text, "utf-8")
    (styles.folder / "right.css").write_text(RIGHT, "utf-8")
    drawings = [file for _, file in distinct([*sites, broken], "*.svg")]
    styles_within(drawings, styles.folder)
    shown = [*sites, broken, styles]
    with served(shown) as bases:
        files = [found for kind in KINDS for found in distinct(shown, kind)]
        addresses = [bases[site.folder] + file.relative_to(site.folder).as_posix() for site, file in files]
        return nu_says([*addresses, *map(str, drawings)])


def test_there_is_nothing_to_say_of_what_visitors_get(said: list[str]) -> None:
    wrong = [name.partition(".")[0] for name in WRONG]
    assert [line for line in said if not any(name in line for name in wrong)] == []


@pytest.mark.parametrize("name", WRONG)
def test_whatever_is_wrong_is_told(said: list[str], name: str) -> None:
    assert [line for line in said if name.partition(".")[0] in line]
