"""The site and its pages in, every file for machines out: one row in EXPORTS for each kind of them."""

from collections.abc import Callable, Iterable

from mmpt_site.exports.calendars import calendars
from mmpt_site.exports.feed import feed
from mmpt_site.exports.file import File
from mmpt_site.exports.papers import papers
from mmpt_site.exports.program_calendars import program_calendars
from mmpt_site.exports.robots import robots
from mmpt_site.exports.sitemap import sitemap
from mmpt_site.model.site import Site
from mmpt_site.pages.language import Language
from mmpt_site.pages.page import Page

Export = Callable[[Site, tuple[Page, ...], Language], Iterable[File]]  # the files that this site can have


def nojekyll(_site: Site, _pages: tuple[Page, ...], _language: Language) -> Iterable[File]:
    """An empty file by which GitHub Pages publishes the others as they are."""
    return [File(".nojekyll", bytes)]


EXPORTS: tuple[Export, ...] = (
    nojekyll,
    robots,
    sitemap,
    calendars,
    program_calendars,
    feed,
    papers,
)


def planned(site: Site, pages: tuple[Page, ...], language: Language) -> tuple[File, ...]:
    """Every file for machines that this site has, in order, those at old addresses last."""
    files = [file for export in EXPORTS for file in export(site, pages, language)]
    return tuple(sorted(files, key=lambda file: file.old))
