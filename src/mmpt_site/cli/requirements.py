"""A project in, a note out if its requirements.txt names a program that only this computer has."""

from collections.abc import Iterator

from mmpt_site.cli.origin import is_local
from mmpt_site.problems import Mark, Problem
from mmpt_site.project import Project

FILE = "requirements.txt"
HINT = (
    "Write where everybody finds it: the address of the repository that you have the program from, as in mmpt-site @ "
    "git+https://github.com/NAME/mmpt-site"
)


def unpublishable(project: Project) -> Iterator[Problem]:
    """The line from which GitHub cannot install the program."""
    try:
        lines = (project.root / FILE).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return
    for number, line in enumerate(lines, 1):
        if not line.lstrip().startswith("#") and is_local(line):
            message = "This place is on this computer only, so the site can be made here, and not on GitHub."
            start = line.index("file:")
            yield Problem(Mark(FILE, number, start + 1, line, len(line) - start), message, HINT, "note")
