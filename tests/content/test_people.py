"""People whose names are nearly alike: who is told, and who is taken for two."""

import pytest

from tests.harness import SiteFolder


def told(site: SiteFolder, *authors: str) -> list[str]:
    """What is said of the authors of a paper, with Ada Example of Example University as an organizer."""
    site.write("organizers.yaml", "organizers:\n  - {name: Ada Example, affiliation: Example University}\n")
    site.write("papers.yaml", f"papers:\n  - {{title: A Study, authors: [{', '.join(authors)}]}}\n")
    return [problem.message for problem in site.check() if problem.mark.path.endswith("papers.yaml")]


@pytest.mark.parametrize(
    "author",
    [
        "Adá Example",
        "{name: Example Ada, affiliation: Example University}",
        "{name: A. Example, affiliation: Example University}",
        "{name: Ada Éxample, affiliation: 'Example University'}",
        "Dr. Ada Example",
    ],
)
def test_one_person_is_written_one_way(site: SiteFolder, author: str) -> None:
    assert told(site, author) == ['Is this the same person as "Ada Example" (content/2021/organizers.yaml:2)?']


@pytest.mark.parametrize(
    "authors",
    [
        ("Example Ada",),
        ("A. Example",),
        ("{name: A. Example, affiliation: Another University}",),
        ("{name: Adá Example, affiliation: Another University}",),
        ("{name: Adá Example, id: ada-example-2}",),
        ("{name: A. Example, id: ada-example}",),
        ("{name: A. Example, affiliation: Example University}", "{name: Abe Example, affiliation: Example University}"),
        ("Ada Exampel", "Ada Examples", "Eda Example"),
        ("李伟", "李维"),
        ("が", "か"),
        ("{name: Ada Example, affiliation: The Example University}",),
    ],
)
def test_two_people_are_two(site: SiteFolder, authors: tuple[str, ...]) -> None:
    assert told(site, *authors) == []
