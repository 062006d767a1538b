"""What the preview answers to a browser, and to whom it answers nothing."""

from collections.abc import Iterator

import pytest

from mmpt_site.preview.listen import EVERYWHERE, listen
from mmpt_site.preview.web import FOREIGN
from tests.harness import SiteFolder
from tests.preview.running import Preview

NEWS = "/.preview/livereload"
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
    assert found.text == f"{FOREIGN} Open http://127.0.0.1:{preview.port}/ instead.\n"


def test_whoever_comes_by_a_foreign_name_is_sent_to_the_ip_address_that_it_has_led_to(site: SiteFolder) -> None:
    with Preview(site, words=("--host", EVERYWHERE[0])) as preview:
        for address in ("127.0.0.1", *network()):
            found = preview.get("/2021/", at=address, Host=f"laptop:{preview.port}")
            assert (found.status, found.text) == (403, f"{FOREIGN} Open http://{address}:{preview.port}/ instead.\n")
            assert preview.get("/2021/", at=address).status == 200


def network() -> tuple[str, ...]:
    """The address of this computer in its network, if it has one."""
    listening = listen(EVERYWHERE[0])
    for each in listening.sockets:
        each.close()
    return listening.neighbours


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:9999", "[::1]:8000"])
def test_every_name_of_this_computer_is_answered_whatever_port_it_is_forwarded_from(
    preview: Preview, host: str
) -> None:
    assert preview.get("/2021/", Host=host).status == 200


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000", "localhost"])
def test_news_is_told_to_a_page_of_the_preview(preview: Preview, host: str) -> None:
    assert preview.get(NEWS, Host=host, Origin=f"http://{host}", **SOCKET).status == 101


@pytest.mark.parametrize(
    "origin",
    [
        *("https://evil.example", "http://127.0.0.1.evil.example:8000", "null", "", "http://", "file://"),
        *("http://127.0.0.1", "http://127.0.0.1:3000", "http://localhost:8000", "http://[::1]:8000"),
        *("https://127.0.0.1:8000", "http://127.0.0.1:8000/", "http://127.0.0.1:8000@evil.example"),
    ],
)
def test_pages_of_other_sites_hear_nothing(preview: Preview, origin: str) -> None:
    found = preview.get(NEWS, Host="127.0.0.1:8000", Origin=origin, **SOCKET)
    assert (found.status, found.text) == (403, "This preview tells its news to its own pages only.\n")


def test_who_hides_where_it_is_from_hears_nothing(preview: Preview) -> None:
    assert preview.get(NEWS, **SOCKET).status == 403
    assert preview.get(NEWS, **SOCKET, Sec_Fetch_Site="same-origin").status == 403


def test_a_page_that_has_another_name_for_this_computer_hears_nothing(preview: Preview) -> None:
    rebound = f"evil.example:{preview.port}"
    assert preview.get(NEWS, Host=rebound, Origin=f"http://{rebound}", **SOCKET).status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("address", ["/2021/", "/static/style.css", "/.preview/livereload.js"])
def test_pages_of_other_sites_may_link_here_and_load_nothing(preview: Preview, address: str, site: str) -> None:
    found = preview.get(address, Sec_Fetch_Site=site, Sec_Fetch_Mode="no-cors")
    assert (found.status, found.text) == (403, "This preview gives nothing to pages of other sites.\n")
    assert preview.get(address, Sec_Fetch_Site=site, Sec_Fetch_Mode="navigate").status == 200
    for own in ("same-origin", "none"):
        assert preview.get(address, Sec_Fetch_Site=own, Sec_Fetch_Mode="no-cors").status == 200


@pytest.mark.parametrize(
    "address", ["/", "/2021", "/nowhere", "/static/style.css", "/.preview/livereload.js", "/.preview/", NEWS]
)
def test_no_answer_is_kept_or_guessed_at_or_given_away(preview: Preview, address: str) -> None:
    headers = preview.get(address).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_a_page_of_the_site_may_do_what_it_may_do_when_it_is_published(preview: Preview) -> None:
    headers = preview.get("/2021/").headers
    assert headers["content-security-policy"] == "frame-ancestors 'self'"
    assert "referrer-policy" not in headers
    assert "content-security-policy" not in preview.get("/static/style.css").headers


def test_the_previews_own_pages_may_do_next_to_nothing(site: SiteFolder) -> None:
    with Preview(site.write("workshop.yaml", "nonsense: 1\n")) as preview:
        headers = preview.get("/2021/").headers
    assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("address", ["/forcereload", "/forcereload?path=*", "/.preview/forcereload", "/livereload.js"])
def test_nothing_else_of_livereload_is_there(preview: Preview, address: str) -> None:
    assert preview.get(address).status == 404
