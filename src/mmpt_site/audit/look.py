"""The look of a site in, a note on an accent that cannot carry text out."""

from collections.abc import Iterator

from mmpt_site.content.load import Loaded
from mmpt_site.model.site import Site
from mmpt_site.pages.colour import Palette
from mmpt_site.problems import Problem


def check(site: Site, loaded: Loaded, colours: Palette) -> Iterator[Problem]:
    """Where links have to be darker or lighter than the accent that somebody chose, and which colour they have."""
    accent = site.series.look.accent
    if not accent:
        return
    tints = {"light": colours.light["accent"], "dark": colours.dark["accent"]}
    changed = [f"{tint} on a {theme} page" for theme, tint in tints.items() if tint != accent]
    if tints["light"] != accent:  # on a dark page nearly every accent has to be lighter
        mark = loaded.series.documents["site"].at(("look", "accent"))
        message = f"{accent} is too light for text; links are {' and '.join(changed)}."
        yield Problem(mark, message, "The emblem keeps it where it can be seen. Nothing has to be done.", "note")
