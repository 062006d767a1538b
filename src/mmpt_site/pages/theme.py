"""Folders of templates in, a Theme out: what turns a page's values into its text."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from mmpt_site import prose
from mmpt_site.model.when import is_unknown
from mmpt_site.pages import dates


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
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]  # which the extension brings
    environment.filters.update(
        hidden=lambda address: Markup(prose.hide(address)),
        title=lambda text: Markup(prose.title(text)),
        clock=dates.clock,
        machine=dates.machine,
        quiet=lambda text: Markup(prose.quiet(escape(text))),
        weekday=dates.weekday,
    )
    environment.tests["unknown"] = is_unknown
    return environment


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # which the page that needs it will tell
        return b""
