"""The decoded files of an edition in, the names and titles with an email address in them out."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from mmpt_site.audit.marked import marked
from mmpt_site.audit.titles import PLAIN
from mmpt_site.content.document import Document
from mmpt_site.problems import Problem
from mmpt_site.prose import EMAIL

FIELDS = {"name", "title", "affiliation", "authors", "speaker"}


def check(parts: Mapping[str, BaseModel], documents: Mapping[str, Document]) -> Iterator[Problem]:
    """A warning for each: everybody reads them, and so do robots wherever they are exported."""
    for name, part in parts.items():
        for location, text in marked(part, PLAIN):
            found = EMAIL.search(text) if FIELDS & set(location) else None
            if found:
                message = f"Here stands an email address: {found[0]}"
                entry = name in {"organizers", "people", "keynotes"}
                hint = f"Write it as a field of its own: email: {found[0]}" if entry else "Take it out."
                yield Problem(documents[name].find(location, found[0]), message, hint, "warning")
