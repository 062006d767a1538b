"""Things in, the same things under the words that they share out: sponsors by tier, resources by kind."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True)
class Group(Generic[Item]):
    """Things of one kind; without a word, those that have none."""

    word: str | None
    items: tuple[Item, ...]


def grouped(
    items: Iterable[Item], word: Callable[[Item], str | None], order: Iterable[str] = ()
) -> tuple[Group[Item], ...]:
    """The groups in an order, then in that of their first appearance; things without a word come last."""
    found: dict[str | None, list[Item]] = {known: [] for known in order}
    for item in items:
        found.setdefault(word(item), []).append(item)
    alone = found.pop(None, [])
    groups = [Group(known, tuple(each)) for known, each in found.items() if each]
    return (*groups, *([Group[Item](None, tuple(alone))] if alone else []))
