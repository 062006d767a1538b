"""`robots.txt`: everybody is welcome."""

from urllib.robotparser import RobotFileParser

from tests.harness import SiteFolder


def test_every_robot_may_read_every_page_and_finds_the_sitemap(site: SiteFolder) -> None:
    rules = RobotFileParser()
    rules.parse(site.build().source("/robots.txt").splitlines())
    assert rules.can_fetch("AnyBot", "https://example.org/2021/")
    assert rules.site_maps() == ["https://example.org/sitemap.xml"]


def test_the_sitemap_is_named_at_the_base_path(site: SiteFolder) -> None:
    made = site.build(url="https://example.org/repo/")
    assert "Sitemap: https://example.org/repo/sitemap.xml\n" in made.source("/robots.txt")


def test_without_an_address_no_sitemap_is_named(site: SiteFolder) -> None:
    made = site.write("site.yaml", "name: Small\nacronym: SE\n").build()
    assert made.source("/robots.txt") == "User-agent: *\nAllow: /\n"
