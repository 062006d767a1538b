"""Where people are found on the systems of the field: an id, or the address of a profile, in, the id out.

ORCID iDs end in a check character (ISO 7064, MOD 11-2): a slip in one digit is told.
"""

import re
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import unquote

from pydantic import AfterValidator, BeforeValidator

from mmpt_site.model.part import quoted, text_of, wrong
from mmpt_site.model.written import Written


@dataclass(frozen=True)
class System:
    """A system with profiles: what it is called, the address before an id, what ids look like, and one of them."""

    name: str
    address: str
    pattern: str
    example: str

    def read(self, value: object) -> str:
        """The id in what somebody wrote."""
        written = text_of(value, f"an id of {self.name}", self.example)
        own = re.sub("^https?://(?:www[.])?", "", self.address)
        found = re.sub("^(?:https?://)?(?:www[.])?", "", unquote(written))
        short = found.removeprefix(own).partition("&")[0].removesuffix(".html").strip("/")
        if not re.fullmatch(self.pattern, short):
            hint = f"Write the id in the address of their page there, such as {self.example}"
            raise wrong(f"{quoted(written)} is no id of {self.name}.", hint)
        return short

    @property
    def written(self) -> Written:
        """For editors: the id, or an address that ends in it."""
        pattern = f"(?:.*[/=])?{self.pattern}(?:[&./].*)?"
        return Written(f"an id of {self.name}", f"ids of {self.name}", pattern)


SYSTEMS = {
    "orcid": System("ORCID", "https://orcid.org/", "[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]", "0000-0002-1825-0097"),
    "scholar": System(
        "Google Scholar", "https://scholar.google.com/citations?user=", "[A-Za-z0-9_-]{12}", "abcdefghijkl"
    ),
    "dblp": System("DBLP", "https://dblp.org/pid/", "[a-z0-9]+/[A-Za-z0-9-]+", "12/3456"),
    "openreview": System("OpenReview", "https://openreview.net/profile?id=", r"~[^\s/?&#]+[0-9]+", "~Ada_Example1"),
    "github": System("GitHub", "https://github.com/", "[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}", "ada-example"),
}


def _checked(orcid: str) -> str:
    total = 0
    for digit in orcid.replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    rest = (12 - total % 11) % 11
    if orcid[-1] != ("X" if rest == 10 else str(rest)):
        message = f"{quoted(orcid)} has a slip in one of its digits: the last one does not fit."
        raise wrong(message, "Copy it once more.")
    return orcid


Orcid = Annotated[str, BeforeValidator(SYSTEMS["orcid"].read), AfterValidator(_checked), SYSTEMS["orcid"].written]
Scholar = Annotated[str, BeforeValidator(SYSTEMS["scholar"].read), SYSTEMS["scholar"].written]
Dblp = Annotated[str, BeforeValidator(SYSTEMS["dblp"].read), SYSTEMS["dblp"].written]
OpenReview = Annotated[str, BeforeValidator(SYSTEMS["openreview"].read), SYSTEMS["openreview"].written]
GitHub = Annotated[str, BeforeValidator(SYSTEMS["github"].read), SYSTEMS["github"].written]
