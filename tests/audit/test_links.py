"""Links, anchors and assets that lead nowhere, told where somebody wrote them."""

import pytest

from mmpt_site.problems import Problem
from tests.harness import SiteFolder
from tests.pages.examples import furnish

CALL = "content/2021/call.yaml"


def inviting(site: SiteFolder, invitation: str) -> list[Problem]:
    """What is found wrong where the invitation of a site with every page says this."""
    lines = invitation.replace("\n", "\n  ")
    return furnish(site).write("call.yaml", f"invitation: |\n  {lines}\n").check()


def test_links_that_lead_somewhere_are_no_problem(site: SiteFolder) -> None:
    site.write("content/2021/files/paper.pdf", b"%PDF").write("content/2021/files/é.pdf", b"%PDF")
    links = [
        *(
            "dates/",
            "/2021/dates/",
            "../2021/dates/",
            "dates/#date-paper-deadline",
            "/",
            "./",
            "/2021/call/#topics",
            "#content",
        ),
        *(
            "files/paper.pdf",
            "/2021/files/paper.pdf",
            "files/paper.pdf#page=2",
            "files/paper.pdf?v=1",
            "files/%C3%A9.pdf",
        ),
        *("https://example.org/nope", "mailto:a@example.org", "tel:+886", "/static/style.css"),
    ]
    assert inviting(site, " ".join(f"[this]({link})" for link in links)) == []


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("dates", "Did you mean dates/ with a slash at its end?"),
        ("dates#date-paper-deadline", "Did you mean dates/#date-paper-deadline"),
        ("files/papre.pdf", "Did you mean /2021/files/paper.pdf?"),
        ("files/Paper.pdf", "Did you mean /2021/files/paper.pdf?"),
        ("/call/", "Did you mean /2021/call/?"),
        ("files/", ""),
    ],
)
def test_a_broken_link_is_told_where_it_is_written_with_what_was_meant(site: SiteFolder, link: str, hint: str) -> None:
    site.write("content/2021/files/paper.pdf", b"%PDF")
    problems = inviting(site, f"One.\n\nSee [this]({link}).")
    assert problems
    for problem in problems:
        assert (problem.mark.path, problem.mark.line, problem.mark.column) == (CALL, 4, 14)
        assert "leads nowhere" in problem.message
        assert problem.hint.startswith(hint)


def test_one_broken_link_is_one_problem_however_many_pages_show_it(site: SiteFolder) -> None:
    assert len(inviting(site, "See [this](dates).")) == 1


@pytest.mark.parametrize(
    ("text", "snippet"),
    [
        ("![A plot](files/plot.png)", "files/plot.png"),
        ('<img src="files/plot.png" alt="A plot">', "files/plot.png"),
        ("[this](<files/my paper.pdf>)", "files/my paper.pdf"),
        ("[this](files/my%20paper.pdf)", "files/my%20paper.pdf"),
        ("[this][r]\n\n[r]: files/nope.pdf", "files/nope.pdf"),
        ("[this](files/a&b.pdf)", "files/a&b.pdf"),
        ("[this](no)", "no"),
    ],
)
def test_a_broken_address_is_found_in_every_way_of_writing_it(site: SiteFolder, text: str, snippet: str) -> None:
    marks = {problem.mark for problem in inviting(site, text)}
    assert marks
    for mark in marks:
        assert mark.path == CALL
        assert mark.text[mark.column - 1 :].startswith(snippet)
        assert mark.width == len(snippet)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Do not go [there](no).", 21),
        ("No, [no](no)", 12),
        ("See [a](dates/) and [b](dates).", 27),
        ("See <a href='no'>no</a>.", 16),
        ('no [this](no "no")', 13),
        ("It has no [end][n].\n\n[n]: no", 8),
    ],
)
def test_the_caret_stands_under_the_address_and_not_under_a_word_that_looks_like_it(
    site: SiteFolder, text: str, column: int
) -> None:
    marks = {problem.mark for problem in inviting(site, text)}
    assert {mark.column for mark in marks} == {column}
    assert {mark.width for mark in marks} <= {2, 5}


@pytest.mark.parametrize("link", ["dates/#nope", "/2021/#nope", "#nope"])
def test_an_anchor_that_a_page_does_not_have_is_told(site: SiteFolder, link: str) -> None:
    problems = inviting(site, f"See [this]({link}).")
    assert problems
    assert {problem.mark.path for problem in problems} == {CALL}
    assert all("leads to a place that" in problem.message for problem in problems)


def test_an_image_that_is_missing_is_told(site: SiteFolder) -> None:
    problems = inviting(site, "![A plot](files/plot.png)")
    assert problems
    assert all("leads nowhere" in problem.message for problem in problems)


def test_of_two_editions_the_one_with_the_broken_link_is_named(site: SiteFolder) -> None:
    text = "title: Small\nintroduction: See [this](files/paper.pdf).\n"
    site.write("content/2020/workshop.yaml", text).write("content/2020/files/paper.pdf", b"%PDF")
    problems = site.write("content/2021/workshop.yaml", text).check()
    assert {problem.mark.path for problem in problems} == {"content/2021/workshop.yaml"}


def test_a_link_that_a_template_holds_is_told_at_the_page(site: SiteFolder) -> None:
    own = '{% extends "base.html" %}\n{% block content %}<h1>A</h1><a href="nope/">b</a>{% endblock %}\n'
    problems = furnish(site).write("templates/organizers.html", own).check()
    assert [(problem.mark.path, problem.level) for problem in problems] == [("2021/organizers/", "error")]
    assert problems[0].message == 'The link "nope/" on /2021/organizers/ leads nowhere.'


def test_a_picture_for_every_width_is_looked_for(site: SiteFolder) -> None:
    sources = "../a.png 1x, data:image/png;base64,iVBORw0K 2x, ../b.png 3x, ../c,d.png, ../e.png"
    picture = f'<img src="/static/style.css" srcset="{sources}" alt="">'
    own = '{% extends "base.html" %}\n{% block content %}<h1>A</h1>' + picture + "{% endblock %}\n"
    problems = furnish(site).write("templates/organizers.html", own).check()
    assert [problem.message.split('"')[1] for problem in problems] == [
        *("../a.png", "../b.png", "../c,d.png", "../e.png")
    ]


def test_an_id_that_stands_twice_is_told(site: SiteFolder) -> None:
    problems = inviting(site, "## Aims\n\n## Scope\n\n<p id='aims'>b</p>")
    assert problems
    assert all('have the id "aims"' in problem.message for problem in problems)


@pytest.mark.parametrize("url", [None, "https://example.org/repo/", "https://example.org/a/b/"])
def test_links_hold_wherever_the_site_is_published(site: SiteFolder, url: str | None) -> None:
    assert furnish(furnish(site), "2020").check(url=url) == []


def test_a_link_from_the_root_of_the_host_misses_the_base_path(site: SiteFolder) -> None:
    own = '{% extends "base.html" %}\n{% block content %}<h1>A</h1><a href="/2021/">b</a>{% endblock %}\n'
    site.write("templates/404.html", own)
    assert site.check() == []
    assert [problem.mark.path for problem in site.check(url="https://example.org/repo/")] == ["404.html"]


def test_an_address_that_is_none_is_told(site: SiteFolder) -> None:
    own = '{% extends "base.html" %}\n{% block content %}<h1>A</h1><a href="http://[b">b</a>{% endblock %}\n'
    problems = furnish(site).write("templates/organizers.html", own).check()
    assert [problem.message for problem in problems] == ['"http://[b" is not an address.']


def test_no_link_is_judged_while_pages_are_missing_for_another_reason(site: SiteFolder) -> None:
    site.write("dates.yaml", "dates: [{name: A, date: soon}]\n").write("call.yaml", "invitation: '[d](dates/)'\n")
    assert [problem.mark.path for problem in site.check()] == ["content/2021/dates.yaml"]


def test_a_template_that_fails_is_told_alone(site: SiteFolder) -> None:
    site.write("dates.yaml", "dates: [{name: A, date: TBA}]\n").write("templates/dates.html", "{% endfi %}\n")
    assert [problem.mark.path for problem in site.check()] == ["templates/dates.html"]
