"""Topics of interest: lines alone, and groups."""

import pytest
from pydantic import ValidationError

from mmpt_site.model.topics import Topics


def groups(*entries: object) -> list[tuple[str | None, tuple[str, ...]]]:
    """The groups that a page shows."""
    return [(group.group, group.topics) for group in Topics.model_validate({"topics": list(entries)}).groups]


def test_lines_alone_are_one_list() -> None:
    assert groups("Retrieval", "Alignment") == [(None, ("Retrieval", "Alignment"))]


def test_a_group_keeps_its_heading_and_its_place() -> None:
    learning = {"group": "Learning", "topics": ["Pre-training"]}
    assert groups("Retrieval", learning, "Alignment", "Parsing") == [
        (None, ("Retrieval",)),
        ("Learning", ("Pre-training",)),
        (None, ("Alignment", "Parsing")),
    ]


def test_two_groups_are_never_joined() -> None:
    assert len(groups({"group": "A", "topics": ["a"]}, {"group": "A", "topics": ["b"]})) == 2


@pytest.mark.parametrize("entry", [["a", "b"], {"group": "A"}, {"topics": "a"}])
def test_what_is_neither_line_nor_group_is_refused(entry: object) -> None:
    with pytest.raises(ValidationError):
        groups(entry)
