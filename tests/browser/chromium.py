"""The machine in, how to start a browser on it out."""

import os
import shutil
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


def launch_options() -> dict[str, Any]:
    """Options of Playwright's launch: the browser named by MMPT_SITE_BROWSER, one on PATH, or Playwright's own."""
    found = os.environ.get("MMPT_SITE_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    args = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        args.append("--no-sandbox")  # Chromium refuses to start as root with it
    return {"args": args} | ({"executable_path": found} if found else {})
