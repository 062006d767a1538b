"""The folder of one edition in, its parts and documents out; what is wrong in one file hides nothing in another."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from mmpt_site.content import markdown, source
from mmpt_site.content.decode import Decoded, PartType, decode
from mmpt_site.content.document import Document, Location
from mmpt_site.content.folder import ContentFolder
from mmpt_site.content.joined import Joined
from mmpt_site.content.outline import Outline
from mmpt_site.model.call import Call
from mmpt_site.model.cited import Citable
from mmpt_site.model.dates import Dates
from mmpt_site.model.edition import Edition
from mmpt_site.model.files import KnownFiles
from mmpt_site.model.keynotes import Keynotes
from mmpt_site.model.news import News
from mmpt_site.model.organizers import Organizers
from mmpt_site.model.page import MarkdownPage
from mmpt_site.model.papers import Papers
from mmpt_site.model.part import Part
from mmpt_site.model.person import People
from mmpt_site.model.program import Program
from mmpt_site.model.scalars import KnownPeople
from mmpt_site.model.topics import Topics
from mmpt_site.model.workshop import Workshop
from mmpt_site.problems import nearest
from mmpt_site.project import files

# which file of an edition holds which type; those that name people and papers come first, so that the others cite them
FILES: dict[str, type[Part]] = {
    "people": People,
    "organizers": Organizers,
    "keynotes": Keynotes,
    "papers": Papers,
    "workshop": Workshop,
    "call": Call,
    "topics": Topics,
    "dates": Dates,
    "program": Program,
    "news": News,
}
SPLIT = ("papers",)  # which of them may also be a folder of several
NAMING = (People, Organizers, Keynotes, Papers)
NAMERS = ("people.yaml", "organizers.yaml", "keynotes.yaml", "papers.yaml")


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
        """The parts as fields of an Edition, those of one field joined."""
        found = {name: part for name, part in self.parts.items() if name in FILES}
        if papers := self._papers:
            first = next(iter(papers.values()))
            found["papers"] = first.model_copy(
                update={"papers": tuple(paper for part in papers.values() for paper in part.papers)}
            )
        return found

    @property
    def places(self) -> Mapping[str, Document | Joined]:
        """Where the values of these fields stand."""
        if not (papers := self._papers):
            return self.documents
        joined = Joined(tuple((self.documents[name], len(part.papers)) for name, part in papers.items()))
        return {**self.documents, "papers": joined}

    @property
    def edition(self) -> Edition:
        """The edition, if nothing is wrong."""
        where = tuple((name, index) for name, part in self._papers.items() for index in range(len(part.papers)))
        return Edition(self.id, pages=self.pages, paper_files=where, **self.fields)  # type: ignore[arg-type]

    @property
    def _papers(self) -> dict[str, Papers]:
        return {name: part for name, part in self.parts.items() if isinstance(part, Papers)}


def read_edition(content: ContentFolder, edition: str) -> EditionFiles:
    """Decode the files of one edition."""
    parts: dict[str, Part] = {}
    documents: dict[str, Document] = {}
    entries = content.entries(edition)
    needed = {"workshop.yaml": "It holds the title, where and when it is; a line title: … is enough."}
    strange = content.check_names(entries, tuple(FILES), needed, edition, folders=SPLIT)
    known = KnownPeople({}, {}, complete=not any(nearest(name, NAMERS) for name in strange))
    context: dict[str, Any] = {"files": known_files(content, edition)}
    if re.fullmatch("[0-9]{4}", edition):
        context["year"] = edition
    for name, kind in _present(content, entries, edition):
        context |= {"known": known} if kind in NAMING else _cited(context, known, parts)
        file = (edition, f"{name}.yaml")
        found = source.read(content.place(*file), content.named(*file), Outline(kind))
        decoded = decoded_part(content, kind, found, context)
        if kind in NAMING:
            broken = decoded is None or any(problem.level == "error" for problem in found.problems)
            whole = not broken and all(map(_keeps_what_it_names, decoded.lost if decoded else ()))
            known = replace(known, complete=known.complete and whole)
        if decoded and decoded.part:
            parts[name] = decoded.part
            documents[name] = decoded.document
            if isinstance(decoded.part, NAMING):
                known.add((person.id, person.name) for person in decoded.part.everybody)
    pages = read_pages(content, entries, edition)
    return EditionFiles(edition, parts | dict(pages.parts), documents | dict(pages.documents))


def read_pages(content: ContentFolder, entries: Mapping[str, Path], *edition: str) -> EditionFiles:
    """Decode the Markdown pages that lie beside other entries."""
    parts: dict[str, Part] = {}
    documents: dict[str, Document] = {}
    for name in content.pages(entries, *edition):
        place = (*edition, "pages", f"{name}.md")
        found = markdown.read(content.place(*place), content.named(*place))
        decoded = decoded_part(content, MarkdownPage, found, {})
        if decoded and decoded.part:
            parts[f"pages/{name}"] = decoded.part
            documents[f"pages/{name}"] = decoded.document
    return EditionFiles("".join(edition), parts, documents)


def known_files(content: ContentFolder, *edition: str) -> KnownFiles:
    """The files that an edition brings along, or the series."""
    brought = frozenset(name for name, _ in files(content.place(*edition, "files"), content.path))
    return KnownFiles(content.named(*edition, "files"), brought)


def decoded_part(
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


def _present(content: ContentFolder, entries: Mapping[str, Path], edition: str) -> Iterator[tuple[str, type[Part]]]:
    """The files that are there, in the order in which they are read: path without `.yaml`, and type."""
    for name, kind in FILES.items():
        if f"{name}.yaml" in entries:
            yield name, kind
        if name in SPLIT and name in entries:
            yield from ((f"{name}/{each}", kind) for each in content.split(edition, name))


def _keeps_what_it_names(lost: Location) -> bool:
    """Whether what was left out is a detail of somebody or of a paper, and nobody and no paper is missing for it."""
    detail = len(lost) > 2 and isinstance(lost[-1], str) and lost[-1] not in {"members", "speaker", "authors", "title"}
    return detail or "affiliation" in lost


def _cited(context: Mapping[str, Any], known: KnownPeople, parts: Mapping[str, Part]) -> dict[str, Any]:
    """Whom and what the files that come after can cite."""
    if "people" in context:
        return {}
    papers = [paper for part in parts.values() if isinstance(part, Papers) for paper in part.papers]
    keynotes = [keynote for part in parts.values() if isinstance(part, Keynotes) for keynote in part.keynotes]
    whole = known.complete
    return {
        "people": known,
        "papers": Citable.papers(papers, complete=whole),
        "keynotes": Citable.keynotes(keynotes, complete=whole),
    }
