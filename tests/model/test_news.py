"""News: in which order, and known by what."""

import pytest

from mmpt_site.model.news import News


def news(*entries: dict[str, str]) -> News:
    """News as a file would give them."""
    return News.model_validate({"news": [{"title": "A", **entry} for entry in entries]})


def test_the_newest_comes_first_and_those_of_one_day_as_written() -> None:
    found = news(
        {"date": "2021-03-01", "title": "B"},
        {"date": "2021-03-02", "title": "A"},
        {"date": "2021-03-01", "title": "C"},
    )
    assert [item.title for item in found.latest] == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("entry", "made"),
    [
        ({"date": "2021-03-01", "title": "The call is open!"}, "2021-03-01-the-call-is-open"),
        ({"date": "2021-03-01", "title": "🎉"}, "2021-03-01"),
        ({"date": "2021-03-01", "id": "open"}, "open"),
    ],
)
def test_news_are_known_by_day_and_title(entry: dict[str, str], made: str) -> None:
    assert news(entry).news[0].id == made
