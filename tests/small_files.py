"""A small project in, the same with the files that tell of place, money, prizes and questions out."""

from tests.camera import SVG, drawing, photo
from tests.harness import SiteFolder

SMALL = {
    "venue": """\
name: Example Congress Center
room: Room 301, third floor
street: 1 Example Street
postcode: "12345"
city: Example City
country: Exampleland
geo: 25.0330, 121.5654
url: https://www.example.org/center
text: Enter from the *park*.
travel: Tram 2 stops there.
hotels: "- [Example Hotel](https://www.example.org/hotel)"
visa: Ask early.
accessibility: All rooms have level access.
childcare: Ask by May.
food: Lunch is included.
""",
    "registration": """\
url: https://www.example.org/register
opens: 2021-02-15
early: 2021-05-31
closes: 2021-07-05 23:59 AoE
text: Register with the *conference*.
fees:
  - {name: Student, early: € 100, regular: € 150, late: € 200, note: with a letter of your school or university}
  - {name: Everybody else, early: "€ 1,000", regular: "€ 1,150"}
includes: [All talks, Lunch]
visa: Write to us once you have paid.
cancellation: We return it all.
""",
    "challenges": """\
introduction: One task, one data set.
challenges:
  - name: Small Captions
    text: Teams describe *pictures* in $n$ words.
    registration: https://www.example.org/join
    submission: https://www.example.org/submit
    datasets: {name: Example Data Set, url: https://www.example.org/data, note: For training only.}
    metric: Accuracy.
    baseline: "[Ours](https://www.example.org/code): 81.5."
    timeline:
      - {name: Test data, kind: opens, date: 2021-02-01}
      - {name: Results, kind: submission, date: 2021-05-01, was: 2021-04-20}
    leaderboard:
      - {team: Team of Ada Example, model: Large and then some, accuracy: 91.2, words per caption: 12}
      - {team: Team of Bo Example, accuracy: 88.0, words per caption: 9}
    winners: [Ada Example, Bo Example]
    prizes: The first gets a book.
    organizers: Bei Liu
    formerly: captions
  - name: Smaller Captions
    leaderboard:
      columns: [Rank, Team, Score]
      rows: [[1, Ada, 7], [1, Bo, 7], [3, Cy, 5]]
      updated: 2021-02-20
""",
    "awards": """\
introduction: A jury of three decides.
awards:
  - {name: Best Paper Award, for: the best paper, recipients: to be announced}
  - {name: Best Paper Award, year: 2020, recipients: [What small examples teach, Ada Example], text: A *book*.}
  - {name: Travel grants, apply: "https://www.example.org/grants", deadline: 2021-05-31}
""",
    "sponsors": """\
introduction: We thank our sponsors.
tiers: [Gold, Silver]
sponsors:
  - name: Example Company
    tier: Silver
    url: https://www.example.com/
    logo: company.svg
    logo_dark: company-dark.svg
    text: They give the *prize*.
  - {name: Example Labs, tier: Gold, url: "https://www.example.net/", logo: labs.png, alt: A circle}
  - {name: Institute of Examples, url: "https://www.example.org/institute"}
become: Sponsors have a table in the hall.
contact: chairs@example.org
""",
    "faq": """\
introduction: Write to us if yours is not here.
faq:
  - {question: Can I take part online?, answer: "Yes: in [this room](https://www.example.org/room)."}
  - {question: May I send two papers?, answer: You may., group: Submission}
  - {question: How long is a poster?, answer: "$1\\\\,m$.", group: Submission, id: poster}
""",
    "conduct": """\
text: We respect each other.
url: https://www.example.org/conduct
contacts: [Bei Liu, conduct@example.org]
""",
    "gallery": """\
introduction: Thank you for coming.
gallery:
  - {image: posters.jpg, alt: People stand around a poster., caption: The poster session, credit: Bo Example}
  - {image: company.svg, alt: A black square.}
""",
    "resources": """\
introduction: These may help you.
resources:
  - {name: Example Data Set, url: "https://www.example.org/data", kind: Data sets, text: Ten *small* examples.}
  - {name: Example Tutorial, url: "https://www.example.org/tutorial"}
""",
}
EDITIONS = """\
editions:
  - year: 2019
    name: First Workshop on Small Examples
    url: https://www.example.org/2019/
    host: Conference on Examples 2019
    place: Example City
    proceedings: https://www.example.org/2019/proceedings/
  - year: 2018
"""
PICTURES = {
    "company.svg": SVG,
    "company-dark.svg": SVG.replace(b"<path", b'<path fill="#fff"'),
    "labs.png": drawing(),
    "posters.jpg": photo(1600, 1200),
}


def with_small_files(site: SiteFolder) -> SiteFolder:
    """Write these files of edition 2021, and the pictures that they name; `Bei Liu` has to be known."""
    for name, text in SMALL.items():
        site.write(f"{name}.yaml", text)
    for name, data in PICTURES.items():
        site.write(f"content/2021/files/{name}", data)
    return site
