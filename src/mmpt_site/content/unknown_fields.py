"""A field that there is not in, the place to look at, what is wrong and what was meant out."""

import re
import unicodedata
from collections.abc import Iterable

from mmpt_site.content.document import Document, Location
from mmpt_site.content.lines import BOTH
from mmpt_site.content.outline import Outline, between_braces
from mmpt_site.content.synonyms import meant, synonym
from mmpt_site.model.when import is_unknown
from mmpt_site.problems import Problem

DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
LONGEST = 80  # characters of fields in braces on one line
# at the top of a file these words say something of the workshop itself, and not of what else has them
WORKSHOPS_OWN = {"name", "acronym", "url", "date", "text", "kind"}


def unknown_field(document: Document, outline: Outline, location: Location) -> Problem:
    """The problem of a field at a location that does not know it."""
    name, parent = str(location[-1]), location[:-1]
    mark = document.at(location, key=True)
    if (own := own_field(document, outline)) and len(location) == 1 and DAY.fullmatch(name):
        if is_unknown(getattr(document.node((own,)), "value", None)):
            hint = f'Take out "to be announced" and indent the days: the {own} stands below.'
            return Problem(document.at((own,)), BOTH, hint)
        if not document.node((own,)):
            hint = f"Write {own}: on a line of its own above it, and indent what belongs to it."
            return Problem(mark, f"The line {own}: is missing above this day.", hint)
    fields = outline.fields(parent)
    bare = "".join(char for char in name if unicodedata.category(char) not in {"Zs", "Cf"})
    if bare != name and bare in fields:
        strange = next(char for char in name if char not in bare)
        message = f"A space of another kind (U+{ord(strange):04X}) stands beside the name of this field."
        return Problem(mark, message, f"Delete it, and type {bare}: again.")
    message = f'There is no field "{name}" here.'
    if (near := meant_field(document, outline, location)) and near == outline.holder(parent, name):
        return Problem(mark, message, f"Did you mean {near}? Write {near}: {_text(document, location) or 'and a name'}")
    if holder := _holder(outline, location):
        return Problem(mark, message, _moved(document, outline, location, holder))
    return Problem(mark, message, f"Did you mean {near}?" if near else f"The fields here are {', '.join(fields)}.")


def own_field(document: Document, outline: Outline) -> str:
    """The field that a file is called after, if it has one."""
    own = document.path.rpartition("/")[2].removesuffix(".yaml")
    return own if own in outline.fields() else ""


def meant_field(document: Document, outline: Outline, location: Location) -> str:
    """The field here that somebody meant by another: one like it, or one whose own field this is."""
    name, parent = str(location[-1]), location[:-1]
    holder = outline.holder(parent, name)
    if holder and parent and not document.node((*parent, holder)) and name == outline.text_field((*parent, holder)):
        return holder
    return "" if _holder(outline, location) else meant(name, outline.fields(parent))


def _holder(outline: Outline, location: Location) -> str:
    """The field here whose own field this is: `look` for `accent` at the top of `site.yaml`."""
    name, parent = str(location[-1]), location[:-1]
    own = not parent and (name in WORKSHOPS_OWN or synonym(name, outline.fields()))
    return "" if own else outline.holder(parent, name)


def _moved(document: Document, outline: Outline, location: Location, holder: str) -> str:
    """How a field stands where it belongs, together with those beside it that belong there, too."""
    parent = location[:-1]
    node, held = document.node(parent), document.node((*parent, holder))
    beside: Iterable[str] = node.value if node and isinstance(node.value, dict) else ()
    inner = outline.fields((*parent, holder))
    here = outline.fields(parent)
    moved = {name: _text(document, (*parent, name)) for name in beside if name in inner and name not in here}
    moved = {name: outline.value((*parent, holder, name), text) for name, text in moved.items()}
    if held and isinstance(held.value, str) and (first := outline.text_field((*parent, holder))):
        moved = {first: between_braces(held.value), **moved}
    written = ", ".join(f"{name}: {text}" for name, text in moved.items())
    if all(moved.values()) and len(written) <= LONGEST and not (held and isinstance(held.value, dict | list)):
        return f"It belongs to {holder}: write {holder}: {{{written}}}"
    return f"It belongs to {holder}: write it on a line of its own below {holder}:, indented."


def _text(document: Document, location: Location) -> str:
    node = document.node(location)
    return node.value if node and isinstance(node.value, str) else ""
