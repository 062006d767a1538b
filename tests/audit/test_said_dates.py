"""Dates in texts: which contradict the calendar or dates.yaml, and which only tell of something else."""

import pytest

from tests.harness import SiteFolder

WORKSHOP = "title: Small Examples\ndate: 2021-07-12\n"
DATES = """\
deadlines_end: 23:59 AoE
dates:
  - {name: Papers, kind: submission, date: 2021-04-20, was: 2021-04-13}
  - {name: Notification, kind: notification, date: 2021-05-20}
"""


def told(site: SiteFolder, text: str, file: str = "call.yaml") -> list[str]:
    """What is said of a text in a site with dates."""
    site.write("workshop.yaml", WORKSHOP).write("dates.yaml", DATES)
    indented = "\n".join(f"    {line}" for line in text.splitlines())
    field = {
        "call.yaml": "invitation: |",
        "news.yaml": "news: [{date: 2021-01-01, title: A, text: |-",
        "topics.yaml": "",
    }
    if file == "news.yaml":
        site.write(file, f"news:\n- date: 2020-12-01\n  title: News\n  text: |\n  {indented}\n")
    else:
        site.write(file, f"{field[file]}\n{indented}\n")
    return [problem.message for problem in site.check() if problem.mark.path.endswith(file)]


@pytest.mark.parametrize(
    "text",
    [
        "The submission deadline is April 16, 2021.",
        "Please submit by 30 April.",
        "| Submission deadline | 2021-04-30 |\n|---|---|",
        "- Papers are due on Friday, April 30\n- Posters later",
    ],
)
def test_a_deadline_that_is_another_in_the_list_of_dates_is_told(site: SiteFolder, text: str) -> None:
    assert told(site, text) == ["In dates.yaml the submission is on another day: 2021-04-20"]


def test_a_deadline_that_has_moved_meanwhile_is_told(site: SiteFolder) -> None:
    assert told(site, "The deadline for submissions is April 13.") == [
        "This is the day that the submission had before it moved."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The submission deadline is April 20, 2021.",
        "Submit by April 21, 2021, 11:59 UTC.",
        "The submission deadline was moved from April 13 to April 20.",
        "The deadline for submissions was April 13.",
        "Submit by April 20. Reviewers are asked by April 30.",
        "The deadline for travel grants is April 30.",
        "Register by April 30.",
        "Submit demos by April 30.",
        "Submit by April 20 (not April 13).",
        "Your submission may build on what is known on April 30.",
        "See you in May 2021, at ICMR 2020, or in issue 4 of May, 20 pages long.",
    ],
)
def test_what_agrees_or_tells_of_something_else_is_no_slip(site: SiteFolder, text: str) -> None:
    assert told(site, text) == []


def test_news_tell_of_what_was_then(site: SiteFolder) -> None:
    assert told(site, "The submission deadline is April 13, 2021; as on July 12, 2020.", "news.yaml") == []
    assert told(site, "We meet on Friday, July 12, 2021.", "news.yaml") == ["July 12, 2021 is a Monday."]


def test_a_weekday_is_that_of_the_year(site: SiteFolder) -> None:
    assert told(site, "We write on Monday, December 7, and meet on Monday, July 12.") == []
    assert told(site, "We meet on Sunday, July 12.") == ["July 12, 2021 is a Monday."]  # as it was the year before
    assert told(site, "We meet on Sunday, February 30, or February 31, 2020.") == []
