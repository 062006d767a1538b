"""A project and what was loaded of it in, what would disappoint its organizers or visitors out."""

from collections.abc import Iterator
from datetime import date

from mmpt_site.audit import legible, photos, prose
from mmpt_site.content.load import Loaded
from mmpt_site.model.site import Site
from mmpt_site.pages.dates import day
from mmpt_site.problems import Mark, Problem
from mmpt_site.project import Project, left_out
from mmpt_site.schema import outdated


def check_files(project: Project, loaded: Loaded) -> Iterator[Problem]:
    """What the files give away one by one, also when no site can be made of them."""
    for edition in loaded.everything:
        yield from prose.check(edition.parts, edition.documents)
        yield from photos.check(edition.documents, project.content / edition.id / "files")
    yield from _old_schemas(project)


def check_site(project: Project, site: Site, loaded: Loaded, today: date) -> Iterator[Problem]:
    """What the site as a whole will lack."""
    yield from _missed(project, site)
    yield from _without_address(project, site, loaded)
    yield from _no_longer_shown(site, loaded, today)
    yield from legible.check(site, loaded)


def _missed(project: Project, site: Site) -> Iterator[Problem]:
    """Files of the organizers that are not copied, and why."""
    for edition in site.editions:
        for path, reason in left_out(project.content / edition.id / "files"):
            yield Problem(Mark(project.named(path)), f"{reason}.", "Put the file itself here.", "warning")


def _without_address(project: Project, site: Site, loaded: Loaded) -> Iterator[Problem]:
    """What a site without an address cannot have."""
    if not site.series.url:
        path = f"{project.content.name}/site.yaml"
        mark = loaded.documents[path].at() if path in loaded.documents else Mark(path)
        message = "The site has no address yet, so canonical links, the sitemap and the cards are left out."
        yield Problem(mark, message, "Write for example url: https://example.org/mmpt/", "note")


def _no_longer_shown(site: Site, loaded: Loaded, today: date) -> Iterator[Problem]:
    """A notice whose day is over."""
    notice = site.series.notice
    if notice and notice.until and not notice.shown(today):
        mark = loaded.series.documents["site"].at(("notice", "until"))
        last = day(notice.until, site.series.language)
        yield Problem(mark, f"This notice was shown until {last}, and is not shown any more.", "Take it out.", "note")


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
