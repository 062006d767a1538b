"""The page of resources."""

from tests.harness import SiteFolder
from tests.pages.reading import Page
from tests.small_files import SMALL


def test_resources_stand_by_kind(site: SiteFolder) -> None:
    made = site.write("resources.yaml", SMALL["resources"]).build()
    made.shows("/2021/resources/", "Data sets Example Data Set Ten small examples. More Example Tutorial")
    assert "https://www.example.org/tutorial" in Page.of(made.source("/2021/resources/")).values("href")


def test_without_kinds_there_is_one_list(site: SiteFolder) -> None:
    made = site.write("resources.yaml", "resources: [{name: A, url: 'https://example.org/'}]\n").build()
    assert "h2" not in Page.of(made.source("/2021/resources/")).texts
