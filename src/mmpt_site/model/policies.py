"""What authors may do, and must: `policies` of `call.yaml` in, Policies out."""

from typing import Self

from pydantic import Field, model_validator

from mmpt_site.model.part import Part, wrong
from mmpt_site.model.scalars import Prose


class Policies(Part):
    """What authors may do, and must; Markdown each."""

    dual_submission: Prose | None = Field(
        None, description="Papers that are under review elsewhere.", examples=["They are welcome if …"]
    )
    preprints: Prose | None = Field(
        None, description="Papers that are public already.", examples=["Preprints are allowed at any time."]
    )
    anonymity: Prose | None = Field(
        None, description="What must not tell who the authors are.", examples=["Leave out names and thanks."]
    )
    ethics: Prose | None = Field(
        None, description="What is right and what is not.", examples=["Papers on people say who consented."]
    )
    ai_use: Prose | None = Field(
        None, description="Texts and figures that programs made.", examples=["Say which programs wrote what."]
    )
    withdrawal: Prose | None = Field(
        None, description="Papers that are taken back.", examples=["Until the notification, by email."]
    )
    attendance: Prose | None = Field(
        None, description="Who has to come, or to register.", examples=["One author of each paper registers."]
    )

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not self.written:
            raise wrong("There is no policy here.", "Write for example ethics: Papers on people say who consented.")
        return self

    @property
    def written(self) -> tuple[tuple[str, str], ...]:
        """The policies that there are, by the names of their fields, in the order of the fields."""
        known = ((field, getattr(self, field)) for field in Policies.model_fields)
        return tuple((field, text) for field, text in known if text)
