"""What is missing leaves nothing behind: no empty heading, no stray comma, no `None`."""

import re

import pytest

from tests.harness import SiteFolder

SECTION = re.compile(r"<section\b.*?</h2>(.*?)</section>", re.DOTALL)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("topics.yaml", "topics: []\n"),
        ("topics.yaml", "topics: [{group: Learning, topics: []}]\n"),
        ("dates.yaml", "dates: []\n"),
        ("organizers.yaml", "organizers: []\n"),
        ("organizers.yaml", "committees: [{name: Program committee, members: []}]\n"),
        ("call.yaml", "goals: []\n"),
        ("program.yaml", "program: {2021-07-12: []}\n"),
        ("program.yaml", "program: to be announced\n"),
        ("people.yaml", "people: []\n"),
    ],
)
def test_a_list_of_nothing_is_refused_or_leaves_no_empty_section(site: SiteFolder, file: str, text: str) -> None:
    made = site.write(file, text).build()
    pages = [] if made.failed else [page.read_text("utf-8") for page in made.folder.rglob("*.html")]
    assert made.failed or len(pages) > 2
    bodies = [re.sub(r"<[^>]*>", "", body) for page in pages for body in SECTION.findall(page)]
    assert [body for body in bodies if not body.strip()] == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("call.yaml", "instructions: Send a paper.\n"),
        ("organizers.yaml", "organizers: [Bei Liu]\n"),
        ("dates.yaml", "dates: [{name: Papers, date: TBA}]\n"),
        ("program.yaml", "program: {2021-07-12: [{at: 09:00, title: Opening}]}\n"),
        ("workshop.yaml", "title: Small\nhost: {name: ICMR}\n"),
        ("workshop.yaml", "title: Small\nhost:\nplace:\ncontact:\n"),
    ],
)
def test_what_nobody_wrote_is_nowhere_on_a_page(site: SiteFolder, file: str, text: str) -> None:
    made = site.write(file, text).build()
    assert not made.failed
    for page in made.folder.rglob("*.html"):
        said = made.text("/" + page.relative_to(made.folder).as_posix())
        said = said.replace("download , subscribe", "download, subscribe")  # two links, and a comma between them
        assert not re.search(r"None|\(\s*\)| , |,,|: ,|· ·|Chair:|Contact:|Passed", said), said


def test_the_front_page_describes_only_what_there_is(site: SiteFolder) -> None:
    assert "its organizers" not in site.build().source("/")
