"""Places on Earth: as maps give them, and as people write them."""

import pytest
from pydantic import TypeAdapter, ValidationError

from mmpt_site.model.geo import Geo, GeoPlace

KIND: TypeAdapter[Geo] = TypeAdapter(GeoPlace)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("25.0330, 121.5654", (25.033, 121.5654)),
        ("25.0330,121.5654", (25.033, 121.5654)),
        ("(-33.9, -70)", (-33.9, -70.0)),
        ("−33.9 18.4", (-33.9, 18.4)),
        ("90, -180", (90.0, -180.0)),
    ],
)
def test_a_text_from_a_map_is_a_place(text: str, numbers: tuple[float, float]) -> None:
    assert KIND.validate_python(text).numbers == numbers


def test_what_is_written_stays_as_it_is() -> None:
    assert KIND.validate_python({"lat": "25.0330", "lon": "121.5654"}).lat == "25.0330"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("121.5654, 25.0330", "swapped"),
        ("91, 10", "swapped"),
        ("91, 91", "no such place"),
        ("10, 181", "no such place"),
        ("0, 0.0", "in the sea"),
        ("the park", "no place on Earth"),
        ({"lat": "25°1′59″N", "lon": "1"}, "no number of degrees"),
        ({"lat": "25,03", "lon": "1"}, "has a comma"),
    ],
)
def test_a_slip_is_told(value: object, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        KIND.validate_python(value)
