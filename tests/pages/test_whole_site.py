"""What `site.yaml` puts on every page: a notice, a licence, the way to the source."""

from datetime import date

import pytest

from tests.harness import SERIES, SiteFolder
from tests.pages.examples import ADDRESSES
from tests.pages.reading import Page

NOTICE = "notice: {kind: postponed, text: 'See the [dates](2021/dates/).', until: 2021-03-31}\n"


def test_a_notice_stands_above_every_page_until_its_day_is_over(furnished: SiteFolder) -> None:
    furnished.write("site.yaml", SERIES + NOTICE)
    made = furnished.build(date(2021, 3, 31))
    for address in ADDRESSES:
        made.shows(address, "Postponed See the dates .")
    assert "../dates/" in Page.of(made.source("/2021/call/")).values("href")
    made = furnished.build(date(2021, 4, 1))
    for address in ADDRESSES:
        made.lacks(address, "Postponed", "See the dates")


def test_a_notice_that_is_over_is_noted_for_its_writer(furnished: SiteFolder) -> None:
    furnished.write("site.yaml", SERIES + NOTICE)
    made = furnished.build(date(2021, 4, 1))
    (problem,) = made.problems
    assert problem.level == "note"
    assert problem.message == "This notice was shown until 2021-03-31, and is not shown any more."


def test_a_notice_without_a_kind_or_an_end_is_a_notice(site: SiteFolder) -> None:
    site.write("site.yaml", SERIES + "notice: {text: <b>Mind</b> the <script>gap</script>.}\n")
    made = site.build(date(2199, 1, 1)).shows("/", "Notice Mind the .")
    assert "<script>" not in made.source("/")


def test_a_broken_link_in_a_notice_is_told_at_its_place(site: SiteFolder) -> None:
    site.write("site.yaml", SERIES + "notice: {text: 'See [this](2021/nothing/).'}\n")
    (problem,) = site.check()
    assert (problem.mark.path, problem.mark.line) == ("content/site.yaml", 5)


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("CC-BY-NC-SA-4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        ("CC0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("{name: House rules, url: https://example.org/rules}", "https://example.org/rules"),
    ],
)
def test_the_licence_of_the_content_stands_at_the_end_of_every_page(site: SiteFolder, written: str, url: str) -> None:
    page = Page.of(site.write("site.yaml", f"{SERIES}license: {written}\n").build().source("/2021/"))
    assert ("a", {"rel": "license", "href": url}) in page.tags


def test_a_licence_that_nobody_knows_is_only_named(site: SiteFolder) -> None:
    made = site.write("site.yaml", f"{SERIES}license: All rights reserved\n").build()
    made.shows("/", "Content: All rights reserved")
    assert 'rel="license"' not in made.source("/")


@pytest.mark.parametrize(
    ("repository", "source"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/blob/HEAD/content/2021/dates.yaml"),
        ("https://github.com/a/b/", "https://github.com/a/b/blob/HEAD/content/2021/dates.yaml"),
        ("https://github.com/a/b/tree/main/site", "https://github.com/a/b/blob/main/site/content/2021/dates.yaml"),
        ("https://gitlab.com/a/b", "https://gitlab.com/a/b/-/blob/HEAD/content/2021/dates.yaml"),
        ("https://git.example.org/a", "https://git.example.org/a"),
    ],
)
def test_every_page_leads_to_its_source(site: SiteFolder, repository: str, source: str) -> None:
    site.write("site.yaml", f"{SERIES}repository: {repository}\n").write(
        "dates.yaml", "dates: [{name: A, date: TBA}]\n"
    )
    made = site.build()
    assert source in Page.of(made.source("/2021/dates/")).values("href")
    made.lacks("/404.html", "Source of this page")


def test_what_nobody_wrote_leaves_nothing_behind(site: SiteFolder) -> None:
    site.build().lacks("/", "Notice", "Content:", "Source")
