"""The decoded files of an edition in, titles that are printed otherwise than meant out: Markdown, a wrong formula."""

import re
from collections.abc import Mapping

from pydantic import BaseModel

from mmpt_site.audit.marked import marked
from mmpt_site.content.document import Document
from mmpt_site.formula import formula
from mmpt_site.model.written import Written
from mmpt_site.problems import Problem
from mmpt_site.prose import TITLE_FORMULA

# a link, or a text between equal signs that touch it and no letter outside of it
SIGNS = re.compile(
    r"!?\[(?P<link>[^\]\n]+)\]\([^()\s]+\)"
    r"|(?<![\w*_`])(?P<sign>\*\*|__|\*|_|`)(?=\S)(?P<text>[^*_`\n]+)(?<=\S)(?P=sign)(?![\w*_`])"
)
PLAIN = Written("text", "texts")


def check(parts: Mapping[str, BaseModel], documents: Mapping[str, Document]) -> list[Problem]:
    """A note for each title, name or other plain text in which somebody expects Markdown; a warning for a formula."""
    problems = []
    for name, part in parts.items():
        for location, text in marked(part, PLAIN):
            for latex in TITLE_FORMULA.findall(text):
                if complaint := formula(latex, block=False).complaint:
                    mark = documents[name].find(location, latex)
                    message = f"This formula cannot be read: {complaint}."
                    problems.append(Problem(mark, message, "It is shown as it is written.", "warning"))
            if found := SIGNS.search(TITLE_FORMULA.sub(lambda formula: "$" * len(formula[0]), text)):
                mark = documents[name].find(location, found[0])
                message = f"This is plain text and not Markdown, so its signs are printed, too: {found[0]}"
                problems.append(Problem(mark, message, f"Write {_plain(text)}", "note"))
    return problems


def _plain(text: str) -> str:
    """A text without the signs of Markdown, but with its formulas."""
    return "".join(
        f"${part}$" if index % 2 else SIGNS.sub(lambda found: found["link"] or found["text"], part)
        for index, part in enumerate(TITLE_FORMULA.split(text))
    )
