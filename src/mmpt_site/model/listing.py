"""Papers in, the groups in which a list shows them out, and by what a reader can narrow it down."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mmpt_site.model.order import natural
from mmpt_site.model.papers import Paper
from mmpt_site.model.scalars import slug


@dataclass(frozen=True)
class Group:
    """Papers that stand together, below a heading unless it is empty."""

    heading: str
    papers: tuple[Paper, ...]

    @property
    def id(self) -> str:
        """What links to the heading use."""
        return slug(self.heading)


def groups(papers: Iterable[Paper]) -> tuple[Group, ...]:
    """By track if there are several, otherwise by kind, otherwise all in one; each in the order written.

    Organizers divide their papers by tracks, each with its own chairs and sessions; kinds are lengths. Papers without
    what the others are grouped by come first: they are the main part, of which nobody says so.
    """
    papers = tuple(papers)
    for field in ("track", "kind"):
        names = dict.fromkeys(getattr(paper, field) or "" for paper in papers)
        if len(names) > 1:
            ordered = sorted(names, key=bool)  # the nameless first, the others as they come
            return tuple(Group(name, tuple(p for p in papers if (getattr(p, field) or "") == name)) for name in ordered)
    return (Group("", papers),) if papers else ()


def choices(papers: Iterable[Paper]) -> Mapping[str, tuple[str, ...]]:
    """What there is to choose from in each field that does not say the same of all papers.

    Of keywords, those that papers share; the others are found by searching.
    """
    papers = tuple(papers)
    found = {
        "track": tuple(dict.fromkeys(paper.track for paper in papers if paper.track)),
        "kind": tuple(dict.fromkeys(paper.kind for paper in papers if paper.kind)),
        "award": tuple(dict.fromkeys(award for paper in papers for award in paper.award)),
        "keyword": tuple(sorted(_shared(papers), key=natural)),
    }
    whole = {
        field
        for field in ("track", "kind")
        if found[field] and all(getattr(p, field) == found[field][0] for p in papers)
    }
    return {field: names for field, names in found.items() if names and field not in whole}


def _shared(papers: tuple[Paper, ...]) -> Iterable[str]:
    """Keywords of more than one paper, each as the first one spells it."""
    spelled: dict[str, str] = {}
    number: Counter[str] = Counter()
    for paper in papers:
        for keyword in dict.fromkeys(paper.keywords):
            spelled.setdefault(keyword.casefold(), keyword)
            number[keyword.casefold()] += 1
    return (spelled[key] for key, times in number.items() if times > 1)
