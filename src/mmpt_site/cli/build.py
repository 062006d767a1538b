"""`mmpt-site build`: a project in, its website in another folder out."""

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from mmpt_site import STARTED
from mmpt_site import build as builder
from mmpt_site.cli.options import WHOLE, base_url, in_project
from mmpt_site.cli.terminal import progress, say, shown, tell
from mmpt_site.cli.way_back import with_way_back
from mmpt_site.output import OutputError
from mmpt_site.problems import count
from mmpt_site.project import Project

OUTPUT = "The folder for the site. Without it: site/ in the project."


@click.command(context_settings=WHOLE)
@click.option("--output", metavar="FOLDER", type=click.Path(path_type=Path), help=OUTPUT)
@click.option("--strict", is_flag=True, help="Let warnings stop the build, too.")
@base_url
@in_project
def build(project: Project, output: Path | None, strict: bool, today: date, url: str | None) -> int:
    """Build the site into a folder; with problems, the folder stays as it was."""
    output = output or project.root / "site"
    try:
        builder.refuse_output(project, output)
        made = builder.build(project, today, url=url)
        watched = replace(made, outputs=progress(made.outputs, made.number, "Making pages"))
        published = builder.publish(watched, output, strict=strict)
    except OutputError as error:
        raise click.UsageError(str(error)) from error
    tell(with_way_back(project, published.problems), strict=strict)
    if not published.written:
        left = f"The site in {shown(output)} was left as it was." if output.exists() else "No site was made."
        click.echo(left, err=True)
        return 1
    written = published.written
    took = time.perf_counter() - STARTED
    say(
        f"Built {shown(output)} in {took:.1f} s: {count(written.changed, 'file')} changed, "
        f"{written.kept} kept, {written.removed} removed."
    )
    return 0
