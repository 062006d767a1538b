"""A project in, the files of its content that git has and that are gone from the folder out: perhaps by accident.

A page exists because its file does, so nothing else would miss one.
"""

import subprocess
from collections.abc import Iterator

from mmpt_site.problems import Mark, Problem
from mmpt_site.project import Project


def deleted(project: Project) -> Iterator[Problem]:
    """A note for each of them; none where the project is not in a git repository, or there is no git."""
    command = ["git", "-C", str(project.root), "ls-files", "--deleted", "-z", "--", project.content.name]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return
    for path in filter(None, done.stdout.decode(errors="replace").split("\0")):
        if path.endswith((".yaml", ".md")):
            message = "This file is gone, and git still has it."
            hint = f"git restore {path} brings it back. If it is meant to go, git rm {path} says so."
            yield Problem(Mark(path), message, hint, "note")
