"""HTML, CSS and SVG of every site conform to their specifications: the Nu HTML checker has not a word to say."""

from pathlib import Path

import pytest

from tests.visitors.nu import nu_says
from tests.visitors.sites import Made, distinct

KINDS = ("*.html", "*.css", "*.svg")
HTML = '<!doctype html>\n<html lang="en">\n<title>A page</title>\n<p>Words.\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>\n'
WRONG = {
    "an element.html": HTML + "<center>Words</center>\n",
    "a warning.html": HTML + "<section><p>A section without a heading.</section>\n",
    "a style.html": HTML.replace("<p>", "<style>p { colour: red }</style>\n<p>"),
    "a property.css": "@layer page { p { &:hover { colour: red } } }\n",
    "a value.css": "p { color: oklch(a b c) }\n",
    "an attribute.svg": SVG.format('<path dd="M0 0"/>'),
    "a style in a drawing.svg": SVG.format("<style>path { filll: red }</style>"),
}
RIGHT = "p { color: light-dark(oklch(0.3 0 0), color-mix(in oklab, var(--tint) 20%, white)); &:has(> a) { margin: 0 } }"


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Files each with one thing wrong."""
    folder = tmp_path_factory.mktemp("broken")
    for name, text in WRONG.items():
        (folder / name.replace(" ", "-")).write_text(text, "utf-8")
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def said(sites: list[Made], broken: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is said of every file of every site, and of the broken ones: one run for all."""
    folder = tmp_path_factory.mktemp("nu")
    (folder / "right.css").write_text(RIGHT, "utf-8")
    files = [file for kind in KINDS for _, file in distinct(sites, kind)]
    return nu_says([*files, folder / "right.css", *broken], folder)


def test_there_is_nothing_to_say_of_what_visitors_get(said: list[str], broken: list[Path]) -> None:
    assert [line for line in said if not any(file.stem in line for file in broken)] == []


def test_whatever_is_wrong_is_told(said: list[str], broken: list[Path]) -> None:
    assert [file.name for file in broken if not any(file.stem in line for line in said)] == []
