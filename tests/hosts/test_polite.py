"""Other hosts are asked slowly, little, and no more when they decline."""

import errno
import ssl
import time
from threading import Barrier, Event

import pytest

from mmpt_site import __version__
from mmpt_site.audit.external import Answer
from mmpt_site.hosts.polite import AT_ONCE, REDIRECTS
from tests.hosts.world import Page, World, failing, unfound

A, B = "http://a.example/", "http://b.example/"
GOOD = Answer("good")


def test_a_page_that_is_there_is_asked_for_once_and_only_for_its_head(hosts: World) -> None:
    hosts.pages[A] = Page()
    assert hosts.ask(A) == {A: GOOD}
    assert hosts.asked == [f"HEAD {A}"]


def test_a_request_says_who_asks_and_carries_nothing_secret(hosts: World) -> None:
    hosts.pages[A] = Page(302, {"Location": "http://user:secret@a.example/b", "Set-Cookie": "a=b; Path=/"})
    hosts.pages[A + "b"] = Page()
    assert hosts.ask(A) == {A: GOOD}
    assert [each["user-agent"] for each in hosts.headers] == [f"mmpt-site/{__version__} (link check)"] * 2
    assert all({"cookie", "authorization", "referer"}.isdisjoint(each) for each in hosts.headers)


@pytest.mark.parametrize("head", [-1, 400, 403, 404, 405, 500, 501])
def test_where_head_is_declined_get_is_asked_and_its_body_not_read(hosts: World, head: int) -> None:
    hosts.pages[A] = Page(200, head=head, endless=True)
    assert hosts.ask(A) == {A: GOOD}
    assert hosts.asked == [f"HEAD {A}", f"GET {A}"]
    assert hosts.pauses == [1.0]


@pytest.mark.parametrize(
    ("status", "kind", "reason"),
    [
        (404, "bad", "a.example answers 404 (Not Found)"),
        (410, "bad", "a.example answers 410 (Gone)"),
        (401, "unknown", "a.example answers 401 (Unauthorized)"),
        (403, "unknown", "a.example answers 403 (Forbidden)"),
        (500, "unknown", "a.example answers 500 (Internal Server Error)"),
        (503, "unknown", "a.example answers 503 (Service Unavailable)"),
        (999, "unknown", "a.example answers 999"),
    ],
)
def test_what_is_gone_and_what_cannot_be_told_today(hosts: World, status: int, kind: str, reason: str) -> None:
    hosts.pages[A] = Page(status)
    answer = hosts.ask(A)[A]
    assert (answer.kind, answer.reason) == (kind, reason)


def test_a_host_has_a_pause_between_two_requests_and_another_host_needs_none(hosts: World) -> None:
    addresses = [A, A + "1", A + "2", B]
    hosts.pages = {address: Page() for address in addresses}
    assert hosts.ask(*addresses) == dict.fromkeys(addresses, GOOD)
    assert hosts.pauses == [1.0, 1.0]


def test_a_host_is_asked_one_thing_at_a_time_whoever_leads_there(hosts: World) -> None:
    leading = [f"http://{name}.example/" for name in "bcdefgh"]
    hosts.pages = {address: Page(302, {"Location": A}) for address in leading}
    hosts.pages[A] = Page(meanwhile=lambda: time.sleep(0.01))
    assert hosts.ask(A, *leading) == dict.fromkeys([A, *leading], GOOD)
    assert hosts.asked.count(f"HEAD {A}") == 8
    assert hosts.most["a.example"] == 1
    assert hosts.pauses.count(1.0) >= 1
    assert hosts.seconds >= 7.0


def test_many_hosts_are_asked_at_once_but_not_too_many(hosts: World) -> None:
    together = Barrier(AT_ONCE, timeout=20)
    addresses = [f"http://host{number}.example/" for number in range(2 * AT_ONCE)]

    def answer() -> None:
        together.wait()
        time.sleep(0.05)  # in which one too many would come

    hosts.pages = dict.fromkeys(addresses, Page(meanwhile=answer))
    assert hosts.ask(*addresses) == dict.fromkeys(addresses, GOOD)
    assert hosts.most[""] == AT_ONCE


@pytest.mark.parametrize(("status", "headers"), [(429, {}), (429, {"Retry-After": "9"}), (503, {"Retry-After": "9"})])
def test_a_host_that_wants_to_be_asked_later_is_asked_no_more(
    hosts: World, status: int, headers: dict[str, str]
) -> None:
    hosts.pages = {A: Page(), A + "1": Page(status, headers), A + "2": Page()}
    answers = hosts.ask(A, A + "1", A + "2")
    later = Answer("unknown", f"a.example wants to be asked later ({status})")
    assert answers == {A: GOOD, A + "1": later, A + "2": later}
    assert hosts.asked == [f"HEAD {A}", f"HEAD {A}1"]


@pytest.mark.parametrize("status", [301, 308])
def test_a_permanent_redirect_is_told_with_the_new_address(hosts: World, status: int) -> None:
    hosts.pages = {A: Page(status, {"Location": "/new"}), A + "new": Page()}
    assert hosts.ask(A) == {A: Answer("good", moved_to=A + "new")}


@pytest.mark.parametrize("status", [302, 303, 307])
def test_a_redirect_for_the_day_is_followed_and_not_told(hosts: World, status: int) -> None:
    hosts.pages = {A: Page(status, {"Location": B}), B: Page()}
    assert hosts.ask(A) == {A: GOOD}


def test_what_is_permanent_behind_a_redirect_for_the_day_is_none(hosts: World) -> None:
    hosts.pages = {A: Page(301, {"Location": A + "1"}), A + "1": Page(302, {"Location": A + "2"})}
    hosts.pages |= {A + "2": Page(301, {"Location": A + "3"}), A + "3": Page()}
    assert hosts.ask(A) == {A: Answer("good", moved_to=A + "1")}


def test_a_redirect_to_what_is_gone_is_gone(hosts: World) -> None:
    hosts.pages = {A: Page(301, {"Location": B})}
    assert hosts.ask(A) == {A: Answer("bad", "b.example answers 404 (Not Found)")}


def test_redirects_have_an_end(hosts: World) -> None:
    hosts.pages = {A + str(n): Page(302, {"Location": f"/{n + 1}"}) for n in range(REDIRECTS)}
    hosts.pages |= {A + str(REDIRECTS): Page(), B: Page(301, {"Location": B})}
    endless = Answer("unknown", "b.example leads on and on, more than 5 times")
    assert hosts.ask(A + "0", B) == {A + "0": GOOD, B: endless}


@pytest.mark.parametrize(
    "location",
    ["http://127.0.0.1/", "http://localhost:8000/", "http://169.254.169.254/meta", "file:///etc/passwd", "http://[b"],
)
def test_no_redirect_leads_off_the_public_web(hosts: World, location: str) -> None:
    hosts.pages = {A: Page(301, {"Location": location})}
    assert hosts.ask(A) == {A: Answer("unknown", "a.example leads on to what is not on the public web")}
    assert hosts.asked == [f"HEAD {A}"]


def test_a_host_that_does_not_answer_is_asked_once(hosts: World) -> None:
    hosts.timeout, never = 0.1, Event()
    hosts.pages = {A: Page(meanwhile=lambda: never.wait(5))}
    silent = Answer("unknown", "a.example did not answer within 10 seconds")
    assert hosts.ask(A, A + "1") == {A: silent, A + "1": silent}
    never.set()
    assert hosts.asked == [f"HEAD {A}"]


def test_a_host_that_does_not_exist_is_looked_up_once(hosts: World) -> None:
    hosts.failures["a.example"] = unfound()
    unknown = Answer("unfound", "there is no host called a.example")
    assert hosts.ask(A, A + "1") == {A: unknown, A + "1": unknown}
    assert hosts.asked == [f"HEAD {A}"]


def certificate(code: int, message: str) -> Exception:
    """A complaint about a certificate as OpenSSL makes it."""
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_code, error.verify_message = code, message
    return failing(error)


@pytest.mark.parametrize(
    ("error", "answer"),
    [
        (
            certificate(10, "certificate has expired"),
            Answer("bad", "the certificate of a.example has expired, and browsers warn of it"),
        ),
        (
            certificate(62, "hostname mismatch"),
            Answer("bad", "the certificate of a.example is made out to another name, and browsers warn of it"),
        ),
        (
            certificate(20, "unable to get local issuer certificate"),
            Answer(
                "unknown",
                "the certificate of a.example cannot be verified here (unable to get local issuer certificate)",
            ),
        ),
        (
            failing(ConnectionRefusedError(errno.ECONNREFUSED, "refused")),
            Answer("unknown", "a.example takes no connections"),
        ),
        (
            failing(OSError(errno.ENETUNREACH, "unreachable")),
            Answer("unreached", "there is no way to a.example from here"),
        ),
        (failing(ssl.SSLError(1, "wrong version")), Answer("unknown", "no connection to a.example could be made")),
    ],
)
def test_why_there_is_no_connection_is_said_in_plain_words(hosts: World, error: Exception, answer: Answer) -> None:
    hosts.failures["a.example"] = error
    assert hosts.ask("https://a.example/") == {"https://a.example/": answer}


def test_what_cannot_be_asked_for_is_no_bug(hosts: World) -> None:
    hosts.pages[B] = Page()
    strange = "http://a\u00ad-.example\u2488/"
    answers = hosts.ask(strange, B)
    assert answers[strange].kind == "unknown"
    assert answers[B] == GOOD


def test_a_bug_in_a_thread_is_not_lost(hosts: World) -> None:
    hosts.failures["a.example"] = ZeroDivisionError("a bug")
    with pytest.raises(ZeroDivisionError):
        hosts.ask(A)
