"""Papers: the list of them, and a page for each with everything that belongs to it."""

import json
import re
from pathlib import Path

import pytest

from tests.camera import photo
from tests.harness import Built, SiteFolder
from tests.pages.reading import Page
from tests.pages.test_structured import thing
from tests.whole_site import everything

PAPERS = """\
papers:
  - title: What $x^2$ & small examples teach
    id: p1
    number: 10
    authors:
      - {name: Ada Example, affiliation: [Example University, Example Institute], equal: yes}
      - {name: Bo Example, affiliation: Example University, equal: yes, corresponding: yes, url: https://example.org/bo}
      - 王小明
    abstract: One *paragraph* with $x < y$.
    keywords: [retrieval, C++ & more]
    pages: 12-25
    links: {pdf: paper.pdf, arxiv: 2101.00001}
    formerly: p0
  - {title: The Second One, id: p2, authors: [Ada Example, Cy Example], award: Best paper}
  - {title: The Third One, id: p3, authors: Cy Example, track: Demos}
"""
PROGRAM = """\
program:
  2021-07-12:
    - {at: 09:00, title: Session 1, room: Room 201, chair: Ada Example, papers: [p1, p2], each: 15 min}
    - {at: 14:00, until: 15:00, title: Posters, kind: poster, talks: [{paper: p1, board: 7, status: cancelled}]}
"""
ZONE = "title: Small Examples\ndate: 2021-07-12\ntimezone: Asia/Taipei\n"


@pytest.fixture
def papers(site: SiteFolder) -> SiteFolder:
    """Three papers, of which the first has a PDF."""
    return site.write("papers.yaml", PAPERS).write("content/2021/files/paper.pdf", b"%PDF" + bytes(1_234_567))


def meta(made: Built, address: str) -> list[tuple[str, str]]:
    """The tags for search engines for papers on a page."""
    tags = [values for tag, values in Page.of(made.source(address)).tags if tag == "meta"]
    return [(each["name"], each["content"]) for each in tags if each.get("name", "").startswith("citation_")]


def test_the_list_has_every_paper_in_its_group_as_written(papers: SiteFolder) -> None:
    made = papers.build().shows("/2021/papers/", "small examples teach Ada Example, Bo Example, 王小明")
    order = ["teach", "The Second One", "Best paper", "Demos", "The Third One", "BibTeX of all papers"]
    said = made.text("/2021/papers/").partition("Number")[2]
    assert sorted(order, key=said.index) == order
    assert 'id="paper-p0"' in made.source("/2021/papers/")
    assert papers.check() == []


def test_papers_to_be_announced_are_announced(site: SiteFolder) -> None:
    made = site.write("papers.yaml", "papers: to be announced\n").build()
    made.shows("/2021/papers/", "Papers To be announced.").shows("/", "Papers To be announced.")
    assert "search" not in made.source("/2021/papers/")
    assert not (made.folder / "2021/papers.bib").exists()
    assert site.check() == []


def test_a_page_has_all_of_a_paper(papers: SiteFolder) -> None:
    made = papers.build()
    made.shows(
        "/2021/papers/p1/",
        "Ada Example 1,2* (Example University, Example Institute, equal contribution) , "
        "Bo Example 1*† (Example University, equal contribution, corresponding author) , 王小明",
        "Abstract One paragraph with x",
        "PDF 1.2 MB arXiv",
        "Keywords retrieval C++ & more",
        "@inproceedings{example2021small,",
        "Next paper The Second One",
    ).lacks("/2021/papers/p1/", "Previous paper", "Presentation", "None")
    links = Page.of(made.source("/2021/papers/p1/")).values("href")
    assert {"../../files/paper.pdf", "https://arxiv.org/abs/2101.00001", "../?keyword=C%2B%2B%20%26%20more"} <= set(
        links
    )
    assert {"../p1.bib", "../p2/"} <= set(links)


def test_who_works_at_one_place_needs_no_number(site: SiteFolder) -> None:
    site.write("papers.yaml", "papers: [{title: A, authors: [{name: Ada Example, affiliation: Example University}]}]\n")
    made = site.build().shows("/2021/papers/a/", "Ada Example Example University")
    assert "<sup" not in made.source("/2021/papers/a/")


def test_what_other_files_know_of_authors_is_shown(papers: SiteFolder) -> None:
    papers.write(
        "people.yaml", "people: [{name: Cy Example, affiliation: Example College, url: https://example.org/}]\n"
    )
    made = papers.build().shows("/2021/papers/p3/", "Cy Example Example College")
    assert "https://example.org/" in Page.of(made.source("/2021/papers/p3/")).values("href")


def test_a_title_is_right_wherever_it_stands(papers: SiteFolder) -> None:
    made = papers.build()
    page = made.source("/2021/papers/p1/")
    assert "<title>What x^2 &amp; small examples teach · WSE 2021</title>" in page
    assert "<h1>What <math>" in page
    assert ("citation_title", "What x^2 & small examples teach") in meta(made, "/2021/papers/p1/")
    assert "title = {What $x^2$ \\& small examples teach}" in made.source("/2021/papers.bib")
    (first, *_) = json.loads(made.source("/2021/papers.json"))["papers"]
    assert first["title"] == "What x^2 & small examples teach"


def test_where_and_when_a_paper_is_presented(papers: SiteFolder) -> None:
    papers.write("program.yaml", PROGRAM).write("workshop.yaml", ZONE)
    made = papers.build().shows(
        "/2021/papers/p1/",
        "Session 1 Monday, July 12, 2021, 09:00 – 09:15 · Taipei time (UTC+08:00) · Room 201 Chair: Ada Example",
        "Posters Cancelled Monday, July 12, 2021, 14:00 – 15:00 · Taipei time (UTC+08:00) Board 7",
    )
    made.shows("/2021/papers/p2/", "09:15 – 09:30").lacks("/2021/papers/p3/", "Presentation")
    page = made.source("/2021/papers/p1/")
    assert '<time datetime="2021-07-12T09:00+08:00">09:00</time>' in page
    assert "../../program/#session-session-1" in Page.of(page).values("href")
    assert [each.message for each in papers.check()] == ["1 paper is in no session: The Third One."]


def test_without_a_zone_times_stay_as_written(papers: SiteFolder) -> None:
    papers.write("program.yaml", PROGRAM).build().shows("/2021/papers/p2/", "09:15 – 09:30 · Room 201")


def test_an_old_id_leads_on(papers: SiteFolder) -> None:
    made = papers.build()
    assert "../p1/" in Page.of(made.source("/2021/papers/p0/")).values("href")
    papers.write("papers.yaml", PAPERS.replace("id: p3", "id: p3, formerly: p2"))
    papers.build().tells('The id "p2" is taken already, so old links cannot lead here.')


def test_search_engines_for_papers_are_told_what_is_known(papers: SiteFolder) -> None:
    made = papers.write("workshop.yaml", ZONE + "host: {name: Conference on Examples}\n").build()
    assert meta(made, "/2021/papers/p1/") == [
        ("citation_title", "What x^2 & small examples teach"),
        ("citation_author", "Ada Example"),
        ("citation_author_institution", "Example University"),
        ("citation_author_institution", "Example Institute"),
        ("citation_author", "Bo Example"),
        ("citation_author_institution", "Example University"),
        ("citation_author", "王小明"),
        ("citation_publication_date", "2021/07/12"),
        ("citation_conference_title", "Small Examples, Conference on Examples"),
        ("citation_firstpage", "12"),
        ("citation_lastpage", "25"),
        ("citation_arxiv_id", "2101.00001"),
        ("citation_pdf_url", "https://example.org/2021/files/paper.pdf"),
        ("citation_keywords", "retrieval"),
        ("citation_keywords", "C++ & more"),
    ]
    article, way = thing(made, "/2021/papers/p1/")["@graph"]
    assert (article["@type"], article["headline"]) == ("ScholarlyArticle", "What x^2 & small examples teach")
    assert article["author"][1]["affiliation"] == [{"@type": "Organization", "name": "Example University"}]
    assert article["abstract"] == "One paragraph with $x < y$."
    assert article["isPartOf"]["name"] == "Small Examples, Conference on Examples"
    assert [step["name"] for step in way["itemListElement"]][:2] == ["WSE 2021", "Papers"]


def test_the_card_of_the_list_stands_for_every_paper(papers: SiteFolder) -> None:
    made = papers.build()
    card = re.findall('<meta property="og:image" content="([^"]+)">', made.source("/2021/papers/p1/"))
    assert card == ["https://example.org/2021/papers/card.png"]
    assert sorted(file.name for file in (made.folder / "2021/papers").rglob("card.png")) == ["card.png"]


def test_a_picture_is_small_in_the_list_and_large_on_the_page(papers: SiteFolder) -> None:
    papers.write("content/2021/files/figure.jpg", photo())
    written = PAPERS.replace("    keywords", "    thumbnail: figure.jpg\n    alt: A curve\n    keywords", 1)
    made = papers.write("papers.yaml", written).build()
    small, large = made.source("/2021/papers/"), made.source("/2021/papers/p1/")
    assert re.search('<img class="thumbnail" src="../pictures/figure-thumb-320.jpg[^"]*" alt=""', small)
    assert re.search('<img src="../../pictures/figure-[0-9]+.jpg[^"]*" alt="A curve"', large)
    assert papers.check() == []


def test_the_front_page_leads_to_the_papers(papers: SiteFolder) -> None:
    made = papers.build().shows("/", "Papers The Second One Best paper See all papers")
    assert {"2021/papers/", "2021/papers/p2/"} <= set(Page.of(made.source("/")).values("href"))


def test_papers_of_several_files_are_one_list(papers: SiteFolder) -> None:
    for number in (10, 2):
        text = f"papers: [{{title: Paper {number}, authors: Bo Example}}]\n"
        papers.write(f"content/2021/papers/p{number}.yaml", text)
    papers.write("site.yaml", papers.path("site.yaml").read_text("utf-8") + "repository: https://github.com/name/w\n")
    made = papers.build()
    ids = re.findall('<li id="paper-([^"]+)">', made.source("/2021/papers/"))
    assert ids == ["p1", "p2", "paper-2", "paper-10", "p3"]
    source = "https://github.com/name/w/blob/HEAD/content/2021/papers/p10.yaml"
    assert source in Page.of(made.source("/2021/papers/paper-10/")).values("href")


def test_the_old_address_of_the_list_leads_on(papers: SiteFolder) -> None:
    made = papers.write("papers.yaml", f"formerly: accepted\n{PAPERS}").build()
    assert "../papers/" in Page.of(made.source("/2021/accepted/")).values("href")
    papers.write("content/2021/papers/more.yaml", "formerly: old\npapers: [{title: More, authors: Bo Example}]\n")
    papers.build().tells(
        "content/2021/papers/more.yaml:1:1: error: Where the list of papers was before is not read here.",
        "Write it into papers.yaml, the first of the files of papers.",
    )


def test_no_address_of_an_email_stands_in_a_page(papers: SiteFolder) -> None:
    own = "    bibtex: '@misc{k, title = {A}, note = {ada@example.org}}'\n    keywords"
    made = papers.write("papers.yaml", PAPERS.replace("    keywords", own, 1)).build()
    assert "ada@example.org" not in made.source("/2021/papers/p1/")


def test_a_site_with_everything_has_every_link_of_a_paper(tmp_path: Path) -> None:
    everything(tmp_path)
    made = SiteFolder(tmp_path).build()
    labels = "PDF DOI arXiv ACL Anthology OpenReview Code Data Project page Poster Slides Video Supplementary material"
    assert labels in re.sub(" [0-9]+ k?B", "", made.text("/2021/papers/p1/"))
