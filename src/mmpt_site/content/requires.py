"""The document of `site.yaml` in, a problem out when this version of the program is not one that the site asks for."""

import re

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from mmpt_site import __version__
from mmpt_site.content.document import Document
from mmpt_site.problems import Problem


def check_requires(document: Document, version: str = __version__) -> Problem | None:
    """Compare `requires` (a version specifier, PEP 440) with the version of the program.

    It comes before everything else: what another version would understand is no slip.
    """
    node = document.node(("requires",))
    if not node or not isinstance(node.value, str):
        return None
    mark = document.at(("requires",))
    written = node.value.strip()
    try:
        wanted = SpecifierSet(written)
    except InvalidSpecifier:
        number = re.search(r"\d+(\.\d+)*", written)
        hint = f'Write requires: ">={number[0] if number else version}"'
        return Problem(mark, f'"{written}" does not say which versions of mmpt-site are meant.', hint)
    if wanted.contains(version, prereleases=True):
        return None
    message = f"This site asks for mmpt-site {written}, and this is mmpt-site {version}."
    return Problem(mark, message, f"Write mmpt-site{written} into requirements.txt, or install it.")
