"""What the program cites: the id of a paper or a keynote as written in, the same id out if there is one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from mmpt_site.model.keynotes import Keynote
from mmpt_site.model.papers import Paper
from mmpt_site.model.part import quoted, wrong
from mmpt_site.model.scalars import Text, same_name, slug
from mmpt_site.model.written import Written
from mmpt_site.problems import either, nearest


@dataclass(frozen=True)
class Citable:
    """What can be cited: everything that one may write, and the ids that it means.

    `complete` is False when a file could not be read whole, so that an unknown id proves nothing.
    """

    ids: dict[str, tuple[str, ...]]
    complete: bool

    @classmethod
    def papers(cls, papers: Iterable[Paper], *, complete: bool) -> "Citable":
        """Papers, by their ids, their numbers and their titles."""
        return cls(_gathered((name, p.id) for p in papers for name in (p.id, p.number or "", p.title)), complete)

    @classmethod
    def keynotes(cls, keynotes: Iterable[Keynote], *, complete: bool) -> "Citable":
        """Keynotes, by their ids and the names of those who give them."""
        named = ((name, k.id) for k in keynotes for name in (k.id, *(person.name for person in k.speaker)))
        return cls(_gathered(named), complete)


def _gathered(named: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    ids: dict[str, tuple[str, ...]] = {}
    for name, known in named:
        if name and known not in ids.get(same_name(name), ()):
            ids[same_name(name)] = (*ids.get(same_name(name), ()), known)
    return ids


def _cited(text: str, citable: object, kind: str) -> str:
    if not isinstance(citable, Citable):
        return text if text == slug(text) else slug(text)
    found = citable.ids.get(same_name(text), ())
    if len(found) > 1:
        raise wrong(f"{quoted(text)} can mean {len(found)} {kind}s.", f"Write the id instead: {either(found)}")
    if not found and citable.complete:
        near = nearest(text, citable.ids)
        file = f"{kind}s.yaml"
        hint = f"Did you mean {near}? " if near else ""
        raise wrong(f"There is no {kind} {quoted(text)}.", f"{hint}The {kind}s of this edition stand in {file}.")
    return found[0] if found else slug(text)


def _cited_paper(text: str, info: ValidationInfo) -> str:
    """Turn the id, the number or the title of a paper of this edition into its id."""
    return _cited(text, (info.context or {}).get("papers"), "paper")


def _cited_keynote(text: str, info: ValidationInfo) -> str:
    """Turn the id of a keynote of this edition, or the name of who gives it, into the id."""
    return _cited(text, (info.context or {}).get("keynotes"), "keynote")


CitedPaper = Annotated[Text, AfterValidator(_cited_paper), Written("the id of a paper", "ids of papers")]
CitedKeynote = Annotated[Text, AfterValidator(_cited_keynote), Written("the id of a keynote", "ids of keynotes")]
