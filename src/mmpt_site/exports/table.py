"""The site and its pages in, every file for machines out: one row each in EXPORTS."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mmpt_site.exports.robots import robots
from mmpt_site.exports.sitemap import sitemap
from mmpt_site.model.site import Site
from mmpt_site.output import Output
from mmpt_site.pages.page import Page


@dataclass(frozen=True)
class Export:
    """A file and the function that makes it; one that needs the site's address is left out without it."""

    path: str
    make: Callable[[Site, tuple[Page, ...]], bytes]
    needs_address: bool = False


EXPORTS = (
    Export(".nojekyll", lambda _site, _pages: b""),  # GitHub Pages: publish the files as they are
    Export("robots.txt", robots),
    Export("sitemap.xml", sitemap, needs_address=True),
)


def planned(site: Site) -> tuple[Export, ...]:
    """The exports that this site can have."""
    return tuple(export for export in EXPORTS if site.series.url or not export.needs_address)


def outputs(site: Site, pages: tuple[Page, ...]) -> Iterator[Output]:
    """Every export of the site."""
    for export in planned(site):
        yield Output(export.path, export.make(site, pages))
