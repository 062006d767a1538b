"""`mmpt-site completion SHELL`: the name of a shell in, the words that teach it to complete mmpt-site out."""

import click
from click.shell_completion import get_completion_class

from mmpt_site.cli.terminal import say

WHERE = {
    "bash": 'Add this line to ~/.bashrc:    eval "$(mmpt-site completion bash)"',
    "zsh": 'Add this line to ~/.zshrc:     eval "$(mmpt-site completion zsh)"',
    "fish": "Run this once:                 mmpt-site completion fish > ~/.config/fish/completions/mmpt-site.fish",
}


@click.command(epilog="\b\n" + "\n".join(WHERE.values()))
@click.argument("shell", type=click.Choice(list(WHERE)))
@click.pass_context
def completion(context: click.Context, shell: str) -> int:
    """Print what lets SHELL complete commands and options with the Tab key."""
    known = get_completion_class(shell)
    if not known:
        raise click.UsageError(f"There is no completion for {shell}.")
    say(known(context.find_root().command, {}, "mmpt-site", "_MMPT_SITE_COMPLETE").source())
    return 0
