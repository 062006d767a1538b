"""A planned page in, what its template may use out: the model, the page, and ways to point at others."""

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from mmpt_site import prose
from mmpt_site.model.appearances import appearances
from mmpt_site.model.edition import Edition
from mmpt_site.model.happening import happening
from mmpt_site.model.phase import phase, stretches
from mmpt_site.model.roles import roles
from mmpt_site.model.site import Site
from mmpt_site.model.when import beginning
from mmpt_site.pages import dates, routes
from mmpt_site.pages.addresses import meant, source
from mmpt_site.pages.band import band
from mmpt_site.pages.emblem.draw import inline, inline_small
from mmpt_site.pages.language import Language
from mmpt_site.pages.listed import of_papers
from mmpt_site.pages.menu import footer, menu
from mmpt_site.pages.page import Page
from mmpt_site.pages.picture import Pictures
from mmpt_site.pages.shown import Shown
from mmpt_site.pages.structured import structured
from mmpt_site.pages.theme import Theme

# what the theme's templates call parts of a page; a heading in a text of the same name gets a number
OWN_IDS = (
    *("abstract", "acknowledgement", "bibtex", "call", "conduct-contacts", "content", "final-version", "format"),
    *("goals", "important-dates", "introduction", "invitation", "keynotes", "keywords", "kinds", "news", "organizers"),
    *("papers", "policies", "presentation", "presented", "presenters", "proceedings", "program", "publication"),
    *("review", "speakers", "sponsors", "sponsors-become", "stay-in-touch", "submission", "topics"),
    *("registration-cancellation", "registration-dates", "registration-fees", "registration-how"),
    *("registration-includes", "registration-visa"),
    *("venue-accessibility", "venue-address", "venue-childcare", "venue-food", "venue-hotels"),
    *("venue-travel", "venue-visa"),
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
        "menu": menu(pages, page.edition, phase(page.edition, beginning(today))),
        "footer": footer(pages, page.edition),
        "editions": routes.editions(site),
        "label": routes.label(site, page.edition),
        "emblem": inline(site.series.acronym),
        "mark": inline_small(site.series.acronym),
        "source": source(site.series.repository or "", f"content/{page.sources[0]}") if page.sources else "",
        "language": language,
        "now": beginning(today),
        "stretches": stretches(page.edition, beginning(today)),
        "policy": policy(facts),
        "link": links.link,
        "routes": routes,
        "calendar": lambda deadline=None: routes.calendar(page.edition, deadline),
        "feed": routes.feed(site),
        "structured": facts,
        "absolute": lambda address: routes.absolute(site, address),
        "static": links.static,
        "logo": shown.logo(site.series),
        "image": shown.image(page.edition.workshop),
        "portrait": shown.portrait,
        "figure": shown.figure,
        "thumbnail": shown.thumbnail,
        "sponsor_logo": shown.sponsor,
        "shot": shown.shot,
        "markdown": markdown(page, links.link, shown.in_text),
        "when": lambda value: dates.when(value, language),
        "day": lambda value: dates.day(value, language),
        "full_day": lambda value: dates.full_day(value, language),
        "short_day": lambda value: dates.short_day(value, language),
        "joined": lambda day, hours: dates.joined(day, hours, language),
        "zone": lambda moments: _zone(page.edition, moments, language),
        "band": lambda sessions: band(sessions, page.edition.timetable.rooms),
        "happening": happening(page.edition.timetable) if page.template == "home.html" else (),
        "appearances": lambda: appearances(page.edition),
        "roles": lambda: roles(page.edition),
        **of_papers(page, site, language),
    }


def _zone(edition: Edition, moments: Iterable[datetime], language: Language) -> str:
    """The zone of the program as people read it; nothing where it is not known."""
    zone = edition.workshop.timezone
    return dates.zone(zone, moments, language) if zone else ""


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
