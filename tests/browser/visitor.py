"""A browser and an address in, the page as one visitor has it out: at a moment, in a time zone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from playwright.sync_api import Browser, Page


@contextmanager
def opened(
    browser: Browser, address: str, at: str, zone: str = "UTC", scheme: str = "light", before: str = ""
) -> Iterator[Page]:
    """A page as a visitor in a time zone has it at a moment; `before` is a script that runs before all others."""
    context = browser.new_context(
        timezone_id=zone, color_scheme="dark" if scheme == "dark" else "light", permissions=["clipboard-write"]
    )
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(at))
    page.add_init_script(before)
    page.goto(address)
    yield page
    context.close()
