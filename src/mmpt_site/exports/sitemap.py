"""The planned pages in, `sitemap.xml` (sitemaps.org, 0.9) out."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from mmpt_site.exports.file import File
from mmpt_site.model.site import Site
from mmpt_site.pages.language import Language
from mmpt_site.pages.page import Page
from mmpt_site.pages.routes import absolute

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'


def sitemap(site: Site, pages: tuple[Page, ...], _language: Language) -> Iterable[File]:
    """Every page at its canonical address, once; only for a site that has an address itself."""
    if site.series.url:
        yield File("sitemap.xml", lambda: "\n".join([HEAD, *_rows(site, pages), "</urlset>\n"]).encode())


def _rows(site: Site, pages: tuple[Page, ...]) -> Iterator[str]:
    """A line for each page; the day of its last change is the one that its organizers gave, or is left out."""
    for page in {page.canonical: page for page in pages if page.canonical}.values():
        changed = f"<lastmod>{page.updated.isoformat()}</lastmod>" if page.updated else ""
        yield f"  <url><loc>{escape(absolute(site, page.canonical))}</loc>{changed}</url>"
