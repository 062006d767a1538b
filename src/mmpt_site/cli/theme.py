"""`mmpt-site theme`: the name of a file of the theme in, a copy of it in the project out, which takes its place."""

from pathlib import Path

import click

from mmpt_site.cli.called import called
from mmpt_site.cli.nearest import Nearest
from mmpt_site.cli.options import project_folder, project_in
from mmpt_site.cli.terminal import say
from mmpt_site.problems import nearest
from mmpt_site.project import files
from mmpt_site.project import theme as folder_of

FOLDERS = ("templates", "static")


@click.group(cls=Nearest)
def theme() -> None:
    """See the files of the theme, and change one for your own site.

    A file in your templates/ or static/ takes the place of the theme's file of the same name; all others stay as they
    are.
    """


@theme.command("list", short_help="List the files of the theme.")
@project_folder
def list_files(folder: Path) -> int:
    """List the files of the theme, and say which of them are yours."""
    project = project_in(folder)
    for path in _paths():
        file = project.root / path
        own = file.is_file() and not file.samefile(_original(path))
        say(f"{path}    (yours)" if own else path)
    return 0


@theme.command(short_help="Copy files of the theme to where yours take their place.")
@click.argument("names", metavar="FILE...", nargs=-1, required=True)
@project_folder
def copy(names: tuple[str, ...], folder: Path) -> int:
    """Copy files of the theme, such as dates.html or style.css, to where yours take their place."""
    project = project_in(folder)
    for path in [_found(name) for name in names]:
        target = project.root / path
        if target.exists():
            raise click.UsageError(f"{path} is there already. To start anew, delete it first.")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(_original(path).read_bytes())
        except OSError as error:
            raise click.UsageError(f"{path} cannot be written: {error.strerror}.") from error
        say(f"Copied {path}: from now on yours is used. To go back to the theme's, delete it.")
    return 0


def _paths() -> list[str]:
    """Every file of the theme as a path from the project."""
    return [f"{folder}/{name}" for folder in FOLDERS for name, _ in files(folder_of(folder))]


def _original(path: str) -> Path:
    folder, _, name = path.partition("/")
    return folder_of(folder) / name


def _found(name: str) -> str:
    """The path of a file by its name, with or without its folder."""
    paths = _paths()
    found = [path for path in paths if name in {path, path.partition("/")[2]}]
    if found:
        return found[0]
    near = nearest(name.rpartition("/")[2], [path.partition("/")[2] for path in paths])
    hint = f"Did you mean {near}?" if near else f'See all of them with "{called()} theme list".'
    raise click.UsageError(f'The theme has no file "{name}". {hint}')
