"""The first words of a command line in, the command that they name run, and an exit code out.

Exit codes: 0 all is well, 1 problems in the content, 2 wrong use, 3 a bug.
"""

import os
import signal
import sys
import traceback
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

import click

from mmpt_site import __version__
from mmpt_site.cli.called import called
from mmpt_site.cli.nearest import INSTEAD, Nearest

# each command is a function of its name in a module of its name, in the order of --help
COMMANDS = {
    "new": "Start the site of another workshop.",
    "serve": "Show the site in the browser while you edit.",
    "check": "Check the content, and every link of the site.",
    "changes": "Say what your edits change on which page.",
    "fields": "Explain every field of every file.",
    "schema": "Let your editor complete and check the YAML files while you type.",
    "build": "Build the site into a folder.",
    "theme": "See the files of the theme, and change one.",
    "completion": "Let your shell complete commands with the Tab key.",
}


def main() -> NoReturn:
    """Run a command; a bug ends in a short request to report it, and exit code 3."""
    _speak_utf_8()
    color = None if sys.stdout.isatty() and not os.environ.get("NO_COLOR") else False
    try:
        code = cli.main(prog_name=called(), standalone_mode=False, color=color)
    except click.exceptions.Abort:
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except Exception:  # noqa: BLE001 - the last line of defence
        traceback.print_exc()
        click.echo(
            f"\nThis is a bug in mmpt-site {__version__}, and no fault of your content. The site was left as it was.\n"
            "Please report it with the lines above.",
            err=True,
        )
        code = 3
    sys.exit(code if isinstance(code, int) else 0)


def _speak_utf_8() -> None:
    """Write UTF-8 into files and pipes on every system; what a terminal cannot show is shown as its number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


class Commands(Nearest):
    """A group that imports a command, and all that it needs, only when it is wanted: `--help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands."""
        del ctx
        return list(COMMANDS)

    def instead(self, word: str) -> str:
        """What is meant by some words that others have for it."""
        return INSTEAD.get(word, "")

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"mmpt_site.cli.{cmd_name}"), cmd_name)
        if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:  # so that no import is interrupted; now work begins
            signal.signal(signal.SIGINT, signal.default_int_handler)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, each with a sentence, without importing any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="mmpt-site")
def cli() -> None:
    """Make the website of a scientific workshop from the YAML files in content/.

    Run it in the project's folder. It prints every problem with the file, the line, and what to write instead.
    """
