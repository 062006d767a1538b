"""Old addresses: what was somewhere else once still leads to where it is now."""

import pytest

from tests.harness import SiteFolder
from tests.pages.reading import Page


@pytest.mark.parametrize(
    ("old", "address", "leads_to"),
    [
        ("cfp", "/2021/cfp/", "../call/"),
        ("/cfp.html", "/cfp.html", "2021/call/"),
        ("/old/call-2021", "/old/call-2021/", "../../2021/call/"),
        ("/old/", "/old/", "../2021/call/"),
    ],
)
def test_a_page_leads_on_from_its_old_address(site: SiteFolder, old: str, address: str, leads_to: str) -> None:
    made = site.write("call.yaml", f"formerly: {old}\ninvitation: Come.\n").build()
    made.shows(address, "This page has moved to a new address")
    page = Page.of(made.source(address))
    assert f"0; url={leads_to}" in page.values("content")
    assert leads_to in page.values("href")
    assert page.link("canonical") == ["https://example.org/2021/call/"]
    assert page.meta("robots") == ["noindex"]
    assert site.check() == []
    assert made.source("/sitemap.xml").count("<loc>") == 2


def test_a_markdown_page_and_a_page_of_the_series_lead_on(site: SiteFolder) -> None:
    site.write("content/2021/pages/venue.md", "---\nformerly: [place, /map.html]\n---\n# Venue\nHere.\n")
    site.write("content/pages/imprint.md", "---\nformerly: impressum\n---\n# Imprint\nWe.\n")
    made = site.build()
    for address, now in (("/2021/place/", "../venue/"), ("/map.html", "2021/venue/"), ("/impressum/", "../imprint/")):
        assert f"0; url={now}" in Page.of(made.source(address)).values("content")


def test_an_edition_that_was_renamed_leads_on_with_all_its_pages(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Small\nformerly: [first, /index-old.html]\n").write(
        "topics.yaml", "topics: [A]\n"
    )
    made = site.build()
    for address, now in (("/first/", "../2021/"), ("/first/call/", "../../2021/call/"), ("/index-old.html", "2021/")):
        assert f"0; url={now}" in Page.of(made.source(address)).values("content")


def test_old_addresses_stand_in_no_menu(site: SiteFolder) -> None:
    made = site.write("call.yaml", "formerly: cfp\ninvitation: Come.\n").build()
    assert not [link for link in Page.of(made.source("/2021/")).values("href") if "cfp" in link]


def test_a_date_can_still_be_reached_under_its_old_id(site: SiteFolder) -> None:
    made = site.write("dates.yaml", "dates: [{name: Papers, date: 2021-04-20, formerly: [deadline]}]\n").build()
    assert 'id="date-deadline"' in made.source("/2021/dates/")


def test_an_old_address_that_is_in_use_is_told(site: SiteFolder) -> None:
    site.write("call.yaml", "formerly: dates\ninvitation: Come.\n").write(
        "dates.yaml", "dates: [{name: A, date: TBA}]\n"
    )
    site.build().tells("The address /2021/dates/index.html is taken already, by content/2021/dates.yaml.")


@pytest.mark.parametrize(
    ("old", "told"),
    [
        ("/./index.html", 'content/2021/call.yaml:1:11: error: "/./index.html" is no address of a page.'),
        ("/.git/hooks/a.html", 'content/2021/call.yaml:1:11: error: "/.git/hooks/a.html" is no address of a page.'),
        ("/index.html", "content/2021/call.yaml:1:11: error: The address /index.html is taken already, by "),
        ("[cfp, call]", "content/2021/call.yaml:1:17: error: The address /2021/call/index.html is taken already, by "),
        (
            "/404.html",
            "call.yaml:1:11: error: The address /404.html is taken already, by the site itself.",
        ),
    ],
)
def test_an_old_address_that_cannot_be_is_told_at_its_entry(site: SiteFolder, old: str, told: str) -> None:
    site.write("call.yaml", f"formerly: {old}\ninvitation: Come.\n").build().tells(told)


def test_an_old_address_is_written_with_or_without_percent_signs(site: SiteFolder) -> None:
    made = site.write("call.yaml", "formerly: /caf%C3%A9.html\ninvitation: Come.\n").build()
    assert (made.folder / "café.html").is_file()


def test_an_old_page_of_an_edition_is_one_page_and_no_folder(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Small\nformerly: old.html\n").write("topics.yaml", "topics: [A]\n")
    made = site.build()
    assert (made.folder / "old.html").is_file()
    assert not (made.folder / "old.htmlcall").exists()
