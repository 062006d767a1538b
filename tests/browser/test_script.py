"""What the script adds: everything that depends on the moment and on the visitor, on a page that nobody built anew."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from mmpt_site.build import build, publish
from tests.browser.server import serve_folder
from tests.browser.visitor import opened
from tests.harness import SiteFolder

DATES = """\
dates:
  - {name: Papers, kind: submission, date: 2021-04-20 23:59 AoE}
  - {name: Notification, kind: notification, date: 2021-05-20}
  - {name: Camera-ready, kind: camera-ready, date: to be announced}
  - {name: Workshop, kind: workshop, date: 2021-07-12}
"""
WORKSHOP = """\
title: Small Examples
date: 2021-07-12
introduction: |
  Some code:

  ```
  one line
  ```
"""


@pytest.fixture
def address(site: SiteFolder, tmp_path: Path) -> Iterator[str]:
    """A small site, built on the first of March 2021 and never again."""
    site.write("dates.yaml", DATES).write("workshop.yaml", WORKSHOP).write("call.yaml", "invitation: Send us papers.\n")
    published = publish(build(site.project, date(2021, 3, 1)), tmp_path / "built")
    assert published.written
    with serve_folder(tmp_path / "built", "/") as base:
        yield base


@pytest.mark.parametrize(
    ("at", "lead", "closed"),
    [
        (
            "2021-03-01T12:00Z",
            "The call is open until April 20, 2021, 23:59 AoE Papers in 50 days Your time: Wed, Apr 21, 11:59 AM UTC",
            False,
        ),
        (
            "2021-04-21T11:58Z",
            "The call is open until April 20, 2021, 23:59 AoE Papers in 1 minute Your time: Wed, Apr 21, 11:59 AM UTC",
            False,
        ),
        ("2021-04-21T11:59Z", "The call is closed, next is May 20, 2021 Notification in 29 days", True),
        ("2021-05-20T23:00Z", "The call is closed, next is May 20, 2021 Notification today", True),
        ("2021-07-12T09:00Z", "Now July 12, 2021", True),
        ("2026-01-01T00:00Z", "This edition is over. Its pages stay here as they were.", True),
    ],
)
def test_the_lead_is_right_on_a_page_that_nobody_built_anew(
    browser: Browser, address: str, at: str, lead: str, closed: bool
) -> None:
    with opened(browser, address, at) as page:
        (shown,) = [each for each in page.locator(".lead").all() if each.is_visible()]
        assert " ".join(shown.inner_text().replace("Read the call", "").split()) == lead
        assert page.locator("h2 .closed").is_visible() is closed


def statuses(page: Page) -> list[str]:
    """What each date says of itself."""
    return [" ".join(entry.inner_text().split()) for entry in page.locator(".dates > li").all()]


def test_what_is_past_and_what_is_next_follow_the_clock(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}2021/dates/", "2021-05-19T08:00Z") as page:
        assert statuses(page) == [
            "April 20, 2021, 23:59 AoE Papers Passed",
            "May 20, 2021 Notification Next tomorrow Add to calendar",
            "To be announced Camera-ready",
            "July 12, 2021 Workshop in 54 days Add to calendar",
        ]


def test_a_range_that_has_begun_stays_next_as_the_build_has_it(
    browser: Browser, site: SiteFolder, tmp_path: Path
) -> None:
    site.write(
        "dates.yaml", "dates:\n  - {name: Late, date: 2021-04-20}\n  - {name: Long, date: 2021-04-01 to 2021-04-30}\n"
    )
    made = site.build(date(2021, 4, 10))
    with serve_folder(made.folder, "/") as base, opened(browser, f"{base}2021/dates/", "2021-04-10T12:00Z") as page:
        assert page.locator(".next .what").inner_text() == "Long"
    assert 'id="date-long" class="next"' in made.source("/2021/dates/")


def test_an_instant_is_told_in_the_visitors_own_time_unless_it_is_the_same(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}2021/dates/", "2021-04-20T12:00Z", "Asia/Taipei") as page:
        assert "Your time: Wed, Apr 21, 7:59 PM GMT+8" in statuses(page)[0]
        assert "in 23 hours" in statuses(page)[0]
    with opened(browser, f"{address}2021/dates/", "2021-04-20T12:00Z", "Etc/GMT+12") as page:
        assert "Your time" not in statuses(page)[0]


def test_a_bare_day_is_counted_in_the_visitors_own_days(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}2021/dates/", "2021-05-19T20:00Z", "Asia/Taipei") as page:
        assert "today" in statuses(page)[1]
    with opened(browser, f"{address}2021/dates/", "2021-05-19T20:00Z", "America/New_York") as page:
        assert "tomorrow" in statuses(page)[1]


@pytest.mark.parametrize(("scheme", "choice", "paper"), [("light", "Dark", "dark"), ("dark", "Light", "light")])
def test_colours_can_be_chosen_and_stay_so_on_the_next_page(
    browser: Browser, address: str, scheme: str, choice: str, paper: str
) -> None:
    ground = "() => getComputedStyle(document.documentElement).backgroundColor"
    with opened(browser, address, "2021-03-01T12:00Z", scheme=scheme) as page:
        before = page.evaluate(ground)
        page.get_by_role("button", name=choice).click()
        chosen = page.evaluate(ground)
        assert chosen != before
        expect(page.get_by_role("button", name=choice)).to_have_attribute("aria-pressed", "true")
        page.goto(f"{address}2021/dates/")
        assert page.evaluate(ground) == chosen
        assert page.evaluate("() => getComputedStyle(document.documentElement).colorScheme") == paper
        page.get_by_role("button", name="As the system").click()
        assert page.evaluate(ground) == before


def test_code_can_be_copied(browser: Browser, address: str) -> None:
    with opened(browser, address, "2021-03-01T12:00Z") as page:
        page.get_by_role("button", name="Copy").click()
        expect(page.get_by_role("button", name="Copied")).to_be_visible()


def test_a_preview_of_another_day_is_of_that_day_for_the_script_too(browser: Browser, address: str) -> None:
    context = browser.new_context(timezone_id="UTC")
    page = context.new_page()
    told = '<meta name="as-of" content="2021-03-01T12:00:00+00:00"></head>'

    def answer(route: Route) -> None:
        fetched = route.fetch()
        route.fulfill(response=fetched, body=fetched.text().replace("</head>", told))

    page.route(address, answer)
    page.goto(address)
    expect(page.get_by_text("in 50 days").first).to_be_visible()
    context.close()
