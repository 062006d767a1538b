"""A project in, what browsers are shown of it out: the site, or what is wrong with it; the terminal hears the news."""

import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from mmpt_site.build import build
from mmpt_site.model.when import beginning, today_aoe
from mmpt_site.preview.answers import Shown, prefix
from mmpt_site.preview.problem_page import title
from mmpt_site.problems import Mark, Problem, plain, stops
from mmpt_site.project import Project

BUG = "This is a bug in mmpt-site, and no fault of your content. Please report it with the way to it:"


@dataclass
class Preview:
    """A project and what is shown of it; the terminal hears of every build."""

    project: Project
    today: date
    origin: str  # of the address it is shown at, as 'http://127.0.0.1:8000'
    tell: Callable[[Iterable[Problem]], None]
    say: Callable[[str], None]
    explain: Callable[[Iterable[Problem]], tuple[Problem, ...]] = tuple
    shown: Shown = field(default_factory=lambda: Shown({}, (), _version()))

    def update(self, changed: Iterable[Path] = ()) -> None:
        """Build the site again, show it or what is wrong with it, and say so in a line, if files have changed."""
        started = time.perf_counter()
        before = self.shown
        files, problems, prefix = self._make()
        kept = before.files if stops(problems, strict=False) else files
        after = Shown(kept, problems, before.version, prefix, self._as_of())
        if _differs(before, after):
            after = replace(after, version=_version())
        self.shown = after
        if problems and problems != before.problems:
            self.tell(problems)
        if names := sorted({plain(path.name) for path in changed}):
            self.say(f"{_listed(names)} changed: {_news(before, after, time.perf_counter() - started)}")
            if after.prefix != before.prefix:
                self.say(f"The site has moved with its address in site.yaml, and is now at {self.address}")

    @property
    def address(self) -> str:
        """Where the site is shown: in the same folder of its host as on the web."""
        return self.origin + self.shown.prefix

    def _as_of(self) -> datetime | None:
        """What the script of the pages shall take for now, if it is another day that is shown."""
        return None if self.today == today_aoe(datetime.now(UTC)) else beginning(self.today)

    def _make(self) -> tuple[dict[str, bytes], tuple[Problem, ...], str]:
        """Every file of the site, what is wrong with it, be it the program itself, and the site's folder."""
        files: dict[str, bytes] = {}
        folder = self.shown.prefix
        try:
            made = build(self.project, self.today, url=self.origin + folder)
            if made.loaded.site and prefix(made.loaded.site.series.url) != folder:  # seldom, so it is made again
                folder = prefix(made.loaded.site.series.url)
                made = build(self.project, self.today, url=self.origin + folder)
            problems = list(made.problems)
            for item in () if stops(problems, strict=False) else made.outputs:
                if isinstance(item, Problem):
                    problems.append(item)
                else:
                    files[item.path] = item.data
        except Exception as error:  # noqa: BLE001 - the preview outlives whatever happens in a build
            return {}, (_failure(error, self.project),), folder
        return files, self.explain(problems), folder


def _version() -> str:
    """A name for what is shown from now on; not a number, for livereload's script would round it."""
    return f"v{time.time_ns()}"


def _differs(before: Shown, after: Shown) -> bool:
    """Whether a browser would see another page."""
    if (before.broken, before.prefix) != (after.broken, after.prefix):
        return True
    return before.problems != after.problems if after.broken else before.files != after.files


def _news(before: Shown, after: Shown, seconds: float) -> str:
    """What became of a build, for the terminal."""
    if after.broken:
        same = before.problems == after.problems
        found = title(after.problems)
        return f"the same {found}, found in {seconds:.2f} s." if same else f"{found}, found in {seconds:.2f} s."
    mended = " Mended: the site is shown again." if before.broken else ""
    return f"rebuilt in {seconds:.2f} s.{mended}"


def _listed(names: list[str]) -> str:
    """'dates.yaml', 'call.yaml and dates.yaml', '12 files'."""
    return " and ".join(names) if len(names) <= 2 else f"{len(names)} files"


def _failure(error: Exception, project: Project) -> Problem:
    """An exception as a problem: a file that cannot be read, or a bug and what led to it."""
    if isinstance(error, OSError) and error.filename:
        return Problem(Mark(project.named(Path(error.filename))), f"This file cannot be read: {error.strerror}.")
    frames = traceback.extract_tb(error.__traceback__)[-12:]
    way = " > ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames)
    last, text = frames[-1], frames[-1].line or ""
    mark = Mark(project.named(Path(last.filename)), last.lineno or 0, 1, text, max(1, len(text)))
    message = f"The site cannot be made: {type(error).__name__}: {' '.join(str(error).split())}"
    return Problem(mark, message, f"{BUG} {way}")
