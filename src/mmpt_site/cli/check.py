"""`mmpt-site check`: a project in, everything that is wrong with it out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import click

from mmpt_site import build as builder
from mmpt_site.audit.external import Answer, Ask
from mmpt_site.cli.deleted import deleted
from mmpt_site.cli.options import WHOLE, base_url, in_project
from mmpt_site.cli.requirements import unpublishable
from mmpt_site.cli.terminal import progress, report, say
from mmpt_site.cli.way_back import with_way_back
from mmpt_site.hosts.polite import Asking
from mmpt_site.hosts.remembered import FILE, remembering
from mmpt_site.hosts.request import sender
from mmpt_site.problems import stops
from mmpt_site.project import Project
from mmpt_site.reports import FORMATS


@click.command(context_settings=WHOLE)
@click.option("--strict", is_flag=True, help="Count warnings as errors.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    help="For people, for programs, or for a run on GitHub, which then shows problems beside the lines.",
    show_default=True,
)
@click.option("--external", is_flag=True, help="Ask other hosts, too, whether links to them still work.")
@base_url
@in_project
def check(project: Project, strict: bool, form: str, external: bool, today: date, url: str | None) -> int:
    """Check the content, then every link, anchor and file of the site it makes; nothing of the site is written."""
    made = builder.build(project, today, url=url)
    watched = replace(made, outputs=progress(made.outputs, made.number, "Making pages"))
    found = builder.check(watched, _asking(project) if external else None)
    problems = (*with_way_back(project, found), *deleted(project), *unpublishable(project))
    report(problems, form, project.root, strict=strict)
    if stops(problems, strict=strict):
        return 1
    if form != "json" and all(problem.level == "note" for problem in problems):
        more = " Not every link to another host could be checked; see the notes." if external and problems else ""
        say(f"All is well: the content, and every link of the site it makes.{more}")
    return 0


def _asking(project: Project) -> Ask:
    """Ask other hosts for what they have not answered in the last days."""

    def anew(addresses: Sequence[str]) -> Iterator[tuple[str, Answer]]:
        with sender() as send:
            yield from progress(Asking(send).answers(addresses), len(addresses), "Asking other hosts")

    return remembering(anew, project.root / FILE, datetime.now(UTC))
