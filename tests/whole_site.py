"""A folder in, a project with every file and every field out."""

from pathlib import Path

from mmpt_site.project import Project
from tests.camera import photo
from tests.harness import SERIES, SiteFolder
from tests.pages.examples import furnish

SITE = f"""\
{SERIES}
notice: {{kind: postponed, text: "See the [dates](2021/dates/).", until: 2021-12-31}}
license: CC BY 4.0
repository: https://github.com/name/workshop
"""
WORKSHOP = """\
title: Workshop on Small Examples
tagline: The second one
host: {name: Conference on Examples, acronym: CoE, url: https://example.org/coe/, date: 2021-07-12 to 2021-07-15}
date: 2021-07-12
place: Example City
mode: hybrid
timezone: Europe/Paris
contact: [chairs@example.org, ada@example.org]
introduction: Examples are *small*, as $x < y$ shows.
"""
KEYNOTES = """\
formerly: talks
keynotes:
  - speaker:
      name: Ada Example
      affiliation: [University of Examples, Institute of More Examples]
      url: https://example.org/ada
      photo: ada.jpg
      bio: Ada studies *examples*.
    title: What small examples teach, and what a long title with $x^2$ in it does
    abstract: One paragraph.
  - speaker: [Bo Example, Cy Example]
"""
VENUE = (
    "# Venue\n\n## By train\n\n| from | takes |\n|---|---|\n| the airport | `a very long line of code` |\n\n    code\n"
)


def everything(folder: Path) -> Project:
    """A site with every file and field."""
    site = furnish(SiteFolder.make(folder)).write("site.yaml", SITE).write("keynotes.yaml", KEYNOTES)
    site.write("workshop.yaml", WORKSHOP)
    site.write("content/2021/files/ada.jpg", photo()).write("content/2021/pages/venue.md", VENUE)
    site.write("content/pages/imprint.md", "---\ntitle: Imprint\nformerly: impressum\n---\nWe.\n")
    return site.project
