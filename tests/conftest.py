"""What every test may ask for."""

import asyncio
import os
import sys
import warnings
from pathlib import Path

import pytest

from tests.harness import SiteFolder

for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY"):
    os.environ.pop(name, None)  # on GitHub, too, a test says itself whether the program runs there

if sys.platform == "win32":
    # Once imported, livereload has changed the loop of asyncio to one in which Playwright can start no browser.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import livereload  # noqa: F401

        asyncio.set_event_loop_policy(None)

ROOT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-goldens` writes what organizers see today as what they shall see: read the difference."""
    parser.addoption("--update-goldens", action="store_true", help="Write the expected texts anew.")


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """A small project of its own."""
    return SiteFolder.make(tmp_path / "project")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of this repository."""
    return ROOT
