"""`mmpt-site fields`: the model in, an explanation of every field out."""

import shutil

import click

from mmpt_site import reference
from mmpt_site.cli.files import known_file
from mmpt_site.cli.terminal import say
from mmpt_site.problems import nearest


@click.command()
@click.argument("file", required=False)
@click.argument("field", required=False)
@click.option("--markdown", is_flag=True, help="Print all of it as one page of Markdown.")
def fields(file: str | None, field: str | None, markdown: bool) -> int:
    """Explain every field: what to write there, what for, and whether it is needed.

    With the name of a FILE, such as dates, only that one; with a FIELD, such as kind, only that.
    """
    width = min(shutil.get_terminal_size().columns, 100)
    files = {each.name: each for each in reference.files()}
    chosen = [files[known_file(file, files)]] if file else list(files.values())
    if markdown:
        click.echo(reference.as_markdown(), nl=False)
    elif field:
        say("\n\n".join(reference.field_as_text(each, width) for each in _named(chosen[0], field)))
    else:
        say("\n\n".join(reference.as_text(each, width) for each in chosen))
    return 0


def _named(file: reference.File, name: str) -> list[reference.Field]:
    """The fields of that name, each explained once; raises click.UsageError when there is none."""
    known = list(reference.every_field(file.fields))
    if found := list(dict.fromkeys(each for each in known if each.name == name)):
        return found
    near = nearest(name, [each.name for each in known])
    names = ", ".join(dict.fromkeys(each.name for each in known))
    hint = f"Did you mean {near}?" if near else f"The fields are {names}."
    raise click.UsageError(f'There is no field "{name}" in {file.title}. {hint}')
