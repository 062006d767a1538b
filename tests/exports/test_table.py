"""The table of files for machines."""

import pytest

from mmpt_site.content.load import load
from mmpt_site.exports.table import EXPORTS, Export
from mmpt_site.pages.language import language
from mmpt_site.pages.routes import plan
from tests.harness import SiteFolder
from tests.pages.examples import furnish

ENGLISH = language("en-US")


@pytest.mark.parametrize("export", EXPORTS)
def test_every_row_of_the_table_gives_files_of_the_site(site: SiteFolder, export: Export) -> None:
    made = furnish(site).write("papers.yaml", "papers: [{title: A, authors: [Ada Example]}]\n").build()
    loaded = load(site.project.content).site
    assert loaded
    files = list(export(loaded, plan(loaded, ENGLISH), ENGLISH))
    assert files
    assert all((made.folder / file.path).is_file() for file in files)


def test_github_is_told_to_publish_the_files_as_they_are(site: SiteFolder) -> None:
    assert (site.build().folder / ".nojekyll").read_bytes() == b""


def test_a_file_for_machines_takes_part_in_the_check_of_addresses(site: SiteFolder) -> None:
    site.write("content/2020/workshop.yaml", "title: Small\nformerly: '2021'\n")
    site.write("content/2020/dates.yaml", "dates: [{name: Paper, date: 2020-04-20}]\n")
    site.write("dates.yaml", "dates: [{name: Paper, date: 2021-04-20}]\n")
    made = site.build()
    assert made.failed
    for path in ("dates.ics", "dates/paper.ics"):
        made.tells(f"The address /2021/{path} is taken already, by content/2021/dates.yaml:1:")
    made.tells("content/2020/workshop.yaml:2:11: error: ", "Take it out: what is there now stays there.")
