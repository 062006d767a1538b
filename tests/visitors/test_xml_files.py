"""Every sitemap, feed and other XML file of every site is as its standard says."""

from pathlib import Path

import pytest
from lxml import etree, html

from tests.visitors.sites import Made, complaints
from tests.visitors.xml_files import ATOM, SITEMAP, kind, wrong_with_feed, wrong_with_sitemap

FEED = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>https://example.org/feed.xml</id>
  <title>News</title>
  <updated>2021-03-01T00:00:00Z</updated>
  <author><name>Example University</name></author>
  <link rel="self" href="https://example.org/feed.xml"/>
  <entry>
    <id>https://example.org/news/first/</id>
    <title type="html">First &lt;em>news&lt;/em></title>
    <updated>2021-03-01T00:00:00Z</updated>
    <link href="https://example.org/news/first/"/>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p class="x">Words.</p></div></content>
  </entry>
</feed>
"""
WRONG_FEEDS = [
    ("  <author><name>Example University</name></author>\n", "", "https://example.org/news/first/ has no author"),
    ("<title>News</title>", "", "line 2: "),
    ("<title>News</title>", "<titel>News</titel>", "line 2: "),
    ("01T00:00:00Z</updated>\n    <link", "01</updated>\n    <link", "line 8: "),
    ("<id>https://example.org/feed.xml</id>", "<id>https://example.org/news/first/</id>", "two things with the id"),
    ('<link rel="self" ', "<link ", "it does not say that it lies at"),
    ('<link href="https://example.org/news/first/"/>', '<link href="a"/><link href="b"/>', "https://example.org/news/"),
    ('type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">', 'type="xhtml"><div>', "line "),
]
MAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
URL = "<url><loc>https://example.org/mmpt/</loc></url>"
WRONG_MAPS = [
    (URL + URL, "https://example.org/mmpt/ is there twice"),
    ("<url><loc>https://example.org/</loc></url>", "https://example.org/ is not of this site"),
    ("", "line 1: "),
    ("<url><loc>/mmpt/</loc></url>", "line 1: "),
    (URL.replace("</url>", "<lastmod>March 1</lastmod></url>"), "line 1: "),
    (URL.replace("</url>", "<updated>2021-03-01</updated></url>"), "line 1: "),
]


def wrong_with_xml(site: Made, file: Path) -> list[str]:
    where = site.url + file.relative_to(site.folder).as_posix()
    match kind(file):
        case found if found == f"{ATOM}feed":
            return wrong_with_feed(file, where)
        case found if found == f"{SITEMAP}urlset":
            return wrong_with_sitemap(file, site.url)
    return []


def test_every_xml_file_is_as_its_standard_says(sites: list[Made]) -> None:
    assert complaints(sites, "*.xml", wrong_with_xml) == []


def test_every_site_has_a_sitemap_of_the_pages_that_call_themselves_by_that_address(sites: list[Made]) -> None:
    for site in sites:
        places = [place.text for place in etree.parse(site.folder / "sitemap.xml").iter(f"{SITEMAP}loc")]
        canonical = [html.parse(page).xpath("//link[@rel='canonical']/@href") for page in site.folder.rglob("*.html")]
        assert set(places) == {address for found in canonical for address in found}
        assert all((site.folder / place.removeprefix(site.url) / "index.html").is_file() for place in places)


def test_nothing_is_wrong_with_a_right_feed(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(FEED, "utf-8")
    assert kind(file) == f"{ATOM}feed"
    assert wrong_with_feed(file, "https://example.org/feed.xml") == []


@pytest.mark.parametrize(("old", "new", "told"), WRONG_FEEDS, ids=range(len(WRONG_FEEDS)))
def test_what_is_wrong_with_a_feed_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in FEED
    file = tmp_path / "feed.xml"
    file.write_text(FEED.replace(old, new), "utf-8")
    found = wrong_with_feed(file, "https://example.org/feed.xml")
    assert any(what.startswith(told) for what in found), found


@pytest.mark.parametrize(("urls", "told"), WRONG_MAPS, ids=range(len(WRONG_MAPS)))
def test_what_is_wrong_with_a_sitemap_is_told(tmp_path: Path, urls: str, told: str) -> None:
    file = tmp_path / "sitemap.xml"
    file.write_text(MAP.format(URL), "utf-8")
    assert wrong_with_sitemap(file, "https://example.org/mmpt/") == []
    file.write_text(MAP.format(urls), "utf-8")
    found = wrong_with_sitemap(file, "https://example.org/mmpt/")
    assert any(what.startswith(told) for what in found), found
