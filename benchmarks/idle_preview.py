"""What a preview of 10,000 files costs while nothing happens, and how long a save takes to be seen.

    .venv/bin/python benchmarks/idle_preview.py

It makes such a project in a temporary folder and removes it again. CPU times are read from /proc, thus on Linux only.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from urllib.request import urlopen

FILES, IDLE, SAVES = 10_000, 30.0, 10  # files, seconds, saves


def main() -> None:
    """Make the project, measure, and print a line for each figure."""
    with tempfile.TemporaryDirectory() as folder:
        content = make(Path(folder))
        command = [sys.executable, "-m", "mmpt_site", "serve", "--as-of", "2021-03-01"]
        started = time.perf_counter()
        preview = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, encoding="utf-8")
        try:
            address = serving(preview)
            print(f"{FILES} files; served after {time.perf_counter() - started:.2f} s")
            time.sleep(2)  # until all is quiet
            before, began = cpu(preview.pid), time.perf_counter()
            time.sleep(IDLE)
            used, wall = cpu(preview.pid) - before, time.perf_counter() - began
            print(f"idle: {used:.2f} CPU seconds in {wall:.0f} s, which is {used / wall:.2%}")
            waits = [latency(content, address, number) for number in range(SAVES)]
            print(f"from a save to the new page: {median(waits):.2f} s (median of {SAVES}), at most {max(waits):.2f} s")
        finally:
            started = time.perf_counter()
            preview.terminate()
            code = preview.wait()
            print(f"ended in {time.perf_counter() - started:.2f} s with exit code {code}")


def make(root: Path) -> Path:
    """Write a project with the least content that builds, and very many files; gives the folder of its edition."""
    content = root / "content" / "2021"
    for number in range(FILES):
        file = content / "files" / f"{number // 500:02}" / f"{number}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"File {number}.\n" * 50, "utf-8")
    (root / "content/site.yaml").write_text("name: Many Files\nacronym: MF\nurl: https://example.org/\n", "utf-8")
    (content / "workshop.yaml").write_text("title: Many Files\n", "utf-8")
    return content


def serving(preview: subprocess.Popen[str]) -> str:
    """Wait until the preview says where it is."""
    assert preview.stdout
    for line in preview.stdout:
        if found := re.match(r"Serving (\S+)", line):
            return found[1]
    raise SystemExit("The preview did not start.")


def cpu(process: int) -> float:
    """The CPU seconds that a process has used until now, all its threads together."""
    if sys.platform == "win32":
        raise SystemExit("CPU times are read from /proc, which Windows does not have.")
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def latency(content: Path, address: str, number: int) -> float:
    """How many seconds after a save the page has what was saved."""
    time.sleep(1)
    title = f"Title {number}"
    (content / "workshop.yaml").write_text(f"title: {title}\n", "utf-8")
    started = time.perf_counter()
    while title not in read(f"{address}2021/"):
        time.sleep(0.005)
    return time.perf_counter() - started


def read(address: str) -> str:
    """The text of a page."""
    with urlopen(address) as reply:  # noqa: S310 - an address of the preview
        return str(reply.read().decode())


if __name__ == "__main__":
    main()
