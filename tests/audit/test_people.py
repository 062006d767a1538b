"""Entries of people.yaml that no page shows."""

import pytest

from tests.harness import SiteFolder

ENTRY = "people:\n  - {name: Ada Example, affiliation: Example University}\n"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("organizers.yaml", "organizers: [Ada Example]\n"),
        ("organizers.yaml", "committees:\n  - {name: Program committee, members: [Ada Example]}\n"),
        ("keynotes.yaml", "keynotes:\n  - speaker: [Bo Example, Ada Example]\n"),
        ("program.yaml", "program:\n  2021-07-12:\n    - {at: 09:00, title: Opening, chair: Ada Example}\n"),
        ("program.yaml", "program:\n  2021-07-12:\n    - {at: 09:00, title: Opening, speaker: Ada Example}\n"),
    ],
)
def test_whoever_is_named_somewhere_is_no_matter(site: SiteFolder, file: str, text: str) -> None:
    assert site.write("people.yaml", ENTRY).write(file, text).check() == []


def test_whoever_is_named_nowhere_is_told_and_stops_nothing(site: SiteFolder) -> None:
    [note] = site.write("people.yaml", ENTRY).check()
    assert (note.level, note.mark.line, note.mark.column) == ("note", 2, 12)
    assert not site.build(strict=True).failed
