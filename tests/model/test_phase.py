"""What an edition is doing at a moment, and all that it will be doing later."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from mmpt_site.model.dates import Dates
from mmpt_site.model.edition import Edition
from mmpt_site.model.phase import phase, stretches
from mmpt_site.model.program import Program
from mmpt_site.model.when import beginning
from mmpt_site.model.workshop import Workshop

SUBMISSION = {"name": "Submission", "kind": "submission", "date": "2021-04-20"}
NOTIFICATION = {"name": "Notification", "kind": "notification", "date": "2021-05-20"}
WORKSHOP = {"title": "A workshop", "date": "2021-07-12 to 2021-07-15"}


def edition(*dates: dict[str, Any], program: Any = None, **workshop: Any) -> Edition:
    """A small edition."""
    return Edition(
        "2021",
        Workshop.model_validate(WORKSHOP | workshop),
        dates=Dates.model_validate({"dates": list(dates)}) if dates else None,
        program=Program.model_validate({"program": program}) if program else None,
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-04-20", "open"),
        ("2021-04-21", "reviewing"),
        ("2021-05-20", "reviewing"),
        ("2021-05-21", "notified"),
        ("2021-07-11", "notified"),
        ("2021-07-12", "live"),
        ("2021-07-15", "live"),
        ("2021-07-16", "over"),
    ],
)
def test_the_phase_follows_the_dates(day: str, expected: str) -> None:
    assert phase(edition(SUBMISSION, NOTIFICATION), beginning(date.fromisoformat(day))) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (edition(), "announced"),
        (edition(SUBMISSION | {"date": "to be announced"}), "announced"),
        (edition({"name": "Opens", "kind": "opens", "date": "2021-04-10"}, SUBMISSION), "announced"),
        (edition({"name": "Opens", "kind": "opens", "date": "2021-03-10"}, SUBMISSION), "open"),
        (edition(SUBMISSION, {"name": "Demos", "kind": "submission", "date": "2021-03-01"}), "open"),
        (edition(SUBMISSION, program={"2021-07-12": [{"at": "09:00", "title": "Opening"}]}), "program"),
        (edition(SUBMISSION, program="to be announced"), "open"),
        (edition(SUBMISSION | {"date": "2021-03-01"}, date="to be announced"), "over"),
        (edition(SUBMISSION | {"date": "2021-03-01"}, NOTIFICATION, date="to be announced"), "reviewing"),
        (edition(SUBMISSION | {"date": "2021-03-01"}, NOTIFICATION | {"date": "TBA"}, date="TBA"), "reviewing"),
    ],
)
def test_the_phase_on_the_second_of_april(given: Edition, expected: str) -> None:
    assert phase(given, beginning(date(2021, 4, 2))) == expected


def test_what_is_to_come_is_told_once_for_each_change_of_it() -> None:
    found = stretches(edition(SUBMISSION, NOTIFICATION), beginning(date(2021, 3, 1)))
    assert [(each.phase, each.next.name if each.next else "") for each in found] == [
        ("open", "Submission"),
        ("reviewing", "Notification"),
        ("notified", ""),
        ("live", ""),
        ("over", ""),
    ]
    assert (found[0].since, found[-1].until) == (None, None)
    assert all(earlier.until == later.since for earlier, later in pairwise(found))


def test_papers_are_accepted_from_the_opening_to_the_last_deadline() -> None:
    opens = {"name": "Opens", "kind": "opens", "date": "2021-03-10"}
    found = stretches(edition(opens, SUBMISSION), beginning(date(2021, 3, 1)))
    assert [(each.phase, each.accepts) for each in found] == [
        ("announced", False),
        ("open", True),
        ("open", True),
        ("reviewing", False),
        ("live", False),
        ("over", False),
    ]


def test_an_edition_that_is_over_stays_so() -> None:
    (only,) = stretches(edition(SUBMISSION, NOTIFICATION), beginning(date(2026, 1, 1)))
    assert (only.phase, only.next, only.since, only.until) == ("over", None, None, None)


def test_an_edition_of_which_nothing_is_known_is_announced() -> None:
    (only,) = stretches(edition(date="to be announced"), beginning(date(2021, 1, 1)))
    assert (only.phase, only.next) == ("announced", None)
