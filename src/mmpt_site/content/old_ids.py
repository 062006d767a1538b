"""Entries that had other ids before in, those of which old links could lead to two places out."""

from collections.abc import Iterator, Sequence

from mmpt_site.content.finding import Finding
from mmpt_site.model.dates import Deadline
from mmpt_site.model.keynotes import Keynote
from mmpt_site.model.papers import Paper


def old_ids_once(file: str, field: str, entries: Sequence[Deadline | Keynote | Paper]) -> Iterator[Finding]:
    """Each id that an entry once had, and another entry has or had."""
    taken = {entry.id for entry in entries}
    for index, entry in enumerate(entries):
        for step, old in enumerate(entry.formerly):
            if old in taken:
                message, hint = f'The id "{old}" is taken already, so old links cannot lead here.', "Take it out."
                yield Finding(file, (field, index, "formerly", step), message, hint)
            taken.add(old)
