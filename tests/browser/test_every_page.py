"""Every page of every site in a real browser: each is visited once, and every check has its say."""

import pytest
from playwright.sync_api import Browser

from tests.browser.tour import CHECKS, LOADING, Told, tour
from tests.visitors.sites import make_sites


@pytest.fixture(scope="module")
def told(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """What is wrong, by the check that tells it."""
    return tour(browser, make_sites(tmp_path_factory.mktemp("toured")))


@pytest.mark.parametrize("check", [*LOADING, *CHECKS])
def test_every_page(told: Told, check: str) -> None:
    assert told[check] == []
