"""Folders of templates in, a Theme out: what turns a page's values into its text."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from mmpt_site import prose
from mmpt_site.cache import Store
from mmpt_site.model.when import is_unknown
from mmpt_site.pages import dates
from mmpt_site.pages.colour import Palette
from mmpt_site.pages.compiled import Compiled
from mmpt_site.pages.language import Language


@dataclass(frozen=True)
class Theme:
    """Templates, and the digests of the static files that pages ask for by name."""

    environment: Environment
    static: Mapping[str, str]  # path below static/ → digest
    made: Mapping[str, bytes]  # the static files that templates make, by path below static/
    named: Callable[[Path], str]
    language: Language


def load_theme(
    folders: Iterable[Path],
    static: Mapping[str, Path],
    colours: Palette,
    language: Language,
    named: Callable[[Path], str],
    compiled: Path,
) -> Theme:
    """Find templates in `folders`, first come first served; every value they print is escaped.

    A style sheet of the project's own static/ takes the place of the one that a template of its name makes. Compiled
    templates are remembered in the folder `compiled`.
    """
    found = tuple(folders)
    files = [file for folder in found for file in sorted(folder.rglob("*")) if file.is_file()]
    environment = _environment(found, tuple((file, _bytes(file)) for file in files), language, compiled)
    digests = {path: _digest(file.read_bytes()) for path, file in static.items()}
    sheets = environment.list_templates(filter_func=lambda name: name.endswith(".css") and "/" not in name)
    made = {name: _sheet(environment, name, colours, digests) for name in sheets if name not in static}
    return Theme(environment, digests | {path: _digest(data) for path, data in made.items()}, made, named, language)


def _sheet(environment: Environment, name: str, colours: Palette, digests: Mapping[str, str]) -> bytes:
    """A style sheet: its template with the colours of the site, and with fonts at addresses that change with them."""
    text = environment.get_template(name).render(
        light=colours.light, dark=colours.dark, static=lambda path: f"{path}?v={digests[path]}"
    )
    return text.encode()


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:10]


@lru_cache(maxsize=1)
def _environment(
    folders: tuple[Path, ...], files: tuple[tuple[Path, bytes], ...], language: Language, compiled: Path
) -> Environment:
    """Templates as they are now; while `files` stay the same, the preview need not compile them again.

    The words of a language are among `files`.
    """
    del files  # Jinja itself would not see a new template that shadows one of the theme
    environment = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=Compiled(Store(compiled)),
    )
    environment.install_gettext_translations(language.words, newstyle=True)  # type: ignore[attr-defined]  # i18n's own
    environment.filters.update(
        hidden=lambda address: Markup(prose.hide(address)),
        title=lambda text: language.isolated(Markup(prose.title(text))),
        whole=lambda html: Markup(prose.whole_words(html)),
        clock=dates.clock,
        bare_day=dates.bare_day,
        instant=dates.instant,
        machine=dates.machine,
        isolated=language.isolated,
        listed=language.listed,
        quiet=lambda text: Markup(prose.quiet(escape(text))),
        weekday=lambda value: dates.weekday(value, language),
    )
    environment.tests["unknown"] = is_unknown
    return environment


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # which the page that needs it will tell
        return b""
