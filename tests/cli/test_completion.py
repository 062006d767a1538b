"""`mmpt-site completion`: what teaches a shell to complete."""

import os
import subprocess
import sys

import pytest

from mmpt_site.cli.main import COMMANDS
from tests.harness import SiteFolder


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_is_given_its_words(site: SiteFolder, shell: str) -> None:
    result = site.run("completion", shell)
    assert result.returncode == 0, result.stderr
    assert f"_MMPT_SITE_COMPLETE={shell}_complete" in result.stdout


def completed(*words: str) -> list[str]:
    asked = {"_MMPT_SITE_COMPLETE": "bash_complete", "COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
    code = "from mmpt_site.cli.main import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | asked, capture_output=True, encoding="utf-8", check=True
    )
    return [line.partition(",")[2] for line in ran.stdout.splitlines()]


def test_commands_are_completed() -> None:
    assert set(completed("mmpt-site", "c")) == {name for name in COMMANDS if name.startswith("c")}


def test_options_are_completed() -> None:
    assert "--base-url" in completed("mmpt-site", "build", "--b")
