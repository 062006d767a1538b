"""Links between pages, canonical addresses, and what a search engine sees of each page."""

import re
from urllib.parse import urljoin, urlsplit

import pytest

from tests.harness import Built, SiteFolder
from tests.pages.examples import ADDRESSES, furnish
from tests.pages.reading import Page


def local(page: Page) -> list[str]:
    """The addresses on a page that lead into the site, as they are written."""
    found = [address for address in page.values("href", "src") if not urlsplit(address).scheme]
    return [address for address in found if not address.startswith("#")]


@pytest.mark.parametrize("address", [address for address in ADDRESSES if address != "/404.html"])
def test_every_link_into_the_site_is_relative(built: Built, address: str) -> None:
    links = local(Page.of(built.source(address)))
    assert len(links) > 6
    assert not [link for link in links if link.startswith("/")]


def test_the_page_for_nothing_found_links_from_the_root_of_the_host(in_a_folder: Built) -> None:
    links = local(Page.of(in_a_folder.source("/404.html")))
    assert "/repo/2021/dates/" in links
    assert not [link for link in links if not link.startswith("/repo/")]


@pytest.mark.parametrize("edition", ["2020", "2021"])
@pytest.mark.parametrize("page", ["", "call/", "dates/", "program/", "organizers/"])
def test_the_canonical_address_of_a_page_is_its_own(in_a_folder: Built, edition: str, page: str) -> None:
    address = f"/{edition}/{page}"
    assert Page.of(in_a_folder.source(address)).link("canonical") == [f"https://example.org/repo{address}"]


def test_the_front_page_names_the_edition_as_its_canonical_address(in_a_folder: Built) -> None:
    assert Page.of(in_a_folder.source("/")).link("canonical") == ["https://example.org/repo/2021/"]


def test_the_page_for_nothing_found_is_not_to_be_indexed(built: Built) -> None:
    page = Page.of(built.source("/404.html"))
    assert (page.link("canonical"), page.meta("robots")) == ([], [])


def test_without_an_address_there_is_no_canonical_one(site: SiteFolder) -> None:
    made = site.write("site.yaml", "name: Small\nacronym: SE\n").build()
    assert Page.of(made.source("/2021/")).link("canonical") == []


def test_the_front_page_is_that_of_the_edition_but_for_its_links(built: Built) -> None:
    front, home = (re.sub(r' (href|src)="[^"]*"', "", built.source(address)) for address in ("/", "/2021/"))
    assert front == home


def test_the_links_of_the_front_page_lead_where_those_of_the_edition_do(built: Built) -> None:
    front, home = (
        [urljoin(address, link) for link in local(Page.of(built.source(address)))] for address in ("/", "/2021/")
    )
    assert [one for one in zip(front, home, strict=True) if one[0] != one[1]] == [("/", "/2021/")]


@pytest.mark.parametrize("part", ["title", "description"])
def test_no_two_pages_look_alike_in_a_list_of_results(in_a_folder: Built, part: str) -> None:
    said: dict[str, list[str]] = {}
    for file in sorted(in_a_folder.folder.rglob("*.html")):
        page = Page.of(file.read_text("utf-8"))
        if canonical := page.link("canonical"):
            said.setdefault(page.title if part == "title" else page.meta("description")[0], []).extend(canonical)
    assert len(said) == 13
    assert not [addresses for addresses in said.values() if len(set(addresses)) > 1]


def test_two_editions_of_one_title_are_described_differently(site: SiteFolder) -> None:
    made = site.write("content/2020/workshop.yaml", "title: Workshop on Small Examples\n").build()
    first, second = (Page.of(made.source(address)).meta("description") for address in ("/2020/", "/2021/"))
    assert first != second


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_has_one_heading_of_the_first_rank_and_its_language(built: Built, address: str) -> None:
    page = Page.of(built.source(address))
    assert [tag for tag, _ in page.tags].count("h1") == 1
    assert page.tags[0] == ("html", {"lang": "en-US", "dir": "ltr"})
    assert page.unbalanced == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_id_stands_twice_on_a_page(built: Built, address: str) -> None:
    ids = Page.of(built.source(address)).values("id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ["Submission", "Call", "Program", "Topics", "Content", "Important dates"])
def test_a_date_may_have_the_name_of_a_section(site: SiteFolder, name: str) -> None:
    furnish(site).write("dates.yaml", f"dates: [{{name: {name}, kind: submission, date: 2021-04-20}}]\n")
    assert site.check() == []


def test_the_menu_marks_the_page_one_is_on(built: Built) -> None:
    tags = Page.of(built.source("/2021/dates/")).tags
    assert [tag["href"] for name, tag in tags if name == "a" and tag.get("aria-current") == "page"] == ["./"]


@pytest.mark.parametrize("address", ["/", "/2020/call/", "/2021/dates/"])
def test_every_page_leads_to_every_edition(in_a_folder: Built, address: str) -> None:
    leads = {urljoin(address, link) for link in local(Page.of(in_a_folder.source(address)))}
    assert {"/2020/", "/2021/"} <= leads


def test_the_pages_of_a_past_edition_keep_to_themselves(in_a_folder: Built) -> None:
    in_a_folder.shows("/2020/", "Small Examples 2020", "April 20, 2020")
    in_a_folder.shows("/2021/", "Small Examples 2021", "April 20, 2021").lacks("/2021/", "April 20, 2020")
    page = Page.of(in_a_folder.source("/2020/dates/"))
    assert {urljoin("/2020/dates/", link) for link in local(page)} >= {"/2020/", "/2020/call/", "/2020/program/"}


def test_a_path_in_prose_starts_at_the_edition_wherever_it_is_shown(site: SiteFolder) -> None:
    furnish(site).write("content/2021/files/paper.pdf", b"%PDF")
    site.write(
        "call.yaml", "invitation: See [paper](files/paper.pdf), [dates](dates/), [top](/), [old](../2021/#call).\n"
    )
    made = site.build()
    for address in ("/", "/2021/", "/2021/call/"):
        leads = {urljoin(address, link) for link in Page.of(made.source(address)).values("href")}
        assert {"/2021/files/paper.pdf", "/2021/dates/", "/", "/2021/#call"} <= leads
    assert (made.folder / "2021" / "files" / "paper.pdf").read_bytes() == b"%PDF"


def test_a_path_that_is_shown_as_code_stays_as_it_is_written(site: SiteFolder) -> None:
    site.write("call.yaml", """invitation: 'Write `<a href="call/">` there.'\n""").build().shows(
        "/", '<a href="call/">'
    )
