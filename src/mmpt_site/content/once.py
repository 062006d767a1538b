"""Lists in decoded parts in, what stands in them twice, or where nothing like it is known, out."""

from collections.abc import Iterable, Iterator

from mmpt_site.content.document import Location
from mmpt_site.content.finding import Finding
from mmpt_site.model.awards import Awards
from mmpt_site.model.challenges import Challenges
from mmpt_site.model.faq import Faq
from mmpt_site.model.gallery import Gallery
from mmpt_site.model.leaderboard import Leaderboard
from mmpt_site.model.registration import Registration
from mmpt_site.model.resources import Resources
from mmpt_site.model.scalars import same_name
from mmpt_site.model.sponsors import Sponsors
from mmpt_site.problems import count, nearest

TAKE_OUT = "Take one of the two out."


def sponsors_once(sponsors: Sponsors) -> Iterator[Finding]:
    """Nobody is thanked twice."""
    names = (sponsor.name for sponsor in sponsors.sponsors)
    for index in _twice(map(_plain, names)):
        message = f"{sponsors.sponsors[index].name} stands twice among the sponsors."
        yield Finding("sponsors", ("sponsors", index, "name"), message, TAKE_OUT)


def tiers_known(sponsors: Sponsors) -> Iterator[Finding]:
    """Where the tiers are listed, those of the sponsors are among them, and each is there once."""
    for index in _twice(map(_plain, sponsors.tiers)):
        yield Finding("sponsors", ("tiers", index), "This tier stands here twice.", TAKE_OUT)
    for index, sponsor in enumerate(sponsors.sponsors):
        if sponsors.tiers and sponsor.tier and sponsor.tier not in sponsors.tiers:
            near = nearest(sponsor.tier, sponsors.tiers)
            hint = f"Did you mean {near}?" if near else f"Write one of them, or add it: {', '.join(sponsors.tiers)}"
            message = f'There is no tier "{sponsor.tier}" under tiers.'
            yield Finding("sponsors", ("sponsors", index, "tier"), message, hint)


def awards_are_distinct(awards: Awards) -> Iterator[Finding]:
    """Links can tell two awards apart."""
    for index in _twice(award.id for award in awards.awards):
        award = awards.awards[index]
        hint = f"Take one out, or give this one an id of its own, such as id: {award.id}-2"
        yield Finding("awards", ("awards", index, "name"), f"{award.name} stands here twice.", hint)


def challenges_are_distinct(challenges: Challenges) -> Iterator[Finding]:
    """Links can tell two challenges apart, and two dates of one."""
    taken = [challenge.id for challenge in challenges.challenges]
    for index in _twice(taken):
        challenge = challenges.challenges[index]
        hint = f"Name them differently, or give this one an id of its own, such as id: {challenge.id}-2"
        yield Finding("challenges", ("challenges", index, "name"), f"{challenge.name} stands here twice.", hint)
    for index, challenge in enumerate(challenges.challenges):
        for step, old in enumerate(challenge.formerly):
            if old in taken:
                message = f'The id "{old}" is taken already, so old links cannot lead here.'
                yield Finding("challenges", ("challenges", index, "formerly", step), message, "Take it out.")
            taken.append(old)
        dates = challenge.timeline or ()
        for step in _twice(deadline.id for deadline in dates):
            hint = f"Name them differently, or give the second an id of its own, such as id: {dates[step].id}-2"
            place: Location = ("challenges", index, "timeline", step, "name")
            yield Finding("challenges", place, f"{dates[step].name} is given twice.", hint)


def questions_once(faq: Faq) -> Iterator[Finding]:
    """A question is asked once, and links can tell two apart."""
    for index in _twice(question.id for question in faq.faq):
        hint = f"Take one out, or give this one an id of its own, such as id: {faq.faq[index].id}-2"
        yield Finding("faq", ("faq", index, "question"), "This question stands here twice.", hint)


def pictures_once(gallery: Gallery) -> Iterator[Finding]:
    """A picture is shown once."""
    for index in _twice(shot.image for shot in gallery.gallery):
        yield Finding("gallery", ("gallery", index, "image"), "This picture stands here twice.", TAKE_OUT, "warning")


def resources_once(resources: Resources) -> Iterator[Finding]:
    """A resource is named once."""
    for index in _twice((each.url, each.name) for each in resources.resources):
        message = f"{resources.resources[index].name} stands here twice."
        yield Finding("resources", ("resources", index, "name"), message, TAKE_OUT, "warning")


def fees_once(registration: Registration) -> Iterator[Finding]:
    """Everybody has one fee."""
    for index in _twice(_plain(fee.name) for fee in registration.fees):
        message = f"{registration.fees[index].name} stands twice among the fees."
        yield Finding("registration", ("fees", index, "name"), message, TAKE_OUT)


def leaderboards_are_whole(challenges: Challenges) -> Iterator[Finding]:
    """Each row of a leaderboard has a value for each column, and none besides."""
    for index, challenge in enumerate(challenges.challenges):
        if challenge.leaderboard:
            place: Location = ("challenges", index, "leaderboard")
            yield from _wrong_rows(challenge.leaderboard, place)


def _wrong_rows(board: Leaderboard, place: Location) -> Iterator[Finding]:
    names = board.names
    for index in _twice(board.columns):
        yield Finding("challenges", (*place, "columns", index), "This column stands here twice.", TAKE_OUT)
    for index, row in enumerate(board.rows):
        here: Location = (*place, "rows", index)
        if isinstance(row, tuple) and not names:
            hint = "Write columns: [Team, Score] above the rows, or the rows with fields: - {team: …, score: …}"
            yield Finding("challenges", here, "Nobody knows what these values are: the columns have no names.", hint)
            return
        if isinstance(row, tuple):
            if len(row) != len(names):
                message = f"This row has {count(len(row), 'value')}, and there are {count(len(names), 'column')}."
                yield Finding("challenges", here, message, f"Write one value each for {', '.join(names)}.")
            continue
        for name in row:
            if name not in names:
                near = nearest(name, names)
                where = "under columns" if board.columns else "in the first row"
                hint = f"Did you mean {near}?" if near else f"Name it {where}, too, or take it out here."
                yield Finding("challenges", (*here, name, "[key]"), f'There is no "{name}" {where}.', hint)


def _twice(keys: Iterable[object]) -> Iterator[int]:
    """Where something stands that stood there before."""
    seen: set[object] = set()
    for index, key in enumerate(keys):
        if key in seen:
            yield index
        seen.add(key)


def _plain(name: str) -> str:
    return same_name(name).casefold()
