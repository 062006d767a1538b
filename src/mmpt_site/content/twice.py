"""The fields of a group and those that it is given again in, what an organizer should do about them out.

Where the first line of an entry is deleted, or loses its dash, the fields below fall into the entry above. Whoever then
kept one of two would lose what the other says.
"""

from collections.abc import Iterator, Mapping, Sequence

from mmpt_site.content.document import Node

Field = tuple[Node, Node]  # a name and a value
Told = tuple[Node, str, str]  # where, what is wrong, what to write instead
KEEP = "Keep one of the two."


def given_twice(fields: Mapping[str, Field], again: Sequence[Field], *, in_list: bool) -> Iterator[Told]:
    """What to tell, with `in_list` of an entry of a list whose fields stand on lines of their own."""
    first = next(iter(fields))
    rows = list(_rows(again)) if in_list else [[each] for each in again]
    for row in rows:
        key, value = row[0]
        names = [f'"{name.value}"' for name, _ in row]
        if not in_list or (len(again) == 1 and key.value != first):
            line = fields[str(key.value)][0].line + 1
            lost = f" Or does another entry begin here? Then its first line is missing: - {first}: …"
            yield key, f"{names[0]} is given twice; the first is on line {line}.", KEEP + lost * in_list
            continue
        if key.value == first:
            text = value.value if isinstance(value.value, str) else "…"
            hint = f"An entry begins with a dash: if another one begins here, write - {first}: {text}"
        else:
            hint = f"Another entry seems to begin here, and its first line to be missing: - {first}: …"
        listed = " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
        verb = "are" if len(row) > 1 else "is"
        yield key, f"{listed} {verb} given twice in this entry.", f"{hint} (Otherwise keep one of each.)"


def _rows(again: Sequence[Field]) -> Iterator[list[Field]]:
    """The fields of each entry that has fallen into another: a name that comes once more begins the next."""
    row: list[Field] = []
    for key, value in again:
        if any(key.value == name.value for name, _ in row):
            yield row
            row = []
        row.append((key, value))
    yield row
