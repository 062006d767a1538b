"""The folder `content/` in, a Site out, with every problem of all its files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mmpt_site.content import rules
from mmpt_site.content.decode import Decoded, PartType, decode
from mmpt_site.content.document import Document, Location
from mmpt_site.content.source import read
from mmpt_site.model.call import Call
from mmpt_site.model.dates import Dates
from mmpt_site.model.edition import Edition, everybody
from mmpt_site.model.organizers import Organizers
from mmpt_site.model.part import Part
from mmpt_site.model.person import People
from mmpt_site.model.program import Program
from mmpt_site.model.scalars import KnownPeople, slug
from mmpt_site.model.site import Series, Site
from mmpt_site.model.topics import Topics
from mmpt_site.model.workshop import Workshop
from mmpt_site.problems import Mark, Problem, nearest, stops

# which file of an edition holds which type; those that name people come first, so that the others can cite them
FILES: dict[str, type[Part]] = {
    "organizers": Organizers,
    "people": People,
    "workshop": Workshop,
    "call": Call,
    "topics": Topics,
    "dates": Dates,
    "program": Program,
}
PEOPLE = ("organizers.yaml", "people.yaml")
FOLDERS = {"files"}


@dataclass(frozen=True)
class EditionFiles:
    """What the files of one edition gave: parts and documents by the name of the file, without `.yaml`."""

    id: str
    parts: Mapping[str, Part]
    documents: Mapping[str, Document]


@dataclass(frozen=True)
class Loaded:
    """The site, unless something is wrong, and where everything stands."""

    site: Site | None
    editions: tuple[EditionFiles, ...]
    documents: Mapping[str, Document]  # by path
    problems: tuple[Problem, ...]


@dataclass
class _Folder:
    """The content folder, and what was found wrong in it so far."""

    path: Path
    problems: list[Problem] = field(default_factory=list)

    def named(self, *parts: str) -> str:
        """How organizers call a file in the folder."""
        return "/".join((self.path.name, *parts))

    def tell(self, name: str, message: str, hint: str, *above: str) -> None:
        """Remember a problem of a whole file or folder."""
        self.problems.append(Problem(Mark(self.named(*above, name)), message, hint))

    def entries(self, *below: str) -> dict[str, Path]:
        """What lies in the folder, in the order of the names, without hidden files and editors' backups."""
        folder = self.path.joinpath(*below)
        try:
            found = sorted(folder.iterdir(), key=lambda entry: entry.name)
        except OSError as error:
            mark = Mark(self.named(*below))
            self.problems.append(Problem(mark, f"This folder cannot be read: {error.strerror}.", "Are you allowed to?"))
            return {}
        return {entry.name: entry for entry in found if not entry.name.startswith((".", "#")) and entry.name[-1] != "~"}

    def check_names(self, entries: Mapping[str, Path], needed: Mapping[str, str], *edition: str) -> list[str]:
        """Tell the files that nothing reads, and those that are missing and not only misnamed; gives the former."""
        known = [f"{name}.yaml" for name in FILES] if edition else ["site.yaml"]
        strange = []
        for name, path in entries.items():
            if name in known or (path.is_dir() and (name in FOLDERS if edition else name not in FOLDERS)):
                continue
            strange.append(name)
            what = "folder" if path.is_dir() else "file"
            near = nearest(name.removesuffix(".yml"), [each.removesuffix(".yaml") for each in known])
            hint = f"Did you mean {near}.yaml?" if near else f"The files here are {', '.join(sorted(known))}."
            hint = f"It lies in the folder of an edition, such as {self.named('2021')}/." if name in FOLDERS else hint
            self.tell(name, f"Nothing reads this {what}.", hint, *edition)
        for name, purpose in needed.items():
            if name not in entries and not any(nearest(each, [name]) for each in strange):
                self.tell(name, "This file is missing.", purpose, *edition)
        return strange


def load(folder: Path) -> Loaded:
    """Read, decode and check everything under `folder`."""
    content = _Folder(folder)
    entries = content.entries()
    content.check_names(entries, {"site.yaml": "It holds the name of the workshop and the address of its site."})
    series = document = None
    if "site.yaml" in entries:
        decoded = _file(content, Series, ("site.yaml",), {})
        series, document = (decoded.part, decoded.document) if decoded else (None, None)
    found = tuple(_edition(content, edition) for edition in _edition_folders(content, entries))
    documents = {d.path: d for files in found for d in files.documents.values()}
    if document:
        documents[document.path] = document
    if series and document:
        content.problems += rules.check_series(series, document, [files.id for files in found])
    for files in found:
        content.problems += rules.check_edition(files.parts, files.documents)
    site = None
    if series and not stops(content.problems, strict=False):
        site = Site(series, tuple(Edition(files.id, **files.parts) for files in found))  # type: ignore[arg-type]
    return Loaded(site, found, documents, tuple(content.problems))


def _edition_folders(content: _Folder, entries: Mapping[str, Path]) -> list[str]:
    """The names of the editions."""
    editions = []
    for name, path in entries.items():
        if not path.is_dir() or name in FOLDERS:
            continue
        if name == slug(name):
            editions.append(name)
        else:
            hint = f"Call it {slug(name) or 'by a year'}: its name becomes part of addresses."
            content.tell(name, "This folder has no plain name.", hint)
    if not editions:
        hint = f"Make a folder named after the year, such as {content.named('2021')}/, with a workshop.yaml in it."
        content.problems.append(Problem(Mark(content.path.name), "There is no edition here.", hint))
    return editions


def _edition(content: _Folder, edition: str) -> EditionFiles:
    """Decode the files of one edition; what is wrong in one hides nothing in another."""
    parts: dict[str, Part] = {}
    documents: dict[str, Document] = {}
    entries = content.entries(edition)
    strange = content.check_names(entries, {"workshop.yaml": "It holds the title, where and when it is."}, edition)
    whole = not any(nearest(name, PEOPLE) for name in strange)
    context: dict[str, Any] = {}
    for name, kind in FILES.items():
        if f"{name}.yaml" not in entries:
            continue
        if f"{name}.yaml" not in PEOPLE:
            context = context or {"people": _known_people(parts, complete=whole)}
        decoded = _file(content, kind, (edition, f"{name}.yaml"), context)
        if f"{name}.yaml" in PEOPLE:
            whole = whole and decoded is not None and all(map(_keeps_people, decoded.lost))
        if decoded and decoded.part:
            parts[name] = decoded.part
            documents[name] = decoded.document
    return EditionFiles(edition, parts, documents)


def _file(
    content: _Folder, kind: type[PartType], name: tuple[str, ...], context: Mapping[str, Any]
) -> Decoded[PartType] | None:
    """Read and decode one file; its problems go to the others."""
    source = read(content.path.joinpath(*name), content.named(*name))
    content.problems += source.problems
    if not source.document:
        return None
    decoded = decode(source.document, kind, context)
    content.problems += decoded.problems
    return decoded


def _keeps_people(lost: Location) -> bool:
    """Whether what was left out is a detail of somebody, and nobody is missing for it."""
    detail = len(lost) > 2 and isinstance(lost[-1], str) and lost[-1] != "members"
    return detail or "affiliation" in lost


def _known_people(parts: Mapping[str, Part], *, complete: bool) -> KnownPeople:
    """Whom the edition's files can cite; incomplete when somebody may be missing because of a slip."""
    organizers, people = parts.get("organizers"), parts.get("people")
    everyone = everybody(
        organizers if isinstance(organizers, Organizers) else None, people if isinstance(people, People) else None
    )
    return KnownPeople.of(((person.id, person.name) for person in everyone), complete=complete)
