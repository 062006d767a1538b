"""The folder `content/` in, a Site out, with every problem of all its files."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mmpt_site.content import markdown, rules, source
from mmpt_site.content.decode import Decoded, PartType, decode
from mmpt_site.content.document import Document, Location
from mmpt_site.content.folder import ContentFolder
from mmpt_site.content.outline import Outline
from mmpt_site.content.requires import check_requires
from mmpt_site.model.awards import Awards
from mmpt_site.model.call import Call
from mmpt_site.model.challenges import Challenges
from mmpt_site.model.conduct import Conduct
from mmpt_site.model.dates import Dates
from mmpt_site.model.edition import Edition, everybody
from mmpt_site.model.faq import Faq
from mmpt_site.model.files import KnownFiles
from mmpt_site.model.gallery import Gallery
from mmpt_site.model.keynotes import Keynotes
from mmpt_site.model.news import News
from mmpt_site.model.organizers import Organizers
from mmpt_site.model.page import MarkdownPage
from mmpt_site.model.part import Part
from mmpt_site.model.person import People
from mmpt_site.model.program import Program
from mmpt_site.model.registration import Registration
from mmpt_site.model.resources import Resources
from mmpt_site.model.scalars import KnownPeople
from mmpt_site.model.site import Series, Site
from mmpt_site.model.sponsors import Sponsors
from mmpt_site.model.topics import Topics
from mmpt_site.model.venue import Venue
from mmpt_site.model.workshop import Workshop
from mmpt_site.problems import Problem, nearest, stops
from mmpt_site.project import files

# which file of an edition holds which type; those that name people come first, so that the others can cite them
FILES: dict[str, type[Part]] = {
    "people": People,
    "organizers": Organizers,
    "keynotes": Keynotes,
    "workshop": Workshop,
    "call": Call,
    "topics": Topics,
    "dates": Dates,
    "program": Program,
    "news": News,
    "venue": Venue,
    "registration": Registration,
    "challenges": Challenges,
    "awards": Awards,
    "sponsors": Sponsors,
    "faq": Faq,
    "conduct": Conduct,
    "gallery": Gallery,
    "resources": Resources,
}
PEOPLE = ("organizers.yaml", "people.yaml", "keynotes.yaml")


@dataclass(frozen=True)
class EditionFiles:
    """What the files of one edition gave: parts and documents by the name of the file, without `.yaml` or `.md`.

    What belongs to the series as a whole, `site.yaml` and its pages, has the id `""`.
    """

    id: str
    parts: Mapping[str, Part]
    documents: Mapping[str, Document]

    @property
    def pages(self) -> dict[str, MarkdownPage]:
        """The Markdown pages among the parts, by the names of their files."""
        return {
            name.removeprefix("pages/"): part for name, part in self.parts.items() if isinstance(part, MarkdownPage)
        }

    @property
    def fields(self) -> dict[str, Part]:
        """The parts that are fields of an Edition."""
        return {name: part for name, part in self.parts.items() if name in FILES}


@dataclass(frozen=True)
class Loaded:
    """The site, unless something is wrong, and where everything stands."""

    site: Site | None
    editions: tuple[EditionFiles, ...]
    series: EditionFiles  # what belongs to all of them
    documents: Mapping[str, Document]  # by path
    problems: tuple[Problem, ...]

    @property
    def everything(self) -> tuple[EditionFiles, ...]:
        """The editions, and what belongs to all of them."""
        return (*self.editions, self.series)


def load(folder: Path) -> Loaded:
    """Read, decode and check everything under `folder`."""
    content = ContentFolder(folder)
    entries = content.entries()
    needed = {"site.yaml": "It holds the name of the workshop, its acronym, and the address of its site."}
    content.check_names(entries, ("site",), needed)
    series = document = None
    if "site.yaml" in entries:
        found = source.read(folder / "site.yaml", content.named("site.yaml"), Outline(Series))
        if found.document and (problem := check_requires(found.document)):
            return Loaded(None, (), EditionFiles("", {}, {}), {found.document.path: found.document}, (problem,))
        context = {"files": _known_files(content)}
        decoded = _decoded(content, Series, found, context)
        series, document = (decoded.part, decoded.document) if decoded else (None, None)
    editions = [_edition(content, edition) for edition in content.editions(entries)]
    pages = _pages(content, entries)
    if series and document:
        pages = EditionFiles("", {"site": series, **pages.parts}, {"site": document, **pages.documents})
    documents = {d.path: d for each in (*editions, pages) for d in each.documents.values()}
    if series and document:
        content.problems += rules.check_series(series, document, [each.id for each in editions])
    for each in editions:
        content.problems += rules.check_edition(each.parts, each.documents)
    site = None
    if series and not stops(content.problems, strict=False):
        made = (Edition(each.id, pages=each.pages, **each.fields) for each in editions)  # type: ignore[arg-type]
        site = Site(series, tuple(made), pages.pages)
    return Loaded(site, tuple(editions), pages, documents, tuple(content.problems))


def _edition(content: ContentFolder, edition: str) -> EditionFiles:
    """Decode the files of one edition; what is wrong in one hides nothing in another."""
    parts: dict[str, Part] = {}
    documents: dict[str, Document] = {}
    entries = content.entries(edition)
    needed = {"workshop.yaml": "It holds the title, where and when it is; a line title: … is enough."}
    strange = content.check_names(entries, tuple(FILES), needed, edition)
    whole = not any(nearest(name, PEOPLE) for name in strange)
    context: dict[str, Any] = {"files": _known_files(content, edition)}
    if re.fullmatch("[0-9]{4}", edition):
        context["year"] = edition
    for name, kind in FILES.items():
        if f"{name}.yaml" not in entries:
            continue
        if f"{name}.yaml" in PEOPLE:
            context["known"] = _known_people(parts, complete=whole)
        elif "people" not in context:
            context["people"] = _known_people(parts, complete=whole)
        file = (edition, f"{name}.yaml")
        found = source.read(content.place(*file), content.named(*file), Outline(kind))
        decoded = _decoded(content, kind, found, context)
        if f"{name}.yaml" in PEOPLE:
            broken = decoded is None or any(problem.level == "error" for problem in found.problems)
            whole = whole and not broken and all(map(_keeps_people, decoded.lost if decoded else ()))
        if decoded and decoded.part:
            parts[name] = decoded.part
            documents[name] = decoded.document
    pages = _pages(content, entries, edition)
    return EditionFiles(edition, parts | dict(pages.parts), documents | dict(pages.documents))


def _known_files(content: ContentFolder, *edition: str) -> KnownFiles:
    """The files that an edition brings along, or the series."""
    brought = frozenset(name for name, _ in files(content.place(*edition, "files"), content.path))
    return KnownFiles(content.named(*edition, "files"), brought)


def _pages(content: ContentFolder, entries: Mapping[str, Path], *edition: str) -> EditionFiles:
    """Decode the Markdown pages that lie beside other entries."""
    parts: dict[str, Part] = {}
    documents: dict[str, Document] = {}
    for name in content.pages(entries, *edition):
        place = (*edition, "pages", f"{name}.md")
        found = markdown.read(content.place(*place), content.named(*place))
        decoded = _decoded(content, MarkdownPage, found, {})
        if decoded and decoded.part:
            parts[f"pages/{name}"] = decoded.part
            documents[f"pages/{name}"] = decoded.document
    return EditionFiles("".join(edition), parts, documents)


def _decoded(
    content: ContentFolder, kind: type[PartType], found: source.Source, context: Mapping[str, Any]
) -> Decoded[PartType] | None:
    """Decode one file; its problems go to the others, but no second one of a place that could not be read right."""
    content.problems += found.problems
    if not found.document:
        return None
    decoded = decode(found.document, kind, context)
    misread = {(p.mark.line, p.mark.column) for p in found.problems if p.level == "error"}
    content.problems += [p for p in decoded.problems if (p.mark.line, p.mark.column) not in misread]
    return decoded


def _keeps_people(lost: Location) -> bool:
    """Whether what was left out is a detail of somebody, and nobody is missing for it."""
    detail = len(lost) > 2 and isinstance(lost[-1], str) and lost[-1] not in {"members", "speaker"}
    return detail or "affiliation" in lost


def _known_people(parts: Mapping[str, Part], *, complete: bool) -> KnownPeople:
    """Whom the edition's files can cite; incomplete when somebody may be missing because of a slip."""
    organizers, people, keynotes = (parts.get(name) for name in ("organizers", "people", "keynotes"))
    everyone = everybody(
        organizers if isinstance(organizers, Organizers) else None,
        people if isinstance(people, People) else None,
        keynotes if isinstance(keynotes, Keynotes) else None,
    )
    return KnownPeople.of(((person.id, person.name) for person in everyone), complete=complete)
