"""A built site in, a folder of pictures out: every page at three widths, light and dark, and as it prints.

.venv/bin/python -m tests.look site /tmp/pictures 2021-03-01

Pages decide by the day in the browser, too: it is the one named, otherwise today.
"""

import subprocess
import sys
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import launch_options
from tests.browser.server import serve_folder

WIDTHS = (320, 768, 1280)


def main(site: Path, pictures: Path, day: str = "") -> None:
    """Take every picture."""
    pictures.mkdir(parents=True, exist_ok=True)
    with serve_folder(site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for page in sorted(site.rglob("*.html")):
            address = page.relative_to(site).as_posix().removesuffix("index.html")
            name = address.strip("/").replace("/", "-").removesuffix(".html") or "front"
            _photograph(browser, base + address, pictures / name, day)
        browser.close()
    for printed in sorted(pictures.glob("*.pdf")):
        subprocess.run(["pdftoppm", "-r", "60", "-png", printed, printed.with_suffix("")], check=False)


def _photograph(browser: Browser, address: str, name: Path, day: str) -> None:
    for scheme in ("light", "dark"):
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
            if day:
                page.clock.set_fixed_time(datetime.fromisoformat(day + "T12:00Z"))
            page.goto(address)
            page.evaluate("document.fonts.ready")
            page.screenshot(path=f"{name}-{width}-{scheme}.png", full_page=True)
            if scheme == "light" and width == WIDTHS[-1]:
                page.pdf(path=f"{name}-print.pdf", format="A4", prefer_css_page_size=True)
            page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
