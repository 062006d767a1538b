"""Words on a command line in, text on a terminal and an exit code out; nothing else here prints or exits.

Exit codes: 0 all is well, 1 problems in the content, 2 wrong use, 3 a bug.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn

import click

from mmpt_site import __version__
from mmpt_site.problems import Problem, count, describe, sort, stops, strictly, summary
from mmpt_site.project import Project

STARTED = time.perf_counter()  # before the rest of the program is imported, which takes most of a small build
COLOURS = {
    "error": "red",
    "warning": "yellow",
    "note": "blue",
    "place": "cyan",
    "caret": "green",
    "gutter": "bright_black",
}


class Day(click.ParamType[date]):
    """A day on the command line, read just as in the content."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read `2021-04-20`."""
        from mmpt_site.model.days_and_times import parse_day  # slow to import, and not needed for --help

        try:
            return parse_day(value)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, it is wrong use
            context = getattr(error, "context", None) or {}
            self.fail(" ".join(filter(None, [context.get("message", str(error)), context.get("hint", "")])), param, ctx)


class Address(click.ParamType[str]):
    """The address of a site on the command line, read just as in `site.yaml`."""

    name = "address"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read `https://example.org/mmpt/`."""
        from pydantic import TypeAdapter, ValidationError  # likewise

        from mmpt_site.model.site import SiteUrl

        try:
            return str(TypeAdapter(SiteUrl).validate_python(value))
        except ValidationError as error:
            context = error.errors()[0].get("ctx", {})
            self.fail(f"{context.get('message', value)} {context.get('hint', '')}".strip(), param, ctx)


def _today() -> date:
    from mmpt_site.model.when import today_aoe  # likewise

    return today_aoe(datetime.now(UTC))


def main() -> NoReturn:
    """Run a command; a bug ends in a short request to report it, and exit code 3."""
    color = None if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else False
    try:
        code = cli.main(prog_name="mmpt-site", standalone_mode=False, color=color)
    except click.exceptions.Abort:
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except Exception:  # noqa: BLE001 - the last line of defence
        import traceback  # only here

        traceback.print_exc()
        click.echo(
            f"\nThis is a bug in mmpt-site {__version__}, and no fault of your content. The site was left as it was.\n"
            "Please report it with the lines above.",
            err=True,
        )
        code = 3
    sys.exit(code if isinstance(code, int) else 0)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="mmpt-site")
def cli() -> None:
    """Make the website of a scientific workshop from the YAML files in content/.

    Run it in the project's folder. It prints every problem with the file, the line, and what to write instead.
    """


def in_project(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the project in the current folder, and the day to build for."""
    today = "The day to build for, as 2021-03-01. Without it: today, anywhere on Earth."

    @click.option("--as-of", "today", type=Day(), default=_today, help=today)
    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        if not Path("content").is_dir():
            here = Path.cwd().name
            raise click.UsageError(f"There is no folder content/ in {here}/. Run mmpt-site in the project's folder.")
        return command(Project(Path.cwd()), *args, **kwargs)

    return run


base_url = click.option("--base-url", "url", type=Address(), help="Take this address instead of that in site.yaml.")


@cli.command(short_help="Build the site into a folder.")
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("site"),
    help="The folder for the site.",
    show_default=True,
)
@click.option("--strict", is_flag=True, help="Let warnings stop the build, too.")
@base_url
@in_project
def build(project: Project, output: Path, strict: bool, today: date, url: str | None) -> int:
    """Build the site into a folder; with problems, the folder stays as it was."""
    from mmpt_site import build as builder  # the whole program: not for --help
    from mmpt_site.output import OutputError

    try:
        builder.refuse_output(project, output)
        published = builder.publish(builder.build(project, today, url=url), output, strict=strict)
    except OutputError as error:
        raise click.UsageError(str(error)) from error
    _tell(published.problems, strict=strict)
    if not published.written:
        click.echo(f"The site in {_shown(output)} was left as it was.", err=True)
        return 1
    written = published.written
    took = time.perf_counter() - STARTED
    click.echo(
        f"Built {_shown(output)} in {took:.1f} s: {count(written.changed, 'file')} changed, "
        f"{written.kept} kept, {written.removed} removed."
    )
    return 0


@cli.command(short_help="Check the content, and every link of the site.")
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@base_url
@in_project
def check(project: Project, strict: bool, today: date, url: str | None) -> int:
    """Check the content, then every link, anchor and file of the site it makes; nothing is written."""
    from mmpt_site import build as builder  # the whole program: not for --help

    problems = builder.check(builder.build(project, today, url=url))
    _tell(problems, strict=strict)
    if stops(problems, strict=strict):
        return 1
    if all(problem.level == "note" for problem in problems):
        click.echo("All is well: the content, and every link of the site it makes.")
    return 0


@cli.command(short_help="Show the site in the browser while you edit.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="The port to listen on.", show_default=True)
@in_project
def serve(project: Project, port: int, today: date) -> int:
    """Show the site in the browser, and each change as soon as it is saved; Ctrl-C ends it."""
    from mmpt_site import serve as server  # the web server: only when it is wanted

    try:
        server.serve(project, today, port, tell=lambda problems: _tell(problems, strict=False), say=_say)
    except BrokenPipeError:  # whoever read what is said here has gone
        return 0
    except OSError as error:
        raise click.UsageError(f"Port {port} cannot be used: {error.strerror}. Choose another with --port.") from error
    return 0


def _say(text: str) -> None:
    click.echo(text)


def _shown(folder: Path) -> str:
    return f"{folder.as_posix().rstrip('/')}/"


def _tell(problems: Iterable[Problem], *, strict: bool) -> None:
    """Print problems in the order of their places, and how many there are."""
    color = sys.stderr.isatty() and not os.environ.get("NO_COLOR")

    def paint(text: str, role: str) -> str:
        return click.style(text, fg=COLOURS[role], bold=role in {"error", "place"}) if color else text

    found = sort(strictly(problems) if strict else problems)
    for problem in found:
        click.echo(describe(problem, paint) + "\n", err=True, color=color)
    if any(problem.level != "note" for problem in found):
        click.echo(f"Found {summary(found)}.", err=True)
