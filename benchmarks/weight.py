"""What a first visit to each page costs in bytes: HTML, CSS and scripts, compressed as hosts do (gzip -9).

    .venv/bin/python -m benchmarks.weight

It builds this repository's site on three days and two addresses, its guide, and the examples;
`tests/visitors/weight.py` says how much a page may weigh.
"""

import tempfile
from pathlib import Path

from tests.visitors.sites import distinct, make_sites
from tests.visitors.weight import weigh


def main() -> None:
    """Build, and print a row for each page, the heaviest of all last."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [(site, page, weigh(site, page)) for site, page in distinct(make_sites(Path(folder)), "*.html")]
        print(f"{'bytes':>7} {'of':>7}  requests  page")
        for site, page, weight in sorted(rows, key=lambda row: row[2].total):
            name = f"{site.folder.name}: {site.prefix}{site.address(page)} on {site.day}"
            print(f"{weight.total:>7} {weight.allowed:>7}  {len(weight.files)}  {name}")


if __name__ == "__main__":
    main()
