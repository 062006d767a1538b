"""A project and its files in, its pictures as pages show them out: their addresses, files and problems."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mmpt_site.cache import Store
from mmpt_site.content.load import Loaded
from mmpt_site.model.scalars import slug
from mmpt_site.output import Output
from mmpt_site.pages.picture import TEXT, Candidate, Picture, Pictures, Source
from mmpt_site.pictures.facts import Facts, told
from mmpt_site.pictures.studio import Job, digest, facts, is_located, made
from mmpt_site.pictures.wanted import Wanted, wanted
from mmpt_site.problems import Mark, Problem
from mmpt_site.project import Project

LOCATED = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".heic", ".heif", ".tif", ".tiff")
TAKE_OUT = "Export it again without its place, or do not link to it: pictures that are only shown tell nothing."
UNUSED = "Nothing on the site leads to it: delete it, or export it again without its place."


@dataclass(frozen=True)
class Gallery:
    """Every picture of a site; their files are made one by one."""

    pictures: Pictures
    problems: tuple[Problem, ...]
    jobs: tuple[Job, ...]
    originals: frozenset[str]  # paths of files that pages show only by what is made of them
    store: Store
    forgets: bool  # unless others remember there, too

    @property
    def number(self) -> int:
        """How many files are made."""
        return sum(len(job.paths) for job in self.jobs)

    def claims(self) -> Iterator[tuple[str, Mark, str]]:
        """Who wants which file of the site, and what to do if another has it."""
        for job in self.jobs:
            for path in job.paths:
                yield path, job.wanted.mark, "Rename one of the two pictures."

    def outputs(self) -> Iterator[Output | Problem]:
        """Every file of every picture; when all are made, what no picture needs any more is forgotten."""
        whole = True
        for job, found in made(self.jobs, self.store):
            if isinstance(found, list):
                yield from map(Output, job.paths, found)
            else:
                whole = False
                yield Problem(job.wanted.mark, str(found), found.hint)
        if whole and self.forgets:
            self.store.forget()

    def reveals(self, path: str, file: Path, data: bytes, named: str, *, is_linked: bool) -> Iterator[Problem]:
        """A warning for a file that is published as it is and says where it was taken."""
        if path.casefold().endswith(LOCATED) and is_located(file, data, self.store):
            message = "This picture is published as it is, and says where on Earth it was taken (GPS)."
            yield Problem(Mark(named), message, TAKE_OUT if is_linked else UNUSED, "warning")


def gallery(project: Project, loaded: Loaded, files: Mapping[str, Path]) -> Gallery:
    """Look at every picture that a page shows; `files` are the project's, by their paths in the site."""
    store = Store(project.cache / "pictures")
    found = wanted(loaded, files)
    pictures: dict[tuple[str, str], Picture] = {}
    problems: list[Problem] = []
    jobs: list[Job] = []
    originals: set[str] = set()
    for each, known in zip(found, facts((each.file for each in found), store), strict=True):
        said = list(told(known, each.file.name, each.place))
        problems += [Problem(each.mark, message, hint, level) for level, message, hint in said]
        if known.complaint:
            continue
        job = Job(each, known, _paths(each, known))
        pictures[each.path, each.place.name] = _picture(job)
        if known.kind != "vector":
            jobs.append(job)
            originals.add(each.path)
    return Gallery(pictures, tuple(problems), tuple(jobs), frozenset(originals), store, project.kept is None)


def _paths(each: Wanted, known: Facts) -> tuple[str, ...]:
    """Where the files of a picture are: '2021/pictures/ada-square-160.avif'."""
    folder, _, name = each.path.rpartition("files/")
    stem = slug(name.rpartition(".")[0]) or digest(each.file)[:10]
    base = "-".join(filter(None, (f"{folder}pictures/{stem}", each.place.name)))
    return tuple(f"{base}-{width}.{form}" for form, width in known.files(each.place))


def _picture(job: Job) -> Picture:
    place, known = job.wanted.place, job.facts
    width, height = known.largest(place)
    shown = place.widths[-1 if place is TEXT else 0]
    if place.square:
        width = height = shown
    elif width > shown:
        width, height = shown, max(1, round(height * shown / width))
    version = digest(job.wanted.file)[:10]
    if known.kind == "vector":
        return Picture(place, width, height, f"/{job.wanted.path}", (), version)
    by_format: dict[str, list[Candidate]] = {}
    for path, (form, wide) in zip(job.paths[:-1], job.files[:-1], strict=True):
        by_format.setdefault(form, []).append(Candidate(f"/{path}", wide))
    sources = tuple(Source(f"image/{form}", tuple(found)) for form, found in by_format.items())
    return Picture(place, width, height, f"/{job.paths[-1]}", sources, version)
