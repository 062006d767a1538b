"""Files of papers for machines: BibTeX, and what the search knows."""

import gzip
import json
from pathlib import Path

from bibtexparser.entrypoint import parse_string

from tests.harness import SiteFolder

PAPERS = """\
papers:
  - {title: "Zwölf Beispiele & mehr", id: p1, number: 7, authors: [Bo Example, 王小明], track: Demos, award: Best demo}
  - {title: 跨模态, id: p2, keywords: [跨模态]}
"""


def test_bibtex_of_all_papers_and_of_each(site: SiteFolder) -> None:
    made = site.write("papers.yaml", PAPERS).build()
    library = parse_string(made.source("/2021/papers.bib"))
    assert [entry.key for entry in library.entries] == ["example2021zwolf", "paper2021-p2"]
    assert not library.failed_blocks
    assert made.source("/2021/papers.bib") == "\n".join(made.source(f"/2021/papers/p{n}.bib") for n in (1, 2))


def test_the_search_knows_the_papers_in_the_order_of_the_list(site: SiteFolder) -> None:
    made = site.write("papers.yaml", PAPERS).build()
    assert json.loads(made.source("/2021/papers.json")) == {
        "papers": [
            {"id": "p2", "title": "跨模态", "keyword": ["跨模态"]},
            {
                "id": "p1",
                "number": "7",
                "title": "Zwölf Beispiele & mehr",
                "author": ["Bo Example", "王小明"],
                "sort": "Example Bo Example",
                "track": "Demos",
                "award": ["Best demo"],
            },
        ]
    }


def test_a_thousand_papers_are_there_at_once(site: SiteFolder) -> None:
    words = "learning aligned examples across vision and language with few sparse robust video models".split()
    entries = (
        f"  - {{id: p{n}, title: {' '.join(words[n * k % len(words)] for k in range(2, 10))} {n}, "
        f"authors: [Ada Example{n}, Bo Example{n % 97}, Cy Example{n % 31}], keywords: [{words[n % len(words)]}]}}\n"
        for n in range(1000)
    )
    made = site.write("papers.yaml", "papers:\n" + "".join(entries)).build()
    assert not made.failed
    assert made.source("/2021/papers/").count('<li id="paper-') == 1000
    needed = [
        "2021/papers/index.html",
        *(f"static/{name}" for name in ("style.css", "papers.css", "site.js", "papers.js")),
    ]
    assert sum(len(gzip.compress(Path(made.folder, name).read_bytes())) for name in needed) < 100_000
