"""Conferences of several sizes in, how long their builds take and how much memory out: each cold, then warm.

.venv/bin/python -m benchmarks.builds [PAPERS ...]
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MAKER = Path(__file__).resolve().parents[1] / "examples" / "conference" / "make.py"
SIZES = (300, 3000)


def measured(folder: Path) -> str:
    """One build of a project in a process of its own: seconds, those that it computed, and megabytes at the most."""
    command = [sys.executable, "-m", "mmpt_site", "build", "--as-of", "2021-03-01"]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    assert status == 0, "The build failed."
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return f"{seconds:6.1f} s ({usage.ru_utime + usage.ru_stime:.1f} s of work) {kilobytes / 1024:4.0f} MB"


def main(sizes: tuple[int, ...]) -> None:
    """Print a line for each size."""
    for papers in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            subprocess.run([sys.executable, MAKER, folder, str(papers)], check=True)
            cold, warm = measured(folder), measured(folder)
            files = sum(1 for path in (folder / "site").rglob("*") if path.is_file())
        print(f"{papers:6} papers {files:7,} files: cold {cold}, warm {warm}", flush=True)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
