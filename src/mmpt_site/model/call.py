"""The call for papers: `call.yaml` in, a Call out."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, model_validator

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.files import PublishedFile
from mmpt_site.model.length import Pages
from mmpt_site.model.part import COLON, Part, colon_in_text, wrong
from mmpt_site.model.policies import Policies
from mmpt_site.model.scalars import Email, OneOrMany, Prose, Text, Url, slug
from mmpt_site.model.when import Known, When, start
from mmpt_site.model.written import OrText

# by their hosts, as they write themselves
SYSTEMS = {
    "openreview.net": "OpenReview",
    "cmt3.research.microsoft.com": "CMT",
    "easychair.org": "EasyChair",
    "hotcrp.com": "HotCRP",
    "aclrollingreview.org": "ARR",
    "softconf.com": "Softconf",
}


def system_of(url: str) -> str:
    """The name of the submission system at an address, or nothing."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return next((name for known, name in SYSTEMS.items() if host == known or host.endswith(f".{known}")), "")


class Kind(Part):
    """A kind of paper that can be submitted."""

    name: Text = Field(description="What it is called.", examples=["Full papers"])
    pages: Pages | None = Field(None, description="How many pages it has.", examples=["4 to 8"])
    excluding_references: bool | None = Field(
        None, description="Whether references come on top of these pages.", examples=["yes"]
    )
    archival: bool | None = Field(
        None, description="Whether it counts as published, so that it cannot appear elsewhere again.", examples=["no"]
    )
    criteria: Prose | None = Field(
        None, description="By what it is reviewed; Markdown.", examples=["Novelty, and whether it can be repeated."]
    )
    text: Prose | None = Field(None, description="What else to know; Markdown.", examples=["Work that is finished."])

    @property
    def id(self) -> str:
        """What links know it by."""
        return slug(self.name)

    @model_validator(mode="after")
    def _references_of_pages(self) -> Self:
        if self.excluding_references is not None and not self.pages:
            hint = "Write pages: and their number, too, or take this out."
            raise wrong("There is no number of pages that references could count to.", hint, at="excluding_references")
        return self


def _named(value: Any) -> Any:
    """A name alone is a kind of which nothing else is told."""
    if (text := colon_in_text(value)) and value.keys().isdisjoint(Kind.model_fields):
        raise wrong(COLON, f"Put the text in quotes: - {text}")
    return {"name": value} if isinstance(value, str) else value


NamedKind = Annotated[Kind, BeforeValidator(_named), OrText("a name, or fields", "names, or entries with fields")]


class Format(Part):
    """How a paper has to look, and templates for it."""

    style: Text | None = Field(None, description="What the style is called.", examples=["ACM, two columns"])
    url: Url | None = Field(None, description="Where it is explained.", examples=["https://www.example.org/style/"])
    latex: PublishedFile | None = Field(
        None, description="Its template for LaTeX: a file in files/, or its address.", examples=["template.zip"]
    )
    word: PublishedFile | None = Field(
        None, description="Its template for Word: a file in files/, or its address.", examples=["template.docx"]
    )
    overleaf: Url | None = Field(
        None, description="Its template on Overleaf.", examples=["https://www.overleaf.com/latex/templates/…"]
    )

    @property
    def templates(self) -> tuple[tuple[str, str], ...]:
        """The templates that there are: for what, and the address or the file."""
        known = (("LaTeX", self.latex), ("Word", self.word), ("Overleaf", self.overleaf))
        return tuple((name, url) for name, url in known if url)

    @model_validator(mode="after")
    def _something(self) -> Self:
        if not (self.style or self.url or self.templates):
            raise wrong("Nothing is said of the format here.", "Write for example style: ACM, two columns")
        return self


class Portal(Part):
    """Where papers are submitted."""

    name: Text | None = Field(
        None, description="What it is called; without it, the name of its system.", examples=["WSE on OpenReview"]
    )
    system: Literal["OpenReview", "EasyChair", "CMT", "HotCRP", "ARR", "Softconf", "email"] | None = Field(
        None, description="What it runs on; most are known by their address.", examples=["OpenReview"]
    )
    url: Url | None = Field(None, description="Its address for this workshop.", examples=["https://openreview.net/"])
    email: Email | None = Field(
        None, description="Where papers are sent, if by email.", examples=["papers@example.org"]
    )
    opens: When | None = Field(
        None, description="From when on it takes papers; `to be announced` is allowed.", examples=["2021-03-01"]
    )

    @property
    def label(self) -> str:
        """What it is called; nothing where papers are only sent by email."""
        system = "" if self.system in {None, "email"} else self.system
        return self.name or system or (system_of(self.url) or urlsplit(self.url).hostname if self.url else "") or ""

    @property
    def open_from(self) -> datetime | None:
        """From which moment on it takes papers; None where nobody says, or knows."""
        return start(self.opens) if isinstance(self.opens, Known) else None

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if self.system == "email" and not self.email:
            raise wrong("Papers are sent by email, and to no address.", "Write for example email: papers@example.org")
        if self.system == "email" and self.url:
            raise wrong("Papers are sent by email, and there is a web address, too.", "Keep one of the two.", at="url")
        if not (self.url or self.email or self.opens):
            hint = "Write url: and its address; or, while there is none yet, opens: to be announced"
            raise wrong("Nobody can tell where papers go.", hint)
        return self


class Call(Part):
    """What is asked of authors, and how they send it."""

    invitation: Prose | None = Field(
        None, description="Who is invited to send what; Markdown.", examples=["We invite papers on …"]
    )
    goals: OneOrMany[Prose] = Field(
        (), description="What the workshop is for; one entry a goal.", examples=["To explore …"]
    )
    kinds: tuple[NamedKind, ...] = Field(
        (), description="What can be submitted; one entry a kind.", examples=["- {name: Full papers, pages: 8}"]
    )
    format: Format | None = Field(None, description="How a paper has to look.")
    languages: OneOrMany[Text] = Field((), description="In which languages papers are written.", examples=["English"])
    instructions: Prose | None = Field(
        None, description="How to prepare and submit a paper; Markdown.", examples=["Papers have four pages …"]
    )
    portal: Portal | None = Field(None, description="Where papers are submitted.")
    blind: Literal["double", "single", "open"] | None = Field(
        None,
        description="Who knows whom in reviewing: `double` nobody, `single` reviewers know the authors, `open` all.",
        examples=["double"],
    )
    policies: Policies | None = Field(None, description="What authors may do, and must.")
    publication: Prose | None = Field(
        None, description="Where accepted papers appear; Markdown.", examples=["In the proceedings of …"]
    )
    presentation: Prose | None = Field(
        None, description="How accepted papers are presented; Markdown.", examples=["All as posters, some as talks."]
    )
    final_version: Prose | None = Field(
        None, description="How to prepare the final version; Markdown.", examples=["One page more is allowed."]
    )
    presenters: Prose | None = Field(
        None, description="What presenters need to know; Markdown.", examples=["Posters are in portrait format, A0."]
    )
    reviewers: Url | None = Field(
        None, description="Where people sign up to review.", examples=["https://www.example.org/review/"]
    )
    formerly: Formerly = ()

    @property
    def says_something(self) -> bool:
        """Whether there is anything that authors could read."""
        return any(getattr(self, field) for field in Call.model_fields if field != "formerly")
