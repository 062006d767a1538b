"""A planned page in, its bytes out; a template that fails is a problem at its line."""

import re
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from mmpt_site import prose
from mmpt_site.model.site import Site
from mmpt_site.model.when import is_unknown
from mmpt_site.output import Output
from mmpt_site.pages import dates, routes
from mmpt_site.pages.addresses import meant, source
from mmpt_site.pages.page import Page
from mmpt_site.problems import Mark, Problem

# what the theme's templates call parts of a page; a heading in a text of the same name gets a number
OWN_IDS = (
    "call content goals important-dates introduction invitation keynotes organizers program submission topics".split()
)
PROSE_ID = re.compile(r' id="([^"]+)"')
TAG = re.compile(r'<[a-z][a-z0-9]*(?: [a-z]+="[^"]*")*>')
LOCAL_ADDRESS = re.compile(r' (href|src)="(?![A-Za-z][\w+.-]*:|//|#|&#)([^"]*)"')


@dataclass(frozen=True)
class Theme:
    """Templates, and the digests of the static files that pages ask for by name."""

    environment: Environment
    static: Mapping[str, str]  # path below static/ → digest
    named: Callable[[Path], str]


def load_theme(folders: Iterable[Path], static: Mapping[str, Path], named: Callable[[Path], str]) -> Theme:
    """Find templates in `folders`, first come first served; every value they print is escaped."""
    found = tuple(folders)
    files = [file for folder in found for file in sorted(folder.rglob("*")) if file.is_file()]
    environment = _environment(found, tuple((file, _bytes(file)) for file in files))
    digests = {path: sha256(file.read_bytes()).hexdigest()[:10] for path, file in static.items()}
    return Theme(environment, digests, named)


@lru_cache(maxsize=1)
def _environment(folders: tuple[Path, ...], files: tuple[tuple[Path, bytes], ...]) -> Environment:
    """Templates as they are now; while `files` stay the same, the preview need not compile them again."""
    del files  # Jinja itself would not see a new template that shadows one of the theme
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        hidden=lambda address: Markup(prose.hide(address)),
        title=lambda text: Markup(prose.title(text)),
        clock=dates.clock,
        machine=dates.machine,
        weekday=dates.weekday,
    )
    environment.tests["unknown"] = is_unknown
    return environment


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # which the page that needs it will tell
        return b""


def render(page: Page, site: Site, pages: tuple[Page, ...], theme: Theme, today: date) -> Output | Problem:
    """Fill the page's template."""
    try:
        template = theme.environment.get_template(page.template)
        text = template.render(_context(page, site, pages, theme, today))
        return Output(page.path, text.encode())
    except Exception as error:  # noqa: BLE001 - a template can raise anything, and its author wants to know where
        return _template_problem(error, page, theme)


def _context(page: Page, site: Site, pages: tuple[Page, ...], theme: Theme, today: date) -> dict[str, Any]:
    """What a template may use: the model, this page, and ways to point at others."""
    base = _base(site)

    def link(target: str) -> str:
        return base + target.lstrip("/") if page.address == "/404.html" else routes.link(page.address, target)

    def static(path: str) -> str:
        if path not in theme.static:
            raise LookupError(f'There is no file "{path}" in static/.')
        return f"{link(f'/static/{path}')}?v={theme.static[path]}"

    taken = Counter(OWN_IDS)

    def markdown(text: str, file: str = f"{page.edition.id}/workshop.yaml") -> Markup:
        earlier = Counter(taken)

        def local(found: re.Match[str]) -> str:
            return f' {found[1]}="{link(meant(file, found[2]))}"'

        def once(found: re.Match[str]) -> str:
            taken[found[1]] += 1
            return f' id="{found[1]}-{earlier[found[1]] + 1}"' if earlier[found[1]] else found[0]

        def in_tag(found: re.Match[str]) -> str:
            return PROSE_ID.sub(once, LOCAL_ADDRESS.sub(local, found[0]))

        return Markup(TAG.sub(in_tag, prose.to_html(text).html))

    language = site.series.language
    return {
        "site": site,
        "series": site.series,
        "edition": page.edition,
        "workshop": page.edition.workshop,
        "page": page,
        "menu": routes.menu(pages, page.edition),
        "footer": routes.footer(pages),
        "label": routes.label(site, page.edition),
        "source": source(site.series.repository or "", f"content/{page.sources[0]}") if page.sources else "",
        "today": today,
        "link": link,
        "absolute": lambda address: routes.absolute(site, address),
        "static": static,
        "markdown": markdown,
        "when": lambda value: dates.when(value, language),
        "day": lambda value: dates.day(value, language),
    }


def _base(site: Site) -> str:
    """The path of the site on its host, for the one page that is served at any depth."""
    return urlsplit(site.series.url or "/").path


def _template_problem(error: Exception, page: Page, theme: Theme) -> Problem:
    """Where in which template it went wrong, as far as Python knows."""
    name, line = _place(error, theme.environment)
    message = str(error) or type(error).__name__
    if isinstance(error, TemplateNotFound):
        return Problem(Mark(f"templates/{error.name}"), f"This template is missing; {page.address} needs it.")
    kind = "" if isinstance(error, TemplateError | LookupError) else f"{type(error).__name__}: "
    file = Path(name) if name else Path("templates") / page.template
    lines = file.read_text("utf-8", "replace").splitlines() if file.is_file() else []
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    column = len(text) - len(text.lstrip()) + 1
    mark = Mark(theme.named(file), line, column, text, max(1, len(text.strip())))
    return Problem(mark, f"{kind}{message.rstrip('.')}.", f"Met while making {page.address}")


def _place(error: Exception, environment: Environment) -> tuple[str, int]:
    """File and line of the innermost template that the error passed through."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or "", error.lineno
    folders = tuple(str(folder) for folder in getattr(environment.loader, "searchpath", ()))
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(folders)]
    return (frames[-1].filename, frames[-1].lineno or 0) if frames else ("", 0)
