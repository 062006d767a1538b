"""What the YAML parser says in, where and what an organizer should mend out.

libyaml's own words ("found character that cannot start any token") name the rule, not the slip; each row of SLIPS knows
one slip by its traces: those of signs in `signs.py`, those of whole lines in `lines.py`, and those of
indentation in `indents.py`.
"""

import yaml

from mmpt_site.content import indents, signs
from mmpt_site.content import lines as of_lines
from mmpt_site.content.outline import Outline
from mmpt_site.content.trace import ABOVE, Slip, Trace

# the first that knows an error tells it
SLIPS: tuple[Slip, ...] = (
    of_lines.unmerged_versions,
    of_lines.fence,
    of_lines.bullet,
    signs.open_quote,
    signs.backslash,
    of_lines.tab,
    indents.strange_space,
    signs.strange_start,
    of_lines.missing_colon,
    indents.lost_first_line,
    of_lines.list_without_field,
    indents.fields_below_text,
    of_lines.colon_in_text,
    indents.too_deep,
    signs.text_in_brackets,
    signs.comment_in_braces,
    signs.open_bracket,
    of_lines.list_on_line,
    signs.link_at_start,
    signs.after_quote,
    signs.special_start,
    indents.no_list_line,
    indents.indentation,
)


def explain(error: yaml.YAMLError, lines: tuple[str, ...], outline: Outline | None = None) -> tuple[int, int, str, str]:
    """Line and column counted from 1, a sentence and a hint."""
    trace = Trace.of(error, lines, outline)
    for slip in SLIPS:
        if told := slip(trace):
            (line, column), message, hint = told
            return min(line + 1, max(len(lines), 1)), column + 1, message, hint
    return trace.at[0] + 1, trace.at[1] + 1, f"This cannot be read as YAML: {trace.words}.", ABOVE
