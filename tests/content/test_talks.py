"""Talks and their sessions and papers: what is told, and what is no slip."""

import pytest

from mmpt_site.problems import describe
from tests.harness import SiteFolder

PAPERS = """\
papers:
  - {id: p1, title: Learning to See Small Examples in Large Pictures, authors: Ada Example}
  - {id: p2, title: Vision, authors: Bo Example}
"""


def told(site: SiteFolder, session: str) -> str:
    """What is said of one session of an hour."""
    site.write("papers.yaml", PAPERS)
    site.write("program.yaml", f"program:\n  2021-07-12:\n    - {{at: 09:00, for: 1 h, title: Demos, {session}}}\n")
    found = (problem for problem in site.check() if problem.mark.path.endswith("program.yaml"))
    return "\n".join(map(describe, found))


@pytest.mark.parametrize(
    "title",
    [
        "Learning to See Small Examples in Large Pictures",
        "Learning to see small examples in large pictures.",
        "Learning to see small example in large pictures",
        "Learning too see small examples in large pictures",
    ],
)
def test_a_talk_that_is_called_like_a_paper_names_it(site: SiteFolder, title: str) -> None:
    said = told(site, f"talks: [{{title: {title}}}]")
    assert "This is the title of a paper, and the talk does not name it." in said
    assert "Write paper: p1 in place of the title; then each leads to the other." in said


@pytest.mark.parametrize(
    "talks",
    [
        "talks: [{paper: p1, title: Learning to See Small Examples in Large Pictures}]",
        "talks: [{title: Learning to See Small Examples in Large Pictures and in Films}]",
        "talks: [{title: Visions}]",
        "papers: [p1, p2], each: 20 min",
        "each: 20 min, talks: [{title: A}, {title: B, status: cancelled}, {title: C, at: '09:20'}]",
        "kind: poster, talks: [{title: A, at: '09:00', for: 30 min}, {title: B, at: '09:10', for: 20 min}]",
        "talks: [{title: A}, {title: B, at: '09:20'}, {title: C}]",
        "each: 30 min, talks: [{title: A}]",
    ],
)
def test_what_fits_is_no_slip(site: SiteFolder, talks: str) -> None:
    assert told(site, talks) == ""


def test_a_paper_stands_in_a_session_once(site: SiteFolder) -> None:
    said = told(site, "papers: [p1, p2, p1], each: 20 min")
    assert said.count("error") == 1
    assert "The paper p1 stands in this session twice (line 3)." in said
    assert "such as id: demos-p1-2" in told(site, "talks: [{paper: p1}, {paper: p1}]")
    assert told(site, "talks: [{paper: p1}, {paper: p1, id: p1-again}]") == ""


def test_a_paper_may_be_presented_in_two_sessions(site: SiteFolder) -> None:
    site.write("papers.yaml", PAPERS)
    sessions = (f"    - {{at: {hour}:00, title: Session {hour}, papers: p1}}\n" for hour in (10, 11))
    site.write("program.yaml", "program:\n  2021-07-12:\n" + "".join(sessions))
    assert not [problem for problem in site.check() if problem.level != "note"]


def test_where_talks_go_past_midnight_they_are_in_their_session(site: SiteFolder) -> None:
    late = "program:\n  2021-07-12:\n    - {at: 23:00, for: 2 h, title: Late, talks: [{at: 00:30, title: A}]}\n"
    site.write("program.yaml", late)
    assert not site.check()
    site.write("program.yaml", late.replace("00:30", "01:30"))
    assert "This talk begins at 01:30, and its session is from 23:00 to 01:00." in [p.message for p in site.check()]
