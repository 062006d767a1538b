"""A page in a browser in, where it does not follow its visitor out: screen, size of text, motion, colours."""

from playwright.sync_api import Page

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LARGE = "size => document.documentElement.style.setProperty('font-size', size, 'important')"
# Everything that moves, or would when something changes: for longer than a millisecond.
MOVING = """() => {
    const wrong = document.getAnimations().filter((a) => a.playState === "running" && a.effect.getTiming().duration > 1)
        .map((a) => `${a.animationName ?? a.transitionProperty ?? "an animation"} runs`);
    const seconds = (list) => Math.max(...list.split(",").map(parseFloat));
    for (const e of document.querySelectorAll("*"))
        for (const part of [null, "::before", "::after"]) {
            const style = getComputedStyle(e, part);
            const name = e.localName + (part ?? "");
            if (style.transitionProperty !== "none" && seconds(style.transitionDuration) > 0.001)
                wrong.push(`${name} changes over ${style.transitionDuration}`);
            if (style.animationName !== "none" && seconds(style.animationDuration) > 0.001)
                wrong.push(`${name} moves for ${style.animationDuration}`);
            if (style.scrollBehavior === "smooth") wrong.push(`${name} scrolls smoothly`);
        }
    return [...new Set(wrong)];
}"""
# What is marked as the current or chosen one, and looks just like another that is not.
UNMARKED = """() => {
    const names = ["fontWeight", "fontStyle", "textDecorationLine", "textDecorationThickness", "textDecorationStyle",
        "outlineStyle", "outlineWidth", "fontSize", "listStyleType", "borderTopStyle", "borderTopWidth",
        "borderBottomStyle", "borderBottomWidth", "borderLeftStyle", "borderLeftWidth", "color", "backgroundColor"];
    const look = (e) => [e, e.parentElement].flatMap((e) => [null, "::before", "::after"].map((part) => {
        const style = getComputedStyle(e, part);
        return names.map((name) => style[name]).join() + style.content;
    })).join();
    const wrong = [];
    for (const name of ["aria-current", "aria-pressed", "aria-selected"])
        for (const e of document.querySelectorAll(`[${name}]:not([${name}="false"])`)) {
            const group = e.closest("ul, ol, nav, fieldset, [role=group]");
            const others = [...(group?.querySelectorAll(e.localName) ?? [])]
                .filter((other) => other !== e && !other.matches(`[${name}]:not([${name}="false"])`));
            if (e.checkVisibility() && others.some((other) => other.parentElement.localName ===
                e.parentElement.localName && look(other) === look(e))) wrong.push(e.outerHTML);
        }
    return wrong;
}"""


def within_its_width(page: Page) -> list[str]:
    """Sideways scrolling on the narrowest screen that WCAG 2.2 knows (1.4.10), and with text twice as large (1.4.4)."""
    told = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for size in ("", "200%"):
            page.evaluate(LARGE, size)
            if (over := page.evaluate(OVERFLOW)) > 0:
                told.append(f"{over} px wider than a screen of {width} px{size and ' with large text'}")
    page.evaluate(LARGE, "")
    return told


def still(page: Page) -> list[str]:
    """What moves although the visitor asked for less motion."""
    page.emulate_media(reduced_motion="reduce")
    told = page.evaluate(MOVING)
    page.emulate_media(reduced_motion="no-preference")
    return list(told)


def marked_in_forced_colours(page: Page) -> list[str]:
    """What only its colour marked as the current one, when the visitor's system sets all colours."""
    page.emulate_media(forced_colors="active")
    told = page.evaluate(UNMARKED)
    page.emulate_media(forced_colors="none")
    return [f"it looks like the others: {html[:120]}" for html in told]
