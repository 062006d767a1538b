"""Texts that only stand for a text: what looks like one and is none."""

import pytest

from tests.harness import SiteFolder


@pytest.mark.parametrize(
    "title",
    [
        "Papers 1 to 3",
        "Why does it work???",
        "TBA: Talking by Accident",
        "The XXX. Conference",
        "What Comes Here?",
        "A Long, Long Way",
        "Foo Fighters",
        "Abstract Thinking",
        "The Title",
        "Session 1",
        "Invited talk",
    ],
)
def test_titles_that_mean_something_are_no_placeholders(site: SiteFolder, title: str) -> None:
    site.write("papers.yaml", f'papers: [{{title: "{title}", id: p1, authors: Ada Example}}]\n')
    assert not site.check()


def test_what_may_be_unknown_is_not_told(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Small Examples\nplace: to be announced\ndate: TBA\n")
    site.write("keynotes.yaml", "keynotes: [{speaker: Ada Example, title: TBA}]\n")
    assert not site.check()
