"""Each check of a page tells what it is for: a page with one thing wrong, and words of the complaint."""

from datetime import date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.tour import CHECKS, Visit, missing, tour
from tests.visitors.sites import Made

PAGE = """\
<!doctype html>
<html lang="en">
<meta name="viewport" content="width=device-width">
<title>A page</title>
<style>
:root {{ color-scheme: light dark; color: CanvasText; background: Canvas }}
a, button {{ display: inline-block; padding: 1em; color: light-dark(#003, #eef) }}
{style}
</style>
<header><nav aria-label="Pages"><ul>
<li><a href="#a" aria-current="page">One</a></li>
<li><a href="#b">Two</a></li>
</ul></nav></header>
<main><h1>A page</h1>{body}</main>
"""
MARKED = "[aria-current] { font-weight: bold }"
WRONG = [
    ("accessible", "", '<img src="data:,">', "at 375 px: image-alt"),
    ("accessible", "p { color: #888; background: #fff }", "<p>Words.", "at 375 px: color-contrast"),
    ("accessible", "p { color: #666; background: #fff }", "<p>Words.", "at 1280 px: color-contrast-enhanced"),
    ("accessible", "p { color: light-dark(#000, #444) }", "<p>Words.", "at 375 px, dark: color-contrast"),
    ("accessible", "p { background: linear-gradient(red, blue) }", "<p>Words.", "color-contrast"),
    ("usable by keyboard", "a:focus-visible { outline: none }", "", "its focus cannot be seen: <a href="),
    (
        "usable by keyboard",
        "nav { position: fixed; inset: 0; z-index: 1 }",
        '<a href="#c">C</a>',
        "it is covered by <ul",
    ),
    (
        "usable by keyboard",
        "",
        '<button tabindex="-1">No</button><div tabindex="0" onfocus="this.blur()">x</div>',
        "Tab",
    ),
    ("usable by keyboard", "h1 a { position: fixed; top: -99em }", '<h1><a href="#c">C</a></h1>', "it is out of sight"),
    ("within its width", "p { width: 330px }", "<p>Words.", "px wider than a screen of 320 px"),
    ("within its width", "p { width: 45em }", "<p>Words.", "px wider than a screen of 1280 px with large text"),
    ("still", "a { transition: color 1s }", "", "a changes over 1s"),
    ("still", "@keyframes x { to { opacity: 0 } } p { animation: x 2s infinite }", "<p>Words.", "p moves for 2s"),
    ("still", "html { scroll-behavior: smooth }", "", "html scrolls smoothly"),
    (
        "readable in forced colours",
        "p { forced-color-adjust: none; color: #fff; background: #fff }",
        "<p>Words.",
        "color-contrast",
    ),
    ("marked in forced colours", "[aria-current] { font-weight: inherit; color: red }", "", "it looks like the others"),
]


def shown(page: Page, style: str, body: str) -> Page:
    page.set_content(PAGE.format(style=f"{MARKED} {style}", body=body))
    return page


@pytest.mark.parametrize("check", CHECKS)
def test_nothing_is_told_of_a_page_with_nothing_wrong(page: Page, check: str) -> None:
    assert CHECKS[check](shown(page, "", "<p>Words.</p>")) == []


@pytest.mark.parametrize(("check", "style", "body", "words"), WRONG, ids=[f"{row[0]}: {row[3]}" for row in WRONG])
def test_what_is_wrong_is_told(page: Page, check: str, style: str, body: str, words: str) -> None:
    told = CHECKS[check](shown(page, style, body))
    assert any(words in what for what in told), told


def test_a_box_that_scrolls_hides_no_colour_from_the_check(page: Page) -> None:
    rows = '<div tabindex="0" role="region" aria-label="x"><p>{} <span>the end</span></p></div>'.format("word " * 300)
    style = "div { overflow: auto; white-space: nowrap } span { color: #999; background: #fff }"
    told = CHECKS["accessible"](shown(page, style, rows))
    assert told
    assert all("<span>" in what for what in told)


def test_words_may_be_added_but_none_may_go() -> None:
    assert missing("Submission April 20", "Submission closes on April 20, in 3 days: April 20") == []
    told = missing("the Submission on April 20", "the Submissionin 3 days: on April 20 and the Submission")
    assert told == ["no 'Submission' with JavaScript, but 'Submissionin 3 days:'"]
    assert missing("Submission April 20", "Submission in April") == ["no '20' with JavaScript, but ''"]


SCRIPTED = """\
<!doctype html>
<html lang="en">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'">
<title>A page</title>
<link rel="stylesheet" href="https://elsewhere.example/style.css">
<script src="a.js" defer></script>
<script>console.log("not allowed")</script>
<h1 style="color: red">A page</h1>
<p>Words of 2021.
"""
SCRIPT = """\
document.querySelector("p").textContent = `Words of ${new Date().getFullYear()}`;
fetch("b.json").catch(() => {});
for (const name of ["c", "d", "e"])
  document.head.append(Object.assign(document.createElement("script"), { src: `${name}.js` }));
"""


def test_what_goes_wrong_on_arrival_is_told(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(SCRIPTED.replace("https://elsewhere.example/", ""), "utf-8")
    (tmp_path / "style.css").write_text("p { margin: 0 }", "utf-8")
    (tmp_path / "a.js").write_text(SCRIPT, "utf-8")
    for name in "cde":
        (tmp_path / f"{name}.js").write_text("console.warn('careful')", "utf-8")
    (tmp_path / "404.html").write_text("Not found", "utf-8")
    told = tour(browser, [Made(tmp_path, "https://example.org/repo/", date(2022, 3, 1))])
    trouble = "\n".join(told["loads without trouble"])
    for words in ("policy: connect-src", "policy: script-src-elem", "policy: style-src-attr", "careful"):
        assert words in trouble
    assert any(what.endswith("6 requests before photos") for what in told["loads what was weighed"])
    assert any(what.endswith("/repo/c.js") for what in told["loads what was weighed"])
    assert any("no '2021.' with JavaScript, but '2022'" in what for what in told["says all of it without JavaScript"])


def test_requests_elsewhere_and_files_that_are_not_there_are_told(browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context()
    visit = Visit(context)
    visit.page.route(
        "**/*", lambda route: route.fulfill(status=404, body="" if "style" in route.request.url else SCRIPTED)
    )
    visit.go("https://example.org/", datetime(2021, 3, 1, 12))
    assert "elsewhere: https://elsewhere.example/style.css" in visit.trouble
    assert "404: https://example.org/" in visit.trouble
    context.close()
