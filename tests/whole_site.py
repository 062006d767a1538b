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
acronym: WSE
edition: 9th
tagline: The second one
host: {name: Conference on Examples, acronym: CoE, url: https://example.org/coe/, date: 2021-07-12 to 2021-07-15}
date: 2021-07-12
was: 2021-06-07
half_day: morning
status: rescheduled
place: Example City
mode: hybrid
timezone: Europe/Paris
contact: [chairs@example.org, ada@example.org]
introduction: Examples are *small*, as $x < y$ shows.
image: {file: ada.jpg, alt: Ada at work}
mailing_lists: [https://groups.google.com/g/example, {name: News, url: https://example.org/n, email: n@example.org}]
chat: https://example.slack.com/
social: [https://bsky.app/profile/example.org, https://example.social/@wse]
hashtag: WSE2021
proceedings: {title: All Papers, publisher: Example Press, doi: 10.1000/182, isbn: 978-0-306-40615-7}
acknowledgement: We thank *everybody*.
"""
CALL = """\
invitation: We invite [papers](https://example.org/papers) on small examples.
goals: [To be small.]
kinds:
  - name: Full papers
    pages: 4 to 8
    excluding_references: yes
    archival: yes
    criteria: Novelty, and $x$.
    text: Work that is *finished*.
  - {name: Abstracts, pages: up to 2, archival: no}
  - Posters
format:
  style: ACM
  url: https://example.org/style/
  latex: https://example.org/a.zip
  word: https://example.org/a.docx
  overleaf: https://example.org/o/
languages: [English, French]
instructions: Send a paper.
portal: {name: OpenReview, system: OpenReview, url: https://openreview.net/, email: p@example.org, opens: 2021-03-10}
blind: double
policies:
  dual_submission: Yes.
  preprints: Yes.
  anonymity: Leave out names.
  ethics: Be *fair*.
  ai_use: Say so.
  withdrawal: By email.
  attendance: One author of each paper.
publication: Online.
presentation: As posters.
final_version: One page more.
presenters: Bring it.
reviewers: https://example.org/review/
"""
ORGANIZERS = """\
organizers:
  - name: Bei Liu
    family: Liu
    native: 例
    honorific: Prof.
    pronouns: she/her
    affiliation: {name: Example University, department: Department of Examples, city: Example City, country: France}
    email: bei@example.org
    social: [https://bsky.app/profile/example.org, {name: Blog, url: https://example.org/blog}]
committees:
  - {name: Program committee, order: by family name, members: [Di Østexample, Ed van der Example, Fa Ångexample]}
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


def everything(folder: Path) -> Project:
    """A site with every file and field."""
    site = furnish(SiteFolder.make(folder)).write("site.yaml", SITE).write("keynotes.yaml", KEYNOTES)
    site.write("workshop.yaml", WORKSHOP).write("dates.yaml", DATES).write("news.yaml", NEWS)
    site.write("call.yaml", CALL).write("organizers.yaml", ORGANIZERS)
    site.write("content/2021/files/ada.jpg", photo()).write("content/2021/pages/venue.md", VENUE)
    site.write("content/pages/imprint.md", "---\ntitle: Imprint\nformerly: impressum\n---\nWe.\n")
    return site.project
