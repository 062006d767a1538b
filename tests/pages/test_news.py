"""The page of the news, and the latest of them on the front page."""

from tests.harness import SiteFolder
from tests.pages.reading import Page

NEWS = """\
news:
  - {date: 2021-02-01, title: First}
  - {date: 2021-02-04, title: "Fourth: $x^2$", text: "See the [news](news/#news-2021-02-01-first)."}
  - {date: 2021-02-03, title: Third, url: "https://example.org/third"}
  - {date: 2021-02-02, title: Second & more}
"""


def test_the_newest_stands_first(site: SiteFolder) -> None:
    made = site.write("news.yaml", NEWS).build()
    made.shows("/2021/news/", "News February 4, 2021 Fourth")
    said = made.text("/2021/news/")
    places = [said.index(word) for word in ("Fourth", "Third", "Second & more", "First")]
    assert places == sorted(places)
    assert "<math>" in made.source("/2021/news/")
    assert "https://example.org/third" in Page.of(made.source("/2021/news/")).values("href")


def test_the_front_page_has_the_latest_three_and_leads_to_all(site: SiteFolder) -> None:
    made = site.write("news.yaml", NEWS).build()
    made.shows("/", "Fourth", "Third", "Second & more").lacks("/", "First")
    assert "2021/news/" in Page.of(made.source("/")).values("href")
    assert site.check() == []


def test_before_the_first_the_page_says_so_and_the_front_page_nothing(site: SiteFolder) -> None:
    made = site.write("news.yaml", "news: []\n").build()
    made.shows("/2021/news/", "There is no news yet.", "Follow the news").lacks("/2021/", "There is no news")
    assert "All news" not in made.text("/")


def test_news_alone_make_a_menu_with_them(site: SiteFolder) -> None:
    made = site.write("news.yaml", NEWS).build()
    assert "../news/" not in made.source("/2021/news/")
    assert 'href="./" aria-current="page">News' in made.source("/2021/news/")


def test_an_old_address_of_the_news_leads_on(site: SiteFolder) -> None:
    site.write("news.yaml", NEWS + "formerly: updates\n").build().shows("/2021/updates/", "has moved")
