"""The site in, `robots.txt` (RFC 9309) out: everybody is welcome, and told where the sitemap is."""

from mmpt_site.model.site import Site
from mmpt_site.pages.page import Page


def robots(site: Site, _pages: tuple[Page, ...]) -> bytes:
    """The file as bytes."""
    lines = ["User-agent: *", "Allow: /"]
    if site.series.url:
        lines.append(f"Sitemap: {site.series.url}sitemap.xml")
    return ("\n".join(lines) + "\n").encode()
