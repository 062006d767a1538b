"""A project and what was loaded of it in, what would disappoint its organizers or visitors out."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from mmpt_site.audit import (
    authors,
    examples,
    legible,
    look,
    mailed,
    people,
    phase,
    placeholders,
    prose,
    said_dates,
    titles,
    unpresented,
)
from mmpt_site.content.load import Loaded
from mmpt_site.model.site import Site
from mmpt_site.model.when import beginning
from mmpt_site.pages.colour import Palette
from mmpt_site.pages.routes import calendar, feed
from mmpt_site.pages.words import Words
from mmpt_site.problems import Mark, Problem, either
from mmpt_site.project import Project, composed, left_out, place
from mmpt_site.schema import outdated


def check_files(project: Project, loaded: Loaded) -> Iterator[Problem]:
    """What the files give away one by one, also when no site can be made of them."""
    misread = {(problem.mark.path, problem.mark.line) for problem in loaded.problems if problem.level == "error"}
    yield from examples.check(loaded.documents.values())
    for edition in loaded.everything:
        yield from prose.check(edition.parts, edition.documents)
        yield from titles.check(edition.parts, edition.documents)
        said = chain(
            placeholders.check(edition.parts, edition.documents),
            mailed.check(edition.parts, edition.documents),
            said_dates.check(edition),
        )
        yield from (problem for problem in said if (problem.mark.path, problem.mark.line) not in misread)
    yield from _old_schemas(project)


def check_site(project: Project, site: Site, loaded: Loaded, colours: Palette, today: date) -> Iterator[Problem]:
    """What the site as a whole will lack."""
    yield from _missed(project, site)
    yield from _without_address(project, site, loaded)
    yield from _without_key(project, site, loaded)
    yield from people.check(site, loaded)
    yield from unpresented.check(site, loaded)
    yield from authors.check(site, loaded)
    yield from _no_longer_shown(site, loaded, today)
    yield from phase.check(site, loaded, today)
    yield from look.check(site, loaded, colours)
    yield from legible.check(site, loaded)


def without_words(words: Words, loaded: Loaded) -> Iterator[Problem]:
    """The site's own words are in another language than its texts."""
    if words.english:
        message = (
            f"The site has no words in {words.language.locale.english_name} yet, so its own words, such as those of "
            "the menu, are English."
        )
        hint = (
            "Texts are marked as written in this language, and dates follow it. To translate the words, run mmpt-site "
            f"theme copy languages/words.pot, and name the copy {words.language.tag.partition('-')[0]}.po. There are "
            f"words for {either(words.known).replace(' or ', ' and ')}."
        )
        yield Problem(loaded.series.documents["site"].at(("language",)), message, hint, "warning")


def _missed(project: Project, site: Site) -> Iterator[Problem]:
    """Files of the organizers that are not copied, and why."""
    static, below = project.static[0], ("", *(edition.id for edition in site.editions))
    found = [left_out(place(project.content, each, "files"), project.content) for each in below]
    for path, reason, hint in chain(*found, left_out(static, static)):
        yield Problem(Mark(composed(project.named(path))), f"{reason}.", hint, "warning")


def _without_address(project: Project, site: Site, loaded: Loaded) -> Iterator[Problem]:
    """What a site without an address cannot have."""
    if not site.series.url:
        message = "The site has no address yet, so canonical links, the sitemap, the feed and the cards are left out."
        mark, hint = _top_of_site_yaml(project, loaded), "Write for example url: https://example.org/mmpt/"
        lines = loaded.documents[mark.path].lines if mark.path in loaded.documents else ()
        if found := next((number for number, line in enumerate(lines, 1) if re.match(r"#\s*url:", line)), 0):
            mark = Mark(mark.path, found, 1, lines[found - 1], 1)
            hint = f"Take out the # before url: in line {found}, and write your own address behind it."
        yield Problem(mark, message, hint, "note")


def _without_key(project: Project, site: Site, loaded: Loaded) -> Iterator[Problem]:
    """By what calendars and feeds know the workshop if nobody decided it."""
    if not site.series.key and (feed(site) or any(map(calendar, site.editions))):
        known_as = site.series.lasting_key
        message = f'Calendars know this workshop by "{known_as}", since it has no key.'
        hint = f"Write key: {known_as}, and never change it; then dates stay the same ones if the acronym changes."
        yield Problem(_top_of_site_yaml(project, loaded), message, hint, "note")


def _top_of_site_yaml(project: Project, loaded: Loaded) -> Mark:
    path = f"{project.content.name}/site.yaml"
    return loaded.documents[path].at() if path in loaded.documents else Mark(path)


def _no_longer_shown(site: Site, loaded: Loaded, today: date) -> Iterator[Problem]:
    """A notice whose day is over."""
    notice = site.series.notice
    if notice and notice.until and not notice.shown(beginning(today)):
        mark = loaded.series.documents["site"].at(("notice", "until"))
        yield Problem(
            mark, f"This notice was shown until {notice.until}, and is not shown any more.", "Take it out.", "note"
        )


def _old_schemas(project: Project) -> Iterator[Problem]:
    """A note when editors check the content against another version of the model."""
    try:
        written = {path.name: path.read_bytes() for path in project.schemas.glob("*.json")}
    except OSError:  # what cannot be read is written anew, too
        written = {"": b""}
    if written and outdated(written):
        where = project.named(project.schemas)
        message = f"The editor's schemas in {where}/ are of another version."
        yield Problem(Mark(where), message, "Run mmpt-site schema.", "note")
