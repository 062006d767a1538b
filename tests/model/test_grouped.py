"""Groups: in the order given, then as they first appear, and what has no word last."""

from mmpt_site.model.grouped import grouped


def words(*items: str | None, order: tuple[str, ...] = ()) -> list[tuple[str | None, int]]:
    return [(group.word, len(group.items)) for group in grouped(items, lambda item: item, order)]


def test_groups_stand_as_they_first_appear() -> None:
    assert words("b", "a", "b") == [("b", 2), ("a", 1)]


def test_an_order_goes_first_and_leaves_nothing_empty() -> None:
    assert words("c", "b", "a", order=("a", "x", "b")) == [("a", 1), ("b", 1), ("c", 1)]


def test_what_has_no_word_comes_last() -> None:
    assert words(None, "a", None) == [("a", 1), (None, 2)]
    assert words() == []
