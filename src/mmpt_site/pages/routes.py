"""The site in, every page of it with its address out: addresses are decided here and nowhere else."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from posixpath import relpath
from typing import Literal
from urllib.parse import quote

from mmpt_site.model.appearances import has_appearances
from mmpt_site.model.dates import Deadline
from mmpt_site.model.edition import Edition
from mmpt_site.model.page import MarkdownPage
from mmpt_site.model.site import Site
from mmpt_site.model.timetable import TimedSession, TimedTalk
from mmpt_site.pages.kinds import EDITIONS, KINDS, Kind, has_people
from mmpt_site.pages.language import Language
from mmpt_site.pages.moved import moved_pages
from mmpt_site.pages.page import Page
from mmpt_site.pages.parts import has_page, of_papers, of_program
from mmpt_site.problems import Mark, Problem

# the pages that are parts of one
PARTS: Mapping[str, Callable[[Page, str, Language], Iterable[Page]]] = {"program/": of_program, "papers/": of_papers}


def plan(site: Site, language: Language) -> tuple[Page, ...]:
    """Every page of the site, in the order of the menu, the front page first."""
    front = site.current
    pages = [page for edition in site.editions for page in _edition_pages(site, edition, language)]
    own = [_written(site, front, name, page, "", language) for name, page in _ordered(site.pages.items())]
    if editions(site):
        own.insert(0, _editions(site, front, language))
    moved = moved_pages(site, (*pages, *own), language)
    return (_page(site, front, KINDS[0], "/", language), *pages, *own, *moved, _not_found(site, front, language))


def label(site: Site, edition: Edition) -> str:
    """What an edition is called in short: 'MMPT 2021'."""
    acronym = edition.workshop.acronym or site.series.acronym
    return acronym if edition.id in acronym else f"{acronym} {edition.id}"


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


def program_calendar(edition: Edition, timed: TimedSession | TimedTalk | None = None) -> str:
    """Where the calendar of the program is, or of something in it; nothing where the program is not known."""
    if timed:
        return f"/{edition.id}/program/{timed.id}.ics"
    return f"/{edition.id}/program.ics" if edition.timetable.sessions else ""


def session(edition: Edition, timed: TimedSession) -> str:
    """Where a session stands in the program."""
    return f"/{edition.id}/program/#session-{timed.id}"


def talk(edition: Edition, timed: TimedTalk) -> str:
    """Where there is most to read of a talk: at its paper, its keynote, on a page of its own, or in the program."""
    if timed.talk.paper:
        return paper(edition, timed.talk.paper)
    if timed.talk.keynote:
        return keynote(edition, timed.talk.keynote)
    return f"/{edition.id}/program/{timed.id}/" if has_page(timed) else f"/{edition.id}/program/#talk-{timed.id}"


def keynote(edition: Edition, keynote_id: str) -> str:
    """Where a keynote stands among the others."""
    return f"/{edition.id}/keynotes/#keynote-{keynote_id}"


def paper(edition: Edition, paper_id: str) -> str:
    """Where the page of a paper is."""
    return f"/{edition.id}/papers/{paper_id}/"


def speakers(edition: Edition) -> str:
    """Where the program stands by speaker; nothing where it names nobody."""
    return f"/{edition.id}/program/speakers/" if has_appearances(edition) else ""


def people(edition: Edition) -> str:
    """Where everybody stands with all that they do; nothing where no file tells more of people than the others."""
    return f"/{edition.id}/people/" if has_people(edition) else ""


def file(edition: Edition, name: str) -> str:
    """Where a file of an edition's files/ is."""
    return f"/{edition.id}/files/{name}"


def bibliography(edition: Edition, paper_id: str = "") -> str:
    """Where the BibTeX of all papers of an edition is, or of one of them."""
    return f"/{edition.id}/papers/{paper_id}.bib" if paper_id else f"/{edition.id}/papers.bib"


def index(edition: Edition) -> str:
    """Where that is which the search in the papers of an edition knows of them."""
    return f"/{edition.id}/papers.json"


def editions(site: Site) -> str:
    """Where all editions are told; nothing where there is only one."""
    return f"/{EDITIONS.address}" if len(site.history) > 1 else ""


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
        if kind.files_of(edition):
            whole = _page(site, edition, kind, f"/{edition.id}/{kind.address}", language)
            yield whole
            if kind.address in PARTS:
                yield from PARTS[kind.address](whole, label(site, edition), language)
    for name, page in _ordered(edition.pages.items()):
        yield _written(site, edition, name, page, f"{edition.id}/", language)


def _page(site: Site, edition: Edition, kind: Kind, address: str, language: Language) -> Page:
    name, word = label(site, edition), language.say(kind.label)
    title = f"{name}: {edition.workshop.title}" if kind is KINDS[0] else f"{word} · {name}"
    others = [each.label for each in KINDS[1:] if each.place == "menu" and each.files_of(edition)]
    parts = language.comma.join(
        [language.say("what it is about"), *(language.inside(language.say(each)) for each in others)]
    )
    description = language.say(kind.description, label=name, title=edition.workshop.title, parts=parts)
    canonical = f"/{edition.id}/{kind.address}"
    sources = tuple(f"{edition.id}/{file}.yaml" for file in kind.files_of(edition))
    return Page(address, kind.template, word, title, description, edition, canonical, sources, kind.place)


def _written(site: Site, edition: Edition, name: str, page: MarkdownPage, folder: str, language: Language) -> Page:
    """A Markdown page of an edition, or, where the folder is empty, of the series."""
    address = f"/{folder}{name}/"
    owner = label(site, edition) if folder else site.series.acronym
    title = f"{page.title} · {owner}"
    description = page.description or language.say("%(title)s: a page of %(owner)s.", title=page.title, owner=owner)
    usual: Literal["menu", "footer"] = "menu" if folder else "footer"
    place: Literal["menu", "footer", ""] = (page.place or usual) if page.nav else ""
    sources = (f"{folder}pages/{name}.md",)
    return Page(address, "page.html", page.label, title, description, edition, address, sources, place, page)


def _editions(site: Site, front: Edition, language: Language) -> Page:
    word, owner, address = language.say(EDITIONS.label), site.series.acronym, f"/{EDITIONS.address}"
    description = language.say(EDITIONS.description, label=owner)
    sources = ("site.yaml",)
    return Page(address, EDITIONS.template, word, f"{word} · {owner}", description, front, address, sources, "")


def _ordered(pages: Iterable[tuple[str, MarkdownPage]]) -> list[tuple[str, MarkdownPage]]:
    return sorted(pages, key=lambda each: (each[1].order, each[0]))


def _not_found(site: Site, edition: Edition, language: Language) -> Page:
    word = language.say("Page not found")
    title, description = f"{word} · {label(site, edition)}", language.say("There is no such page.")
    return Page("/404.html", "404.html", word, title, description, edition, "", (), "")
