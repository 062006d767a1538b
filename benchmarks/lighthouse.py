"""What Lighthouse says of every page as a phone on a slow network gets it: its four scores, and how it loads.

    .venv/bin/python -m benchmarks.lighthouse
    .venv/bin/python -m benchmarks.lighthouse dates   only pages with this in their address

It builds this repository's site as of three days, at a domain's root and in a folder, and serves it compressed on this
machine. The first run installs Lighthouse into benchmarks/node_modules, for which it needs the network. A page
takes ten seconds.
"""

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from mmpt_site.project import Project
from tests.browser.chromium import launch_options
from tests.browser.server import Host, serve_folder
from tests.visitors.sites import ADDRESSES, DAYS, ROOT, make_site

HERE = Path(__file__).resolve().parent
LIGHTHOUSE = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
SCORES = {"performance": "fast", "accessibility": "for all", "best-practices": "careful", "seo": "found"}
TIMES = {"largest-contentful-paint": "LCP ms", "cumulative-layout-shift": "CLS", "total-blocking-time": "TBT ms"}
TEXT = {".html", ".css", ".js", ".svg", ".xml", ".ics", ".json", ".txt"}


class CompressingHost(Host):
    """Sends text compressed, and keeps connections, as GitHub Pages does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 - the name that http.server gives it
        """Answer with a file, compressed if it is text."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() and self.path.endswith("/") else file
        if file.suffix not in TEXT or not file.is_file():
            super().do_GET()
            return
        body = gzip.compress(file.read_bytes(), 9)
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(file))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)


def main(words: list[str]) -> None:
    """Print a row for each page whose address has one of `words`, or for every page."""
    install()
    print("  ".join(f"{name:>8}" for name in (*SCORES.values(), *TIMES.values())), " page")
    with tempfile.TemporaryDirectory() as folder:
        for number, (day, url) in enumerate(product(DAYS, ADDRESSES)):
            site = make_site(Path(folder) / str(number), Project(ROOT), day, url)
            with serve_folder(site.folder, site.prefix, CompressingHost) as base:
                for address in map(site.address, site.files("*.html")):
                    if not words or any(word in address for word in words):
                        print(row(measure(base + address)), "", site.prefix + address, f"on {day}", flush=True)


def install() -> None:
    """See that Lighthouse is there."""
    npm = shutil.which("npm")
    assert npm, "npm is missing: please install Node.js 20 or newer."
    if not LIGHTHOUSE.is_file():
        subprocess.run([npm, "ci", "--ignore-scripts", "--silent", "--no-audit", "--no-fund"], cwd=HERE, check=True)


def measure(address: str) -> dict[str, Any]:
    """The report of Lighthouse on one page."""
    node = shutil.which("node")
    assert node
    options = launch_options()
    flags = " ".join(["--headless=new", *options["args"]])
    command = [node, str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": options.get("executable_path") or browser_of_playwright()}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return dict(json.loads(done.stdout))


def browser_of_playwright() -> str:
    """Where the browser is that Playwright brought."""
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def row(report: dict[str, Any]) -> str:
    """The scores, of 100 each, and the times of a report, in columns."""
    scores = (f"{round(report['categories'][name]['score'] * 100)}" for name in SCORES)
    times = (report["audits"][name]["numericValue"] for name in TIMES)
    return "  ".join(
        f"{figure:>8}" for figure in (*scores, *(f"{time:.3g}" if time < 1 else round(time) for time in times))
    )


if __name__ == "__main__":
    main(sys.argv[1:])
