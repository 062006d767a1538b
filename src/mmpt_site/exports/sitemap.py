"""The planned pages in, `sitemap.xml` (sitemaps.org, 0.9) out."""

from xml.sax.saxutils import escape

from mmpt_site.model.site import Site
from mmpt_site.pages.page import Page
from mmpt_site.pages.routes import absolute


def sitemap(site: Site, pages: tuple[Page, ...]) -> bytes:
    """Every page at its canonical address, once; needs the address of the site."""
    addresses = dict.fromkeys(page.canonical for page in pages if page.canonical)
    rows = [f"  <url><loc>{escape(absolute(site, address))}</loc></url>" for address in addresses]
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join([head, *rows, "</urlset>\n"]).encode()
