"""`mmpt-site schema`: the model in, the schemas by which editors complete and check the content out."""

from collections.abc import Iterator
from pathlib import Path

import click

from mmpt_site import schema as schemas
from mmpt_site.cli.files import known_file
from mmpt_site.cli.options import project_folder, project_in
from mmpt_site.cli.terminal import say
from mmpt_site.content.modeline import with_modeline
from mmpt_site.output import replace_file
from mmpt_site.problems import count
from mmpt_site.project import Project


@click.command()
@click.argument("file", required=False)
@click.option("--no-modelines", is_flag=True, help="Leave the YAML files alone.")
@project_folder
def schema(file: str | None, no_modelines: bool, folder: Path) -> int:
    """Let your editor complete and check the YAML files while you type.

    Writes a JSON Schema for each file into content/.schema/, and a first line into each YAML file that leads editors
    to it. With the name of a FILE, such as dates, its schema is printed and nothing is written.
    """
    if file:
        click.echo(schemas.files()[f"{known_file(file, schemas.KINDS)}.json"].decode(), nl=False)
        return 0
    project = project_in(folder)
    try:
        changed = [name for name, data in schemas.files().items() if _put(project.schemas / name, data)]
        number = count(len(changed or schemas.files()), "schema")
        where = f"{project.named(project.schemas)}/"
        say(f"Wrote {number} to {where}." if changed else f"The {number} in {where} are up to date.")
        for path, address in () if no_modelines else _content(project):
            if _put(path, with_modeline(path.read_bytes(), address)):
                say(f"{project.named(path)}: the first line now leads editors to {address}.")
    except OSError as error:
        name = project.named(Path(error.filename or project.schemas))
        raise click.UsageError(f"{name} cannot be read or written: {error.strerror}.") from error
    return 0


def _put(file: Path, data: bytes) -> bool:
    """Write a file unless it holds these bytes; says whether it did."""
    if file.is_file() and file.read_bytes() == data:
        return False
    replace_file(file, data)
    return True


def _content(project: Project) -> Iterator[tuple[Path, str]]:
    """The YAML files that have a schema, each with its way to it."""
    if (series := project.content / "site.yaml").is_file():
        yield series, f"{project.schemas.name}/site.json"
    for folder in sorted(path for path in project.content.iterdir() if path.is_dir() and path.name[0] != "."):
        names = [name for name in schemas.KINDS if name != "site" and (folder / f"{name}.yaml").is_file()]
        yield from ((folder / f"{name}.yaml", f"../{project.schemas.name}/{name}.json") for name in names)
