"""The first site in a real browser: every page, as visitors meet it."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Served

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"]


class Visit:
    """A page that remembers what went wrong while it was used."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.trouble: list[str] = []
        host = base.split("/")[2]
        page.on("console", lambda message: self._note(message.type in {"error", "warning"}, message.text))
        page.on("pageerror", lambda error: self._note(True, str(error)))
        page.on("requestfailed", lambda request: self._note(request.failure != "net::ERR_ABORTED", request.url))
        page.on("request", lambda request: self._note(request.url.split("/")[2] != host, f"elsewhere: {request.url}"))
        page.on("response", lambda answer: self._note(answer.status >= 400, f"{answer.status}: {answer.url}"))

    def _note(self, bad: bool, what: str) -> None:
        if bad:
            self.trouble.append(what)


@pytest.fixture(params=[(320, "light"), (1280, "dark")], ids="{0[0]} {0[1]}".format)
def visit(request: pytest.FixtureRequest, browser: Browser, served: Served) -> Iterator[Visit]:
    width, scheme = request.param
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield Visit(page, served.base)
    page.close()


def test_every_page_loads_without_a_word_in_the_console_and_from_here_alone(visit: Visit, served: Served) -> None:
    assert len(served.addresses) == 7
    for address in served.addresses:
        visit.page.goto(address)
        assert visit.trouble == [], address


def test_every_page_satisfies_axe(visit: Visit, served: Served) -> None:
    for address in served.addresses:
        visit.page.goto(address)
        found = Axe().run(visit.page, options={"runOnly": STANDARDS})
        assert len(found.response["passes"]) > 15
        assert found.violations_count == 0, f"{address}: {found.generate_report()}"


def test_no_page_scrolls_sideways_also_with_text_twice_as_large(visit: Visit, served: Served) -> None:
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    for address in served.addresses:
        visit.page.goto(address)
        assert visit.page.evaluate(overflow) <= 0, address
        visit.page.add_style_tag(content="html { font-size: 200% !important }")
        assert visit.page.evaluate(overflow) <= 0, f"{address} with large text"


def test_the_keyboard_meets_the_skip_link_first_and_sees_it(visit: Visit, served: Served) -> None:
    visit.page.goto(served.base)
    visit.page.keyboard.press("Tab")
    focused = visit.page.locator(":focus")
    assert focused.inner_text() == "Skip to the content"
    box = focused.bounding_box()
    assert box
    assert box["y"] >= 0


def test_every_link_leads_to_a_page_and_its_place(page: Page, served: Served) -> None:
    follow, seen = [served.base], set[str]()
    while follow:
        address = follow.pop()
        seen.add(address)
        if address.endswith(".ics"):  # which browsers save and do not show
            assert page.request.get(address).status == 200, address
            continue
        answer = page.goto(address)
        assert answer is None or answer.status == 200, address  # None: another place of the same page
        if "#" in address:
            assert page.locator(f"[id='{address.partition('#')[2]}']").count() == 1, address
        links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
        follow += {link for link in links if link.startswith(served.base)} - seen - set(follow)
    assert {address for address in served.addresses if not address.endswith("404.html")} <= seen


def test_the_text_is_there_without_javascript(browser: Browser, served: Served) -> None:
    with_script, without = browser.new_page(), browser.new_page(java_script_enabled=False)
    for address in served.addresses:
        with_script.goto(address)
        without.goto(address)
        said = without.locator("body").inner_text()
        assert said == with_script.locator("body").inner_text()
        assert "MMPT 2021" in said


def test_a_page_that_is_not_there_is_told_at_any_depth_with_style(page: Page, served: Served) -> None:
    answer = page.goto(served.base + "2021/deep/down/nothing")
    assert answer
    assert answer.status == 404
    assert page.locator("h1").inner_text() == "Page not found"
    margin = page.locator("body").evaluate("body => getComputedStyle(body).marginTop")
    assert margin == "0px", "the style is not found"
    page.get_by_role("link", name="Call for papers").first.click()
    assert page.url == served.base + "2021/call/"


def test_on_paper_the_menu_is_gone_and_the_address_is_there(page: Page, served: Served) -> None:
    page.emulate_media(media="print")
    page.goto(served.base + "2021/dates/")
    assert not page.get_by_role("link", name="Call for papers").is_visible()
    assert page.get_by_text("https://example.org").is_visible()
