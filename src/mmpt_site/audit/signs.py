"""A Markdown in, the signs in it that were meant to do something and are printed instead out.

Each is told only where hardly anybody can mean it as it stands: outside of code and of formulas, and for a link only
where what stands in its place looks like an address.
"""

import re
from collections.abc import Iterator

from mmpt_site.prose import TITLE_FORMULA, Slip

CODE = re.compile(
    r"^[ \t]*(`{3,}|~{3,}).*?(?:^[ \t]*\1|\Z)"  # between fences
    r"|(`+)(?!`).{1,2000}?(?<!`)\2(?!`)|\$\$.{1,2000}?\$\$"
    r"|^(?: {4}|\t)[^\n]*",  # indented
    re.MULTILINE | re.DOTALL,
)
ADDRESS = r"(?:https?://|mailto:|/|#)[^\s()]+|[^\s()]+(?:/|/#[^\s()]+|\.(?:md|pdf|html))"
APART = re.compile(rf"(?<![\\\]!])\[[^\[\]\n]{{2,}}\] +\((?:{ADDRESS})\)")
OPEN = re.compile(rf"(?<!\\)\[[^\[\]\n]{{2,}}\]\((?:{ADDRESS})(?=\s|\Z)(?!(?:[^\n)]|\n(?!\s*\n))*\))")
SLASHES = re.compile(r"(?<=\]\()(?P<scheme>https?|mailto):(?P<slashes>[/\\]*)(?P<rest>[^\s()]*)(?=\))", re.IGNORECASE)
BOLD = re.compile(r"(?<![\\*\w])\*\*(?=[^\s*])[^\n*]{0,30}")


def unmeant(text: str) -> Iterator[Slip]:
    """Every such sign, in the order of the text."""
    bare = TITLE_FORMULA.sub(_blank, CODE.sub(_blank, text))
    for found in APART.finditer(bare):
        joined = re.sub(r"\] +\(", "](", found[0])
        yield Slip(
            found[0], "A space parts this link from its address, so it is printed as it stands.", f"Write {joined}"
        )
    for found in OPEN.finditer(bare):
        link = found[0].rstrip()
        yield Slip(link, "The address of this link does not end, so it is printed as it stands.", f"Write {link})")
    for found in SLASHES.finditer(bare):
        needed = "" if found["scheme"].lower() == "mailto" else "//"
        if not found["rest"]:
            yield Slip(f"]({found[0]})", "This link leads nowhere.", "Write its address, or take out the link.")
        elif found["slashes"] != needed:
            meant = f"{found['scheme']}:{needed}{found['rest']}"
            slashes = "two slashes" if needed else "no slashes"
            yield Slip(found[0], f"After {found['scheme']}: a link has {slashes}.", f"Write {meant}")
    for paragraph in re.split(r"\n\s*\n", bare):
        if paragraph.count("**") == 1 and (star := BOLD.search(paragraph)):
            hint = "Write ** also where the bold text ends; two asterisks that are meant are written \\*\\*"
            yield Slip(star[0].rstrip(), "These two asterisks begin a bold text that does not end.", hint)


def _blank(found: re.Match[str]) -> str:
    """White space of the same lines."""
    return re.sub(r"[^\n]", " ", found[0])
