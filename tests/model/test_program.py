"""The program: sessions, when they end, and what cannot be."""

from datetime import date, time

import pytest
from pydantic import ValidationError

from mmpt_site.model.program import Program, Session
from tests.harness import SiteFolder


def session(**fields: object) -> Session:
    """A session that begins at nine."""
    return Session.model_validate({"at": "09:00", "title": "Opening", **fields})


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"until": "10:00", "for": "1 h"}, "This session has both `until` and `for`."),
        ({"until": "08:00"}, "This session ends before it begins."),
        ({"until": "09:00"}, "This session ends before it begins."),
        ({"for": "24 h"}, "A session lasts less than a day."),
    ],
)
def test_a_session_that_cannot_be_is_refused(fields: dict[str, object], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        session(**fields)


@pytest.mark.parametrize("text", ["to be announced", "TBA", "tbd."])
def test_an_announced_unknown_is_a_program_without_days(text: str) -> None:
    assert Program.model_validate({"program": text}).program == {}


@pytest.mark.parametrize("value", ["later", [], {}, ["2021-07-12"]])
def test_a_program_has_days_or_is_to_be_announced(value: object) -> None:
    with pytest.raises(ValidationError, match="Here days with their sessions are expected"):
        Program.model_validate({"program": value})


def test_sessions_stand_under_their_day() -> None:
    program = Program.model_validate({"program": {"2021-07-12": [{"at": "9:05", "title": "Opening"}]}}).program
    assert [(day, one.at) for day, sessions in program.items() for one in sessions] == [(date(2021, 7, 12), time(9, 5))]


def test_a_day_that_is_none_is_told_at_its_key(site: SiteFolder) -> None:
    site.write("program.yaml", "program:\n  July 12, 2021:\n    - {at: 09:00, title: Opening}\n")
    site.build().tells("content/2021/program.yaml:2:3:", "Write 2021-07-12")


def test_a_speaker_whom_nobody_knows_is_told_with_the_nearest_name(site: SiteFolder) -> None:
    site.write("organizers.yaml", "organizers: [Bei Liu]\n")
    site.write("program.yaml", "program:\n  2021-07-12:\n    - {at: 09:00, title: Opening, speaker: Bei Lu}\n")
    site.build().tells("content/2021/program.yaml:3:44:", "Did you mean Bei Liu?")
