"""`feed.xml`: news and moves of dates, as a reader of feeds understands them."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from tests.harness import SERIES, Built, SiteFolder

ATOM = "{http://www.w3.org/2005/Atom}"
NEWS = """\
news:
  - {date: 2021-02-01, title: The call is open, text: "See the [dates](dates/#date-paper) and <b>more</b>."}
  - {date: 2021-04-25, title: Papers are in, url: "https://example.org/papers", id: papers}
"""
DATES = """\
dates:
  - name: Paper
    kind: submission
    date: 2021-04-27
    was: [{date: 2021-04-13, announced: 2021-04-10, reason: As *asked*.}, 2021-04-20]
"""


def read(made: Built) -> ET.Element:
    """The feed, with all that RFC 4287 asks of it."""
    root = ET.fromstring((made.folder / "feed.xml").read_bytes())  # noqa: S314 - we wrote it ourselves
    assert root.tag == f"{ATOM}feed"
    (own,) = [each.get("href") for each in root.findall(f"{ATOM}link") if each.get("rel") == "self"]
    assert own == "https://example.org/feed.xml"
    assert text(root, "author/name")
    entries = root.findall(f"{ATOM}entry")
    for element in (root, *entries):
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", text(element, "id"))
        assert text(element, "title")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text(element, "updated"))
    assert len({text(entry, "id") for entry in entries}) == len(entries)
    return root


def text(element: ET.Element, path: str) -> str:
    """What stands at a path below an element."""
    return element.findtext("/".join(ATOM + step for step in path.split("/"))) or ""


def entries(made: Built) -> list[ET.Element]:
    return read(made).findall(f"{ATOM}entry")


def leads(entry: ET.Element, rel: str) -> list[str | None]:
    return [each.get("href") for each in entry.findall(f"{ATOM}link") if each.get("rel") == rel]


def test_news_and_announced_moves_stand_in_it_the_latest_first(site: SiteFolder) -> None:
    made = site.write("news.yaml", NEWS).write("dates.yaml", DATES).build()
    assert [(text(each, "updated")[:10], text(each, "title")) for each in entries(made)] == [
        ("2021-04-25", "WSE 2021: Papers are in"),
        ("2021-04-10", "WSE 2021: Paper: extended from April 13, 2021 to April 20, 2021"),
        ("2021-02-01", "WSE 2021: The call is open"),
    ]
    assert text(read(made), "updated") == "2021-04-25T12:00:00Z"


def test_an_entry_leads_to_its_place_on_a_page_and_further(site: SiteFolder) -> None:
    made = site.write("news.yaml", NEWS).write("dates.yaml", DATES).build()
    papers, paper, call = entries(made)
    assert leads(papers, "alternate") == ["https://example.org/2021/news/#news-papers"]
    assert leads(papers, "related") == ["https://example.org/papers"]
    assert leads(paper, "alternate") == ["https://example.org/2021/dates/#date-paper"]
    (place,) = leads(call, "alternate")
    assert place
    assert f'id="{place.partition("#")[2]}"' in made.source("/2021/news/")


def test_what_an_entry_says_is_html_with_whole_addresses(site: SiteFolder) -> None:
    made = site.write("news.yaml", NEWS).write("dates.yaml", DATES).build()
    _, paper, call = entries(made)
    assert text(paper, "content").startswith("<p>Paper: extended from April 13, 2021 to April 20, 2021.</p>")
    assert "<em>asked</em>" in text(paper, "content")
    assert 'href="https://example.org/2021/dates/#date-paper"' in text(call, "content")
    assert "<b>more</b>" in text(call, "content")
    content = call.find(f"{ATOM}content")
    assert content is not None
    assert content.get("type") == "html"


def test_an_entry_stays_the_same_when_the_site_moves_or_a_thing_is_renamed(site: SiteFolder) -> None:
    before = {text(each, "id") for each in entries(site.write("dates.yaml", DATES).build())}
    renamed = DATES.replace("name: Paper", "name: Full paper, or short\n    formerly: paper")
    site.write("dates.yaml", renamed).build(url="https://example.net/repo/")
    assert {text(each, "id") for each in entries(site.build())} == before


@pytest.mark.parametrize(
    "title",
    [
        "$f(x)$ & $\\\\operatorname{arg}x$",
        "<b>&nbsp;&ApplyFunction;</b>",
        "]]>",
        "\\U0001F389",
    ],
)
def test_no_title_and_no_text_breaks_it(site: SiteFolder, title: str) -> None:
    text_of_it = "text: '$f(x)$ &nbsp;&#1;&#xFFFF; $\\operatorname{arg} x$ <i>&copy;</i> ]]>'"
    made = site.write("news.yaml", f'news: [{{date: 2021-02-01, title: "A {title}", id: a, {text_of_it}}}]\n').build()
    (entry,) = entries(made)
    assert text(entry, "title").startswith("WSE 2021: A ")
    assert "<math>" in text(entry, "content")


def test_no_address_of_a_person_stands_in_it(site: SiteFolder) -> None:
    made = site.write(
        "news.yaml", "news: [{date: 2021-02-01, title: Ask a@example.org, text: a@example.org}]\n"
    ).build()
    assert "a@example.org" not in made.source("/feed.xml")
    assert "a@example.org" not in made.source("/2021/news/")
    made.shows("/2021/news/", "a@example.org")


def test_a_place_for_news_has_a_feed_before_the_first_of_them(site: SiteFolder) -> None:
    root = read(site.write("news.yaml", "news: []\n").build())
    assert root.findall(f"{ATOM}entry") == []
    assert text(root, "updated") == "2020-01-01T12:00:00Z"


def test_every_page_leads_to_it(site: SiteFolder) -> None:
    made = site.write("news.yaml", NEWS).write("dates.yaml", DATES).build()
    for address, way in (("/", "feed.xml"), ("/2021/news/", "../../feed.xml"), ("/404.html", "/feed.xml")):
        assert f'<link rel="alternate" type="application/atom+xml" title="News of WSE" href="{way}">' in made.source(
            address
        )
    assert site.check() == []


@pytest.mark.parametrize(
    ("series", "news"), [(SERIES, ""), ("name: Small\nacronym: SE\nkey: se\n", NEWS)], ids=["no news", "no address"]
)
def test_what_cannot_be_is_not_promised(site: SiteFolder, series: str, news: str) -> None:
    site.write("site.yaml", series)
    made = (site.write("news.yaml", news) if news else site).build()
    assert not (made.folder / "feed.xml").exists()
    assert "feed.xml" not in made.source("/")


def test_the_clock_changes_nothing(site: SiteFolder) -> None:
    site.write("news.yaml", NEWS).write("dates.yaml", DATES)
    assert site.build(date(2021, 1, 1)).source("/feed.xml") == site.build(date(2031, 1, 1)).source("/feed.xml")
