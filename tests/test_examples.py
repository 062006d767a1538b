"""The sites in `examples/`: each can be built without a word, and one of them has every field that there is."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from mmpt_site.build import build, check
from mmpt_site.output import Output
from mmpt_site.reference import PAGES, Field, files
from tests.examples import EXAMPLES, FOLDER, example
from tests.whole_site import WHOLE

INSIDE = re.compile(
    r"&lt;(?:function|bound method|class|\w+ object)\b.{0,60}|\w* object at 0x|>\s*(?:None|True|False|\(\))\s*<"
)
WITHOUT_WORDS = {
    "arabic": "The site has no words in Arabic yet, so its own words, such as those of the menu, are English."
}
DAYS = (date(2021, 3, 1), date(2021, 7, 12), date(2031, 1, 1))
Values = dict[tuple[Field, ...], list[dict[str, Any]]]  # groups of fields by what they can hold, wherever they stand


def test_an_example_of_everything_leaves_no_field_out() -> None:
    found: Values = {}
    groups: dict[tuple[Field, ...], str] = {}
    for file in files():
        _gather(file.fields, list(_written(file.name)), file.title, found, groups)
    lacking = [
        f"{path}: {field.name}"
        for fields, path in groups.items()
        for field in fields
        if not any(field.name in value for value in found[fields])
    ]
    assert lacking == [], "Write them into examples/everything/."


def test_a_field_that_is_left_out_is_missed() -> None:
    file = next(file for file in files() if file.name == "dates")
    found: Values = {}
    groups: dict[tuple[Field, ...], str] = {}
    _gather(file.fields, [{"dates": [{"name": "A", "was": [{"date": "2021-01-01"}]}]}], file.title, found, groups)
    below = next(field for field in file.fields if field.name == "dates").below
    history = next(field for field in below if field.name == "was").below
    assert groups[history] == "dates.yaml: dates: was"
    assert found[below] == [{"name": "A", "was": [{"date": "2021-01-01"}]}]
    assert found[history] == [{"date": "2021-01-01"}]


def _written(name: str) -> Iterator[Any]:
    """What stands in the files of one kind: YAML, or what stands above a Markdown page."""
    content = WHOLE / "content"
    pattern = f"**/{PAGES}/*.md" if name == PAGES else f"**/{name}.yaml"
    for file in (*content.glob(pattern), *content.glob(f"*/{name}/*.yaml")):
        text = file.read_text("utf-8")
        yield yaml.load(text.split("---\n")[1] if name == PAGES else text, Loader=yaml.CBaseLoader)  # noqa: S506


def _gather(fields: tuple[Field, ...], values: list[Any], path: str, found: Values, groups: dict[Any, str]) -> None:
    """Bring what is written at one place to what is written at others that can hold the same."""
    groups.setdefault(fields, path)
    names = {field.name for field in fields}
    entries = list(_entries(values, names))
    found.setdefault(fields, []).extend(entries)
    for field in fields:
        if field.below:
            below = [entry[field.name] for entry in entries if field.name in entry]
            _gather(field.below, below, f"{path}: {field.name}", found, groups)


def _entries(values: Iterable[Any], names: set[str]) -> Iterator[dict[str, Any]]:
    """The groups of fields in values: one, a list of several, or several under names of their own, such as days."""
    for value in values:
        if isinstance(value, list):
            yield from _entries(value, names)
        elif isinstance(value, dict):
            if names.isdisjoint(value):
                yield from _entries(value.values(), names)
            else:
                yield value


def test_every_example_is_known() -> None:
    assert sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir()) == sorted(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_an_example_is_made_without_a_word(name: str, day: date, tmp_path: Path) -> None:
    found = [problem.message for problem in check(build(example(name, tmp_path), day))]
    assert found == [message for language, message in WITHOUT_WORDS.items() if language == name]


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_page_says_what_only_the_program_knows(name: str, tmp_path: Path) -> None:
    outputs = build(example(name, tmp_path), DAYS[1]).outputs
    pages = {
        item.path: item.data.decode() for item in outputs if isinstance(item, Output) and item.path.endswith(".html")
    }
    assert len(pages) > 1
    assert [(path, found[0]) for path, text in pages.items() if (found := INSIDE.search(text))] == []
