"""How long a paper may be."""

from contextlib import suppress

import pytest
from hypothesis import given, strategies
from pydantic_core import PydanticCustomError

from mmpt_site.model.length import Length, parse_pages


@pytest.mark.parametrize(
    ("written", "length"),
    [
        ("4", Length(4, 4)),
        (" 4 ", Length(4, 4)),
        ("4 to 8", Length(4, 8)),
        ("4-8", Length(4, 8)),
        ("4–8", Length(4, 8)),
        ("up to 8", Length(None, 8)),
        ("Up  to 8", Length(None, 8)),
    ],
)
def test_a_number_of_pages_is_read(written: str, length: Length) -> None:
    assert parse_pages(written) == length


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("four", "Write 4"),
        ("4 pages", "Write 4"),
        ("four to eight pages", "Write 4 to 8"),
        ("at most 8 pages", "Write up to 8"),
        ("8 pages excluding references", "Write 8, and on a line of its own excluding_references: yes"),
        ("8 (references not included)", "Write 8, and on a line of its own excluding_references: yes"),
        ("many", "Write 4, or a range such as 4 to 8"),
        ("8 to 4", "Write 4 to 8, if the two are swapped."),
        ("up to 4 to 8", "Write 4 to 8, or up to 8"),
        ("0", "Write for example 4"),
        ("999", "Write for example 4"),
    ],
)
def test_what_is_no_number_of_pages_is_told_with_one(written: str, hint: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_pages(written)
    assert (caught.value.context or {})["hint"] == hint


@given(strategies.text())
def test_any_text_is_read_or_refused_with_a_hint(written: str) -> None:
    with suppress(PydanticCustomError):
        assert parse_pages(written).most > 0
        return
    with pytest.raises(PydanticCustomError) as caught:
        parse_pages(written)
    assert (caught.value.context or {})["hint"]
