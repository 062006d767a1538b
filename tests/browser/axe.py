"""A page in a browser in, what axe-core has against it out: on a phone and on a screen, light and dark."""

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"]
CONTRAST = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]  # all that a colour can change
# What has rolled out of sight in a box of its own has no background that axe could see, nor has a line that begins
# within the margins of the page and ends beyond: there all boxes are wide, and there are no margins.
ROOM = 4000
UNROLL = """unroll => {
    const [paddingInline, maxWidth] = unroll ? ["0", "none"] : ["", ""];
    Object.assign(document.body.style, { paddingInline, maxWidth });
    for (const e of document.querySelectorAll("main *"))
        if (unroll && e.scrollWidth > e.clientWidth && getComputedStyle(e).overflowX === "auto") e.dataset.rolled = "";
    for (const e of document.querySelectorAll("[data-rolled]")) {
        Object.assign(e.style, unroll ? { overflow: "visible", inlineSize: "max-content", maxInlineSize: "none" }
            : { overflow: "", inlineSize: "", maxInlineSize: "" });
        if (!unroll) delete e.dataset.rolled;
    }
}"""
WIDTHS = (375, 1280)
RUN = "options => axe.run(document, {...options, resultTypes: ['violations', 'incomplete']})"


def accessible(page: Page) -> list[str]:
    """What is against WCAG 2.2 AA, the contrast of AAA, and good practice; colours that axe cannot judge count, too."""
    page.evaluate(AXE)
    told = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        told += [f"at {width} px: {what}" for what in _against(page, {"runOnly": STANDARDS})]
        page.emulate_media(color_scheme="dark")
        told += [f"at {width} px, dark: {what}" for what in _against(page, {"runOnly": CONTRAST})]
        page.emulate_media(color_scheme="light")
    return told


def readable_in_forced_colours(page: Page) -> list[str]:
    """Text that cannot be read when the visitor's system sets all colours."""
    page.evaluate(AXE)
    page.emulate_media(forced_colors="active")
    told = _against(page, {"runOnly": ["color-contrast"]})
    page.emulate_media(forced_colors="none")
    return told


def _against(page: Page, options: dict[str, Any]) -> list[str]:
    found = page.evaluate(RUN, options)
    unsure = [rule["id"] for rule in found["incomplete"] if rule["id"] in CONTRAST]
    return [
        f"{rule['id']}: {node['html'][:120]} {' '.join(node['failureSummary'].split())}"
        for rule in [*found["violations"], *(_unsure_with_room(page, unsure) if unsure else [])]
        for node in rule["nodes"]
    ]


def _unsure_with_room(page: Page, rules: list[str]) -> list[Any]:
    size = page.viewport_size
    assert size
    page.set_viewport_size({"width": ROOM, "height": 800})
    page.evaluate(UNROLL, True)
    found = page.evaluate(RUN, {"runOnly": rules})
    page.evaluate(UNROLL, False)
    page.set_viewport_size(size)
    return [*found["incomplete"], *found["violations"]]
