"""A project in, the files of its content that git has and that are gone from the folder out: perhaps by accident.

A page exists because its file does, so nothing else would miss one.
"""

from collections.abc import Iterator

from mmpt_site.cli.git import asked
from mmpt_site.problems import Mark, Problem
from mmpt_site.project import Project


def deleted(project: Project) -> Iterator[Problem]:
    """A note for each of them; none where the project is not in a git repository, or there is no git."""
    found = asked(project.root, "ls-files", "--deleted", "-z", "--", project.content.name) or b""
    for path in filter(None, found.decode(errors="replace").split("\0")):
        if path.endswith((".yaml", ".md")):
            message = "This file is gone, and git still has it."
            hint = f"git restore {path} brings it back. If it is meant to go, git rm {path} says so."
            yield Problem(Mark(path), message, hint, "note")
