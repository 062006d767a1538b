"""The decoded files of an edition in, the plain texts out that hold an email address, which robots would read.

In Markdown and in titles it is hidden from them, and stands where somebody may have meant it.
"""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from mmpt_site.audit.marked import marked
from mmpt_site.audit.titles import PLAIN
from mmpt_site.content.document import Document
from mmpt_site.problems import Problem
from mmpt_site.prose import EMAIL

HIDDEN = {"title", "contacts"}  # fields that are printed so that robots do not read an address
WITH_EMAIL = {"organizers", "people", "keynotes"}  # files whose entries have such a field


def check(parts: Mapping[str, BaseModel], documents: Mapping[str, Document]) -> Iterator[Problem]:
    """A warning for each."""
    for name, part in parts.items():
        for location, text in marked(part, PLAIN):
            found = EMAIL.search(text) if "@" in text and HIDDEN.isdisjoint(location) else None
            if found:
                own = (
                    f"email: {found[0]}" if name in WITH_EMAIL else f"contact: {found[0]}" if name == "workshop" else ""
                )
                message = f"An email address stands here for robots, too: {found[0]}"
                hint = f"Write it as a field of its own, {own}; there it is hidden." if own else "Take it out."
                yield Problem(documents[name].find(location, found[0]), message, hint, "warning")
