"""Accepted papers: `papers.yaml` in, Papers out."""

import re
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, model_validator

from mmpt_site.model.addresses import Formerly
from mmpt_site.model.affiliation import NamedAffiliation
from mmpt_site.model.announced import Announced
from mmpt_site.model.files import PictureFile, PublishedFile
from mmpt_site.model.libraries import LIBRARIES, Anthology, Arxiv, Doi
from mmpt_site.model.names import full_names, with_workplace
from mmpt_site.model.part import Part, wrong
from mmpt_site.model.person import Name, Person, known_id
from mmpt_site.model.scalars import SEVERAL, WITH_WORKPLACE, Id, Lines, OneOrMany, Prose, Text, Url, as_list, slug
from mmpt_site.model.written import OrList, OrText, Written

LONGEST_ID = 60  # characters of a title that become an id


class Author(Part):
    """Somebody who wrote a paper, as it names them."""

    name: Name = Field(description="The name as the paper prints it.", examples=["Ada Example"])
    given_id: Id | None = Field(
        None, alias="id", description="Needed when two people have one name.", examples=["ada-example"]
    )
    affiliation: OneOrMany[NamedAffiliation] = Field(
        (), description="Where they worked; one or a list.", examples=["Example University"]
    )
    equal: bool = Field(
        False, description="Whether they contributed equally with the others so marked.", examples=["yes"]
    )
    corresponding: bool = Field(False, description="Whether they answer letters about the paper.", examples=["yes"])
    url: Url | None = Field(None, description="Their page.", examples=["https://example.org/~name"])

    @property
    def id(self) -> str:
        """The id that references and addresses use: as given, otherwise the slug of the name."""
        return self.given_id or slug(self.name)

    @cached_property
    def person(self) -> Person:
        """What the paper says of them as a person."""
        return Person.model_construct(
            name=self.name, given_id=self.given_id, affiliation=self.affiliation, url=self.url
        )

    @model_validator(mode="after")
    def _can_be_told_apart(self) -> Self:
        if not self.id:
            raise wrong("This name has no letters, so it needs an id.", "Write for example id: someone", at="name")
        return self


def _one_each(value: Any) -> Any:
    """A text is one author, or refused with the list of those whom it names."""
    if not isinstance(value, str):
        return value
    if several := full_names(value):
        raise wrong(SEVERAL, f"Write authors: [{', '.join(several)}]")
    return value


def _named(value: Any) -> Any:
    """A name alone is an entry with nothing but a name; what is in the repository is public, so there is no email."""
    if isinstance(value, dict) and "email" in value:
        raise wrong("The email addresses of authors are not published.", "Take it out.", at="email")
    if not isinstance(value, str):
        return value
    if entry := with_workplace(value, likely=False):
        raise wrong(WITH_WORKPLACE, f"Write {entry}")
    return {"name": value}


def _known(author: Author, info: ValidationInfo) -> Author:
    found = known_id(author.given_id, author.name, info)
    return author.model_copy(update={"given_id": found}) if found != author.given_id else author


NamedAuthor = Annotated[
    Author,
    BeforeValidator(_named),
    AfterValidator(_known),
    OrText("a name, or fields", "names, or entries with fields"),
]
Authors = Annotated[tuple[NamedAuthor, ...], BeforeValidator(as_list), BeforeValidator(_one_each), OrList()]


class Links(Part):
    """Where a paper and what belongs to it is found."""

    pdf: PublishedFile | None = Field(
        None, description="The paper: a file in files/, or its address.", examples=["paper.pdf"]
    )
    doi: Doi | None = Field(None, description="Its DOI.", examples=["10.1000/182"])
    arxiv: Arxiv | None = Field(None, description="Its number at arXiv.", examples=["2101.00001"])
    anthology: Anthology | None = Field(None, description="Its id in the ACL Anthology.", examples=["2021.example-1.1"])
    openreview: Url | None = Field(
        None, description="Its page at OpenReview.", examples=["https://openreview.net/forum?id=abc"]
    )
    code: Url | None = Field(None, description="Its code.", examples=["https://example.org/code"])
    data: Url | None = Field(None, description="Its data.", examples=["https://example.org/data"])
    project: Url | None = Field(None, description="Its own page.", examples=["https://example.org/project"])
    poster: PublishedFile | None = Field(
        None, description="Its poster: a file in files/, or an address.", examples=["poster.pdf"]
    )
    slides: PublishedFile | None = Field(
        None, description="Its slides: a file in files/, or an address.", examples=["slides.pdf"]
    )
    video: Url | None = Field(None, description="Its recording.", examples=["https://example.org/video"])
    supplementary: PublishedFile | None = Field(
        None, description="What goes with it: a file in files/, or an address.", examples=["more.zip"]
    )

    @property
    def known(self) -> tuple[tuple[str, str], ...]:
        """What there is, in order: the name of its field, and a file in files/ or a whole address."""
        written = ((field, getattr(self, field)) for field in type(self).model_fields)
        return tuple(
            (field, LIBRARIES[field].at(value) if field in LIBRARIES else value) for field, value in written if value
        )


def _pages(text: str) -> str:
    """Pages as numbers: `12-25`, or one of them."""
    found = re.fullmatch(r"([0-9]+)(?:\s*(?:-|–|—|--|to)\s*([0-9]+))?", text)
    if not found or int(found[2] or found[1]) < int(found[1]):
        raise wrong(f'"{text}" are no pages.', "Write the first and the last, such as 12-25")
    return "-".join(filter(None, found.groups()))


Pages = Annotated[Text, AfterValidator(_pages), Written("pages", "pages", "[0-9]+[^0-9]*[0-9]*")]


class Paper(Part):
    """A paper that was accepted."""

    title: Text = Field(description="Its title; formulas between $ are allowed.", examples=["A Study of Examples"])
    authors: Authors = Field(
        (), description="Who wrote it, in order: names, or entries with fields.", examples=["- Ada Example"]
    )
    given_id: Id | None = Field(None, alias="id", description="What the program and links call it.", examples=["p1"])
    number: Text | None = Field(None, description="Its number among the submissions.", examples=["12"])
    abstract: Prose | None = Field(None, description="Its abstract; Markdown.", examples=["We study …"])
    tldr: Text | None = Field(None, description="It in one sentence.", examples=["Examples help."])
    keywords: OneOrMany[Text] = Field((), description="What it is about.", examples=["- retrieval"])
    kind: Text | None = Field(None, description="What sort of paper it is.", examples=["Short paper"])
    track: Text | None = Field(None, description="The track it belongs to.", examples=["Demos"])
    archival: bool | None = Field(None, description="Whether it stands in the proceedings.", examples=["no"])
    award: OneOrMany[Text] = Field((), description="What it won.", examples=["Best paper"])
    board: Text | None = Field(None, description="Where its poster hangs.", examples=["12"])
    pages: Pages | None = Field(None, description="Its pages in the proceedings.", examples=["12-25"])
    links: Links = Field(Links(), description="Where the paper and what belongs to it is found.")
    thumbnail: PictureFile | None = Field(
        None, description="A small picture of it: the name of a file in files/.", examples=["p1.png"]
    )
    alt: Text | None = Field(
        None, description="What the picture shows, for those who do not see it.", examples=["A cat beside its caption"]
    )
    bibtex: Lines | None = Field(
        None, description="Its BibTeX, where it must not be made from the fields.", examples=["@inproceedings{…}"]
    )
    note: Prose | None = Field(None, description="What else to know; Markdown.", examples=["Also shown as a demo."])
    formerly: OneOrMany[Id] = Field((), description="Earlier ids, so that old links still lead here.", examples=["p0"])

    @property
    def id(self) -> str:
        """The id of addresses and references: as given, otherwise made of the number, otherwise of the title."""
        return self.given_id or slug(self.number or "") or slug(self.title)[:LONGEST_ID].rstrip("-")

    @model_validator(mode="after")
    def _can_be_told_apart(self) -> Self:
        if not self.id:
            raise wrong("This title has no letters, so the paper needs an id.", "Write for example id: p1", at="title")
        if self.alt and not self.thumbnail:
            raise wrong("Here a picture is described that is not there.", "Write thumbnail: and its file.", at="alt")
        return self


class Papers(Part):
    """The accepted papers, in the order written, or the word that they will be announced."""

    papers: Announced[Paper] = Field(
        description="One entry a paper; or `to be announced`.",
        examples=["- {id: p1, title: A Study of Examples, authors: [Ada Example]}"],
    )
    formerly: Formerly = ()

    @property
    def everybody(self) -> tuple[Person, ...]:
        """Every entry of a person here, in the order written."""
        return tuple(author.person for paper in self.papers for author in paper.authors)
