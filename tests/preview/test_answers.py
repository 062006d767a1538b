"""Which answer an address gets, wherever the site lies on its host and whatever is wrong with it."""

import pytest

from mmpt_site.preview.answers import Shown, answer, content_type, prefix
from mmpt_site.preview.problem_page import outside_page, problem_page
from mmpt_site.problems import Mark, Problem

FILES = {
    "index.html": b"front",
    "404.html": b"nothing here",
    "2021/index.html": b"edition",
    "2021/dates/index.html": b"dates",
    "2021/papers/研究/index.html": "研究".encode(),
    "static/style.css": b"p {}",
}
GOOD = Shown(FILES, (), "v1")
WRONG = Problem(Mark("content/2021/dates.yaml", 4, 11, "    date: <b>", 3), "This is <no> day.", "Write & save it.")
BROKEN = Shown(FILES, (WRONG,), "v2")
BELOW = Shown(FILES, (), "v4", "/repo/")
ABROAD = Shown(FILES, (), "v5", "/%E7%A0%94/a%20b/")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/", b"front"),
        ("/2021/", b"edition"),
        ("/2021/dates/", b"dates"),
        ("/2021/dates/index.html", b"dates"),
        ("/2021/%64ates/", b"dates"),
        ("/2021/papers/%E7%A0%94%E7%A9%B6/", "研究".encode()),
        ("/static/style.css", b"p {}"),
    ],
)
def test_an_address_leads_to_its_file(path: str, body: bytes) -> None:
    found = answer(GOOD, path)
    assert (found.status, found.body) == (200, body)


@pytest.mark.parametrize(
    ("path", "query", "location"),
    [
        ("/2021", "", "/2021/"),
        ("/2021/dates", "a=1&b=%20", "/2021/dates/?a=1&b=%20"),
        ("/2021/papers/%E7%A0%94%E7%A9%B6", "", "/2021/papers/%E7%A0%94%E7%A9%B6/"),
    ],
)
def test_a_folder_without_its_slash_leads_on(path: str, query: str, location: str) -> None:
    found = answer(GOOD, path, query)
    assert (found.status, found.location) == (301, location)


@pytest.mark.parametrize(
    "path",
    [
        "/2022/",
        "/2021/dates/no/such/page",
        "/2021//dates/",
        "//2021",
        "//evil.example/2021",
        "//evil.example/%2e%2e/2021",
        "/../2021/",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/static/../2021/",
        "/%00",
        "/%ff/",
    ],
)
def test_what_is_no_address_is_not_found(path: str) -> None:
    found = answer(GOOD, path)
    assert (found.status, found.body, found.location) == (404, b"nothing here", "")


@pytest.mark.parametrize("path", ["/", "/2021/dates/", "/2021/dates", "/404.html", "/nowhere/", "/nowhere.png"])
def test_while_something_is_wrong_pages_are_problems(path: str) -> None:
    found = answer(BROKEN, path)
    assert (found.status, found.type, found.body) == (500, "text/html; charset=utf-8", problem_page([WRONG]))
    assert answer(BROKEN, "/static/style.css").status == 200


def test_a_warning_stands_in_no_ones_way() -> None:
    warning = Problem(WRONG.mark, "Take care.", level="warning")
    assert answer(Shown(FILES, (warning,), "v3"), "/").body == b"front"


@pytest.mark.parametrize(
    ("path", "body"),
    [("/repo/", b"front"), ("/repo/2021/dates/", b"dates"), ("/%72epo/static/style.css", b"p {}")],
)
def test_a_site_in_a_folder_is_there_and_nowhere_else(path: str, body: bytes) -> None:
    found = answer(BELOW, path)
    assert (found.status, found.body) == (200, body)


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/", 302, "/repo/?a=b"),
        ("/repo", 301, "/repo/?a=b"),
        ("/repo/2021", 301, "/repo/2021/?a=b"),
    ],
)
def test_the_way_to_a_site_in_a_folder_is_shown(path: str, status: int, location: str) -> None:
    found = answer(BELOW, path, "a=b")
    assert (found.status, found.location) == (status, location)


@pytest.mark.parametrize("path", ["/2021/dates/", "/static/style.css", "/repository/", "//repo/", "/Repo/", "//"])
def test_a_link_that_leads_out_of_the_folder_breaks_as_it_does_on_the_web(path: str) -> None:
    found = answer(BELOW, path)
    assert (found.status, found.body, found.location, found.ours) == (404, outside_page("/repo/"), "", True)


def test_what_is_not_in_the_folder_is_told_by_the_site_itself() -> None:
    found = answer(BELOW, "/repo/nowhere/")
    assert (found.status, found.body, found.ours) == (404, b"nothing here", False)


def test_a_folder_may_be_called_anything() -> None:
    assert answer(ABROAD, "/").location == "/%E7%A0%94/a%20b/"
    assert answer(ABROAD, "/%E7%A0%94/a%20b/2021/").body == b"edition"
    assert answer(ABROAD, "/%E7%A0%94/a%20b/2021").location == "/%E7%A0%94/a%20b/2021/"


def test_while_something_is_wrong_it_is_told_at_every_address() -> None:
    broken = Shown(FILES, (WRONG,), "v6", "/repo/")
    for path in ("/", "/repo/", "/2021/", "/repo/2021/"):
        assert (answer(broken, path).status, answer(broken, path).ours) == (500, True)
    assert answer(broken, "/repo/static/style.css").status == 200
    assert answer(broken, "/static/style.css").status == 500


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (None, "/"),
        ("https://example.org/", "/"),
        ("https://you.github.io/repo/", "/repo/"),
        ("https://example.org/~you/研/a%20b/", "/~you/%E7%A0%94/a%20b/"),
        ("https://example.org//evil.example/", "/evil.example/"),
    ],
)
def test_the_folder_of_a_site_is_that_of_its_address(url: str | None, expected: str) -> None:
    assert prefix(url) == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("static/style.css", "text/css; charset=utf-8"),
        ("static/page.js", "text/javascript; charset=utf-8"),
        ("static/icon.svg", "image/svg+xml; charset=utf-8"),
        ("static/text.woff2", "font/woff2"),
        ("photo.avif", "image/avif"),
        ("photo.webp", "image/webp"),
        ("photo.JPG", "image/jpeg"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("feed.atom", "application/atom+xml; charset=utf-8"),
        ("search.json", "application/json; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("2021/dates.ics", "text/calendar; charset=utf-8"),
        ("paper.pdf", "application/pdf"),
        (".nojekyll", "application/octet-stream"),
    ],
)
def test_files_have_their_types(name: str, kind: str) -> None:
    assert content_type(name) == kind
