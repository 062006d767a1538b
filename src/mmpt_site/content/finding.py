"""What a rule finds untrue: a place in a file by the names of its fields, a sentence and a hint."""

from dataclasses import dataclass

from mmpt_site.content.document import Location
from mmpt_site.problems import Level


@dataclass(frozen=True)
class Finding:
    """Something untrue, at a value of a file."""

    file: str
    location: Location
    message: str
    hint: str
    level: Level = "error"
