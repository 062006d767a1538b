"""`mmpt-site new FOLDER`: answers to four questions in, a folder with a whole new site out."""

import re
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import click

from mmpt_site.build import build
from mmpt_site.cli.terminal import say, shown, tell
from mmpt_site.model.scalars import slug
from mmpt_site.model.when import today_aoe
from mmpt_site.output import Output
from mmpt_site.problems import count, plain, stops
from mmpt_site.project import Project
from mmpt_site.starter import Answers, is_local, new_site, proposed_acronym, requirement


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="The full name of the workshop.")
@click.option("--acronym", help="Its short name.")
@click.option("--year", help="The edition: a year, such as 2027.")
@click.option("--organizer", "organizers", multiple=True, help="A name; give the option once for each of you.")
def new(folder: Path, name: str | None, acronym: str | None, year: str | None, organizers: tuple[str, ...]) -> int:
    """Start the site of another workshop in FOLDER.

    Four questions are asked, one for each option that is not given. The site builds at once; all the rest can be
    filled in later. Files that are there already are left alone.
    """
    today = today_aoe(datetime.now(UTC))
    _refuse_what_is_there(folder)
    answers = _ask(name, acronym, year, organizers, today)
    program = requirement()
    files = tuple(new_site(answers, program))
    _refuse_what_is_there(folder, files)
    for file in files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.data)
    problems = build(Project(folder.resolve()), today).problems
    if stops(problems, strict=True):
        tell(problems)
        return 1
    say(_what_next(folder, answers, len(files)))
    if is_local(program):
        say("\nrequirements.txt names a place on this computer. Before you publish, change it as it says there.")
    return 0


def _ask(name: str | None, acronym: str | None, year: str | None, organizers: tuple[str, ...], today: date) -> Answers:
    """Ask for what the options do not say."""
    name = _asked("What is the workshop called?", name, "--name", _text)
    acronym = _asked("What is its short name?", acronym, "--acronym", _name, proposed_acronym(name))
    year = _asked("Which year?", year, "--year", _edition, str(today.year))
    if not organizers:
        said = _asked("Who organizes it? Names, with commas between them.", None, "--organizer", _text)
        organizers = tuple(filter(str.strip, said.split(",")))
    names = dict.fromkeys(_asked("", each, "--organizer", _name) for each in organizers)
    return Answers(name, acronym, year, tuple(names))


def _asked(question: str, given: str | None, option: str, read: click.ParamType[str], proposed: str = "") -> str:
    """An answer that is good, given as an option or asked for until it is."""
    if given is not None:
        try:
            return read.convert(given, None, None)
        except click.BadParameter as error:
            error.param_hint = option
            raise
    try:
        return str(click.prompt(question, default=proposed or None, type=read, prompt_suffix=" ", err=True))
    except click.Abort:
        if not sys.stdin.isatty():
            raise click.UsageError(f"Nobody is there to answer: {question} Say it with {option}.") from None
        click.echo("\nNothing was written.", err=True)
        raise


class _Answer(click.ParamType[str]):
    """One line of text."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        words = _words(value)
        if not re.search(r"\w", words):
            self.fail("Here at least one letter is needed.", param, ctx)
        return words


class _Name(_Answer):
    """A text that an id can be made of."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        words = super().convert(value, param, ctx)
        if not slug(words):
            self.fail("Here at least one letter is needed.", param, ctx)
        return words


class _Edition(_Answer):
    """The name of a folder, and part of addresses."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        words = super().convert(value, param, ctx)
        if words != slug(words) or words in {"files", "pages", "static"}:
            self.fail(f'"{words}" cannot be part of an address. Write for example 2027.', param, ctx)
        return words


_text, _name, _edition = _Answer(), _Name(), _Edition()


def _words(text: str) -> str:
    return " ".join(plain(text.replace("\t", " ")).split())


def _refuse_what_is_there(folder: Path, files: Iterable[Output] = ()) -> None:
    """Raise UsageError when there is a site already, or a file that a new site would overwrite."""
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"{folder.as_posix()} is a file. Name a folder that does not exist yet.")
    if there := [path for path in ("content/", *(file.path for file in files)) if (folder / path).exists()]:
        raise click.UsageError(f"{shown(folder)} holds {there[0]} already. Name a folder that does not exist yet.")


def _what_next(folder: Path, answers: Answers, number: int) -> str:
    return (
        f"Made {shown(folder)} with {count(number, 'file')}: the site of {answers.acronym} {answers.edition}.\n\n"
        f"    cd {folder.as_posix()}\n"
        "    python3 run.py serve     # shows it in your browser while you write\n\n"
        f"Then fill in content/{answers.edition}/. How to publish it stands in README.md."
    )
