"""What every test may ask for."""

from pathlib import Path

import pytest

from tests.harness import SiteFolder

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
