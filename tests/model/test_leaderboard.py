"""Leaderboards: rows of both kinds, their places, and which columns hold numbers."""

from pydantic import TypeAdapter

from mmpt_site.model.leaderboard import Leaderboard, Standings

KIND: TypeAdapter[Leaderboard] = TypeAdapter(Standings)


def board(*rows: object, columns: tuple[str, ...] = ()) -> Leaderboard:
    return KIND.validate_python({"columns": columns, "rows": list(rows)})


def test_the_fields_of_the_first_row_are_the_columns() -> None:
    made = KIND.validate_python([{"team": "A", "score": "9"}, {"score": "8", "team": "B"}, {"team": "C"}])
    assert made.headings == ("Team", "Score")
    assert [each.values for each in made.standings] == [("A", "9"), ("B", "8"), ("C", "")]


def test_the_places_are_those_of_the_rows_or_as_given() -> None:
    assert [each.place for each in board({"team": "A"}, {"team": "B"}).standings] == ["1", "2"]
    made = board(["A", "1."], ["B", "1"], ["C", ""], columns=("Team", "Rank"))
    assert [each.place for each in made.standings] == ["1", "1", "3"]
    assert [each.is_first for each in made.standings] == [True, True, False]
    assert made.headings == ("Team",)


def test_a_column_of_numbers_is_known_by_all_of_its_values() -> None:
    made = board(
        {"team": "1", "score": "91.2", "gain": "+1,000", "share": "7 %", "error": "3.1 ± 0.2", "note": ""},
        {"team": "B", "score": "–", "gain": "−2", "share": "8%", "error": "4", "note": ""},
    )
    assert made.numbers == (False, True, True, True, True, False)


def test_values_are_texts_on_one_line() -> None:
    assert board({"team": " A\n B ", "score": None}).standings[0].values == ("A B", "")
