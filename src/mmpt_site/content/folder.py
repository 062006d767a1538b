"""The folder `content/` in, what lies in it out, and a problem for everything that nothing reads."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mmpt_site.model.scalars import slug
from mmpt_site.problems import Mark, Problem, nearest
from mmpt_site.project import LITTER, composed, place, strays

# `dates.yaml.txt`, `dates (1).yaml`, `dates - Copy.yml`
RENAMED = re.compile(
    r"(?P<stem>.*?)(?:\.ya?ml)?(?: ?\([0-9]+\)|[ _-]+copy(?: ?[0-9]+)?| [0-9]+)?(?:\.ya?ml)?"
    r"(?:\.(?:txt|bak|orig|old))?",
    re.IGNORECASE,
)
FOLDERS = {"files": "pictures and PDFs", "pages": "Markdown pages"}


@dataclass
class ContentFolder:
    """The content folder, and what was found wrong in it so far."""

    path: Path
    problems: list[Problem] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)  # names of links that are told, and not followed

    def named(self, *parts: str) -> str:
        """How organizers call a file in the folder."""
        return "/".join((self.path.name, *parts))

    def place(self, *names: str) -> Path:
        """Where something lies in the folder, in whichever form the disk has its name."""
        return place(self.path, *names)

    def tell(self, message: str, hint: str, *name: str) -> None:
        """Remember a problem of a whole file or folder."""
        self.problems.append(Problem(Mark(self.named(*name)), message, hint))

    def entries(self, *below: str) -> dict[str, Path]:
        """What lies in the folder by its composed name, in order, without hidden files and editors' backups."""
        try:
            found = sorted(self.place(*below).iterdir(), key=lambda entry: composed(entry.name))
        except OSError as error:
            self.tell(f"This folder cannot be read: {error.strerror}.", "Are you allowed to?", *below)
            return {}
        entries: dict[str, Path] = {}
        for entry in found:
            name = composed(entry.name)
            if name.startswith((".", "#")) or name.endswith("~") or name.casefold() in LITTER:
                continue
            if name in entries:
                message = "Two files have this name, each with its accents written in another way."
                self.tell(message, "Delete one of the two.", *below, name)
            elif strays(entry, self.path):
                self.refused.add(name)
                where = f"out of {self.path.name}/" if entry.exists() else "nowhere"
                self.tell(f"This link leads {where}.", "Put the file itself here.", *below, name)
            else:
                entries[name] = entry
        return entries

    def check_names(
        self,
        entries: Mapping[str, Path],
        files: tuple[str, ...],
        needed: Mapping[str, str],
        *edition: str,
        folders: tuple[str, ...] = (),
    ) -> list[str]:
        """Tell the files that nothing reads, and those that are missing and not only misnamed; gives the former.

        Of the folders named, each holds files of the kind that is called so.
        """
        known = [f"{name}.yaml" for name in files]
        strange = []
        for name, path in entries.items():
            # beside site.yaml every other folder is an edition
            if name in known or (path.is_dir() and (name in (*FOLDERS, *folders) or not edition)):
                continue
            strange.append(name)
            kind = "folder" if path.is_dir() else "file"
            self.tell(f"Nothing reads this {kind}.", self._meant(name, known, entries), *edition, name)
        for name, purpose in needed.items():
            if name not in entries and name not in self.refused and not any(nearest(each, [name]) for each in strange):
                self.tell("This file is missing.", purpose, *edition, name)
        return strange

    def editions(self, entries: Mapping[str, Path]) -> list[str]:
        """The names of the editions among the entries of the content folder."""
        editions = []
        for name, path in entries.items():
            if not path.is_dir() or name in FOLDERS:
                continue
            if name == slug(name):
                editions.append(name)
            else:
                hint = f"Call it {slug(name) or 'by a year'}: its name becomes part of addresses."
                self.tell("This folder has no plain name.", hint, name)
        if not editions and not self.refused:
            hint = f"Make a folder named after the year, such as {self.named('2021')}/, with a workshop.yaml in it."
            self.tell("There is no edition here.", hint)
        return editions

    def pages(self, entries: Mapping[str, Path], *edition: str) -> Iterator[str]:
        """The names, without `.md`, of the Markdown pages beside the other entries."""
        if "pages" not in entries or not entries["pages"].is_dir():
            return
        for file in self.entries(*edition, "pages"):
            name = file.removesuffix(".md")
            if name == file:
                hint = "The files here are Markdown, such as venue.md; pictures and PDFs lie in files/ beside pages/."
                self.tell("Nothing reads this file.", hint, *edition, "pages", file)
            elif name != slug(name):
                hint = f"Call it {slug(name) or 'venue'}.md: its name becomes part of an address."
                self.tell("This file has no plain name.", hint, *edition, "pages", file)
            else:
                yield name

    def split(self, edition: str, folder: str) -> Iterator[str]:
        """The names, without `.yaml`, of the files in a folder that holds several of one kind."""
        for file in self.entries(edition, folder):
            name = file.removesuffix(".yaml")
            if name == file:
                hint = f"The files here are like {folder}.yaml, and called as you like: {folder}/demos.yaml"
                self.tell("Nothing reads this file.", hint, edition, folder, file)
            else:
                yield name

    def _meant(self, name: str, known: list[str], entries: Mapping[str, Path]) -> str:
        if name in FOLDERS:
            return f"It lies in the folder of an edition, such as {self.named('2021')}/."
        if name.endswith(".md"):
            return "Markdown pages lie in the folder pages/ beside it."
        stems = {each.removesuffix(".yaml"): each for each in known}
        found = RENAMED.fullmatch(name)
        stem = found["stem"].strip() if found else name
        near = stems.get(stem.casefold()) or stems.get(nearest(stem, stems), "")
        if near in entries:
            return f"Did you mean {near}? It is there, too: take over what you need, and delete this one."
        if near and stem.casefold() in stems:
            return f"Rename it to {near}"
        return f"Did you mean {near}? Then rename it." if near else f"The files here are {', '.join(sorted(known))}."
