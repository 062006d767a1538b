"""Files that nothing reads, with the names that they should have."""

import pytest

from tests.harness import SiteFolder


@pytest.mark.parametrize(
    "name", ["dates.yaml.txt", "dates (1).yaml", "dates - Copy.yaml", "dates.yml", "Dates.yaml", "dates.yaml.bak"]
)
def test_a_file_that_was_saved_under_another_name_is_told_its_own(site: SiteFolder, name: str) -> None:
    [problem] = site.write(f"content/2021/{name}", "dates: to be announced\n").check()
    assert (problem.mark.path, problem.hint) == (f"content/2021/{name}", "Rename it to dates.yaml")


def test_a_name_that_is_nearly_one_is_told_it(site: SiteFolder) -> None:
    [problem] = site.write("content/2021/date.yaml", "").check()
    assert problem.hint == "Did you mean dates.yaml? Then rename it."


def test_a_second_copy_of_a_file_is_not_renamed_over_the_first(site: SiteFolder) -> None:
    site.write("topics.yaml", "topics: to be announced\n")
    [problem] = site.write("content/2021/topics (1).yaml", "topics: [Tiny]\n").check()
    assert problem.hint == "Did you mean topics.yaml? It is there, too: take over what you need, and delete this one."


def test_what_systems_leave_behind_stops_nothing(site: SiteFolder) -> None:
    for folder in ("content", "content/2021", "content/2021/pages"):
        for name in ("Thumbs.db", "desktop.ini", ".DS_Store"):
            site.write(f"{folder}/{name}", b"\0")
    assert site.check() == []
    assert not site.build(strict=True).failed
