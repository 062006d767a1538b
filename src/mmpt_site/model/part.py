"""Part: plain data of one YAML file goes in, a frozen value comes out, or every reason why not."""

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

COLON = "A colon followed by a space starts a field, also inside a text."
LONGEST_ECHO = 60  # characters of a wrong value that a message repeats


class Part(BaseModel):
    """The base of everything in the model: frozen, unknown fields are refused, an empty value means absent."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        known = {info.alias or name for name, info in cls.model_fields.items()}
        return {name: value for name, value in data.items() if value is not None or name not in known}


def wrong(message: str, hint: str = "", *, at: str = "") -> PydanticCustomError:
    """The exception by which a field says, in a full sentence, what is wrong and what to write instead.

    A check of several fields names with `at` the one to look at.
    """
    return PydanticCustomError("wrong", "{message}", {"message": message, "hint": hint, "at": at})


def lacking(field: str, example: str, *instead: str) -> PydanticCustomError:
    """The exception by which a part says that a field is missing, which it would not need if it had one `instead`."""
    return PydanticCustomError("missing", "missing", {"at": field, "example": example, "instead": instead})


def text_of(value: object, expected: str, example: str) -> str:
    """A value that has to be a text, without white space at its ends; the rest says what it should be."""
    if not isinstance(value, str):
        given = (
            "a list is"
            if isinstance(value, list)
            else "a group of fields is"
            if isinstance(value, dict)
            else "nothing is"
        )
        raise wrong(f"Here {expected} is expected, and {given} given.", f"Write {example}")
    return value.strip()


def colon_in_text(value: object) -> str:
    """The text that somebody meant where YAML sees a single field, in the quotes that it needs; else nothing."""
    if not isinstance(value, dict) or len(value) != 1:
        return ""
    name, rest = next(iter(value.items()))
    return '"' + f"{name}: {rest}".replace("\\", "\\\\").replace('"', '\\"') + '"' if isinstance(rest, str) else ""


def quoted(text: str) -> str:
    """A wrong value as messages repeat it: in quotes, and not longer than a line."""
    return f'"{text}"' if len(text) <= LONGEST_ECHO else f'"{text[: LONGEST_ECHO - 1]}…"'
