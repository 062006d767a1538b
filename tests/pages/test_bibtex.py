"""BibTeX that is made of the fields of a paper: any BibTeX reads it, and nothing is lost."""

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given
from hypothesis import strategies as st

from mmpt_site.model.edition import Edition
from mmpt_site.model.papers import Paper, Papers
from mmpt_site.model.site import Series, Site
from mmpt_site.model.workshop import Workshop
from mmpt_site.pages.bibtex import entry, latex

WORKSHOP = {
    "title": "Workshop on Small & Large Examples",
    "host": {"name": "Conference on Examples", "acronym": "CoE"},
    "date": "2021-07-12",
    "place": "Exämple City",
}


def made(url: str | None = "https://example.org/", **fields: object) -> str:
    """The entry of a paper with these fields."""
    paper = Paper.model_validate({"title": "A Study", "id": "p1", **fields})
    edition = Edition("2021", Workshop.model_validate(WORKSHOP), papers=Papers.model_construct(papers=(paper,)))
    series = Series.model_validate({"name": "Workshop", "acronym": "WSE", **({"url": url} if url else {})})
    return entry(Site(series, (edition,)), edition, paper)


def test_an_entry_says_what_is_known() -> None:
    links = {"doi": "10.1000/182", "arxiv": "2101.00001"}
    assert made(authors=["Ada Example", "Łukasz Käse"], pages="12-25", links=links) == (
        "@inproceedings{example2021study,\n"
        "  title = {A Study},\n"
        '  author = {Ada Example and {\\L}ukasz K{\\"a}se},\n'
        "  booktitle = {Workshop on Small \\& Large Examples, CoE},\n"
        "  year = {2021},\n"
        "  month = jul,\n"
        '  address = {Ex{\\"a}mple City},\n'
        "  pages = {12--25},\n"
        "  doi = {10.1000/182},\n"
        "  eprint = {2101.00001},\n"
        "  archiveprefix = {arXiv},\n"
        "  url = {https://example.org/2021/papers/p1/},\n"
        "}\n"
    )


def test_what_is_not_known_is_left_out() -> None:
    entry = made(url=None)
    assert "author" not in entry
    assert "url" not in entry
    assert "pages" not in entry
    assert "Non-archival" in made(archival=False)
    assert "note" not in made(archival=True)


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("CLIP and mBERT in VQA2", "{CLIP} and {mBERT} in {VQA2}"),
        ("A Study: Examples", "A Study: Examples"),
        (r"What $x_{2}$ & $\{y\}$ cost: $5", r"What $x_{2}$ \& $\lbrace y\rbrace $ cost: \$5"),
        ("100% of #1 {a", r"100\% of \#1 {\textbraceleft}a"),
        ("“Öl” – 跨模态", "``{\\\"O}l'' -- 跨模态"),
    ],
)
def test_a_title_keeps_its_formulas_and_capitals(title: str, written: str) -> None:
    assert f"  title = {{{written}}},\n" in made(title=title)


def test_a_name_with_a_comma_or_an_and_is_a_whole() -> None:
    entry = made(authors=[{"name": "Bo Example, Jr."}, {"name": "Ada and Bo Example"}, "Cy Anderson"])
    assert "author = {{Bo Example, Jr.} and {Ada and Bo Example} and Cy Anderson}," in entry


@given(st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=30))
def test_no_text_breaks_an_entry(text: str) -> None:
    encoded = latex(text)
    assert encoded.count("{") == encoded.count("}")
    library = parse_string(f"@misc{{key,\n  title = {{{encoded}}},\n}}\n")
    assert not library.failed_blocks
    assert len(library.entries) == 1


def test_bibtex_of_the_organizers_stands_as_they_wrote_it() -> None:
    assert made(bibtex="@misc{own, title = {Ä}}\n\n") == "@misc{own, title = {Ä}}\n"
