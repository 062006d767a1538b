"""Slips in prose, told at the line on which they stand."""

import pytest

from mmpt_site.audit.prose import prose_of
from mmpt_site.model.call import Call
from mmpt_site.model.dates import Dates
from mmpt_site.model.program import Program
from mmpt_site.model.topics import Topics
from tests.harness import SiteFolder


def test_every_text_that_is_markdown_is_found_with_its_place() -> None:
    call = Call.model_validate(
        {"invitation": "a", "goals": ["b", "c"], "portal": {"name": "d", "url": "https://e.org"}}
    )
    assert list(prose_of(call)) == [(("invitation",), "a"), (("goals", 0), "b"), (("goals", 1), "c")]
    assert list(prose_of(Topics.model_validate({"introduction": "a", "topics": ["b"]}))) == [(("introduction",), "a")]
    dates = Dates.model_validate({"dates": [{"name": "a", "date": "TBA", "note": "b"}]})
    assert list(prose_of(dates)) == [(("dates", 0, "note"), "b")]
    program = Program.model_validate({"program": {"2021-07-12": [{"at": "09:00", "title": "a", "text": "b"}]}})
    assert list(prose_of(program)) == [(("program", "2021-07-12", 0, "text"), "b")]


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        ("workshop.yaml", "title: Small\nintroduction: |\n  One.\n\n  A <vid> b.\n", ":5:5:"),
        ("workshop.yaml", "title: Small\nintroduction: On $\\frac{1}$.\n", ":2:19:"),
        ("call.yaml", "goals:\n  - One.\n  - See [this](htps://a.org).\n", ":3:16:"),
        ("call.yaml", "goals: See [this](htps://a.org).\n", ":1:19:"),
        ("dates.yaml", "dates:\n  - {name: A, date: TBA, note: <vid>}\n", ":2:32:"),
        ("program.yaml", "program:\n  2021-07-12:\n    - {at: 09:00, title: A, text: 'a <vid>'}\n", ":3:38:"),
    ],
)
def test_a_slip_is_a_warning_at_its_place(site: SiteFolder, file: str, text: str, place: str) -> None:
    made = site.write(file, text).build()
    assert not made.failed
    made.tells(f"content/2021/{file}{place} warning: ")
    assert site.build(strict=True).failed


def test_prose_without_a_slip_is_not_mentioned(site: SiteFolder) -> None:
    assert site.write("call.yaml", "invitation: Send *papers* on $x^2$ to [us](https://example.org/).\n").check() == []


def test_each_of_two_equal_slips_is_told_at_its_own_place(site: SiteFolder) -> None:
    site.write("call.yaml", "invitation: |\n  A <Font>one</Font>\n  and <font>two</font> of $\\no$, $\\no$.\n")
    places = [(problem.mark.line, problem.mark.column) for problem in site.check()]
    assert places == [(2, 5), (3, 7), (3, 28), (3, 35)]
