"""The planned pages in, a page at every address at which one of them was before out: it leads on."""

from collections.abc import Iterator
from dataclasses import replace

from mmpt_site.model.addresses import old_path
from mmpt_site.model.edition import Edition
from mmpt_site.model.papers import Paper
from mmpt_site.model.site import Site
from mmpt_site.model.timetable import Place
from mmpt_site.pages.language import Language
from mmpt_site.pages.page import Page


def moved_pages(site: Site, pages: tuple[Page, ...], language: Language) -> Iterator[Page]:
    """What stands under `formerly` in any file."""
    for page in pages:
        folder = "/" if page.sources[0].startswith("pages/") else f"/{page.edition.id}/"
        for source, place, old in _old_addresses(page):
            for index, address in enumerate(old):
                path = old_path(address, page.above.canonical if page.above else folder)
                yield _leading_on(page, path, source, (*place, "formerly", index), language)
    for edition in site.editions:
        yield from _moved_edition(edition, [page for page in pages if page.edition is edition], language)


def _moved_edition(edition: Edition, pages: list[Page], language: Language) -> Iterator[Page]:
    """A folder that was renamed, with all its pages; an old address that is a whole path is that of the first page."""
    home = f"/{edition.id}/"
    for index, old in enumerate(edition.workshop.formerly):
        address = old_path(old, "/")
        was_folder = address.endswith("/") and not old.startswith("/")
        for page in pages:
            if page.address == home or (was_folder and page.address.startswith(home)):
                inside = page.address.removeprefix(home)
                place = ("formerly", index)
                yield _leading_on(page, address + inside, f"{edition.id}/workshop.yaml", place, language)


def _old_addresses(page: Page) -> Iterator[tuple[str, Place, tuple[str, ...]]]:
    """The files that a page shows, each with places of old addresses; `workshop.yaml` and `site.yaml` tell others."""
    if page.subject:
        yield page.sources[0], _place(page), page.subject.formerly
    if page.presentation:
        talk = page.presentation[1]
        yield page.sources[0], talk.place, talk.talk.formerly
    if page.subject or page.above or page.template == "people.html":  # old addresses in papers.yaml are of its list
        return
    for source in page.sources:
        name, _, of_several = source.removeprefix(f"{page.edition.id}/").removesuffix(".yaml").partition("/")
        if name not in {"workshop", "site"} and (not of_several or source == page.sources[0]):
            yield source, (), getattr(getattr(page.edition, name), "formerly", ())


def _place(page: Page) -> Place:
    """Where in its file the subject of a page stands, of which there are several in one."""
    if not isinstance(page.subject, Paper) or not page.subject.formerly:
        return ()
    return ("papers", page.edition.place_of_paper[page.subject.id])


def _leading_on(page: Page, address: str, source: str, place: Place, language: Language) -> Page:
    """A page at an old address, given at a place in a file, an entry of `formerly`."""
    title = language.say("Moved: %(title)s", title=page.title)
    return replace(page, address=address, template="moved.html", place="", title=title, sources=(source,), old=place)
