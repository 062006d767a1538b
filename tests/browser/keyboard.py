"""A page in a browser in, what somebody without a mouse misses out: stops, their visible focus, and their place."""

from playwright.sync_api import Page

# Whatever Tab shall reach: of the radio buttons of one name the chosen one, or else the first.
STOPS = """() => {
    const all = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex]")];
    const radio = (e) => document.querySelector(`input[name="${e.name}"]:checked`) ??
        document.querySelector(`input[name="${e.name}"]`);
    window.stops = all.filter((e) => e.tabIndex >= 0 && !e.disabled && !e.closest("[inert]") &&
        e.checkVisibility({ visibilityProperty: true }) && (e.type !== "radio" || e === radio(e)));
    const names = ["boxShadow", "backgroundColor", "borderTopColor", "borderBottomColor", "textDecorationLine",
        "textDecorationThickness", "textDecorationColor", "outlineStyle", "outlineWidth", "outlineColor"];
    window.signs = (e) => [e, e.parentElement, e.nextElementSibling, ...(e.labels ?? [])].filter(Boolean)
        .map((e) => { const style = getComputedStyle(e); return names.map((name) => style[name]).join(); }).join();
    window.before = stops.map(signs);
    return stops.length;
}"""
# Where Tab goes on is remembered: it starts anew from an element before all others.
FROM_THE_TOP = """() => {
    const start = document.body.insertAdjacentElement("afterbegin", document.createElement("span"));
    start.tabIndex = -1;
    start.focus();
    start.addEventListener("blur", () => start.remove());
}"""
# The stop that has the focus: its number, and what is wrong with it.
FOCUSED = """() => {
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return null;
    const number = stops.indexOf(e);
    const wrong = [];
    if (number >= 0 && signs(e) === before[number]) wrong.push("its focus cannot be seen");
    const [box] = [...e.getClientRects()].filter((box) => box.width && box.height);
    if (!box) return { number, wrong: [...wrong, "it has no place"], html: e.outerHTML };
    const middle = (low, high, most) => (Math.max(low, 0) + Math.min(high, most)) / 2;
    const x = middle(box.left, box.right, innerWidth), y = middle(box.top, box.bottom, innerHeight);
    const top = document.elementFromPoint(x, y);
    const own = [e, ...(e.labels ?? [])];
    if (!top) wrong.push("it is out of sight");
    else if (!own.some((e) => e.contains(top) || top.contains(e))) wrong.push(`it is covered by ${top.outerHTML}`);
    return { number, wrong, html: e.outerHTML };
}"""
MISSED = "reached => stops.filter((_, n) => !reached.includes(n)).map((e) => e.outerHTML)"
SIZES = ({"width": 375, "height": 667}, {"width": 1280, "height": 720})


def usable_by_keyboard(page: Page) -> list[str]:
    """What Tab does not reach, or reaches where nobody sees it."""
    page.emulate_media(reduced_motion="reduce")
    told = [f"at {size['width']} px: {what}" for size in SIZES for what in _walk(page, size["width"], size["height"])]
    page.emulate_media(reduced_motion="no-preference")
    page.evaluate("document.activeElement?.blur()")
    return told


def _walk(page: Page, width: int, height: int) -> list[str]:
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(FROM_THE_TOP)
    number = page.evaluate(STOPS)
    told: list[str] = []
    reached: set[int] = set()
    for _ in range(number + 20):  # a box that scrolls is a stop, too
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if not stop or stop["number"] in reached:
            break
        reached |= {stop["number"]} - {-1}
        told += [f"{what}: {stop['html'][:120]}" for what in stop["wrong"]]
    missed = page.evaluate(MISSED, sorted(reached))
    return [*told, *(f"Tab does not reach it: {html[:120]}" for html in missed)]
