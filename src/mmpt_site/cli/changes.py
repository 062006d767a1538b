"""`mmpt-site changes`: an earlier state of the project in, what is different on the site out, in words."""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from mmpt_site.build import build
from mmpt_site.changes import MENU, Change, Lines
from mmpt_site.changes import changes as changes_of
from mmpt_site.cli.git import published
from mmpt_site.cli.moved import unremembered
from mmpt_site.cli.options import WHOLE, base_url, in_project
from mmpt_site.cli.terminal import say, tell
from mmpt_site.cli.way_back import with_way_back
from mmpt_site.model.site import Site
from mmpt_site.problems import Problem, count, describe, plain, sort, stops
from mmpt_site.project import Project
from mmpt_site.reports import inert

MOST = 40  # lines of one page that are shown
MANY = 4  # pictures that are only counted
MOST_OF_ALL = 1_000  # lines in a summary for GitHub, which takes a megabyte
SOURCES = ("content", "templates", "static")
PROGRAM = ("requirements.txt", "constraints.txt")  # of a site: which program makes it


@click.command(context_settings=WHOLE)
@click.option("--since", default="HEAD", show_default=True, help="The state to compare with: a commit, branch or tag.")
@click.option("--format", "form", type=click.Choice(["text", "markdown"]), default="text", help="What to print.")
@base_url
@in_project
def changes(project: Project, since: str, form: str, today: date, url: str | None) -> int:
    """Say what is different on which page since an earlier state, which git knows.

    Without --since: since the last commit, so that you see what your edits change. Both states are made with the
    program that is installed here.
    """
    with tempfile.TemporaryDirectory() as folder:
        then = replace(_earlier(project.root, since, Path(folder)), kept=project.cache)
        others = [name for name in PROGRAM if _bytes(then.root / name) != _bytes(project.root / name)]
        before, unmade, earlier = _made(then, today, url)
    after, problems, site = _made(project, today, url)
    if stops(problems, strict=False):
        tell(with_way_back(project, problems))
        return 1
    if stops(unmade, strict=False):
        say(f"There is nothing to compare with: no site could be made of the state {since}.")
        wrong = next(problem for problem in sort(unmade) if problem.level == "error")
        say(f"\n{describe(wrong) if form == 'text' else inert(f'{wrong.mark}: {wrong.message}')}")
        return 0
    found = changes_of(before, after)
    nothing = _nothing(since, project.root)
    say("\n".join(_markdown(found, nothing) if form == "markdown" else _text(found, since, nothing)))
    for moved in unremembered(earlier, site) if earlier and site else ():
        say(f"\n{plain(moved) if form == 'text' else inert(moved)}")
    if others:
        say(f"\n{_another_program(others, since)}")
    return 0


def _made(project: Project, today: date, url: str | None) -> tuple[dict[str, bytes], tuple[Problem, ...], Site | None]:
    """Every file of a site, in memory, and its model; none where problems are in the way."""
    made = build(project, today, url=url)
    problems, files = list(made.problems), {}
    for item in () if stops(problems, strict=False) else made.outputs:
        if isinstance(item, Problem):
            problems.append(item)
        else:
            files[item.path] = item.data
    return files, tuple(problems), made.loaded.site


def _earlier(root: Path, since: str, folder: Path) -> Project:
    """Put the project as it was into a folder, as git would; raises UsageError where git knows no such state."""
    if since.startswith("-"):
        raise click.UsageError(f'git knows no state "{since}".')
    environment = {**os.environ, "GIT_INDEX_FILE": str(folder / "index")}

    def git(*words: str, given: bytes = b"") -> bytes:
        command = ["git", "-C", str(root), *words]
        try:
            done = subprocess.run(command, input=given, env=environment, capture_output=True, check=False)
        except OSError as error:
            raise click.UsageError("git is needed to know an earlier state, and is not installed here.") from error
        if done.returncode:
            raise click.UsageError(_unknown(since, done.stderr.decode(errors="replace")))
        return done.stdout

    inside = git("rev-parse", "--show-prefix").decode().strip()
    git("read-tree", f"{since}^{{commit}}")
    paths = git("ls-files", "-z", "--", *SOURCES, *PROGRAM)
    git("checkout-index", "--quiet", f"--prefix={folder.as_posix()}/then/", "-z", "--stdin", given=paths)
    return Project(folder / "then" / inside)


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


def _another_program(files: Sequence[str], since: str) -> str:
    """That what is told is not the whole truth."""
    named = " and ".join(files)
    return (
        f"{named} {'has' if len(files) == 1 else 'have'} changed since {since}, too. Both states were made with the "
        "program installed here, so what another program does differently is not told."
    )


def _unknown(since: str, said: str) -> str:
    """Why git has no such state."""
    if "not a git repository" in said:
        return "This folder is not in a git repository, so no earlier state of it is known."
    if since == "HEAD":
        return "Nothing has been committed yet, so there is nothing to compare with."
    return f'git knows no state "{since}". Write a commit, a branch or a tag, such as main.'


def _text(found: Iterable[Change], since: str, nothing: str) -> Iterator[str]:
    """The changes for a terminal."""
    found = tuple(found)
    yield _heading(found, since) if found else nothing
    for state, addresses, lines in _alike(found):
        yield "\n" + "\n".join(f"{plain(address)}{state}" for address in addresses)
        yield from (f"  {sign} {plain(line)}" for sign, line in lines[:MOST])
        if len(lines) > MOST:
            yield f"    and {count(len(lines) - MOST, 'more line')}"


def _markdown(found: Iterable[Change], nothing: str) -> Iterator[str]:
    """The changes for the summary of a check on GitHub."""
    found = tuple(found)
    yield "## What this changes on the site\n"
    if not found:
        yield nothing
    left = MOST_OF_ALL
    for state, addresses, lines in _alike(found):
        yield "### " + ", ".join(f"<code>{inert(address)}</code>{state}" for address in addresses)
        shown = lines[: min(MOST, left)]
        left -= len(shown)
        if shown:
            told = [f"{sign} {inert(line)}" for sign, line in shown]
            yield "\n".join(['\n<pre lang="diff">', *told, "</pre>"])
        if len(lines) > len(shown):
            yield f"\nand {count(len(lines) - len(shown), 'more line')}"
        yield ""


def _alike(found: Iterable[Change]) -> Iterator[tuple[str, list[str], Lines]]:
    """What became of several pages, told once where it is the same."""
    groups: dict[tuple[str, Lines], list[str]] = {}
    for change in found:
        groups.setdefault((change.what, change.lines), []).append(change.address)
    for (what, lines), addresses in groups.items():
        pictures = [each for each in addresses if "/pictures/" in each]
        if len(pictures) >= MANY:
            state = "have changed" if what == "changed" else f"are {what}"
            yield f" {state}", [count(len(pictures), "picture")], lines
        else:
            pictures = []
        if others := [each for each in addresses if each not in pictures]:
            yield "" if what in {"changed", MENU} else f" is {what}", others, lines


def _heading(found: Iterable[Change], since: str) -> str:
    number = sum(change.what != MENU for change in found)
    return f"{count(number, 'file')} of the site would change since {since}."


def _nothing(since: str, root: Path) -> str:
    """That nothing changes; whoever has committed on a branch is told what to compare with."""
    said = f"Nothing on the site would change since {since}."
    other = published(root) if since == "HEAD" else ""
    return f"{said} Already committed? Say --since {other}." if other else said
