"""A folder in, a project with every file and every field out."""

from pathlib import Path

from mmpt_site.project import Project
from tests.camera import photo
from tests.harness import SERIES, SiteFolder
from tests.pages.examples import furnish
from tests.small_files import EDITIONS, with_small_files

SITE = f"""\
{SERIES}
notice: {{kind: postponed, text: "See the [dates](2021/dates/).", until: 2021-12-31}}
license: CC BY 4.0
repository: https://github.com/name/workshop
{EDITIONS}"""
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
      orcid: 0000-0002-1825-0097
      openreview: ~Ada_Example1
      github: ada-example
      bio: Ada studies *examples*.
    title: What small examples teach, and what a long title with $x^2$ in it does
    abstract: One paragraph.
  - speaker: [Bo Example, Cy Example]
"""
TRAVEL = """\
---
place: footer
---
# Travel

## By train

| from | takes |
|---|---|
| the airport | `a very long line of code` |

    code
"""


DATES = """\
deadlines_end: 23:59 AoE
dates:
  - {name: Abstract, kind: abstract, date: 2021-02-20, hard: yes}
  - name: Paper
    kind: submission
    date: 2021-04-20
    was: [2021-04-06, {date: 2021-04-13, announced: 2021-04-02, reason: Many asked.}]
    note: Send *small* papers.
    url: https://example.org/submit
  - {name: Notification, kind: notification, date: 2021-05-20, track: Demos}
  - {name: Camera-ready version, kind: camera-ready, date: to be announced}
  - {name: Workshop, kind: workshop, date: 2021-07-12 to 2021-07-13}
"""
NEWS = "news:\n  - {date: 2021-02-01, title: The call is open, text: 'See [what we ask for](call/).'}\n"


def everything(folder: Path) -> Project:
    """A site with every file and field."""
    site = furnish(SiteFolder.make(folder)).write("site.yaml", SITE).write("keynotes.yaml", KEYNOTES)
    site.write("workshop.yaml", WORKSHOP).write("dates.yaml", DATES).write("news.yaml", NEWS)
    site.write("content/2021/files/ada.jpg", photo()).write("content/2021/pages/travel.md", TRAVEL)
    site.write("content/pages/imprint.md", "---\ntitle: Imprint\nformerly: impressum\n---\nWe.\n")
    return with_small_files(site).project
