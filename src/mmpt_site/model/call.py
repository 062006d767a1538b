"""The call for papers: `call.yaml` in, a Call out."""

import re
from typing import Any
from urllib.parse import urlsplit

from pydantic import Field, model_validator

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.part import Part, wrong
from mmpt_site.model.scalars import OneOrMany, Prose, Text, Url

# by their hosts, as they write themselves
SYSTEMS = {
    "openreview.net": "OpenReview",
    "cmt3.research.microsoft.com": "CMT",
    "easychair.org": "EasyChair",
    "hotcrp.com": "HotCRP",
    "softconf.com": "Softconf",
}


def system_of(url: str) -> str:
    """The name of the submission system at an address, or nothing."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return next((name for known, name in SYSTEMS.items() if host == known or host.endswith(f".{known}")), "")


class Portal(Part):
    """Where papers are submitted."""

    name: Text = Field(description="The system's name.", examples=["OpenReview"])
    url: Url = Field(description="Its address for this workshop.", examples=["https://openreview.net/"])

    @model_validator(mode="before")
    @classmethod
    def _address_alone(cls, value: Any) -> Any:
        """An address alone is that of a system whose name is known, or has to be told."""
        if isinstance(value, str) and re.match("https?://", value):
            name = system_of(value)
            url = f'"{value}"' if re.search(r"[,\[\]{}]", value) else value
            hint = f"Write {'' if name else 'for example '}portal: {{name: {name or 'Submission site'}, url: {url}}}"
            raise wrong("The portal has a name, too, by which pages call it.", hint)
        return value


class Call(Part):
    """What is asked of authors, and how they send it."""

    invitation: Prose | None = Field(
        None, description="Who is invited to send what; Markdown.", examples=["We invite papers on …"]
    )
    goals: OneOrMany[Prose] = Field(
        (), description="What the workshop is for; one entry a goal.", examples=["To explore …"]
    )
    instructions: Prose | None = Field(
        None, description="How to prepare and submit a paper; Markdown.", examples=["Papers have four pages …"]
    )
    portal: Portal | None = Field(None, description="Where papers are submitted.")
    formerly: Formerly = ()
