"""A place on Earth: latitude and longitude, as maps give them, in, a Geo out."""

import re
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from mmpt_site.model.part import Part, quoted, text_of, wrong
from mmpt_site.model.written import OrText, Written

DEGREES = r"[-+]?[0-9]{1,3}(?:\.[0-9]{1,15})?"
BOTH = rf"({DEGREES})[,;\s]\s*({DEGREES})"
EXAMPLE = "geo: 25.0330, 121.5654"


def _degrees(value: object) -> str:
    """Decimal degrees as written; every other way is answered with this one."""
    written = text_of(value, "a number of degrees", "for example 25.0330").replace("−", "-")
    if re.fullmatch(r"[-+]?[0-9]+,[0-9]+", written):
        raise wrong(f"{quoted(written)} has a comma.", f"Write {written.replace(',', '.')}")
    if not re.fullmatch(DEGREES, written):
        raise wrong(f"{quoted(written)} is no number of degrees.", _decimal(written) or "Write for example 25.0330")
    return written


def _decimal(written: str) -> str:
    """What to write for degrees, minutes and seconds: 25.033 for 25°1′59″N."""
    numbers = re.findall(r"[0-9]+(?:\.[0-9]+)?", written)
    sign = re.search(r"([NSEW])\s*$", written, re.IGNORECASE)
    if not numbers or not sign or len(numbers) > 3:
        return ""
    degrees = sum(float(number) / 60**power for power, number in enumerate(numbers))
    return f"Write {'-' if sign[1].upper() in 'SW' else ''}{degrees:.5f}"


Degrees = Annotated[
    str, BeforeValidator(_degrees), Written("degrees, such as `25.0330`", "degrees", DEGREES, ("string", "number"))
]


class Geo(Part):
    """Where on Earth it is."""

    lat: Degrees = Field(description="Degrees north; south with a minus.", examples=["25.0330"])
    lon: Degrees = Field(description="Degrees east; west with a minus.", examples=["121.5654"])

    @model_validator(mode="after")
    def _on_earth(self) -> Self:
        lat, lon = self.numbers
        if abs(lat) > 90 >= abs(lon) and abs(lat) <= 180:
            hint = f"Latitude comes first, and goes from -90 to 90. Did you mean {self.lon}, {self.lat}?"
            raise wrong("The two numbers look swapped.", hint)
        if abs(lat) > 90 or abs(lon) > 180:
            raise wrong("There is no such place on Earth.", "Latitude goes from -90 to 90, longitude from -180 to 180.")
        if not lat and not lon:
            raise wrong("This place is in the sea, off Africa.", f"Write it as maps give it, such as {EXAMPLE}")
        return self

    @property
    def numbers(self) -> tuple[float, float]:
        """Latitude and longitude."""
        return float(self.lat), float(self.lon)


def _from_text(value: Any) -> Any:
    """Both numbers in one text, as maps give them to be copied."""
    if not isinstance(value, str):
        return value
    found = re.fullmatch(BOTH, value.strip().strip("()").replace("−", "-"))
    if not found:
        raise wrong(f"{quoted(value)} is no place on Earth as it is written here.", f"Write latitude first: {EXAMPLE}")
    return {"lat": found[1], "lon": found[2]}


GeoPlace = Annotated[
    Geo, BeforeValidator(_from_text), OrText("latitude and longitude, or fields", "places", rf"[( ]*{BOTH}[) ]*")
]
