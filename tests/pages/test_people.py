"""The page of people: when there is one, and where it leads."""

import re
from pathlib import Path

import pytest

from tests.harness import SiteFolder
from tests.whole_site import everything

PAPERS = "papers: [{id: p1, title: A Study, authors: [Zoe Example, Ada Example]}]"


@pytest.mark.parametrize(
    ("file", "text", "there"),
    [
        ("news.yaml", "news: []", False),
        ("papers.yaml", "papers: to be announced", False),
        ("papers.yaml", PAPERS, True),
    ],
)
def test_there_is_one_once_there_is_more_to_tell(site: SiteFolder, file: str, text: str, there: bool) -> None:
    made = site.write(file, text).build()
    assert made.published
    assert (site.path("site/2021/people/index.html")).exists() == there


def test_authors_lead_to_their_papers(site: SiteFolder) -> None:
    made = site.write("papers.yaml", PAPERS).build()
    made.shows("/2021/people/", "Ada Example Paper · A Study", "Zoe Example Paper · A Study")
    made.shows("/2021/papers/", "All authors by family name")
    assert 'href="../papers/p1/"' in made.source("/2021/people/")


def test_every_role_leads_to_where_there_is_more(tmp_path: Path) -> None:
    everything(tmp_path)
    made = SiteFolder(tmp_path).build()
    made.shows(
        "/2021/people/",
        "By family name · Paris time",
        "Chair · Small and smaller Mon, Jul 12, 10:30",
        "On the panel · What comes next?",
        "Cancelled Mon, Jul 12, 11:20",
    )
    source = made.source("/2021/people/")
    leads = ("organizers/", "keynotes/#keynote-teaching", "program/#session-opening", "program/showing/")
    assert {f"../{address}" for address in leads} <= set(re.findall('href="([^"]+)"', source))
