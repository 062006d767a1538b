"""Who appears in a program: as what, in the order of family names and of time."""

from mmpt_site.model.appearances import appearances
from mmpt_site.model.edition import Edition
from mmpt_site.model.keynotes import Keynotes
from mmpt_site.model.person import People
from mmpt_site.model.program import Program
from mmpt_site.model.workshop import Workshop

SESSIONS = [
    {"at": "09:00", "title": "Opening", "speaker": "zoe-alpha"},
    {"at": "10:00", "keynote": "ada-example", "chair": ["bo-zeta", "zoe-alpha"]},
    {
        "at": "11:00",
        "title": "Panel",
        "moderator": "bo-zeta",
        "panelist": ["zoe-alpha"],
        "talks": [{"title": "Last", "at": "11:40", "speaker": "zoe-alpha"}, {"keynote": "ada-example", "at": "11:10"}],
    },
]


def test_everybody_is_listed_with_all_that_they_do() -> None:
    people = People.model_validate({"people": [{"name": "Bo Zeta"}, {"name": "Zoe Alpha"}]})
    keynotes = Keynotes.model_validate({"keynotes": [{"speaker": "Ada Example"}]})
    program = Program.model_validate({"program": {"2021-07-12": SESSIONS}})
    edition = Edition("2021", Workshop(title="Small"), people=people, keynotes=keynotes, program=program)
    found = {
        name: [(each.role, each.session.id, each.talk.id if each.talk else "") for each in all_of]
        for name, all_of in appearances(edition).items()
    }
    assert found == {
        "zoe-alpha": [
            ("speaker", "opening", ""),
            ("chair", "ada-example", ""),
            ("panelist", "panel", ""),
            ("speaker", "panel", "last"),
        ],
        "ada-example": [("speaker", "ada-example", ""), ("speaker", "panel", "panel-ada-example")],
        "bo-zeta": [("chair", "ada-example", ""), ("moderator", "panel", "")],
    }
    assert list(found) == ["zoe-alpha", "ada-example", "bo-zeta"]
    assert [each.timed.start.hour for each in appearances(edition)["bo-zeta"]] == [10, 11]


def test_a_program_that_is_not_known_names_nobody() -> None:
    assert appearances(Edition("2021", Workshop(title="Small"))) == {}
    program = Program.model_validate({"program": "to be announced"})
    assert appearances(Edition("2021", Workshop(title="Small"), program=program)) == {}
