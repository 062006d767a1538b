"""Addresses in, answers out: those of the last days from a file, the others asked for anew."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import AwareDatetime, TypeAdapter, ValidationError

from mmpt_site.audit.external import Answer, Ask
from mmpt_site.cache import recall, remember

FILE = ".cache/mmpt-site/links.json"
KEPT = {"good": timedelta(days=7), "bad": timedelta(hours=1), "unfound": timedelta(hours=1)}


@dataclass(frozen=True)
class Remembered:
    """An answer, and when it was given."""

    answer: Answer
    asked: AwareDatetime


@dataclass(frozen=True)
class Memo:
    """The file."""

    version: Literal[1]
    answers: dict[str, Remembered]


MEMO = TypeAdapter(Memo)


def remembering(anew: Callable[[Sequence[str]], Iterable[tuple[str, Answer]]], file: Path, now: datetime) -> Ask:
    """A function that answers from the file, and asks with `anew` for what is not in it or too old."""

    def ask(addresses: Sequence[str]) -> Mapping[str, Answer]:
        known = {address: each for address, each in _recalled(file).items() if _is_fresh(each, now)}
        found: dict[str, Answer] = {}
        try:
            found.update(anew([address for address in addresses if address not in known]))
        finally:  # what was answered before somebody lost patience is kept, too
            if _is_offline(found):
                found = {address: Answer("offline") for address in found}
            known |= {address: Remembered(answer, now) for address, answer in found.items() if answer.kind in KEPT}
            if found:
                remember(file, MEMO.dump_python(Memo(1, known), mode="json"))
        return {address: found.get(address) or known[address].answer for address in addresses}

    return ask


def _recalled(file: Path) -> dict[str, Remembered]:
    data: Any = recall(file)
    try:
        return MEMO.validate_python(data).answers
    except ValidationError:
        return {}


def _is_fresh(remembered: Remembered, now: datetime) -> bool:
    kept = KEPT.get(remembered.answer.kind)
    return kept is not None and timedelta(0) <= now - remembered.asked < kept


def _is_offline(found: Mapping[str, Answer]) -> bool:
    """Whether nothing could be reached; that a single host does not exist may be a slip of the pen."""
    kinds = {answer.kind for answer in found.values()}
    hosts = {urlsplit(address).hostname for address in found}
    return bool(kinds) and kinds <= {"unfound", "unreached"} and ("unreached" in kinds or len(hosts) > 1)
