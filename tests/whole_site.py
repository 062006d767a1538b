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
      orcid: 0000-0002-1825-0097
      openreview: ~Ada_Example1
      github: ada-example
      bio: Ada studies *examples*.
    title: What small examples teach, and what a long title with $x^2$ in it does
    abstract: One paragraph.
  - speaker: [Bo Example, Cy Example]
"""
VENUE = (
    "# Venue\n\n## By train\n\n| from | takes |\n|---|---|\n| the airport | `a very long line of code` |\n\n    code\n"
)


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
PAPERS = """\
formerly: accepted
papers:
  - title: What $x^2$ small examples teach CLIP
    id: p1
    number: 12
    authors:
      - name: Ada Example
        affiliation: [University of Examples, Institute of More Examples]
        equal: yes
      - {name: Bo Example, affiliation: University of Examples, equal: yes, corresponding: yes, url: https://example.org/bo}
      - 王小明
    abstract: One *paragraph* with $x < y$.
    tldr: Examples help.
    keywords: [retrieval, 跨模态]
    kind: Full paper
    archival: yes
    award: Best paper
    pages: 12-25
    links:
      pdf: paper.pdf
      doi: 10.1000/182
      arxiv: 2101.00001
      anthology: 2021.example-1.1
      openreview: https://openreview.net/forum?id=abc
      code: https://example.org/code
      data: https://example.org/data
      project: https://example.org/project
      poster: paper.pdf
      slides: https://example.org/slides
      video: https://example.org/video
      supplementary: paper.pdf
    thumbnail: figure.jpg
    alt: Somebody
    note: Also shown as a *demo*.
    formerly: p0
  - {title: A Short Study, id: p2, authors: [Cy Example], keywords: [retrieval], kind: Short paper, archival: no}
"""
DEMOS = """\
papers:
  - title: A Demo
    authors: [Bo Example]
    track: Demos
    board: 7
    award: [Best demo, Audience award]
    bibtex: |
      @misc{demo, title = {A Demo}}
"""
PRESENTED = """\
program:
  2021-07-12:
    - {at: 09:00, title: Opening, speaker: Bei Liu, for: 5 min}
    - {at: 09:05, title: Papers, kind: oral, room: Room 201, chair: Bei Liu, papers: [p1, p2], each: 15 min}
    - at: 11:00
      until: 12:00
      title: Posters
      kind: poster
      talks: [{paper: p1, board: 3, slides: paper.pdf, note: Come *early*.}]
"""


def everything(folder: Path) -> Project:
    """A site with every file and field."""
    site = furnish(SiteFolder.make(folder)).write("site.yaml", SITE).write("keynotes.yaml", KEYNOTES)
    site.write("workshop.yaml", WORKSHOP).write("dates.yaml", DATES).write("news.yaml", NEWS)
    site.write("papers.yaml", PAPERS).write("content/2021/papers/demos.yaml", DEMOS).write("program.yaml", PRESENTED)
    site.write("content/2021/files/paper.pdf", b"%PDF-1.4\n").write("content/2021/files/figure.jpg", photo())
    site.write("content/2021/files/ada.jpg", photo()).write("content/2021/pages/venue.md", VENUE)
    site.write("content/pages/imprint.md", "---\ntitle: Imprint\nformerly: impressum\n---\nWe.\n")
    return site.project
