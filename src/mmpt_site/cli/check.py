"""`mmpt-site check`: the project in the current folder in, everything that is wrong with it out."""

from datetime import date

import click

from mmpt_site import build as builder
from mmpt_site.cli.options import base_url, in_project
from mmpt_site.cli.terminal import say, tell
from mmpt_site.problems import stops
from mmpt_site.project import Project


@click.command()
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@base_url
@in_project
def check(project: Project, strict: bool, today: date, url: str | None) -> int:
    """Check the content, then every link, anchor and file of the site it makes; nothing is written."""
    problems = builder.check(builder.build(project, today, url=url))
    tell(problems, strict=strict)
    if stops(problems, strict=strict):
        return 1
    if all(problem.level == "note" for problem in problems):
        say("All is well: the content, and every link of the site it makes.")
    return 0
