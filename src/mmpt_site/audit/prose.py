"""The decoded files of an edition in, the slips in their prose out, each at its line."""

from collections import Counter
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from mmpt_site.audit.marked import marked
from mmpt_site.audit.signs import unmeant
from mmpt_site.content.document import Document, Location
from mmpt_site.model.scalars import Markdown
from mmpt_site.problems import Problem
from mmpt_site.prose import to_html


def check(parts: Mapping[str, BaseModel], documents: Mapping[str, Document]) -> list[Problem]:
    """Formulas that cannot be read, tags and links that are left out, lists that are none: warnings all."""
    problems = []
    for name, part in parts.items():
        for location, text in prose_of(part):
            seen: Counter[str] = Counter()
            for slip in (*to_html(text).slips, *unmeant(text)):
                mark = documents[name].find(location, slip.snippet, nth=seen[slip.snippet])
                seen[slip.snippet] += 1
                problems.append(Problem(mark, slip.message, slip.hint, "warning"))
    return problems


def prose_of(part: BaseModel, location: Location = ()) -> Iterator[tuple[Location, str]]:
    """Every text of a part that is Markdown, with its place."""
    yield from marked(part, Markdown(), location)
