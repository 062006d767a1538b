"""`mmpt-site serve`: the project in the current folder in, its site in the browser out."""

from datetime import date

import click

from mmpt_site import serve as server
from mmpt_site.cli.options import in_project
from mmpt_site.cli.terminal import say, tell
from mmpt_site.project import Project


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="The port to listen on.", show_default=True)
@in_project
def serve(project: Project, port: int, today: date) -> int:
    """Show the site in the browser, and each change as soon as it is saved; Ctrl-C ends it."""
    try:
        server.serve(project, today, port, tell=tell, say=say)
    except BrokenPipeError:  # whoever read what is said here has gone
        return 0
    except OSError as error:
        raise click.UsageError(f"Port {port} cannot be used: {error.strerror}. Choose another with --port.") from error
    return 0
