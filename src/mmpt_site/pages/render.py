"""A planned page in, its bytes out; a template that fails is a problem at its line."""

import traceback
from datetime import date
from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError

from mmpt_site.model.site import Site
from mmpt_site.output import Output
from mmpt_site.pages.context import context
from mmpt_site.pages.page import Page
from mmpt_site.pages.picture import Pictures
from mmpt_site.pages.theme import Theme
from mmpt_site.problems import Mark, Problem


def render(
    page: Page, site: Site, pages: tuple[Page, ...], pictures: Pictures, theme: Theme, today: date
) -> Output | Problem:
    """Fill the page's template."""
    try:
        template = theme.environment.get_template(page.template)
        text = template.render(context(page, site, pages, pictures, theme, today))
        return Output(page.path, text.encode())
    except Exception as error:  # noqa: BLE001 - a template can raise anything, and its author wants to know where
        return _template_problem(error, page, theme)


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
