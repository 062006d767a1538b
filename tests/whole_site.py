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
date: 2021-07-12 to 2021-07-13
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
PROGRAM = """\
program:
  2021-07-12:
    - {at: 09:00, title: Opening, kind: opening, speaker: Bei Liu, for: 10 min, room: [Hall A, Hall B]}
    - {at: 09:10, keynote: Ada Example, until: 10:00, chair: [Bei Liu, Bo Example], chat: https://example.org/chat}
    - {at: 10:00, title: Coffee, kind: break, for: 30 min}
    - at: 10:30
      title: Talks on small things with a very long title, as some have
      kind: oral
      track: Vision
      room: Hall A
      until: 12:00
      stream: https://example.org/live
      slides: slides.pdf
      recording: https://example.org/recording
      text: Each has *time* for a question.
      each: 15 min
      talks:
        - {title: A small thing, speaker: [Bo Example, Cy Example], remote: yes, slides: https://example.org/slides}
        - {title: Another with $x^2$, text: What *it* is., note: By video., formerly: old-talk, speaker: Ada Example}
        - {title: A third, status: cancelled, was: [11:30, 2021-07-13 09:00]}
        - {keynote: Bo Example, for: 20 min}
    - {at: 10:30, title: Tutorial, kind: tutorial, room: Hall B, for: 2 h, id: tutorial, formerly: lesson}
    - at: 10:30
      title: Panel
      kind: panel
      room: Hall C
      moderator: Ada Example
      panelist: [Bo Example, Cy Example]
      questions: [What is next?, Is it $x < y$?]
    - {at: 12:00, title: Lunch, kind: lunch, for: 1 h, status: cancelled, note: Nobody is *hungry*.}
  2021-07-13:
    - {at: 09:00, title: Posters, kind: poster, for: 1 h, talks: [{title: One, board: 12}, {title: Two, board: 13}]}
PARALLEL    - {at: 23:30, title: Night, for: 2 h, was: 22:00, talks: [{title: Stars, at: 00:30, for: 10 min}]}
"""
MANY = "".join(f'    - {{at: 20:00, title: Group {n}, room: Room {n}, until: "21:{n}0"}}\n' for n in range(1, 6))
NEWS = "news:\n  - {date: 2021-02-01, title: The call is open, text: 'See [what we ask for](call/).'}\n"


def everything(folder: Path) -> Project:
    """A site with every file and field."""
    site = furnish(SiteFolder.make(folder)).write("site.yaml", SITE).write("keynotes.yaml", KEYNOTES)
    site.write("workshop.yaml", WORKSHOP).write("dates.yaml", DATES).write("news.yaml", NEWS)
    site.write("content/2021/files/slides.pdf", b"%PDF-1.4\n")
    site.write("program.yaml", PROGRAM.replace("PARALLEL", MANY))
    site.write("content/2021/files/ada.jpg", photo()).write("content/2021/pages/venue.md", VENUE)
    site.write("content/pages/imprint.md", "---\ntitle: Imprint\nformerly: impressum\n---\nWe.\n")
    return site.project
