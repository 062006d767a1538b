"""What the preview adds to a page, and what the page may do then."""

import re
from datetime import UTC, datetime

import pytest

from mmpt_site.preview.policy import Host, loosened, loosened_policy, own_policy, previewed, with_script

HERE = Host("127.0.0.1", "8000")
SCRIPT = "http://127.0.0.1:8000/.preview/livereload.js"
SOCKET = "ws://127.0.0.1:8000/.preview/livereload"


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


def test_a_preview_of_another_day_tells_the_pages_own_script_of_it() -> None:
    page = previewed(b"<head></head>", HERE, "v1", datetime(2021, 3, 1, 12, tzinfo=UTC)).decode()
    assert '<meta name="as-of" content="2021-03-01T12:00:00+00:00">' in page
    assert "as-of" not in previewed(b"<head></head>", HERE, "v1").decode()


@pytest.mark.parametrize(
    ("host", "told"),
    [
        (HERE, "host=127.0.0.1&amp;port=8000/.preview&amp;"),
        (Host("localhost"), "host=localhost&amp;port=80/.preview&amp;"),
        (Host("[::1]", "8001"), "host=[::1]&amp;port=8001/.preview&amp;"),
    ],
)
def test_the_script_is_told_where_to_ask_for_news(host: Host, told: str) -> None:
    page = previewed(b"<head></head>", host, "v1").decode()
    assert f'<head><script src="/.preview/livereload.js?{told}snipver=v1&amp;' in page


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("", ""),
        ("img-src 'self'", "img-src 'self'"),
        (
            "default-src 'none'; style-src 'self'",
            f"default-src 'none'; style-src 'self'; script-src {SCRIPT}; connect-src {SOCKET}",
        ),
        ("default-src 'self'", f"default-src 'self'; script-src 'self' {SCRIPT}; connect-src 'self' {SOCKET}"),
        ("script-src 'none'", f"script-src {SCRIPT}"),
        ("script-src", f"script-src {SCRIPT}"),
        ("script-src a.example 'unsafe-inline'", f"script-src a.example 'unsafe-inline' {SCRIPT}"),
        (
            "script-src 'none';script-src-elem 'NONE' ;;",
            f"script-src 'none'; script-src-elem {SCRIPT}",
        ),
        ("connect-src https:; CONNECT-SRC 'none'", f"connect-src https: {SOCKET}"),
        ("script-src 'strict-dynamic' 'nonce-a'", "script-src 'strict-dynamic' 'nonce-a' 'nonce-N'"),
        ("upgrade-insecure-requests; img-src *", "img-src *"),
    ],
)
def test_a_policy_allows_the_script_and_its_news_and_nothing_else(policy: str, expected: str) -> None:
    assert loosened_policy(policy, HERE, "N") == expected


def test_a_policy_has_no_word_for_ipv6() -> None:
    assert loosened_policy("default-src 'none'", Host("[::1]", "8000"), "N") == (
        "default-src 'none'; script-src 'self'; connect-src 'self'"
    )


META = '<meta http-equiv="Content-Security-Policy" content="script-src &#x27;none&#x27;">'
MILD = f'<meta http-equiv="Content-Security-Policy" content="script-src {SCRIPT}">'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"<head>\n{META}\n<p>", f"<head>\n{MILD}\n<p>"),
        ("<META content=\"script-src 'none'\"\n HTTP-EQUIV=' content-security-Policy' />", MILD),
        ("<meta http-equiv=content-security-policy content=script-src>", MILD),
        (f"{META}\r\n\n  {META}é", f"{MILD}\r\n\n  {MILD}é"),
        (f"<!-- {META}\n-->{META}", f"<!-- {META}\n-->{MILD}"),
        (f"<script>'{META}'</script>", f"<script>'{META}'</script>"),
        ('<meta name="Content-Security-Policy" content="x">', '<meta name="Content-Security-Policy" content="x">'),
        ("<p>A content-security-policy", "<p>A content-security-policy"),
    ],
)
def test_a_policy_is_found_wherever_it_stands(page: str, expected: str) -> None:
    assert loosened(page.encode(), HERE, "N").decode() == expected


def test_a_page_without_a_policy_keeps_every_byte() -> None:
    page = bytes(range(256)) + b"<title>x</title>"
    assert loosened(page, HERE, "N") == page
    assert loosened(page + META.encode(), HERE, "N") == page + MILD.encode()


def test_a_page_that_trusts_only_what_has_its_nonce_trusts_the_script() -> None:
    policy = "<meta http-equiv=content-security-policy content=\"script-src 'strict-dynamic'\">"
    page = previewed(policy.encode(), HERE, "v1").decode()
    nonces = re.findall(r"""nonce[-=]"?([\w-]{16,})""", page)
    assert len(nonces) == 2
    assert nonces[0] == nonces[1]
    assert nonces[0] not in previewed(policy.encode(), HERE, "v1").decode()


def test_the_previews_own_pages_may_do_next_to_nothing() -> None:
    policy = own_policy(HERE)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert f"; script-src {SCRIPT}; connect-src {SOCKET}; base-uri 'none'; form-action 'none';" in policy
    assert "unsafe" not in policy
