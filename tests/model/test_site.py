"""The series: its address, and the edition that its front page shows."""

import pytest
from pydantic import ValidationError

from mmpt_site.model.edition import Edition
from mmpt_site.model.site import Series, Site
from mmpt_site.model.workshop import Workshop

SERIES = {"name": "Workshop on Small Examples", "acronym": "WSE"}


def site(*editions: str, **fields: object) -> Site:
    """A series with these editions."""
    series = Series.model_validate(SERIES | fields)
    return Site(series, tuple(Edition(edition, Workshop(title="Small")) for edition in editions))


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/", "https://example.org/"),
        ("https://example.org/repo", "https://example.org/repo/"),
        ("https://example.org/repo//", "https://example.org/repo/"),
    ],
)
def test_the_address_of_a_site_is_that_of_a_folder(written: str, address: str) -> None:
    assert site("2021", url=written).series.url == address


@pytest.mark.parametrize("written", ["https://example.org/?a", "https://example.org/#a", "https://example.org/?a#b"])
def test_the_address_of_a_site_has_neither_query_nor_fragment(written: str) -> None:
    with pytest.raises(ValidationError) as caught:
        site("2021", url=written)
    assert caught.value.errors()[0]["ctx"]["hint"] == "Write https://example.org/"


def test_the_last_edition_is_at_the_front_unless_another_is_named() -> None:
    assert site("2020", "2021").current.id == "2021"
    assert site("2020", "2021", current="2020").current.id == "2020"


def test_a_value_of_the_model_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        site("2021").series.name = "Other"  # type: ignore[misc]


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Series.model_validate(SERIES | {"colour": "red"})
