"""A conference of 300 papers in a real browser: everything in its program is found, and at its time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from mmpt_site.build import build, publish
from tests.browser.finding import Planned, lost, plain, planned, typed
from tests.browser.server import serve_folder
from tests.examples import example

DAY = date(2021, 7, 12)
ZONES = ("Asia/Tokyo", "America/Los_Angeles")
WIDTHS = (360, 1280)


@dataclass(frozen=True)
class Conference:
    """What its files plan, and where its pages are."""

    program: list[Planned]
    base: str
    folder: Path


@pytest.fixture(scope="module")
def conference(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Conference]:
    """The example, served as a host would."""
    folder = tmp_path_factory.mktemp("conference")
    project = example("conference", folder)
    assert publish(build(project, DAY), folder / "site", strict=True).problems == ()
    with serve_folder(folder / "site") as base:
        yield Conference(planned(project.content / "2021"), f"{base}2021/", folder / "site" / "2021")


@pytest.fixture(params=[(zone, width) for zone in ZONES for width in WIDTHS], ids=str)
def visit(request: pytest.FixtureRequest, browser: Browser, conference: Conference) -> Iterator[tuple[Page, str]]:
    """The program as somebody sees it elsewhere, on a phone or on a wide screen, and their zone."""
    zone, width = request.param
    context = browser.new_context(timezone_id=zone, locale="en-US", viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{conference.base}program/")
    page.locator(".tools").wait_for(state="visible")
    yield page, zone
    context.close()


@pytest.mark.parametrize("own", [False, True], ids=["as written", "in one's own time"])
def test_all_that_is_planned_is_found_by_its_title_at_its_time(
    conference: Conference, visit: tuple[Page, str], own: bool
) -> None:
    assert len(conference.program) > 350
    assert lost(visit[0], conference.program, visit[1], own=own) == []


def test_what_is_not_planned_or_at_another_time_is_missed(conference: Conference, visit: tuple[Page, str]) -> None:
    first = conference.program[-1]
    moved = Planned(first.title, first.start + timedelta(minutes=5), first.day)
    invented = Planned("A talk that nobody gives", first.start, first.day)
    assert len(lost(visit[0], [moved, invented], visit[1], own=False)) == 2


def test_every_paper_is_found_by_its_title(page: Page, conference: Conference) -> None:
    page.goto(f"{conference.base}papers/")
    said = plain(page.locator("main").inner_text())
    papers = {typed(each.title) for each in conference.program if each.title.startswith("Example")}
    assert len(papers) == 300
    assert [title for title in papers if plain(title) not in said] == []


def test_every_page_of_a_paper_says_when_it_is_presented(conference: Conference) -> None:
    pages = {page.parent.name: page.read_text("utf-8") for page in conference.folder.glob("papers/*/index.html")}
    assert len(pages) == 300
    for each in conference.program:
        if each.title.startswith("Example"):
            text = pages["e" + each.title.removeprefix("Example ").partition(":")[0]]
            assert f'datetime="{_written(each.start)}"' in text, each.title


def _written(start: datetime) -> str:
    return start.isoformat(timespec="minutes")
