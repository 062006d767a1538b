"""An open page follows what is saved, without being touched."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.harness import SiteFolder
from tests.preview import Preview

DATES = """\
dates:
  - name: Paper submission
    kind: submission
    date: 2021-04-20
"""
SOON = 5_000  # milliseconds; it takes a small part of that on a machine with nothing else to do


@pytest.fixture
def site(site: SiteFolder) -> SiteFolder:
    """A workshop with a date."""
    return site.write("dates.yaml", DATES)


def test_an_open_page_follows_through_problems_and_a_restart(site: SiteFolder, page: Page) -> None:
    with Preview(site) as preview:
        address = f"http://localhost:{preview.port}/2021/dates/"
        page.goto(address)
        body = page.locator("body")
        expect(body).to_contain_text("April 20, 2021")
        for day in ("27", "28", "29"):  # quickly one after the other
            site.write("dates.yaml", DATES.replace("04-20", f"04-{day}"))
            expect(body).to_contain_text(f"April {day}, 2021", timeout=SOON)
        site.write("dates.yaml", DATES.replace("04-20", "14-20"))
        expect(page).to_have_title("1 problem", timeout=SOON)
        expect(body).to_contain_text("content/2021/dates.yaml:4:11")
        site.write("dates.yaml", DATES)
        expect(body).to_contain_text("April 20, 2021", timeout=SOON)
        assert page.url == address
        preview.ends()
    site.write("dates.yaml", DATES.replace("04-20", "04-30"))
    with Preview(site, preview.port):
        expect(body).to_contain_text("April 30, 2021", timeout=SOON)


def test_a_page_that_is_older_than_the_site_catches_up(site: SiteFolder, page: Page) -> None:
    with Preview(site) as preview:
        asked: list[Route] = []

        def hold(route: Route) -> None:
            asked.append(route)

        page.route("**/livereload.js**", hold)  # the script comes late
        page.goto(f"http://localhost:{preview.port}/2021/dates/", wait_until="commit")
        expect(page.locator("body")).to_contain_text("April 20, 2021")
        site.write("dates.yaml", DATES.replace("04-20", "04-27"))
        preview.shows("/2021/dates/", "April 27, 2021")
        asked[0].continue_()
        page.unroute("**/livereload.js**", hold)
        expect(page.locator("body")).to_contain_text("April 27, 2021", timeout=SOON)
