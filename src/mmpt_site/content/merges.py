"""The lines of a file in, the place where Git left two versions of it out."""

from collections.abc import Sequence


def unmerged(lines: Sequence[str]) -> tuple[int, str, str] | None:
    """The index of the first line that Git wrote when it could not merge two versions, with a sentence and a hint."""
    for number, line in enumerate(lines):
        if line.startswith(("<<<<<<< ", ">>>>>>> ")):
            hint = "Keep one of the two versions, and take out the lines <<<<<<<, ======= and >>>>>>>"
            return number, "Two versions of this file were not merged: Git left both here.", hint
    return None
