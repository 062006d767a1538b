"""What the preview answers to a browser, and to whom it answers nothing."""

from collections.abc import Iterator

import pytest

from mmpt_site.answers import Shown, answer, content_type
from mmpt_site.policy import with_script
from mmpt_site.problem_page import problem_page
from mmpt_site.problems import Mark, Problem
from tests.harness import SiteFolder
from tests.preview import Preview

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
SOCKET = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec_WebSocket_Version": "13",
}


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that no test changes."""
    with Preview(SiteFolder.make(tmp_path_factory.mktemp("web") / "project")) as preview:
        yield preview


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


def test_the_problem_page_escapes_what_it_shows() -> None:
    page = problem_page([WRONG]).decode()
    assert "<code>content/2021/dates.yaml:4:11</code>" in page
    assert "<h2>This is &lt;no&gt; day.</h2>" in page
    assert '    4 |     date: &lt;b&gt;\n      |           <span class="caret">^^^</span></pre>' in page
    assert "Write &amp; save it." in page


def test_the_problem_page_counts_errors_and_warnings_and_shows_errors_first() -> None:
    warning = Problem(Mark("content/2021/call.yaml", 1, 1), "Take care.", level="warning")
    note = Problem(Mark("content/site.yaml"), "By the way.", level="note")
    steering = Problem(Mark("content/2021/topics.yaml", 1, 1, "a\u2028\u202eb"), "\x1b is odd.")
    page = problem_page([note, warning, WRONG, steering]).decode()
    assert "<h1>3 problems</h1>" in page
    assert page.index("day.</h2>") < page.index("is odd.") < page.index("Warning: Take care.")
    assert "By the way." not in page
    assert "\\u001b is odd." in page
    assert "\\u202eb" in page
    assert page.count('<span class="caret">^') == 2


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


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (b"<head></head><p>", b"<head>*</head><p>"),
        (b"<HEAD></HEAD ></head>", b"<HEAD>*</HEAD ></head>"),
        (b"<p>no head", b"<p>no head*"),
        (b"", b"*"),
    ],
)
def test_a_script_goes_to_the_end_of_the_head(html: bytes, expected: bytes) -> None:
    assert with_script(html, "*") == expected


def test_pages_bring_the_script_from_where_they_come_from(preview: Preview) -> None:
    page = preview.get("/2021/")
    assert (page.status, page.headers["cache-control"]) == (200, "no-store")
    assert (
        f'<script src="/.preview/livereload.js?host=127.0.0.1&amp;port={preview.port}/.preview&amp;snipver=v'
        in page.text
    )
    assert "etag" not in page.headers
    found = preview.get("/.preview/livereload.js")
    assert (found.status, found.headers["content-type"]) == (200, "application/javascript")
    assert "/.preview/livereload.js" in preview.get("/no/such/page").text
    assert "/.preview/livereload.js" not in preview.get("/robots.txt").text


def test_the_sites_own_page_says_that_there_is_none(preview: Preview) -> None:
    for address in ("/nowhere", "/2021/no/such/page/", "/forcereload"):
        page = preview.get(address)
        assert page.status == 404
        assert "<title>Page not found" in page.text
        assert 'href="/static/style.css' in page.text


def test_a_redirect_is_followed_within_the_preview(preview: Preview) -> None:
    found = preview.get("/2021?a=b")
    assert (found.status, found.headers["location"]) == (301, "/2021/?a=b")


def test_head_has_the_headers_of_get_and_no_body(preview: Preview) -> None:
    head, get = preview.get("/2021/", "HEAD"), preview.get("/2021/")
    assert (head.status, head.text) == (200, "")
    assert head.headers["content-length"] == get.headers["content-length"]
    assert head.headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_is_taken(preview: Preview, method: str) -> None:
    found = preview.get("/2021/", method)
    assert (found.status, found.headers["allow"]) == (405, "GET, HEAD")
    assert "GET and HEAD" in found.text


@pytest.mark.parametrize("address", ["/2021/", "/static/style.css", "/.preview/livereload.js", "/.preview/livereload"])
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8000", "localhost:x", "[::2]", ""])
def test_only_names_of_this_computer_are_answered(preview: Preview, address: str, host: str) -> None:
    found = preview.get(address, Host=host)
    assert found.status == 403
    assert found.text == f"This preview is at http://127.0.0.1:{preview.port}/ and answers to no foreign name.\n"


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:9999", "[::1]:8000"])
def test_every_name_of_this_computer_is_answered(preview: Preview, host: str) -> None:
    assert preview.get("/2021/", Host=host).status == 200


def test_pages_of_other_sites_hear_nothing(preview: Preview) -> None:
    own = f"http://127.0.0.1:{preview.port}"
    assert preview.get("/.preview/livereload", Origin=own, **SOCKET).status == 101
    for origin in ("https://evil.example", "http://localhost:3000", "null"):
        assert preview.get("/.preview/livereload", Origin=origin, **SOCKET).status == 403
