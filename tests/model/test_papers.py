"""Papers: their keys for BibTeX, the order of names and numbers, and the groups of a list."""

from collections.abc import Sequence

import pytest

from mmpt_site.model.citation import citation_keys
from mmpt_site.model.listing import choices, groups
from mmpt_site.model.order import natural
from mmpt_site.model.papers import Paper


def papers(*written: dict[str, object]) -> list[Paper]:
    return [Paper.model_validate({"title": f"Paper {number}", **each}) for number, each in enumerate(written)]


def keys(*written: dict[str, object]) -> list[str]:
    return list(citation_keys(papers(*written), "2021").values())


@pytest.mark.parametrize(
    ("title", "author", "key"),
    [
        ("A Study of Examples", "Ada Example", "example2021study"),
        ("On $x^2$ and the Größe", "Łukasz Øståß", "ostass2021grosse"),
        ("CLIP-like Models Don’t Lie", "Bo O'Example, Jr.", "oexample2021clip"),
        ("跨模态预训练", "王小明", "paper2021-p1"),
        ("Learning from 跨模态", "王小明", "2021learning"),
        ("跨模态预训练", "Ada Example", "example2021p1"),
    ],
)
def test_a_key_is_family_year_and_word_in_ascii(title: str, author: str, key: str) -> None:
    assert keys({"title": title, "authors": [author], "id": "p1"}) == [key]


def test_every_key_is_there_once_and_those_that_are_written_stay() -> None:
    study: dict[str, object] = {"title": "A Study", "authors": ["Ada Example"]}
    made = keys(
        *({**study, "id": f"p{n}"} for n in range(60)), {"id": "q", "bibtex": "@misc{Example2021Study, x = {}}"}
    )
    assert made.count("Example2021Study") == 1
    assert "example2021study" not in made
    assert len({key.casefold() for key in made}) == len(made) == 61
    assert {"example2021studyb", "example2021studyz", "example2021study-27"} <= set(made)


def test_numbers_in_a_text_count_as_numbers() -> None:
    assert sorted(["p10", "P2", "a", "p1b", "10", "9"], key=natural) == ["9", "10", "a", "p1b", "P2", "p10"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ([{}, {}], [("", 2)]),
        ([{"track": "Demos"}, {}, {"track": "Main"}, {}], [("", 2), ("Demos", 1), ("Main", 1)]),
        ([{"track": "Main", "kind": "Full"}, {"track": "Main", "kind": "Short"}], [("Full", 1), ("Short", 1)]),
        ([{"track": "Main"}, {"track": "Main"}], [("", 2)]),
        ([], []),
    ],
)
def test_papers_are_grouped_by_track_or_else_by_kind(
    written: Sequence[dict[str, object]], expected: list[tuple[str, int]]
) -> None:
    assert [(group.heading, len(group.papers)) for group in groups(papers(*written))] == expected


def test_only_what_tells_papers_apart_can_be_chosen() -> None:
    first: dict[str, object] = {
        "kind": "Full",
        "track": "Main",
        "keywords": ["b10", "Shared", "own"],
        "award": ["Best paper"],
    }
    second: dict[str, object] = {
        "kind": "Short",
        "track": "Main",
        "keywords": ["shared", "B10", "b2", "b2"],
    }
    assert choices(papers(first, second)) == {
        "kind": ("Full", "Short"),
        "award": ("Best paper",),
        "keyword": ("b10", "Shared"),
    }
    assert choices(papers({}, {})) == {}
