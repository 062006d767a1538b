"""How values are written in YAML: marks on the model's types in, what editors and the reference tell of them out.

A type that reads text in its own way carries one of these marks beside its validator, so that JSON Schemas and the
reference of fields know what the validator takes. `words` and `many` are for readers: "a date", "dates".
"""

from dataclasses import dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema

Schema = dict[str, Any]

SPACE = r"[\s\x1c-\x1f\x85]"  # what Python strips, for the regular expressions of Python and of JavaScript
SCALAR = ("string", "number", "boolean", "null")  # YAML reads `2021`, `true` and `NULL` as these; here they are text


def whole(pattern: str) -> str:
    """A pattern that is all of a text, but for the white space around it."""
    return f"^{SPACE}*(?:{pattern}){SPACE}*$"


@dataclass(frozen=True)
class Written:
    """A scalar that fits a pattern, which Python and JavaScript read alike; without a pattern, any text.

    With a pattern, `types` are the kinds of scalar that an editor may take such a text for.
    """

    words: str
    many: str
    pattern: str = ""
    types: tuple[str, ...] = SCALAR

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        """The scalar for a schema."""
        del core, handler
        pattern = {"pattern": whole(self.pattern)} if self.pattern else {}
        return {"type": list(self.types), "words": self.words, "many": self.many, **pattern}


@dataclass(frozen=True)
class OrText:
    """A value that may also be given as one text: any, or one that fits a pattern."""

    words: str
    many: str
    pattern: str = ""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        """The text or the value for a schema."""
        text = Written("text", "texts", self.pattern, ("string",) if self.pattern else SCALAR)
        alone = text.__get_pydantic_json_schema__(core, handler)
        return {"anyOf": [handler.resolve_ref_schema(handler(core)), alone], "words": self.words, "many": self.many}


@dataclass(frozen=True)
class OrList:
    """One item, or a list of items."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        """The item or the list for a schema."""
        several = handler(core)
        return {"anyOf": [several["items"], several], "or_list": True}


@dataclass(frozen=True)
class Usual:
    """Marks a field that nearly every entry has, so that examples of entries have it, too."""


@dataclass(frozen=True)
class NotEmpty:
    """A list with one entry at least, or fields of which one at least is there."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        """The list or the fields for a schema."""
        value = handler(core)
        return {**value, "minItems" if value["type"] == "array" else "minProperties": 1}
