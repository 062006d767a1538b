"""Where people meet: `venue.yaml` in, a Venue out."""

from urllib.parse import quote

from pydantic import Field

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.geo import GeoPlace
from mmpt_site.model.part import Part
from mmpt_site.model.scalars import Prose, Text, Url

MAP = "https://www.openstreetmap.org/"


class Venue(Part):
    """The place of the workshop, how to get there, and what else to know before one goes."""

    name: Text | None = Field(None, description="What the place is called.", examples=["Example Congress Center"])
    room: Text | None = Field(None, description="The room, and its floor.", examples=["Room 301, third floor"])
    street: Text | None = Field(None, description="Street and number.", examples=["1 Example Street"])
    postcode: Text | None = Field(None, description="The postal code.", examples=["12345"])
    city: Text | None = Field(None, description="The city.", examples=["Example City"])
    region: Text | None = Field(
        None, description="State, province or county, where addresses have one.", examples=["Example State"]
    )
    country: Text | None = Field(None, description="The country.", examples=["Exampleland"])
    geo: GeoPlace | None = Field(
        None, description="Where on Earth it is, as maps give it: latitude first.", examples=["25.0330, 121.5654"]
    )
    map: Url | None = Field(
        None,
        description="A map; without it, a link to OpenStreetMap is made from `geo` or the address.",
        examples=["https://www.example.org/map"],
    )
    url: Url | None = Field(None, description="The site of the place.", examples=["https://www.example.org/"])
    text: Prose | None = Field(
        None, description="What else to know of it; Markdown.", examples=["Enter from the park."]
    )
    travel: Prose | None = Field(None, description="How to get there; Markdown.", examples=["Tram 2 stops there."])
    hotels: Prose | None = Field(None, description="Where to stay; Markdown.", examples=["We have rooms at …"])
    visa: Prose | None = Field(None, description="Who needs a visa; Markdown.", examples=["Write to us for a letter."])
    accessibility: Prose | None = Field(
        None,
        description="What people with disabilities have to know; Markdown.",
        examples=["All rooms have level access."],
    )
    childcare: Prose | None = Field(None, description="Who looks after children; Markdown.", examples=["Ask by May."])
    food: Prose | None = Field(None, description="What there is to eat; Markdown.", examples=["Lunch is included."])
    formerly: Formerly = ()

    @property
    def street_lines(self) -> tuple[str, ...]:
        """Street and city as they stand on a letter: the code after the region where there is one, as in America."""
        if self.region:
            end = " ".join(filter(None, (self.region, self.postcode)))
            town = ", ".join(filter(None, (self.city, end)))
        else:
            town = " ".join(filter(None, (self.postcode, self.city)))
        return tuple(line for line in (self.street, town, self.country) if line)

    @property
    def lines(self) -> tuple[str, ...]:
        """Room, name and address, a line each."""
        return tuple(line for line in (self.name, self.room, *self.street_lines) if line)

    @property
    def map_url(self) -> str:
        """The address of a map; nothing where not even the city is known."""
        if self.map:
            return self.map
        if self.geo:
            lat, lon = self.geo.lat, self.geo.lon
            return f"{MAP}?mlat={quote(lat)}&mlon={quote(lon)}#map=17/{lat}/{lon}"
        known = (self.name, self.street, self.city, self.region, self.postcode, self.country)
        return f"{MAP}search?query={quote(', '.join(filter(None, known)))}" if self.street or self.city else ""
