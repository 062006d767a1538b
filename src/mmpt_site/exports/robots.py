"""The site in, `robots.txt` (RFC 9309) out: everybody is welcome, and told where the sitemap is."""

from collections.abc import Iterable

from mmpt_site.exports.file import File
from mmpt_site.model.site import Site
from mmpt_site.pages.language import Language
from mmpt_site.pages.page import Page


def robots(site: Site, _pages: tuple[Page, ...], _language: Language) -> Iterable[File]:
    """The one file."""
    lines = ["User-agent: *", "Allow: /"]
    if site.series.url:
        lines.append(f"Sitemap: {site.series.url}sitemap.xml")
    return [File("robots.txt", ("\n".join(lines) + "\n").encode)]
