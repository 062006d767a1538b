"""The sites that are checked have what the checks are for."""

from pathlib import Path

import pytest

from tests.visitors.sites import DAYS, EXPECTED, MANY, Made, complaints, distinct


@pytest.mark.parametrize("pattern", EXPECTED)
def test_the_own_site_has_a_file_of_every_kind(sites: list[Made], pattern: str) -> None:
    own = [site for site in sites if site.folder.name == "site"]
    assert len(own) == 6
    assert [site.day for site in own if not site.files(pattern)] == []


def test_a_file_is_checked_once_where_only_the_address_of_the_site_is_different(sites: list[Made]) -> None:
    at_the_root, in_a_folder = [next(distinct([site], "*.html"))[1].read_bytes() for site in sites[:2]]
    assert at_the_root != in_a_folder
    assert len(list(distinct(sites[:2], "index.html"))) == len(list(distinct(sites[:1], "index.html"))) > 4


def test_a_kind_of_which_there_is_nothing_is_told(sites: list[Made]) -> None:
    with pytest.raises(AssertionError, match="No site has a file"):
        list(distinct(sites, "*.nothing"))


def test_a_complaint_names_its_file(sites: list[Made]) -> None:
    def check(_: Made, file: Path) -> list[str]:
        return ["welcomes everybody"] if "Allow" in file.read_text("utf-8") else []

    told = complaints(sites, "robots.txt", check)
    assert len(told) == len(sites)
    assert all(what.endswith("robots.txt: welcomes everybody") for what in told)


def test_of_many_pages_of_papers_some_are_checked(tmp_path: Path) -> None:
    for number in range(MANY + 1):
        page = tmp_path / "2021" / "papers" / f"p{number}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text("x" * (5 if number == 7 else 900 if number == 20 else 100 + number), "utf-8")
    (tmp_path / "2021" / "papers" / "index.html").write_text("x", "utf-8")
    found = Made(tmp_path, "https://example.org/", DAYS[0]).files("*.html")
    assert [file.parent.name for file in found] == ["papers", "p0", "p20", "p7"]
