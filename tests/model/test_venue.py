"""The venue: its address as it stands on a letter, and a map of it."""

import pytest

from mmpt_site.model.venue import Venue


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"street": "1 A", "postcode": "123", "city": "B", "country": "C"}, ("1 A", "123 B", "C")),
        ({"street": "1 A", "postcode": "123", "city": "B", "region": "R"}, ("1 A", "B, R 123")),
        ({"region": "R"}, ("R",)),
        ({"name": "N", "room": "301"}, ("N", "301")),
        ({}, ()),
    ],
)
def test_an_address_has_a_line_for_what_is_known(fields: dict[str, str], lines: tuple[str, ...]) -> None:
    assert Venue.model_validate(fields).lines == lines


@pytest.mark.parametrize(
    ("fields", "address"),
    [
        ({"map": "https://example.org/", "geo": "1, 2"}, "https://example.org/"),
        ({"geo": "1.50, 2"}, "https://www.openstreetmap.org/?mlat=1.50&mlon=2#map=17/1.50/2"),
        ({"street": "1 A & B", "city": "C"}, "https://www.openstreetmap.org/search?query=1%20A%20%26%20B%2C%20C"),
        ({"name": "N", "country": "C"}, ""),
    ],
)
def test_a_map_is_found_by_what_is_known(fields: dict[str, str], address: str) -> None:
    assert Venue.model_validate(fields).map_url == address
