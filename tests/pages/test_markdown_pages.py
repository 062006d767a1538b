"""Further pages: Markdown files that become pages of an edition or of the whole site."""

import re
from pathlib import Path

from mmpt_site.pages.context import OWN_IDS
from tests.harness import SiteFolder
from tests.pages.reading import Page

VENUE = "---\ntitle: Venue & travel\norder: 2\n---\nTake the *tram*.\n"


def test_a_markdown_file_becomes_a_page_with_a_place_in_the_menu(site: SiteFolder) -> None:
    made = site.write("content/2021/pages/venue.md", VENUE).build()
    made.shows("/2021/venue/", "Venue & travel", "Take the tram .").shows("/", "Venue & travel")
    page = Page.of(made.source("/2021/venue/"))
    assert page.title == "Venue & travel · WSE 2021"
    assert page.meta("description") == ["Venue & travel: a page of WSE 2021."]
    assert page.link("canonical") == ["https://example.org/2021/venue/"]
    assert "/2021/venue/" in made.source("/sitemap.xml")


def test_pages_stand_in_the_menu_in_their_order_and_under_their_word(site: SiteFolder) -> None:
    site.write("content/2021/pages/venue.md", VENUE)
    site.write("content/2021/pages/travel.md", "---\ntitle: How to come here\nnav: Travel\norder: 1\n---\nBy tram.\n")
    site.write("content/2021/pages/quiet.md", "---\ntitle: Quiet\nnav: no\n---\nHush.\n")
    made = site.write("topics.yaml", "topics: [A]\n").build()
    menu = [text for text in Page.of(made.source("/2021/")).texts["a"] if text.strip()]
    assert menu[:5] == ["Skip to the content", "WSE 2021", "Call for papers", "Travel", "Venue & travel"]
    made.shows("/2021/quiet/", "Hush.")


def test_pages_of_the_series_stand_at_the_root_and_at_the_end_of_every_page(site: SiteFolder) -> None:
    site.write("content/pages/imprint.md", "# Imprint\n\nWritten by *somebody*.\n")
    site.write("content/pages/privacy.md", "# Privacy\n\nSee the [imprint](imprint.md) and [home](2021/).\n")
    made = site.build().shows("/imprint/", "Written by somebody .").shows("/2021/", "Imprint", "Privacy")
    privacy = Page.of(made.source("/privacy/"))
    assert {"../imprint/", "../2021/"} <= set(privacy.values("href"))
    assert privacy.title == "Privacy · WSE"
    assert site.check() == []


def test_links_between_pages_are_written_as_between_files(site: SiteFolder) -> None:
    site.write("content/2021/files/map.pdf", "x").write("content/2021/pages/venue.md", VENUE)
    text = "# Travel\n\n[a](venue.md) [b](../files/map.pdf) [c](dates/#date-a) [d](/2021/) [e](venue.md#x)\n"
    site.write("content/2021/pages/travel.md", text)
    site.write("dates.yaml", "dates: [{name: A, date: TBA}]\n").write(
        "call.yaml", "invitation: '[v](pages/venue.md)'\n"
    )
    made = site.build()
    links = Page.of(made.source("/2021/travel/")).values("href")
    assert {"../venue/", "../files/map.pdf", "../dates/#date-a", "../"} <= set(links)
    assert "../venue/" in Page.of(made.source("/2021/call/")).values("href")
    (problem,) = site.check()
    assert (problem.mark.path, problem.mark.line) == ("content/2021/pages/travel.md", 3)
    assert problem.message == 'The link "venue.md#x" leads to a place that /2021/venue/ does not have.'


def test_a_link_to_a_page_that_is_not_there_is_told_at_its_place(site: SiteFolder) -> None:
    site.write("content/2021/pages/venue.md", "# Venue\n\nSee [here](travle.md).\n")
    site.write("content/2021/pages/travel.md", "# Travel\n\nBy tram.\n")
    (problem,) = site.check()
    assert str(problem.mark) == "content/2021/pages/venue.md:3:12"
    assert problem.message == 'The link "travle.md" leads nowhere.'


def test_a_page_of_the_name_of_another_is_told(site: SiteFolder) -> None:
    site.write("topics.yaml", "topics: [A]\n").write("content/2021/pages/call.md", "# Call\n\nText.\n")
    site.build().tells(
        "content/2021/pages/call.md: error: The address /2021/call/index.html is taken already, by "
        "content/2021/topics.yaml."
    )


def test_a_title_is_hostile_until_it_is_escaped(site: SiteFolder) -> None:
    site.write("content/2021/pages/venue.md", "# <script>a</script> & $x^2$\n\n<script>b</script>\n")
    source = site.build().source("/2021/venue/")
    assert "<script>" not in source
    assert "<math" in source


def test_a_heading_that_is_called_like_a_part_of_the_page_gets_an_id_of_its_own(site: SiteFolder) -> None:
    site.write("content/2021/pages/venue.md", "# Venue\n\n## Content\n\nA\n\n## Topics\n\nB\n")
    talks = (f"{{speaker: {name}, abstract: '## Outline'}}" for name in "AB")
    site.write("keynotes.yaml", f"keynotes: [{', '.join(talks)}]\n")
    site.write("call.yaml", "instructions: |\n  ## Topics\n\n  Text.\n").write("topics.yaml", "topics: [A]\n")
    made = site.build()
    assert site.check() == []
    assert 'id="content-2"' in made.source("/2021/venue/")
    assert {"outline", "outline-2"} <= set(Page.of(made.source("/2021/keynotes/")).values("id"))


def test_a_part_of_the_theme_that_has_an_id_is_known(root: Path) -> None:
    templates = "".join(path.read_text("utf-8") for path in (root / "templates").glob("*.html"))
    assert set(re.findall(r'id="([a-z-]+)"', templates)) <= set(OWN_IDS)


def test_a_place_that_a_page_lacks_is_told_where_it_is_linked(site: SiteFolder) -> None:
    site.write("content/2021/pages/a.md", "# A\n\nSee [this](#parking).\n")
    site.write("content/2021/pages/b.md", "# B\n\n## Parking\n\nSee [this](#parking).\n")
    (problem,) = site.check()
    assert str(problem.mark) == "content/2021/pages/a.md:3:12"
