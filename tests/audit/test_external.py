"""Links to other hosts that no longer work, told where somebody wrote them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from mmpt_site.audit.external import Answer, asked_for, is_private
from mmpt_site.build import build, check
from mmpt_site.problems import Problem, describe, sort
from tests.harness import AS_OF, SERIES, SiteFolder
from tests.pages.examples import furnish

GONE = Answer("bad", "a.example answers 404 (Not Found)")
A = "https://a.example/x"
PAGE = '{% extends "base.html" %}\n{% block content %}<h1>A</h1>$LINK{% endblock %}\n'


@dataclass
class Web:
    """Answers by address, good ones for all others, and what was asked for."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def ask(self, addresses: Sequence[str]) -> dict[str, Answer]:
        """Answer."""
        self.asked += addresses
        return {address: self.answers.get(address, Answer("good")) for address in addresses}

    def problems(self, site: SiteFolder, url: str | None = None) -> list[Problem]:
        """What is found wrong with the links of a site."""
        return sort(check(build(site.project, AS_OF, url=url), self.ask))


def told(problems: list[Problem]) -> list[str]:
    """Places and levels."""
    return [f"{problem.mark}: {problem.level}" for problem in problems]


def test_without_somebody_to_ask_nobody_is_asked(site: SiteFolder) -> None:
    site.write("call.yaml", "invitation: '[this](http://localhost/)'")
    assert check(build(site.project, AS_OF)) == ()


def test_links_that_work_are_no_problem_and_each_is_asked_for_once(site: SiteFolder) -> None:
    web = Web()
    assert web.problems(furnish(site)) == []
    assert web.asked == ["https://example.org/papers", "https://openreview.net/"]


def test_what_is_gone_is_told_in_prose_under_the_address(site: SiteFolder) -> None:
    site.write("call.yaml", f"invitation: |\n  We invite.\n\n  See https://a.example/ and [this]({A}#part).\n")
    [problem] = Web({A: GONE}).problems(site)
    assert describe(problem).splitlines() == [
        'content/2021/call.yaml:4:37: warning: The link "https://a.example/x#part" leads nowhere: '
        "a.example answers 404 (Not Found).",
        "    4 |   See https://a.example/ and [this](https://a.example/x#part).",
        "      |                                     ^^^^^^^^^^^^^^^^^^^^^^^^",
        "      = Find out where the page is now, or take the link out.",
    ]


@pytest.mark.parametrize("written", [A, f"'{A}'", f'"{A}"', f"  {A}  "])
def test_what_is_gone_is_told_in_a_field_under_the_address(site: SiteFolder, written: str) -> None:
    site.write("call.yaml", f"portal:\n  name: OpenReview\n  url: {written}\n")
    [problem] = Web({A: GONE}).problems(site)
    assert (problem.mark.path, problem.mark.line, problem.mark.width) == ("content/2021/call.yaml", 3, len(A))
    assert problem.mark.text[problem.mark.column - 1 :].startswith(A)


def test_an_address_is_asked_for_once_and_told_at_every_place(site: SiteFolder) -> None:
    site.write("call.yaml", f"invitation: '[this]({A})'\nportal: {{name: Portal, url: {A}#a}}\n")
    site.write("content/2020/workshop.yaml", f"title: Small\nintroduction: '[this]({A.replace('a.e', 'A.E')})'\n")
    web = Web({A: GONE})
    assert told(web.problems(site)) == [
        "content/2020/workshop.yaml:2:23: warning",
        "content/2021/call.yaml:1:21: warning",
        "content/2021/call.yaml:2:29: warning",
    ]
    assert web.asked == [A]


def test_a_link_that_only_a_template_gives_is_told_at_the_first_page_that_shows_it(site: SiteFolder) -> None:
    furnish(site).write("templates/call.html", PAGE.replace("$LINK", f'<a href="{A}">a</a>'))
    site.write("templates/organizers.html", PAGE.replace("$LINK", '<a href="//a.example/x">a</a>'))
    [problem] = Web({A: GONE}).problems(site)
    assert str(problem.mark) == "2021/call/"
    assert problem.message.startswith(f'The link "{A}" on /2021/call/ and 1 other page leads nowhere: ')


def test_a_host_that_does_not_exist_may_be_misspelled(site: SiteFolder) -> None:
    site.write("call.yaml", f"invitation: '[this]({A})'")
    [problem] = Web({A: Answer("unfound", "there is no host called a.example")}).problems(site)
    assert problem.level == "warning"
    assert problem.message == f'The link "{A}" leads nowhere: there is no host called a.example.'
    assert problem.hint.startswith("Is it spelled right?")


def test_what_has_moved_is_a_note_with_the_new_address_and_the_place_in_it(site: SiteFolder) -> None:
    site.write("call.yaml", f"invitation: '[this]({A}#part)'")
    [problem] = Web({A: Answer("good", moved_to="https://b.example/y")}).problems(site)
    assert (problem.level, problem.hint) == ("note", "Write https://b.example/y#part")


@pytest.mark.parametrize("kind", ["unknown", "unreached"])
def test_what_cannot_be_told_today_is_one_note_for_a_host(site: SiteFolder, kind: str) -> None:
    links = [f"https://a.example/{number}" for number in range(3)]
    site.write("call.yaml", "invitation: '" + " ".join(f"[this]({link})" for link in links) + "'")
    answer = Answer("unknown", "a.example answers 403 (Forbidden)")
    [problem] = Web(dict.fromkeys(links, answer)).problems(site)
    assert told([problem]) == ["content/2021/call.yaml:1:21: note"]
    assert problem.message == (
        'Whether the link "https://a.example/0" works cannot be told today: a.example answers 403 (Forbidden). '
        "So it is with 2 more links to this host."
    )


def test_no_network_is_one_sentence(site: SiteFolder) -> None:
    web = Web(dict.fromkeys(["https://example.org/papers", "https://openreview.net/"], Answer("offline")))
    [problem] = web.problems(furnish(site))
    assert told([problem]) == ["content: note"]
    assert problem.message == "No other host could be reached, so 2 links to other hosts could not be checked."


@pytest.mark.parametrize(
    "link",
    [
        *("http://localhost:8000/x", "http://127.0.0.1/", "https://10.1.2.3/", "http://192.168.0.1/", "http://[::1]/"),
        *(
            "http://intranet/x",
            "http://printer.local/",
            "http://0x7f.1/",
            "http://2130706433/",
            "http://[::ffff:7f00:1]/",
        ),
        *("http://169.254.169.254/", "http://[fe80::1]/", "http://localhost./"),
    ],
)
def test_a_link_to_somebodys_own_computer_is_told_without_asking(site: SiteFolder, link: str) -> None:
    site.write("call.yaml", f"invitation: '[this](<{link}>)'")
    web = Web()
    [problem] = web.problems(site)
    assert told([problem]) == ["content/2021/call.yaml:1:22: warning"]
    assert "leads to a computer or a network of your own" in problem.message
    assert web.asked == []


def test_public_numbers_are_public() -> None:
    assert not is_private("http://8.8.8.8/")
    assert not is_private("http://[2001:4860:4860::8888]/")


def test_the_sites_own_pages_are_not_asked_for(site: SiteFolder) -> None:
    links = ["https://example.org/", "https://example.org/2021/call/#topics", "https://example.org/static/style.css"]
    site.write("call.yaml", "invitation: '" + " ".join(f"[this]({link})" for link in links) + "'")
    web = Web()
    assert web.problems(site) == []
    assert web.asked == []
    site.write("call.yaml", "invitation: '[this](https://example.org/2021/no/) [this](https://example.org.example/)'")
    assert web.problems(site) == []
    assert web.asked == ["https://example.org/2021/no/", "https://example.org.example/"]


def test_neither_address_of_a_site_that_is_published_elsewhere_is_asked_for(site: SiteFolder) -> None:
    web = Web()
    assert web.problems(furnish(site), url="https://people.example.org/repo/") == []
    assert web.asked == ["https://example.org/papers", "https://openreview.net/"]


def test_the_sources_of_pages_are_not_asked_for_since_they_may_be_new(site: SiteFolder) -> None:
    site.write("site.yaml", f"{SERIES}repository: https://github.com/name/workshop\n")
    web = Web()
    assert web.problems(site) == []
    assert 'href="https://github.com/name/workshop/' in site.build().source("/2021/")
    assert web.asked == ["https://github.com/name/workshop"]


def test_links_are_asked_for_although_something_else_is_wrong(site: SiteFolder) -> None:
    site.write("dates.yaml", "dates: [{name: Submission, date: 2021-04-31}]")
    site.write("call.yaml", f"invitation: '[this]({A}) [home](https://example.org/2021/)'")
    web = Web({A: GONE})
    assert told(web.problems(site)) == ["content/2021/call.yaml:1:21: warning", "content/2021/dates.yaml:1:34: error"]
    assert web.asked == [A]


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://A.example", "https://a.example/"),
        ("HTTP://a.example:8080/x?y#z", "http://a.example:8080/x?y"),
        ("https://user:secret@a.example/", "https://a.example/"),
        ("//a.example/x", "https://a.example/x"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        *(("mailto:a@a.example", ""), ("data:,a", ""), ("call/", ""), ("http://[b", ""), ("http://a:b/", ""), ("", "")),
    ],
)
def test_what_is_asked_for(address: str, asked: str) -> None:
    assert asked_for(address) == asked
