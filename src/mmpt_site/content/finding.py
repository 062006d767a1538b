"""What a rule finds untrue: a place in a file by the names of its fields, a sentence and a hint."""

from dataclasses import dataclass

from mmpt_site.content.document import Location
from mmpt_site.problems import Level

THERE = "\0"  # in a message, stands for another place


@dataclass(frozen=True)
class Finding:
    """Something untrue, at a value of a file."""

    file: str
    location: Location
    message: str
    hint: str
    level: Level = "error"
    there: tuple[str, Location] | None = None  # a file and a value in it, what THERE stands for
