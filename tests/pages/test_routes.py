"""Addresses: which pages there are, how one leads to another, and when two want one place."""

from urllib.parse import urljoin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mmpt_site.model.call import Call
from mmpt_site.model.edition import Edition
from mmpt_site.model.program import Program
from mmpt_site.model.site import Series, Site
from mmpt_site.model.topics import Topics
from mmpt_site.model.workshop import Workshop
from mmpt_site.pages.language import language
from mmpt_site.pages.menu import menu
from mmpt_site.pages.routes import collisions, label, link, plan
from mmpt_site.problems import Mark

PROPERTY = settings(max_examples=50, deadline=None, derandomize=True)
SEGMENT = st.text("ab2é中.-_", min_size=1, max_size=4).filter(lambda name: name.strip("."))
FOLDER = st.lists(SEGMENT, max_size=4).map(lambda names: "/".join(["", *names, ""]))
ADDRESS = st.builds("{}{}".format, FOLDER, st.just("") | SEGMENT)

WORKSHOP = Workshop(title="Small")
SERIES = Series(name="Workshop on Small Examples", acronym="WSE")
ENGLISH = language("en-US")


@PROPERTY
@given(ADDRESS, ADDRESS)
def test_a_link_leads_from_any_address_to_any_other(start: str, target: str) -> None:
    assert urljoin(start, link(start, target)) == target


@PROPERTY
@given(ADDRESS, ADDRESS)
def test_a_link_leads_there_also_where_the_site_lies_in_a_folder(start: str, target: str) -> None:
    base = "https://example.org/repo"
    assert urljoin(base + start, link(start, target)) == base + target


@pytest.mark.parametrize(
    ("start", "target", "written"),
    [
        ("/", "/2021/dates/", "2021/dates/"),
        ("/2021/", "/2021/dates/", "dates/"),
        ("/2021/dates/", "/2021/", "../"),
        ("/2021/dates/", "/static/style.css", "../../static/style.css"),
        ("/2021/dates/", "/2021/dates/", "./"),
        ("/2021/", "/", "../"),
        ("/", "/", "./"),
    ],
)
def test_a_link_is_as_short_as_it_can_be(start: str, target: str, written: str) -> None:
    assert link(start, target) == written


@pytest.mark.parametrize(
    ("parts", "addresses"),
    [
        ({}, ["/", "/2021/", "/404.html"]),
        ({"call": Call()}, ["/", "/2021/", "/2021/call/", "/404.html"]),
        ({"topics": Topics.model_validate({"topics": ["Vision"]})}, ["/", "/2021/", "/2021/call/", "/404.html"]),
        ({"program": Program.model_validate({"program": "TBA"})}, ["/", "/2021/", "/2021/program/", "/404.html"]),
    ],
    ids=["workshop", "call", "topics", "program"],
)
def test_a_page_exists_because_its_file_does(parts: dict[str, Call | Topics | Program], addresses: list[str]) -> None:
    edition = Edition("2021", WORKSHOP, **parts)  # type: ignore[arg-type]
    assert [page.address for page in plan(Site(SERIES, (edition,)), ENGLISH)] == addresses


def test_every_edition_has_its_own_pages_and_the_last_one_the_front() -> None:
    old, new = Edition("2020", WORKSHOP, call=Call()), Edition("2021", WORKSHOP)
    site = Site(SERIES, (old, new))
    pages = plan(site, ENGLISH)
    assert [page.address for page in pages] == ["/", "/2020/", "/2020/call/", "/2021/", "/editions/", "/404.html"]
    assert pages[0].edition is new
    assert [page.address for page in menu(pages, old, "open")] == ["/2020/", "/2020/call/"]
    assert label(site, old) == "WSE 2020"


@pytest.mark.parametrize(("acronym", "name"), [("SmallEx", "SmallEx 2021"), ("WSE-2021", "WSE-2021")])
def test_an_edition_can_have_an_acronym_of_its_own(acronym: str, name: str) -> None:
    edition = Edition("2021", WORKSHOP.model_copy(update={"acronym": acronym}))
    assert label(Site(SERIES, (edition,)), edition) == name


def test_the_file_of_a_folder_is_its_index() -> None:
    pages = plan(Site(SERIES, (Edition("2021", WORKSHOP),)), ENGLISH)
    assert [page.path for page in pages] == ["index.html", "2021/index.html", "404.html"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2021/index.html", "2021/index.html"),
        ("static/style.css", "static/Style.css"),
        ("2021/files/Ä.png", "2021/files/ä.png"),
        ("2021/files/é.png", "2021/files/e\N{COMBINING ACUTE ACCENT}.png"),
        ("2021/files", "2021/files/a.png"),
        ("2021/files/a.png", "2021/files"),
        ("2021/Files/a.png", "2021/files"),
        ("a", "A/b/c/d"),
    ],
)
def test_two_files_that_a_disk_takes_for_one_are_told(first: str, second: str) -> None:
    (problem,) = collisions([(first, Mark("content/one"), ""), (second, Mark("content/two"), "Rename it.")])
    assert (problem.mark, problem.hint) == (Mark("content/two"), "Rename it.")
    assert problem.message == f"The address /{second} is taken already, by content/one."


def test_files_beside_each_other_collide_with_nothing() -> None:
    paths = ["a", "b/a", "b/c", "ab/c", "b/a.html", "c/b/a"]
    assert collisions((path, Mark(path), "") for path in paths) == []
