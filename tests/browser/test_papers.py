"""Search and filters in a list of papers, in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.server import serve_folder
from tests.harness import AS_OF, SiteFolder

PAPERS = """\
papers:
  - id: p1
    number: 10
    title: Learning to Align $x^2$ and Text
    authors: [Ada Example, Łukasz Przykład]
    keywords: [alignment]
    kind: Full
  - id: p2
    number: 2
    title: Größe von Beispielen
    authors: [Bo Example]
    keywords: [Retrieval]
    kind: Short
    award: Best paper
  - {id: p3, number: 9, title: 跨模态预训练中的小样本学习, authors: [王小明], keywords: [retrieval], kind: Full}
  - {id: p4, title: A Demo, authors: [Cy Adams], track: Demos, keywords: [singular]}
"""


@pytest.fixture
def address(site: SiteFolder, tmp_path: Path) -> Iterator[str]:
    """The list of papers of a small site."""
    made = site.write("papers.yaml", PAPERS).build(AS_OF)
    assert not made.failed, made.told
    with serve_folder(made.folder, "/") as base:
        yield f"{base}2021/papers/"


@pytest.fixture
def papers(page: Page, address: str) -> Page:
    """The same, open."""
    page.goto(address)
    expect(page.get_by_role("search")).to_be_visible()
    return page


def shown(page: Page) -> list[str]:
    """The ids of the papers that can be seen, in order."""
    return [str(item.get_attribute("id")).removeprefix("paper-") for item in page.locator(".papers > li:visible").all()]


def search(page: Page, text: str, told: str) -> None:
    """Type, and wait for the number of results to be said."""
    page.get_by_role("searchbox").fill(text)
    expect(page.get_by_role("status")).to_have_text(told)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("align", ["p1"]),
        ("ALIGNNMENT", ["p1"]),
        ("grosse", ["p2"]),
        ("größe", ["p2"]),
        ("lukasz przyklad", ["p1"]),
        ("模态", ["p3"]),
        ("预训练 学习", ["p3"]),
        ("明", ["p3"]),
        ("模预", []),
        ("example", ["p2", "p1"]),
        ("retrieval beispiel", ["p2"]),
        ("!?", []),
    ],
)
def test_words_are_found_in_any_script_and_spelling(papers: Page, text: str, found: list[str]) -> None:
    search(papers, text, f"{len(found)} of 4 papers" if found else "No paper has all of this.")
    assert sorted(shown(papers)) == sorted(found)


def test_nothing_is_loaded_before_somebody_is_about_to_search(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2].partition("?")[0]))
    page.goto(address)
    expect(page.get_by_role("search")).to_be_visible()
    assert {"papers.json", "searching.js", "minisearch.js"}.isdisjoint(asked)
    with page.expect_request("**/papers.json"):
        page.get_by_role("searchbox").focus()
    search(page, "demo", "1 of 4 papers")
    assert {"papers.json", "searching.js", "minisearch.js"} <= set(asked)


def test_filters_narrow_the_list_in_its_groups(papers: Page) -> None:
    papers.get_by_role("combobox", name="Kind").select_option("Full")
    expect(papers.get_by_role("status")).to_have_text("2 of 4 papers")
    assert shown(papers) == ["p1", "p3"]
    expect(papers.get_by_role("heading", name="Demos")).to_be_hidden()
    papers.get_by_role("combobox", name="Keyword").select_option("Retrieval")
    expect(papers.get_by_role("status")).to_have_text("1 of 4 papers")
    assert shown(papers) == ["p3"]
    papers.get_by_role("button", name="Show all").click()
    expect(papers.get_by_role("status")).to_be_empty()
    assert shown(papers) == ["p1", "p2", "p3", "p4"]
    assert papers.url.endswith("/papers/")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("First author", ["p4", "p1", "p2", "p3"]),
        ("Number", ["p4", "p2", "p3", "p1"]),
        ("Title", ["p4", "p2", "p1", "p3"]),
    ],
)
def test_papers_are_ordered_as_people_order_them(papers: Page, order: str, expected: list[str]) -> None:
    papers.get_by_role("combobox", name="Order").select_option(order)
    expect(papers.get_by_role("status")).to_have_text("4 of 4 papers")
    assert shown(papers) == expected


def test_what_is_asked_for_stands_in_the_address(papers: Page, browser: Browser) -> None:
    search(papers, "retrieval", "2 of 4 papers")
    expect(papers.get_by_role("combobox", name="Order").get_by_role("option").first).to_have_text("Best match first")
    papers.get_by_role("combobox", name="Kind").select_option("Short")
    expect(papers.get_by_role("status")).to_have_text("1 of 4 papers")
    assert papers.url.endswith("/papers/?q=retrieval&kind=Short")
    other = browser.new_page()
    other.goto(papers.url)
    expect(other.get_by_role("status")).to_have_text("1 of 4 papers")
    assert shown(other) == ["p2"]
    assert other.get_by_role("searchbox").input_value() == "retrieval"
    other.close()


def test_back_undoes_one_choice_or_all_that_was_typed(papers: Page) -> None:
    papers.get_by_role("searchbox").press_sequentially("retrieval")
    expect(papers.get_by_role("status")).to_have_text("2 of 4 papers")
    papers.get_by_role("combobox", name="Award").select_option("Best paper")
    expect(papers.get_by_role("status")).to_have_text("1 of 4 papers")
    papers.go_back()
    expect(papers.get_by_role("status")).to_have_text("2 of 4 papers")
    assert papers.get_by_role("combobox", name="Award").input_value() == ""
    papers.go_back()
    expect(papers.get_by_role("status")).to_be_empty()
    assert papers.get_by_role("searchbox").input_value() == ""
    assert shown(papers) == ["p1", "p2", "p3", "p4"]


def test_escape_clears_and_the_focus_stays(papers: Page) -> None:
    search(papers, "nothing such", "No paper has all of this.")
    assert shown(papers) == []
    papers.get_by_role("searchbox").press("Escape")
    expect(papers.get_by_role("status")).to_be_empty()
    assert shown(papers) == ["p1", "p2", "p3", "p4"]
    expect(papers.get_by_role("searchbox")).to_be_focused()


def test_a_keyword_of_a_paper_leads_to_all_that_have_it(papers: Page) -> None:
    for paper, keyword, found in (("p3", "retrieval", ["p2", "p3"]), ("p4", "singular", ["p4"])):
        papers.goto(papers.url.partition("papers/")[0] + f"papers/{paper}/")
        papers.get_by_role("link", name=keyword).click()
        expect(papers.get_by_role("status")).to_have_text(f"{len(found)} of 4 papers")
        assert shown(papers) == found


def test_nothing_moves_when_the_script_is_there(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((e) => (moved += e.value)))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(address)
    expect(page.get_by_role("search")).to_be_visible()
    assert page.evaluate("new Promise((done) => setTimeout(() => done(moved), 300))") == 0
    page.close()


def test_without_a_script_there_is_the_list_and_no_search(browser: Browser, address: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(address)
    assert shown(page) == ["p1", "p2", "p3", "p4"]
    assert page.locator(".search").evaluate_all("forms => forms.length") == 1
    assert page.locator(".search").bounding_box() is None
    page.close()


def test_a_search_that_cannot_be_loaded_says_so_and_hides_nothing(page: Page, address: str) -> None:
    page.route("**/papers.json", lambda route: route.fulfill(status=503))
    page.goto(f"{address}?q=demo")
    expect(page.get_by_role("status")).to_have_text("The search could not be loaded. Is there a connection?")
    assert shown(page) == ["p1", "p2", "p3", "p4"]
    page.unroute("**/papers.json")
    search(page, "align", "1 of 4 papers")


def test_the_bibtex_of_a_paper_is_copied(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}p1/")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("@inproceedings{example2021learning,\n")
    context.close()
