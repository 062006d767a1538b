"""The first site in a real browser: the ways that visitors take through it."""

from playwright.sync_api import Page

from tests.browser.conftest import Served


def test_the_keyboard_meets_the_skip_link_first_and_sees_it(page: Page, served: Served) -> None:
    page.goto(served.base)
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
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
