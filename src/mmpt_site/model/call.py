"""The call for papers: `call.yaml` in, a Call out."""

from urllib.parse import urlsplit

from pydantic import Field

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.part import Part
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
