"""A small project in, the same with every file of an edition out."""

from tests.harness import SiteFolder

CALL = """\
invitation: We invite [papers](https://example.org/papers) on small examples.
goals: [To be small.]
instructions: Send a paper.
portal: {name: OpenReview, url: https://openreview.net/}
"""
DATES = """\
dates:
  - {name: Paper deadline, kind: submission, date: 2021-04-20}
  - {name: Acceptance notification, kind: notification, date: 2021-05-20}
"""
ORGANIZERS = """\
organizers:
  - {name: Bei Liu, affiliation: Microsoft Research Asia, email: bei@example.org}
"""
PROGRAM = """\
program:
  2021-07-12:
    - {at: 09:00, title: Opening, speaker: Bei Liu, for: 5 min}
"""
TOPICS = "topics: [Retrieval, Alignment]\n"
ADDRESSES = ("/", "/2021/", "/2021/call/", "/2021/dates/", "/2021/program/", "/2021/organizers/", "/404.html")


def furnish(site: SiteFolder, edition: str = "2021") -> SiteFolder:
    """Write every file that an edition can have."""
    files = {
        "workshop": f"title: Small Examples {edition}\ncontact: chairs@example.org\n",
        "call": CALL,
        "dates": DATES,
        "organizers": ORGANIZERS,
        "program": PROGRAM,
        "topics": TOPICS,
    }
    for name, text in files.items():
        site.write(f"content/{edition}/{name}.yaml", text.replace("2021-", f"{edition}-"))
    return site
