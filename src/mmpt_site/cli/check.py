"""`mmpt-site check`: the project in the current folder in, everything that is wrong with it out."""

from datetime import date

import click

from mmpt_site import build as builder
from mmpt_site.cli.options import base_url, in_project
from mmpt_site.cli.terminal import report, say
from mmpt_site.problems import stops
from mmpt_site.project import Project
from mmpt_site.reports import FORMATS


@click.command()
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="For people, for programs, or for a run on GitHub, which then shows problems beside the lines.",
    show_default=True,
)
@base_url
@in_project
def check(project: Project, strict: bool, form: str, today: date, url: str | None) -> int:
    """Check the content, then every link, anchor and file of the site it makes; nothing is written."""
    problems = builder.check(builder.build(project, today, url=url))
    report(problems, form, project.root, strict=strict)
    if stops(problems, strict=strict):
        return 1
    if form != "json" and all(problem.level == "note" for problem in problems):
        say("All is well: the content, and every link of the site it makes.")
    return 0
