"""Where papers are published: `proceedings` of `workshop.yaml` in, a Proceedings out."""

from typing import Annotated, Any, Self
from urllib.parse import quote

from pydantic import BeforeValidator, Field, model_validator

from mmpt_site.model.identifiers import Doi, Isbn
from mmpt_site.model.part import Part, wrong
from mmpt_site.model.scalars import Text, Url
from mmpt_site.model.written import OrText


class Proceedings(Part):
    """The book or the volume that the papers are in."""

    title: Text | None = Field(
        None, description="What it is called.", examples=["Proceedings of the Workshop on Small Examples"]
    )
    publisher: Text | None = Field(None, description="Who publishes it.", examples=["Example Press"])
    url: Url | None = Field(None, description="Where it is.", examples=["https://www.example.org/proceedings/"])
    doi: Doi | None = Field(None, description="Its DOI.", examples=["10.1000/182"])
    isbn: Isbn | None = Field(None, description="Its ISBN.", examples=["978-0-306-40615-7"])

    @property
    def address(self) -> str:
        """Where they can be read; nothing while they are only promised."""
        return self.url or self.resolved

    @property
    def resolved(self) -> str:
        """The address to which their DOI leads; nothing where they have none."""
        return f"https://doi.org/{quote(self.doi, safe='/()')}" if self.doi else ""

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.title or self.publisher or self.address or self.isbn):
            raise wrong("Nothing is said of the proceedings here.", "Write for example publisher: Example Press")
        return self


def _at(value: Any) -> Any:
    """An address alone says where they are, another text what they are called."""
    if not isinstance(value, str):
        return value
    return {"url" if value.strip().startswith(("http://", "https://", "www.")) else "title": value}


ProceedingsOrText = Annotated[
    Proceedings, BeforeValidator(_at), OrText("a title or a web address, or fields", "titles, or entries with fields")
]
