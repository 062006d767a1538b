"""What can be written at a place of a file: fields with examples, and one's own words as fields."""

import pytest

from mmpt_site.content.document import Location
from mmpt_site.content.outline import Outline
from mmpt_site.model.call import Call
from mmpt_site.model.dates import Dates
from mmpt_site.model.keynotes import Keynotes
from mmpt_site.model.organizers import Organizers
from mmpt_site.model.part import Part
from mmpt_site.model.program import Program
from mmpt_site.model.topics import Topics
from mmpt_site.model.workshop import Workshop
from tests.harness import SiteFolder


@pytest.mark.parametrize(
    ("kind", "location", "texts", "written"),
    [
        (Dates, ("dates", 0), (), "- {name: Submission, date: 2026-04-20}"),
        (Dates, ("dates", 0), ("Papers",), "- {name: Papers, date: 2026-04-20}"),
        (Dates, ("dates", 0), ("2026-05-01",), "- {name: …, date: 2026-05-01}"),
        (Dates, ("dates",), ("Papers", "2026-05-01"), "- {name: Papers, date: 2026-05-01}"),
        (Topics, ("topics", 0), (), "- Cross-modality retrieval"),
        (Topics, ("topics", 0), ("Vision",), "- Vision"),
        (Call, ("goals", 1), (), "- To explore …"),
        (Keynotes, ("keynotes",), ("Ada Example",), "- {speaker: Ada Example}"),
        (
            Organizers,
            ("committees", 0),
            ("Program, and more",),
            '- {name: "Program, and more", members: [Ada Example]}',
        ),
        (Program, ("program", "2026-07-12", 0), ("09:00", "Opening: all"), '- {at: 09:00, title: "Opening: all"}'),
    ],
)
def test_an_entry_is_made_of_what_is_there(
    kind: type[Part], location: Location, texts: list[str], written: str
) -> None:
    assert Outline(kind, "2026").entry(location, *texts) == written


def test_a_text_becomes_the_field_that_it_looks_like() -> None:
    assert Outline(Workshop).in_braces(("host",), "CLE") == "{name: CLE}"
    assert Outline(Workshop).in_braces(("host",), "https://a.example/") == "{name: …, url: https://a.example/}"


def test_examples_are_of_the_year_of_the_edition(site: SiteFolder) -> None:
    site.write("content/2026/workshop.yaml", "title: A\n").write("content/2026/dates.yaml", "dates:\n  - name: B\n")
    site.build().tells("Write for example date: 2026-04-20")
    site.write("content/2026/dates.yaml", "dates:\n  - {name: B, date: May 3}\n  - {name: C, date: later}\n")
    site.build().tells("Write 2026-05-03", "such as 2026-04-20")
