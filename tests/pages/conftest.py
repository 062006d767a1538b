"""A site with every kind of page, made once."""

import pytest

from tests.harness import Built, SiteFolder
from tests.pages.examples import furnish


@pytest.fixture
def furnished(site: SiteFolder) -> SiteFolder:
    """A project of its own with every file of an edition."""
    return furnish(site)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """What a build makes of every file of an edition: to be looked at, not to be changed."""
    return furnish(SiteFolder.make(tmp_path_factory.mktemp("furnished"))).build()


@pytest.fixture(scope="session")
def in_a_folder(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Two editions, published at a base path: to be looked at, not to be changed."""
    site = furnish(furnish(SiteFolder.make(tmp_path_factory.mktemp("two"))), "2020")
    return site.build(url="https://example.org/repo/")
