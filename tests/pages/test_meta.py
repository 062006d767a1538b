"""What the head of every page tells search engines and previews of links."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from mmpt_site.build import build, publish
from mmpt_site.project import Project
from tests.harness import SERIES, Built, SiteFolder
from tests.pages.reading import Page
from tests.whole_site import everything

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
DAY = date(2021, 3, 1)


@pytest.fixture(scope="module", params=["first", "guide", "everything"])
def whole(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Each of three sites, as published."""
    folder = tmp_path_factory.mktemp(request.param)
    projects = {"first": root, "guide": root / "docs"}
    project = Project(projects[request.param]) if request.param in projects else everything(folder / "project")
    return Built(folder / "site", publish(build(project, DAY, url="https://example.org/repo/"), folder / "site"))


def pages(made: Built) -> dict[str, Page]:
    """Every page of a site that is one of its own, by its canonical address."""
    found = (Page.of(file.read_text("utf-8")) for file in sorted(made.folder.rglob("*.html")))
    own = [page for page in found if page.link("canonical") and "noindex" not in page.meta("robots")]
    return {page.link("canonical")[0]: page for page in own}


def said(page: Page, name: str) -> str:
    """What the head of a page says under a name of Open Graph, exactly once."""
    (found,) = [v["content"] for tag, v in page.tags if tag == "meta" and v.get("property") == name]
    return found


def test_every_page_has_a_title_and_a_description_of_its_own(whole: Built) -> None:
    found = pages(whole)
    assert len(found) > 4
    for values in ([page.title for page in found.values()], [page.meta("description")[0] for page in found.values()]):
        assert [value for value, times in Counter(values).items() if times > 1 or not value] == []


def test_every_page_has_a_card(whole: Built) -> None:
    found = pages(whole)
    for address, page in found.items():
        assert said(page, "og:title") == page.title
        assert [said(page, "og:description")] == page.meta("description")
        assert said(page, "og:url") == address
        assert said(page, "og:type") == "website"
        assert re.fullmatch("[a-z]{2}_[A-Z]{2}", said(page, "og:locale"))
        assert said(page, "og:site_name")
        above = re.sub("(/program/|/papers/).+", r"\1", address)  # the parts of a page share its card
        assert said(page, "og:image") == f"{above}card.png"
        assert (said(page, "og:image:width"), said(page, "og:image:height")) == ("1200", "630")
        assert said(page, "og:image:alt") == found[above].title
        assert page.meta("twitter:card") == ["summary_large_image"]


def test_without_an_address_nothing_is_said_that_needs_one(site: SiteFolder) -> None:
    page = Page.of(site.write("site.yaml", "name: Small\nacronym: SE\n").build().source("/"))
    assert said(page, "og:title") == "SE 2021: Workshop on Small Examples"
    assert page.link("canonical") == []
    told = {values.get("property") for tag, values in page.tags if tag == "meta"}
    assert told.isdisjoint({"og:url", "og:image"})


def test_no_address_of_a_person_stands_in_a_head(site: SiteFolder) -> None:
    site.write("site.yaml", SERIES.replace("Workshop on", "Write to ada@example.org,"))
    site.write("content/2021/pages/a.md", "---\ntitle: Ask ada@example.org\ndescription: bo@example.org\n---\nText.\n")
    source = site.build().source("/2021/a/")
    assert EMAIL.findall(source.partition("<body")[0]) == []
    assert Page.of(source).meta("description") == ["bo@example.org"]
    assert Page.of(source).title == "Ask ada@example.org · WSE 2021"


def test_the_day_of_the_last_change_stands_on_every_page_of_the_edition(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Small\nupdated: 2021-02-03\n").write("call.yaml", "goals: [To be small.]\n")
    site.write("content/pages/imprint.md", "# Imprint\n\nWe.\n")
    made = site.build()
    for address in ("/", "/2021/", "/2021/call/"):
        made.shows(address, "Last change: February 3, 2021")
    made.lacks("/imprint/", "Last change").lacks("/404.html", "Last change")
    sitemap = made.source("/sitemap.xml")
    assert "<loc>https://example.org/2021/call/</loc><lastmod>2021-02-03</lastmod>" in sitemap
    assert "<loc>https://example.org/imprint/</loc></url>" in sitemap
