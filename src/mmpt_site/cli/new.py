"""`mmpt-site new FOLDER`: answers to four questions in, a folder with a whole new site out."""

import os
import re
import shlex
import sys
import tempfile
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import click

from mmpt_site.build import build
from mmpt_site.cli.origin import is_local, pins, requirement
from mmpt_site.cli.terminal import say, shown, tell
from mmpt_site.model.names import full_names
from mmpt_site.model.scalars import slug
from mmpt_site.model.when import today_aoe
from mmpt_site.output import Output
from mmpt_site.problems import count, either
from mmpt_site.project import Project
from mmpt_site.starter import Answers, new_site, proposed_acronym

KEPT = {"README.md", ".editorconfig", ".gitattributes", ".gitignore"}  # a fresh clone may have its own
LATE = 9  # the month after which a workshop that begins to plan is mostly one of the next year
WORKPLACE = re.compile(r"(?i)\b(universi\w*|institut\w*|labs?|laborator\w*|college|department|faculty|gmbh)\b|@")
JOINERS = "\u200c\u200d"  # letters of some scripts, and parts of some emoji, need them


@click.command()
@click.argument("folder", metavar="FOLDER", required=False, type=click.Path(path_type=Path))
@click.option("--name", help="The full name of the workshop.")
@click.option("--acronym", help="Its short name.")
@click.option("--year", help="The edition: a year, such as 2027.")
@click.option("--organizer", "organizers", multiple=True, help="A name; give the option once for each of you.")
def new(
    folder: Path | None, name: str | None, acronym: str | None, year: str | None, organizers: tuple[str, ...]
) -> int:
    """Start the site of another workshop in FOLDER.

    Four questions are asked, one for each option that is not given. The site builds at once; all the rest can be
    filled in later. Nothing that is there already is overwritten.
    """
    if not folder:
        raise click.UsageError("Name a folder for the site; it need not be there yet. For example: new my-workshop")
    today = today_aoe(datetime.now(UTC))
    _refuse_what_is_there(folder)
    answers = _ask(name, acronym, year, organizers, today)
    program = requirement()
    files = tuple(new_site(answers, program, pins()))
    kept = [file.path for file in files if file.path in KEPT and os.path.lexists(folder / file.path)]
    files = tuple(file for file in files if file.path not in kept)
    _refuse_what_is_there(folder, files)
    if not _builds(files, today):
        click.echo("Nothing was written; the places above are those of the site as it would have been.", err=True)
        return 1
    _write(folder, files)
    say(_what_next(folder, answers, len(files)))
    if kept:
        say(f"\n{either(kept).replace(' or ', ' and ')} {'was' if len(kept) == 1 else 'were'} there, and stayed.")
    if is_local(program):
        say("\nrequirements.txt names a place on this computer. Before you publish, change it as it says there.")
    return 0


def _ask(name: str | None, acronym: str | None, year: str | None, organizers: tuple[str, ...], today: date) -> Answers:
    """Ask for what the options do not say; what they say is read before the first question."""
    called = _Answer("The full name stands on every page. Write for example Workshop on Small Examples.")
    known_as = _Name("The short name stands in the title of every page. Write for example WSE.")
    edition = _Edition("Write for example 2027.")
    invites = _Names("Visitors have to know who invites them. Write one name; the others can follow later.")
    name = _read(name, "--name", called)
    acronym = _read(acronym, "--acronym", known_as)
    year = _read(year, "--year", edition)
    people = _people(organizers, invites)
    name = name or _asked("What is the workshop called?", "--name", called)
    acronym = acronym or _asked("What is its short name?", "--acronym", known_as, proposed_acronym(name))
    year = year or _asked("Which year?", "--year", edition, str(today.year + (today.month > LATE)))
    who = "Who organizes it? Only names, with commas between them; where they work comes later."
    return Answers(name, acronym, year, people or _people((_asked(who, "--organizer", invites),), invites))


def _people(said: tuple[str, ...], read: click.ParamType[str]) -> tuple[str, ...]:
    """Each of the names, once."""
    read_ones = [str(_read(each, "--organizer", read)) for each in said]
    return tuple(dict.fromkeys(name for text in read_ones for name in text.split(", ")))


def _read(given: str | None, option: str, read: click.ParamType[str]) -> str | None:
    """An answer that was given as an option, if it was."""
    try:
        return given if given is None else read.convert(given, None, None)
    except click.BadParameter as error:
        error.param_hint = option
        raise


def _asked(question: str, option: str, read: click.ParamType[str], proposed: str = "") -> str:
    """An answer that is good, asked for until it is; an empty one goes to `read`, which says what is missing."""
    shown = bool(proposed)
    try:
        return str(click.prompt(question, proposed, type=read, show_default=shown, prompt_suffix=" ", err=True))
    except click.Abort:
        if not sys.stdin.isatty():
            raise click.UsageError(f"Nobody is there to answer: {question} Say it with {option}.") from None
        click.echo("\nNothing was written.", err=True)
        raise


class _Answer(click.ParamType[str]):
    """One line of text; `why` says what it is needed for, and what can be written."""

    name = "text"

    def __init__(self, why: str) -> None:
        self.why = why

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        words = _words(value)
        if not re.search(r"\w", words):
            self.fail(f"{'Here at least one letter is needed. ' if words else ''}{self.why}", param, ctx)
        return words


class _Name(_Answer):
    """A text that an id can be made of."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        words = super().convert(value, param, ctx)
        if not slug(words):
            self.fail(f"Here at least one letter is needed. {self.why}", param, ctx)
        return words


class _Names(_Name):
    """Names of people, with commas between them; what no entry of organizers.yaml could be called is refused."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        names = [each for each in map(_words, value.split(",")) if each] or [""]
        for name in names:
            super().convert(name, param, ctx)
            if WORKPLACE.search(name):
                later = "Write only names; where they work is written later, as affiliation: in organizers.yaml."
                self.fail(f'"{name}" looks like a place of work. {later}', param, ctx)
            if several := full_names(name):
                self.fail(f"Names have commas between them. Write {', '.join(several)}", param, ctx)
        return ", ".join(names)


class _Edition(_Answer):
    """The name of a folder, and part of addresses."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        words = super().convert(value, param, ctx)
        if words != slug(words) or words in {"files", "pages", "static"}:
            self.fail(f'"{words}" cannot be part of an address. {self.why}', param, ctx)
        if words.isdigit() and len(words) != 4:
            meant = f"Write 20{words}." if len(words) == 2 else self.why
            self.fail(f'"{words}" is no year, for years have four digits. {meant}', param, ctx)
        return words


def _words(text: str) -> str:
    """Text on one line without characters that nobody sees or that turn others round."""
    kept = (char if char in JOINERS or unicodedata.category(char)[0] != "C" else " " * char.isspace() for char in text)
    return " ".join("".join(kept).split())


def _refuse_what_is_there(folder: Path, files: Iterable[Output] = ()) -> None:
    """Raise UsageError when there is a site already, or a file that a new site would overwrite."""
    if os.path.lexists(folder) and not folder.is_dir():
        raise click.UsageError(f"{folder.as_posix()} is a file. Name a folder that does not exist yet.")
    needed = ("content/site.yaml", *(file.path for file in files))
    if there := [path for path in needed if os.path.lexists(folder / path)]:
        hint = "Name a folder that does not exist yet, or move that away."
        raise click.UsageError(f"{shown(folder)} holds {there[0]} already. {hint}")


def _builds(files: Iterable[Output], today: date) -> bool:
    """Whether the new site has no problem; tells what is wrong otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), files)
        problems = [problem for problem in build(Project(Path(folder)), today).problems if problem.level != "note"]
    tell(problems)
    return not problems


def _write(folder: Path, files: Iterable[Output]) -> None:
    """Write every file, or none: what was written before one fails is taken away again."""
    begun: list[Path] = []
    for file in files:
        target = folder / file.path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            begun.append(target)
            target.write_bytes(file.data)
        except OSError as error:
            for each in begun:
                each.unlink(missing_ok=True)
            where = target.as_posix() if target in begun else folder.as_posix()
            raise click.UsageError(f"{where} cannot be written: {error.strerror}. Nothing was made.") from error


def _what_next(folder: Path, answers: Answers, number: int) -> str:
    return (
        f"Made {shown(folder)} with {count(number, 'file')}: the site of {answers.acronym} {answers.edition}.\n\n"
        f"    cd {shlex.quote(folder.as_posix())}\n"
        "    python3 run.py serve     # shows it in your browser while you write\n\n"
        f"Then fill in content/{answers.edition}/. How to publish it stands in README.md."
    )
