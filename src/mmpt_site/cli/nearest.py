"""A word that should name a command in, the command out, or the nearest one in a sentence."""

import click

from mmpt_site.problems import nearest

# what is said to first words that are no commands here, but are in other programs
INSTEAD = {
    "help": "Write --help.",
    "publish": "git push publishes what is committed; without git, write build, and copy what it makes.",
    "preview": "Did you mean serve?",
    "start": "Did you mean new, or serve?",
}


class Nearest(click.Group):
    """A group of commands that helps whoever mistypes one."""

    def instead(self, word: str) -> str:
        """What to say to a word that is no command, if anything special."""
        del word
        return ""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; for one that does not exist, name the nearest."""
        known = self.list_commands(ctx)
        if args[0] not in known and not args[0].startswith("-"):
            near = nearest(args[0], known)
            hint = f"Did you mean {near}?" if near else f"The commands are {', '.join(known)}."
            ctx.fail(f'There is no command "{args[0]}". {self.instead(args[0]) or hint}')
        return super().resolve_command(ctx, args)
