"""What the preview answers to a browser, and to whom it answers nothing."""

from collections.abc import Iterator

import pytest

from tests.harness import SiteFolder
from tests.preview import Preview

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
