"""Part: plain data of one YAML file goes in, a frozen value comes out, or every reason why not."""

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError


class Part(BaseModel):
    """The base of everything in the model: frozen, and unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def wrong(message: str, hint: str = "") -> PydanticCustomError:
    """The exception by which a field says, in a full sentence, what is wrong and what to write instead."""
    return PydanticCustomError("wrong", "{message}", {"message": message, "hint": hint})
