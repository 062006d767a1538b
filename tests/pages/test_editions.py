"""The page of all editions, once there are two."""

from tests.harness import SERIES, SiteFolder
from tests.pages.reading import Page
from tests.small_files import EDITIONS


def test_one_edition_needs_no_list_of_them(site: SiteFolder) -> None:
    made = site.build()
    assert not (made.folder / "editions").exists()
    assert "Editions" not in made.text("/")


def test_editions_here_and_elsewhere_stand_in_one_list(site: SiteFolder) -> None:
    site.write("content/2020/workshop.yaml", "title: Smaller\nplace: Example City\nhost: {name: ExConf}\n")
    made = site.write("site.yaml", SERIES + EDITIONS).build()
    said = made.text("/editions/")
    places = [
        said.index(word) for word in ("2021 Workshop", "2020 Smaller ExConf · Example City", "2019 First", "2018")
    ]
    assert places == sorted(places)
    made.shows("/editions/", "Conference on Examples 2019 · Example City Proceedings", "2018 WSE 2018")
    assert site.check() == []


def test_every_page_leads_to_it(site: SiteFolder) -> None:
    made = site.write("site.yaml", SERIES + EDITIONS).build()
    for address, there in (("/", "editions/"), ("/2021/", "../editions/"), ("/editions/", "./")):
        assert there in Page.of(made.source(address)).values("href")
    assert "https://example.org/editions/" in made.source("/sitemap.xml")


def test_a_page_of_the_organizers_cannot_take_its_place(site: SiteFolder) -> None:
    site.write("site.yaml", SERIES + EDITIONS).write("content/pages/editions.md", "# Editions\n\nAll.\n")
    site.build().tells("The address /editions/index.html is taken already")
