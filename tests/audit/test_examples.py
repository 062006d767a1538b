"""What is left of the example that a new site begins with."""

import pytest

from mmpt_site.audit.examples import EXAMPLES
from mmpt_site.starter import FILES
from tests.harness import SiteFolder


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_stands_in_the_files_of_a_new_site(example: str) -> None:
    assert any(example in file.read_text("utf-8") for file in (FILES / "content").rglob("*.j2"))


def test_what_is_left_of_the_example_is_noted_at_its_line(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Small\nintroduction: |\n  The first paragraph.\n\n  Ours.\n")
    made = site.write("call.yaml", "goals:\n  - The first goal.\n  - The first goal of all.\n").build(strict=True)
    assert not made.failed
    assert [(str(each.mark), each.level) for each in made.problems] == [
        ("content/2021/call.yaml:2:5", "note"),
        ("content/2021/workshop.yaml:3:3", "note"),
    ]
