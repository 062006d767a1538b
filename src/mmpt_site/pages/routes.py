"""The site in, every page of it with its address out: addresses are decided here and nowhere else."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from posixpath import relpath
from typing import Literal
from urllib.parse import quote

from mmpt_site.model.dates import Deadline
from mmpt_site.model.edition import Edition
from mmpt_site.model.page import MarkdownPage
from mmpt_site.model.site import Site
from mmpt_site.model.timetable import TimedSession, TimedTalk
from mmpt_site.pages.language import Language, message
from mmpt_site.pages.moved import moved_pages
from mmpt_site.pages.page import Page
from mmpt_site.pages.paper_pages import of_papers
from mmpt_site.problems import Mark, Problem


@dataclass(frozen=True)
class Kind:
    """A kind of page that an edition can have: it exists when one of its files does."""

    address: str
    template: str
    label: str
    files: tuple[str, ...]
    description: str


KINDS = (
    Kind("", "home.html", message("Home"), ("workshop",), message("%(label)s, %(title)s: %(parts)s.")),
    Kind(
        "call/",
        "call.html",
        message("Call for papers"),
        ("call", "topics"),
        message("What %(label)s asks of authors: goals and topics."),
    ),
    Kind(
        "dates/",
        "dates.html",
        message("Dates"),
        ("dates",),
        message("The important dates of %(label)s, each deadline and what follows."),
    ),
    Kind(
        "program/",
        "program.html",
        message("Program"),
        ("program",),
        message("The program of %(label)s: what happens, and when."),
    ),
    Kind(
        "papers/",
        "papers.html",
        message("Papers"),
        ("papers",),
        message("The accepted papers of %(label)s, each with its authors, abstract and links."),
    ),
    Kind(
        "keynotes/",
        "keynotes.html",
        message("Keynotes"),
        ("keynotes",),
        message("The invited talks of %(label)s, and who gives them."),
    ),
    Kind(
        "organizers/",
        "organizers.html",
        message("Organizers"),
        ("organizers",),
        message("Who organizes %(label)s, and how to reach them."),
    ),
    Kind("news/", "news.html", "News", ("news",), "What is new with {label}, the latest first."),
)
# the pages that are parts of one
PARTS: Mapping[str, Callable[[Page, str, Language], Iterable[Page]]] = {"papers/": of_papers}


def plan(site: Site, language: Language) -> tuple[Page, ...]:
    """Every page of the site, in the order of the menu, the front page first."""
    front = site.current
    pages = [page for edition in site.editions for page in _edition_pages(site, edition, language)]
    own = [_written(site, front, name, page, "", language) for name, page in _ordered(site.pages.items())]
    moved = moved_pages(site, (*pages, *own), language)
    return (_page(site, front, KINDS[0], "/", language), *pages, *own, *moved, _not_found(site, front, language))


def menu(pages: tuple[Page, ...], edition: Edition) -> tuple[Page, ...]:
    """The pages of an edition that its menu leads to."""
    return tuple(p for p in pages if p.edition is edition and p.place == "menu" and p.address == p.canonical)


def footer(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages that the end of every page leads to."""
    return tuple(page for page in pages if page.place == "footer")


def label(site: Site, edition: Edition) -> str:
    """What an edition is called in short: 'MMPT 2021'."""
    return f"{site.series.acronym} {edition.id}"


def collisions(claims: Iterable[tuple[str, Mark, str]]) -> list[Problem]:
    """Two things that want one file, also where a disk takes `A` for `a`, or a file where the other needs a folder.

    A claim is a path, who wants it, and a hint.
    """
    problems = []
    files: dict[str, Mark] = {}
    folders: dict[str, Mark] = {}
    for path, mark, hint in claims:
        name = unicodedata.normalize("NFC", path).casefold()
        above = ["/".join(name.split("/")[:depth]) for depth in range(1, name.count("/") + 1)]
        taken = (
            files.get(name) or folders.get(name) or next((files[folder] for folder in above if folder in files), None)
        )
        if taken:
            problems.append(Problem(mark, f"The address /{path} is taken already, by {taken}.", hint))
        files.setdefault(name, mark)
        folders |= dict.fromkeys(above, mark)
    return problems


def calendar(edition: Edition, deadline: Deadline | None = None) -> str:
    """Where the calendar of an edition is, or of one of its dates; nothing where there is no day to put into one."""
    if deadline:
        return f"/{edition.id}/dates/{deadline.id}.ics" if deadline.known else ""
    dated = any(each.known for each in edition.dates.dates) if edition.dates else False
    return f"/{edition.id}/dates.ics" if dated or edition.workshop.own_days else ""


def program_calendar(_edition: Edition, _timed: TimedSession | TimedTalk | None = None) -> str:
    """Where the calendar of the program is, or of a session or a talk; there is none yet."""
    return ""


def session(edition: Edition, timed: TimedSession) -> str:
    """Where a session stands in the program."""
    return f"/{edition.id}/program/#session-{timed.id}"


def paper(edition: Edition, paper_id: str) -> str:
    """Where the page of a paper is."""
    return f"/{edition.id}/papers/{paper_id}/"


def file(edition: Edition, name: str) -> str:
    """Where a file of an edition's files/ is."""
    return f"/{edition.id}/files/{name}"


def bibliography(edition: Edition, paper_id: str = "") -> str:
    """Where the BibTeX of all papers of an edition is, or of one of them."""
    return f"/{edition.id}/papers/{paper_id}.bib" if paper_id else f"/{edition.id}/papers.bib"


def index(edition: Edition) -> str:
    """Where that is which the search in the papers of an edition knows of them."""
    return f"/{edition.id}/papers.json"


def feed(site: Site) -> str:
    """Where the feed of the site is; nothing where there can be no news of it, or no links to them."""
    told = any(edition.news or edition.dates for edition in site.editions)
    return "/feed.xml" if site.series.url and told else ""


def absolute(site: Site, address: str, fragment: str = "") -> str:
    """The whole address of a page, or a place in it, percent-encoded (RFC 3986); needs the address of the site."""
    return (site.series.url or "/") + quote(address.lstrip("/")) + (f"#{quote(fragment)}" if fragment else "")


def link(start: str, target: str) -> str:
    """The relative address that leads from a page to a page or a file: 'dates/', '../', '../static/style.css'."""
    folder = start.rpartition("/")[0] + "/"
    path = relpath(target, folder)
    return path + "/" if target.endswith("/") else path


def _edition_pages(site: Site, edition: Edition, language: Language) -> Iterator[Page]:
    for kind in KINDS:
        if any(getattr(edition, file) for file in kind.files):
            whole = _page(site, edition, kind, f"/{edition.id}/{kind.address}", language)
            yield whole
            if kind.address in PARTS:
                yield from PARTS[kind.address](whole, label(site, edition), language)
    for name, page in _ordered(edition.pages.items()):
        yield _written(site, edition, name, page, f"{edition.id}/", language)


def _page(site: Site, edition: Edition, kind: Kind, address: str, language: Language) -> Page:
    name, word = label(site, edition), language.say(kind.label)
    title = f"{name}: {edition.workshop.title}" if kind is KINDS[0] else f"{word} · {name}"
    others = [each.label for each in KINDS[1:] if any(getattr(edition, file) for file in each.files)]
    parts = language.comma.join(
        [language.say("what it is about"), *(language.inside(language.say(each)) for each in others)]
    )
    description = language.say(kind.description, label=name, title=edition.workshop.title, parts=parts)
    canonical = f"/{edition.id}/{kind.address}"
    files = edition.papers_in if kind.files == ("papers",) else [file for file in kind.files if getattr(edition, file)]
    sources = tuple(f"{edition.id}/{file}.yaml" for file in files)
    return Page(address, kind.template, word, title, description, edition, canonical, sources)


def _written(site: Site, edition: Edition, name: str, page: MarkdownPage, folder: str, language: Language) -> Page:
    """A Markdown page of an edition, or, where the folder is empty, of the series."""
    address = f"/{folder}{name}/"
    owner = label(site, edition) if folder else site.series.acronym
    title = f"{page.title} · {owner}"
    description = page.description or language.say("%(title)s: a page of %(owner)s.", title=page.title, owner=owner)
    place: Literal["menu", "footer", ""] = ("menu" if folder else "footer") if page.nav else ""
    sources = (f"{folder}pages/{name}.md",)
    return Page(address, "page.html", page.label, title, description, edition, address, sources, place, page)


def _ordered(pages: Iterable[tuple[str, MarkdownPage]]) -> list[tuple[str, MarkdownPage]]:
    return sorted(pages, key=lambda each: (each[1].order, each[0]))


def _not_found(site: Site, edition: Edition, language: Language) -> Page:
    word = language.say("Page not found")
    title, description = f"{word} · {label(site, edition)}", language.say("There is no such page.")
    return Page("/404.html", "404.html", word, title, description, edition, "", (), "")
