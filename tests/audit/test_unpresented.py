"""Accepted papers that no session presents are told in one note, once some are presented."""

from tests.harness import SiteFolder

MANY = "papers:\n" + "".join(f"  - {{id: p{n}, title: Study {n}, authors: Ada Example}}\n" for n in range(13))
PROGRAM = "program:\n  2021-07-12:\n    - {at: 09:00, title: Demos, papers: [p0]}\n"


def test_they_are_told_together(site: SiteFolder) -> None:
    (found,) = site.write("papers.yaml", MANY).write("program.yaml", PROGRAM).check()
    assert found.message == f"12 papers are in no session: {'; '.join(f'Study {n}' for n in range(1, 11))}; 2 more."
    assert (found.level, found.mark.path, found.mark.line) == ("note", "content/2021/papers.yaml", 3)


def test_one_is_told_where_it_stands(site: SiteFolder) -> None:
    site.write("content/2021/papers/demos.yaml", "papers:\n  - {id: p0, title: A, authors: Ada Example}\n")
    site.write("content/2021/papers/posters.yaml", "papers:\n  - {id: p1, title: B, authors: Ada Example}\n")
    site.write("program.yaml", PROGRAM)
    (found,) = site.check()
    assert (found.message, found.mark.path) == ("1 paper is in no session: B.", "content/2021/papers/posters.yaml")


def test_while_no_paper_is_in_the_program_none_is_missing(site: SiteFolder) -> None:
    site.write("papers.yaml", MANY).write("program.yaml", PROGRAM.replace(", papers: [p0]", ""))
    assert not site.check()
