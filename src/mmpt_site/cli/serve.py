"""`mmpt-site serve`: a project in, its site in the browser out."""

import webbrowser
from collections.abc import Iterable
from datetime import date
from typing import Any

import click

from mmpt_site.cli.called import all_as_called
from mmpt_site.cli.options import WHOLE, in_project
from mmpt_site.cli.terminal import say, tell
from mmpt_site.cli.way_back import with_way_back
from mmpt_site.preview import serve as server
from mmpt_site.preview.listen import PORTS, Refused, listen
from mmpt_site.problems import Problem
from mmpt_site.project import Project

HOST = "Where to listen: without it, for this computer only; 0.0.0.0 lets everyone in this network see the site."
MOST = 65535
PORT = f"The port to listen on. Without it: {PORTS[0]}, or the next one that is free."


class Port(click.ParamType[int]):
    """A port on the command line."""

    name = "port"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read `8100`."""
        text = str(value)
        if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MOST):
            self.fail(f'"{text}" is no port. Write a number from 1 to {MOST}, such as 8100.', param, ctx)
        return int(text)


@click.command(context_settings=WHOLE)
@click.option("--host", metavar="NAME", help=HOST)
@click.option("--port", metavar="NUMBER", type=Port(), help=PORT)
@click.option("--open", "opens", is_flag=True, help="Open the site in your browser.")
@in_project
def serve(project: Project, host: str | None, port: int | None, opens: bool, today: date) -> int:
    """Show the site in the browser, and each change as soon as it is saved; Ctrl-C ends it."""

    def explain(found: Iterable[Problem]) -> tuple[Problem, ...]:
        return all_as_called(with_way_back(project, found))

    try:
        listening = listen(host, port)
    except Refused as refused:
        raise click.UsageError(str(refused)) from refused
    try:
        if not port and listening.port != PORTS[0]:
            say(f"Port {PORTS[0]} is taken, so this is port {listening.port}.")
        show = open_browser if opens else lambda _: None
        server.serve(project, today, listening, tell=tell, say=say, show=show, explain=explain)
    except BrokenPipeError:  # whoever read what is said here has gone
        pass
    return 0


def open_browser(address: str) -> None:
    """Open an address in the browser; that there is none is no reason to end."""
    try:
        opened = webbrowser.open(address)
    except (webbrowser.Error, OSError):
        opened = False
    if not opened:
        say(f"No browser could be opened here. Please open {address} yourself.")
