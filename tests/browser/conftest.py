"""The first site built twice and served as a host would, and a browser to look at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from mmpt_site.build import build, publish
from mmpt_site.model.when import beginning
from mmpt_site.project import Project
from tests.browser.chromium import launch_options
from tests.browser.server import serve_folder


@dataclass(frozen=True)
class Served:
    """A built site and where it is served."""

    folder: Path
    base: str
    day: date  # that it is built for

    def open(self, page: Page) -> Page:
        """A page whose clock shows that day: the script decides by it, too."""
        page.clock.set_fixed_time(beginning(self.day))
        return page

    @property
    def addresses(self) -> list[str]:
        """Every page."""
        paths = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return [self.base + path.removesuffix("index.html") for path in paths]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """How Playwright starts the browser of this machine."""
    return launch_options()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(
    scope="session",
    params=[("/", date(2021, 3, 1)), ("/repo/", date(2026, 11, 23))],
    ids=["at the root, call open", "under /repo/, years later"],
)
def served(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The repository's own site, at a domain's root and in a project's folder."""
    prefix, as_of = request.param
    folder = tmp_path_factory.mktemp("served") / "site"
    published = publish(build(Project(root), as_of, url=f"https://example.org{prefix}"), folder, strict=True)
    assert published.problems == ()
    with serve_folder(folder, prefix) as base:
        yield Served(folder, base, as_of)
