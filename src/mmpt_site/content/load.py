"""The folder `content/` in, a Site out, with every problem of all its files."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mmpt_site.content import rules
from mmpt_site.content.decode import PartType, decode
from mmpt_site.content.document import Document
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


def load(folder: Path) -> Loaded:
    """Read, decode and check everything under `folder`."""
    content = _Folder(folder)
    if not (folder / "site.yaml").is_file():
        hint = "It holds the name of the workshop and the address of its site."
        return Loaded(None, (), {}, (Problem(Mark(content.named("site.yaml")), "This file is missing.", hint),))
    series, document = _file(content, Series, ("site.yaml",), {})
    found = tuple(_edition(content, edition) for edition in _edition_folders(content))
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


def _edition_folders(content: _Folder) -> list[str]:
    """The names of the editions; anything else that lies beside them is told."""
    editions = []
    for entry in _visible(content.path):
        if entry.is_dir():
            if entry.name == slug(entry.name):
                editions.append(entry.name)
            else:
                hint = f"Call it {slug(entry.name) or '2021'}: its name becomes part of addresses."
                content.problems.append(
                    Problem(Mark(content.named(entry.name)), "This folder has no plain name.", hint)
                )
        elif entry.name != "site.yaml":
            _unknown(content, (entry.name,), ["site.yaml"])
    if not editions:
        hint = "Make a folder named after the year, for example content/2021/, with a workshop.yaml in it."
        content.problems.append(Problem(Mark(content.path.name), "There is no edition here.", hint))
    return editions


def _edition(content: _Folder, edition: str) -> EditionFiles:
    """Decode the files of one edition; what is wrong in one hides nothing in another."""
    parts: dict[str, Part] = {}
    documents: dict[str, Document] = {}
    present = {entry.name for entry in _visible(content.path / edition)}
    context: dict[str, Any] = {}
    for name, kind in FILES.items():
        if f"{name}.yaml" in present:
            if name not in {"organizers", "people"} and not context:
                context = {"people": _known_people(parts, present)}
            part, document = _file(content, kind, (edition, f"{name}.yaml"), context)
            if part:
                parts[name] = part
            if document:
                documents[name] = document
    if "workshop.yaml" not in present:
        hint = "It holds the title of this edition, where and when it is."
        content.problems.append(Problem(Mark(content.named(edition, "workshop.yaml")), "This file is missing.", hint))
    for entry in _visible(content.path / edition):
        if entry.name not in FOLDERS and entry.name.removesuffix(".yaml") not in FILES:
            _unknown(content, (edition, entry.name), [f"{name}.yaml" for name in sorted(FILES)])
    return EditionFiles(edition, parts, documents)


def _file(
    content: _Folder, kind: type[PartType], name: tuple[str, ...], context: Mapping[str, Any]
) -> tuple[PartType | None, Document | None]:
    source = read(content.path.joinpath(*name), content.named(*name))
    content.problems += source.problems
    if not source.document:
        return None, None
    decoded = decode(source.document, kind, context)
    content.problems += decoded.problems
    return decoded.part, decoded.document


def _known_people(parts: Mapping[str, Part], present: set[str]) -> KnownPeople:
    """Whom the edition's files can cite; incomplete when a file of people could not be read whole."""
    organizers, people = parts.get("organizers"), parts.get("people")
    complete = all(name in parts for name in ("organizers", "people") if f"{name}.yaml" in present)
    everyone = everybody(
        organizers if isinstance(organizers, Organizers) else None, people if isinstance(people, People) else None
    )
    return KnownPeople.of(((person.id, person.name) for person in everyone), complete=complete)


def _unknown(content: _Folder, name: tuple[str, ...], known: list[str]) -> None:
    near = nearest(name[-1].replace(".yml", ".yaml"), known)
    hint = f"Did you mean {near}?" if near else f"The files here are {', '.join(known)}; pictures go into files/."
    content.problems.append(Problem(Mark(content.named(*name)), "Nothing reads this file.", hint))


def _visible(folder: Path) -> list[Path]:
    """The entries of a folder in the order of their names, without hidden files and editors' backups."""
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return [entry for entry in entries if not entry.name.startswith((".", "#")) and not entry.name.endswith("~")]
