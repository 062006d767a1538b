"""A formula in LaTeX in, MathML out, or the formula as code and what is wrong with it."""

import html
import re
from dataclasses import dataclass
from functools import lru_cache

from math_core import LatexError, LatexToMathML

# beyond these, math-core takes exponential time (brackets left open) or overflows its stack (braces)
LONGEST, DEEPEST, MOST_OPEN = 2_000, 50, 10


@dataclass(frozen=True)
class Formula:
    """What is shown; with a complaint, it is the formula as it was written."""

    html: str
    complaint: str = ""


def formula(latex: str, *, block: bool) -> Formula:
    """Convert a formula, as a line of its own or within a line."""
    complaint = _too_tangled(latex)
    if not complaint:
        try:
            return Formula(_converter().convert_with_local_state(latex, displaystyle=block))
        except LatexError as error:
            complaint = re.sub(r"^\d+(?::\d+)?:? *", "", str(error)).strip().rstrip(".")
    return Formula(f"<code>{html.escape(latex)}</code>", complaint)


def _too_tangled(latex: str) -> str:
    """Why a formula is not given to the converter at all, or nothing."""
    depth = deepest = unclosed = 0
    for char in re.sub(r"\\[\[\](){}\\]", "", latex):
        depth += (char == "{") - (char == "}")
        deepest = max(deepest, depth)
        unclosed = max(0, unclosed + (char in "([") - (char in ")]"))
    if len(latex) > LONGEST:
        return f"it is longer than {LONGEST:,} characters"
    if deepest > DEEPEST:
        return f"its braces are more than {DEEPEST} deep"
    return f"more than {MOST_OPEN} of its brackets are never closed" if unclosed > MOST_OPEN else ""


@lru_cache(maxsize=1)
def _converter() -> LatexToMathML:
    return LatexToMathML(fancy_error=False)
