"""`sitemap.xml`: every page at its canonical address."""

from xml.etree import ElementTree as ET

import pytest

from tests.harness import Built, SiteFolder
from tests.pages.examples import furnish
from tests.pages.reading import Page

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(made: Built) -> list[str]:
    """The addresses that a sitemap holds."""
    root = ET.fromstring((made.folder / "sitemap.xml").read_bytes())  # noqa: S314 - we wrote it ourselves
    assert root.tag == f"{NAMESPACE}urlset"
    assert {child.tag for child in root} == {f"{NAMESPACE}url"}
    return [place.text or "" for place in root.iter(f"{NAMESPACE}loc")]


def test_every_canonical_address_stands_in_it_once(site: SiteFolder) -> None:
    made = furnish(furnish(site), "2020").build()
    canonical = set()
    for file in made.folder.rglob("*.html"):
        canonical.update(Page.of(file.read_text("utf-8")).link("canonical"))
    found = addresses(made)
    assert len(found) == len(set(found)) == 13
    assert set(found) == canonical


def test_what_has_no_page_of_its_own_is_not_in_it(site: SiteFolder) -> None:
    assert addresses(site.build()) == ["https://example.org/2021/"]


@pytest.mark.parametrize("url", ["https://example.org/repo/", "https://example.org/a&b/"])
def test_addresses_start_with_that_of_the_site(site: SiteFolder, url: str) -> None:
    assert addresses(site.build(url=url)) == [f"{url}2021/"]


def test_an_edition_in_another_script_is_written_as_it_is_sent(site: SiteFolder) -> None:
    made = site.write("content/北京/workshop.yaml", "title: Small\n").build()
    assert "https://example.org/%E5%8C%97%E4%BA%AC/" in addresses(made)


def test_it_and_the_page_agree_on_the_address(site: SiteFolder) -> None:
    made = site.write("content/北京/workshop.yaml", "title: Small\n").build()
    assert set(Page.of(made.source("/北京/")).link("canonical")) <= set(addresses(made))


def test_without_an_address_it_is_left_out_and_that_is_told(site: SiteFolder) -> None:
    made = site.write("site.yaml", "name: Small\nacronym: SE\n").build(strict=True)
    assert not made.failed
    assert not (made.folder / "sitemap.xml").exists()
    made.tells("content/site.yaml:1:1: note: ", "the feed and the cards are left out", "Write for example url:")
