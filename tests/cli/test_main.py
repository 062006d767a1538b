"""The first words of a command line, and what they lead to."""

import subprocess
import sys

import pytest

from mmpt_site.cli.main import COMMANDS
from tests.harness import SiteFolder


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_explains_itself(name: str, site: SiteFolder) -> None:
    result = site.run(name, "--help")
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith(f"Usage: mmpt-site {name} [OPTIONS]")


def test_help_lists_the_commands_without_importing_one() -> None:
    code = (
        "import sys, click; from mmpt_site.cli.main import cli\n"
        "print(cli.get_help(click.Context(cli)))\n"
        "print(sorted(name for name in sys.modules if name in {'pydantic', 'jinja2', 'markdown', 'tornado'}))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True).stdout
    assert all(f"{name} " in said for name in COMMANDS)
    assert said.endswith("[]\n")


def test_a_command_that_is_mistyped_is_named(site: SiteFolder) -> None:
    result = site.run("biuld")
    assert result.returncode == 2
    assert 'There is no command "biuld". Did you mean build?' in result.stderr


def test_a_word_that_is_no_command_is_answered_with_all_of_them(site: SiteFolder) -> None:
    assert f"The commands are {', '.join(COMMANDS)}." in site.run("xyzzy").stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("help",), 'There is no command "help". Write --help.'),
        (("publish",), 'There is no command "publish". git push publishes what is committed'),
        (("preview",), 'There is no command "preview". Did you mean serve?'),
        (("theme", "lst"), 'There is no command "lst". Did you mean list?'),
        (("check", "content/2021/dates.yaml"), "It looks at all files of the project: leave the name out."),
        (("changes", "main"), "Did you mean --since main?"),
        (("build", "out"), "To build into another folder, write --output out"),
        (("serve", "site"), "To show another project, write --project site"),
        (("serve", "--port", "abc"), '"abc" is no port. Write a number from 1 to 65535, such as 8100.'),
        (("serve", "--port", "70000"), '"70000" is no port. Write a number from 1 to 65535, such as 8100.'),
        (("build", "--output", "/"), "Error: / holds the project's own files. Choose another with --output."),
    ],
)
def test_what_others_would_write_is_answered_with_what_to_write(
    site: SiteFolder, words: tuple[str, ...], told: str
) -> None:
    result = site.run(*words)
    assert result.returncode == 2
    assert told in " ".join(result.stderr.split())


@pytest.mark.parametrize("module", ["mmpt_site.cli.main", "click", "mmpt_site.cli.serve", "tornado.web", "watchfiles"])
def test_ctrl_c_while_the_program_is_loaded_ends_it_without_a_word(module: str, site: SiteFolder) -> None:
    code = (
        "import signal, sys\n"
        "class Interrupt:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {module!r}: signal.raise_signal(signal.SIGINT)\n"
        "from mmpt_site.__main__ import main\n"
        "sys.meta_path.insert(0, Interrupt())\n"
        "sys.argv[1:] = ['serve', '--help']\n"
        "main()\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=site.root, capture_output=True, encoding="utf-8", check=False
    )
    assert (run.stdout, run.stderr) == ("", "")
    assert run.returncode not in {0, 1}  # a shell says 130
