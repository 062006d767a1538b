"""The lines of a file in, the place where Git left two versions of it out."""

import re
from collections.abc import Sequence

BEGIN_OR_END = re.compile(r"(<{7}|>{7})( |$)")
ANY_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})( |$)")


def unmerged(lines: Sequence[str], marks: re.Pattern[str] = ANY_MARK) -> tuple[int, str, str] | None:
    """The index of the first line that Git wrote when it could not merge two versions, with a sentence and a hint."""
    for number, line in enumerate(lines):
        if marks.match(line):
            hint = "Keep the lines that you want, perhaps of both, and take out the lines <<<<<<<, ======= and >>>>>>>"
            return number, "Two versions of this file were not merged: Git left both here.", hint
    return None
