"""A planned page in, what its template may use out: the model, the page, and ways to point at others."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from mmpt_site import prose
from mmpt_site.model.phase import stretches
from mmpt_site.model.site import Site
from mmpt_site.model.when import beginning
from mmpt_site.pages import dates, routes
from mmpt_site.pages.addresses import meant, source
from mmpt_site.pages.emblem.draw import inline, inline_small
from mmpt_site.pages.listed import of_papers
from mmpt_site.pages.page import Page
from mmpt_site.pages.picture import Pictures
from mmpt_site.pages.shown import Shown
from mmpt_site.pages.structured import structured
from mmpt_site.pages.theme import Theme

# what the theme's templates call parts of a page; a heading in a text of the same name gets a number
OWN_IDS = (
    *("call", "content", "goals", "important-dates", "introduction", "invitation", "keynotes", "news", "organizers"),
    *("program", "submission", "topics"),
    *("abstract", "bibtex", "keywords", "papers", "presented"),
)
# nothing from anywhere but the site itself, nothing inline; scripts make no HTML (CSP Level 3, Trusted Types)
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; manifest-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
PROSE_ID = re.compile(r' id="([^"]+)"')
TAG = re.compile(r'<[a-z][a-z0-9]*(?: [a-z]+="[^"]*")*>')
LOCAL_ADDRESS = re.compile(r' (href|src)="(?![A-Za-z][\w+.-]*:|//|#|&#)([^"]*)"')


def policy(facts: str) -> Markup:
    """What a page with these facts for search engines may do: they are no script, but some checkers see one."""
    digest = b64encode(sha256(facts.encode()).digest()).decode()
    named = f"script-src 'self' 'sha256-{digest}'"
    return Markup(POLICY.replace("script-src 'self'", named) if facts else POLICY)


def context(
    page: Page, site: Site, pages: tuple[Page, ...], pictures: Pictures, theme: Theme, today: date
) -> dict[str, Any]:
    """Every name that a template knows, besides those of Jinja itself."""
    links = Links(page, site, theme)
    shown = Shown(page, pictures, links.link, theme)
    language = theme.language
    facts = structured(page, site, beginning(today))
    return {
        "site": site,
        "series": site.series,
        "edition": page.edition,
        "workshop": page.edition.workshop,
        "page": page,
        "menu": routes.menu(pages, page.edition),
        "footer": routes.footer(pages),
        "label": routes.label(site, page.edition),
        "emblem": inline(site.series.acronym),
        "mark": inline_small(site.series.acronym),
        "source": source(site.series.repository or "", f"content/{page.sources[0]}") if page.sources else "",
        "language": language,
        "now": beginning(today),
        "stretches": stretches(page.edition, beginning(today)),
        "policy": policy(facts),
        "link": links.link,
        "calendar": lambda deadline=None: routes.calendar(page.edition, deadline),
        "feed": routes.feed(site),
        "structured": facts,
        "absolute": lambda address: routes.absolute(site, address),
        "static": links.static,
        "logo": shown.logo(site.series),
        "portrait": shown.portrait,
        "figure": shown.figure,
        "thumbnail": shown.thumbnail,
        "markdown": markdown(page, links.link, shown.in_text),
        "when": lambda value: dates.when(value, language),
        "day": lambda value: dates.day(value, language),
        "full_day": lambda value: dates.full_day(value, language),
        **of_papers(page, site, language),
    }


@dataclass(frozen=True)
class Links:
    """How a page points at other pages and at files."""

    page: Page
    site: Site
    theme: Theme

    def link(self, target: str) -> str:
        """The address, from this page, of what stands at `target` in the site, such as `/2021/dates/`."""
        if self.page.address == "/404.html":  # which is served at any depth
            return urlsplit(self.site.series.url or "/").path + target.lstrip("/")
        return routes.link(self.page.address, target)

    def static(self, path: str) -> str:
        """The address of a file of static/, which changes with what is in it."""
        if path not in self.theme.static:
            raise LookupError(f'There is no file "{path}" in static/.')
        return f"{self.link(f'/static/{path}')}?v={self.theme.static[path]}"


def markdown(page: Page, link: Callable[[str], str], picture: Callable[[str, str], str]) -> Callable[..., Markup]:
    """The function that makes texts of one page into HTML: links lead where they are meant to, no id is there twice.

    `picture` makes an element `img` of a text of a file into what shows it at the size that visitors need.
    """
    taken = Counter(OWN_IDS)

    def convert(text: str, file: str = f"{page.edition.id}/workshop.yaml") -> Markup:
        earlier = Counter(taken)

        def local(found: re.Match[str]) -> str:
            return f' {found[1]}="{link(meant(file, found[2]))}"'

        def once(found: re.Match[str]) -> str:
            taken[found[1]] += 1
            return f' id="{found[1]}-{earlier[found[1]] + 1}"' if earlier[found[1]] else found[0]

        def in_tag(found: re.Match[str]) -> str:
            shown = picture(found[0], file) if found[0].startswith("<img ") else ""
            return PROSE_ID.sub(once, shown or LOCAL_ADDRESS.sub(local, found[0]))

        return Markup(TAG.sub(in_tag, prose.to_html(text).html))

    return convert
