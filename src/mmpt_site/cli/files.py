"""What somebody calls a file of the content in, the name by which the program knows it out."""

import click

from mmpt_site.problems import nearest
from mmpt_site.schema import KINDS


def known_file(name: str) -> str:
    """The file without folder and `.yaml`; raises click.UsageError for one that does not exist."""
    plain = name.rpartition("/")[2].removesuffix(".yaml").removesuffix(".yml")
    if plain in KINDS:
        return plain
    near = nearest(plain, KINDS)
    hint = f"Did you mean {near}?" if near else f"The files are {', '.join(KINDS)}."
    raise click.UsageError(f'There is no file "{name}". {hint}')
