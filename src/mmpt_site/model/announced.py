"""A list of a file in, the same list out, or nothing where it is to be announced."""

from typing import Annotated, Any, TypeVar

from pydantic import WrapValidator
from pydantic_core.core_schema import ValidatorFunctionWrapHandler

from mmpt_site.model.part import wrong
from mmpt_site.model.when import LATER, is_unknown
from mmpt_site.model.written import NotEmpty, OrText

Item = TypeVar("Item")


def listed_or_unknown(value: Any, handler: ValidatorFunctionWrapHandler) -> Any:
    """An announced unknown is a list of nothing; a list that somebody wrote holds something."""
    if isinstance(value, str) and is_unknown(value):
        return ()
    found = handler(value)
    if not found:
        raise wrong("This list is empty.", "Write its first entry on a line that starts with '- '.")
    return found


Announced = Annotated[
    tuple[Item, ...],
    WrapValidator(listed_or_unknown),
    NotEmpty(),
    OrText("a list of entries with fields, or `to be announced`", "lists", LATER),
]
