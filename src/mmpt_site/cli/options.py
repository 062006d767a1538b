"""What several commands are told on the command line: words in, the project, a day and an address out."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from mmpt_site.cli.called import called
from mmpt_site.model.days_and_times import parse_day
from mmpt_site.model.site import SiteUrl
from mmpt_site.model.when import today_aoe
from mmpt_site.project import Project

WHOLE = {"allow_extra_args": True}  # for commands on a whole project, which say themselves that words are too many


class Day(click.ParamType[date]):
    """A day on the command line, read just as in the content."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read `2021-04-20`."""
        try:
            return parse_day(value)
        except PydanticCustomError as error:
            self.fail(_sentence(error.context), param, ctx)


class Address(click.ParamType[str]):
    """The address of a site on the command line, read just as in `site.yaml`."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read `https://example.org/mmpt/`."""
        try:
            return str(TypeAdapter(SiteUrl).validate_python(value))
        except ValidationError as error:
            self.fail(_sentence(error.errors()[0].get("ctx")), param, ctx)


project_folder = click.option(
    "--project",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    envvar="MMPT_SITE_PROJECT",  # which a project's run.py sets, so that it can be called from anywhere
    default=Path(),
    help="The folder of the project. Without it: this one.",
)


def project_in(folder: Path) -> Project:
    """The project in a folder; raises click.UsageError where there is none."""
    root = folder.resolve()
    if not (root / "content").is_dir():
        hint = f"Run {called()} in the project's folder, or name it with --project."
        raise click.UsageError(f"There is no folder content/ in {root.name}/. {hint}")
    return Project(root)


def in_project(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the project, and the day to build for."""
    today = "The day to build for, as 2021-03-01. Without it: today, anywhere on Earth."

    @click.option("--as-of", "today", type=Day(), default=lambda: today_aoe(datetime.now(UTC)), help=today)
    @project_folder
    @wraps(command)
    def run(*args: Any, folder: Path, **kwargs: Any) -> Any:
        _refuse_words(click.get_current_context())
        return command(project_in(folder), *args, **kwargs)

    return run


def _refuse_words(context: click.Context) -> None:
    """Raise UsageError when there are words after a command that takes none; the hint is what was meant, perhaps."""
    if not context.args:
        return
    name, word = context.info_name, context.args[0]
    hint = {
        "changes": f"Did you mean --since {word}?",
        "build": f"To build into another folder, write --output {word}",
        "serve": f"To show another project, write --project {word}",
    }.get(str(name), "It looks at all files of the project: leave the name out.")
    raise click.UsageError(f'{name} takes no "{word}". {hint}')


base_url = click.option("--base-url", "url", type=Address(), help="Take this address instead of that in site.yaml.")


def _sentence(context: dict[str, Any] | None) -> str:
    """What is wrong, and what to write instead."""
    said = context or {}
    return f"{said.get('message', '')} {said.get('hint', '')}".strip()
