"""The guide, and a site with every file and field, in a real browser: as strict as the first site."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from mmpt_site.build import build, publish
from mmpt_site.project import Project
from tests.browser.conftest import Served
from tests.browser.server import serve_folder
from tests.browser.test_pages import STANDARDS
from tests.whole_site import everything


def moved(site: Path, address: str) -> bool:
    """Whether a page only leads on to another."""
    file = site / address / "index.html" if not address.endswith(".html") else site / address
    return 'http-equiv="refresh"' in file.read_text("utf-8")


@pytest.fixture(scope="module", params=["guide", "everything"])
def served(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Each site as a host would serve it, in a folder."""
    folder = tmp_path_factory.mktemp(request.param)
    project = Project(root / "docs") if request.param == "guide" else everything(folder / "project")
    made = publish(build(project, date(2021, 3, 1), url="https://example.org/repo/"), folder / "site", strict=True)
    assert made.problems == ()
    with serve_folder(folder / "site", "/repo/") as base:
        yield Served(folder / "site", base)


@pytest.fixture(params=[(320, "light"), (1280, "dark")], ids="{0[0]} {0[1]}".format)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A phone by day, and a screen by night."""
    width, scheme = request.param
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield page
    page.close()


def test_every_page_satisfies_axe_and_stays_within_its_width(page: Page, served: Served) -> None:
    overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("response", lambda answer: said.append(answer.url) if answer.status >= 400 else None)
    stay = [address for address in served.addresses if not moved(served.folder, address.removeprefix(served.base))]
    assert len(stay) >= 10
    for address in stay:
        page.goto(address)
        page.wait_for_load_state("load")
        found = Axe().run(page, options={"runOnly": STANDARDS})
        assert found.violations_count == 0, f"{address}: {found.generate_report()}"
        assert page.evaluate(overflow) <= 0, address
        page.add_style_tag(content="html { font-size: 200% !important }")
        assert page.evaluate(overflow) <= 0, f"{address} with large text"
    assert said == []


def test_a_page_that_moved_brings_its_visitor_to_the_new_place(page: Page, served: Served) -> None:
    for old, new in (("2021/talks/", "2021/keynotes/"), ("impressum/", "imprint/")):
        if (served.folder / old).is_dir():
            page.goto(served.base + old)
            page.wait_for_url(served.base + new)
            assert page.locator("h1").count() == 1


def test_a_photo_is_there_and_leaves_nothing_to_move(page: Page, served: Served) -> None:
    if (served.folder / "2021/keynotes").is_dir():
        page.goto(served.base + "2021/keynotes/")
        photo = page.get_by_role("img", name="Photo of Ada Example")
        photo.scroll_into_view_if_needed()
        assert photo.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1
        box = photo.bounding_box()
        assert box
        assert box["width"] == box["height"] > 100
