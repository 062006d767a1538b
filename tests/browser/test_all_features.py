"""A site with every file and field in a real browser: what only it has."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page

from mmpt_site.build import build, publish
from tests.browser.conftest import Served
from tests.browser.server import serve_folder
from tests.whole_site import everything


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site as a host would serve it, in a folder."""
    folder = tmp_path_factory.mktemp("everything")
    project = everything(folder / "project")
    made = publish(build(project, date(2021, 3, 1), url="https://example.org/repo/"), folder / "site", strict=True)
    assert made.problems == ()
    with serve_folder(folder / "site", "/repo/") as base:
        yield Served(folder / "site", base, date(2021, 3, 1))


@pytest.mark.parametrize(("old", "new"), [("2021/talks/", "2021/keynotes/"), ("impressum/", "imprint/")])
def test_a_page_that_moved_brings_its_visitor_to_the_new_place(page: Page, served: Served, old: str, new: str) -> None:
    page.goto(served.base + old)
    page.wait_for_url(served.base + new)
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("width", [320, 1280])
def test_a_photo_is_there_and_leaves_nothing_to_move(page: Page, served: Served, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served.base + "2021/keynotes/")
    photo = page.get_by_role("img", name="Photo of Ada Example")
    photo.scroll_into_view_if_needed()
    assert photo.evaluate("image => image.decode().then(() => image.naturalWidth)") >= 128
    box = photo.bounding_box()
    assert box
    assert box["width"] == box["height"] > 100


def test_where_old_links_lead_takes_no_place(page: Page, served: Served) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(served.base + "2021/dates/")
    date, name = (page.locator("#date-full").locator(part).bounding_box() for part in (".date", ".what"))
    assert date
    assert name
    assert abs(date["y"] - name["y"]) < 3
