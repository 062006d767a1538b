"""What somebody calls a file of the content in, the name by which the program knows it out."""

from collections.abc import Collection

import click

from mmpt_site.problems import nearest


def known_file(name: str, known: Collection[str]) -> str:
    """The file without folder and `.yaml`, one of `known`; raises click.UsageError for one that does not exist."""
    plain = name.rpartition("/")[2].removesuffix(".yaml").removesuffix(".yml")
    if plain in known:
        return plain
    near = nearest(plain, known)
    hint = f"Did you mean {near}?" if near else f"The files are {', '.join(known)}."
    raise click.UsageError(f'There is no file "{name}". {hint}')
