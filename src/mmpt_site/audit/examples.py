"""The documents of a site in, the texts in them that are still those of the example that a new site begins with out."""

from collections.abc import Iterable, Iterator

from mmpt_site.content.document import Document
from mmpt_site.problems import Problem

# as they stand in starter/files/
EXAMPLES = (
    "The full name of the conference",
    "ITS-SHORT-NAME",
    "The first goal.",
    "The second goal.",
    "The first paragraph.",
    "The second paragraph.",
    "The first topic",
    "The second topic",
    "Their name",
    "Their university",
    "How long a paper may be, which template it uses, whether it is anonymous.",
    "name@example.org",
)


def check(documents: Iterable[Document]) -> Iterator[Problem]:
    """A note at each of them."""
    for document in documents:
        for location, text in document.texts():
            lines = {line.strip() for line in text.splitlines()}
            for example in EXAMPLES:
                if example in lines:
                    hint = "Write your own in its place, or take it out."
                    yield Problem(document.find(location, example), "This is still the example.", hint, "note")
