"""All editions of a series, here and elsewhere, the newest first."""

from mmpt_site.model.edition import Edition
from mmpt_site.model.past import PastEdition
from mmpt_site.model.site import Series, Site
from mmpt_site.model.workshop import Workshop


def told(*editions: tuple[str, str], past: tuple[int, ...] = ()) -> list[str]:
    series = Series(name="A", acronym="A", editions=tuple(PastEdition(year=year) for year in past))
    made = (Edition(name, Workshop.model_validate({"title": "A", "date": date or None})) for name, date in editions)
    known = Site(series, tuple(made)).history
    return [each.id if isinstance(each, Edition) else str(each.year) for each in known]


def test_the_newest_comes_first() -> None:
    assert told(("2020", ""), ("2021", ""), past=(2018, 2019)) == ["2021", "2020", "2019", "2018"]


def test_the_days_of_an_edition_say_more_than_the_name_of_its_folder() -> None:
    assert told(("lisbon", "2018-05-01"), ("guide", ""), ("spring-2020", ""), past=(2019,)) == [
        "spring-2020",
        "2019",
        "lisbon",
        "guide",
    ]
