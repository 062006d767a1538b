"""Papers in several files: what is wrong is told in the file where it stands."""

from tests.harness import SiteFolder

DEMOS = "content/2021/papers/demos.yaml"


def test_a_slip_is_told_in_its_own_file(site: SiteFolder) -> None:
    site.write("papers.yaml", "papers:\n  - {title: One, authors: [Ada Example]}\n")
    site.write(DEMOS, "papers:\n  - title: Two\n    authors: [Bo Example]\n    pages: 9-3\n    lniks: {}\n")
    site.build().tells(
        f'{DEMOS}:4:12: error: "9-3" are no pages.', f'{DEMOS}:5:5: error: There is no field "lniks" here.'
    )


def test_ids_and_numbers_mean_one_paper_in_all_files(site: SiteFolder) -> None:
    site.write("papers.yaml", "papers:\n  - {id: p1, title: One, number: 7, authors: [Ada Example]}\n")
    site.write(
        DEMOS, "papers:\n  - {title: Two, authors: [Bo Example]}\n  - {id: p1, title: Three, authors: [Bo Example]}\n"
    )
    site.write("content/2021/papers/short.yaml", "papers:\n  - {title: Four, id: p4, number: 7, authors: Cy Example}\n")
    site.build().tells(
        f'{DEMOS}:3:10: error: The id "p1" is that of another paper, too: "One".',
        'content/2021/papers/short.yaml:2:35: error: The number 7 is that of another paper, too: "One".',
    )


def test_a_file_that_nothing_reads_is_told(site: SiteFolder) -> None:
    site.write("content/2021/papers/demos.txt", "papers: []\n").build().tells(
        "content/2021/papers/demos.txt: error: Nothing reads this file.",
        "The files here are like papers.yaml, and called as you like: papers/demos.yaml",
    )


def test_a_paper_without_authors_is_told_where_it_stands(site: SiteFolder) -> None:
    site.write("papers.yaml", "papers: to be announced\n").write(DEMOS, "papers:\n  - {title: Two}\n")
    made = site.build().tells(f"{DEMOS}:2:13: warning: This paper has no authors.")
    made.shows("/2021/papers/two/", "Two", "@inproceedings{2021two,").lacks("/2021/papers/two/", "None")


def test_one_wrong_paper_hides_no_slip_in_the_program(site: SiteFolder) -> None:
    site.write("papers.yaml", "papers:\n  - {title: One, id: p1, authors: [Ada Example]}\n")
    session = "{at: 09:00, title: Session, papers: [p1, p2]}"
    site.write("program.yaml", f"program:\n  2021-07-12:\n    - {session}\n")
    site.build().tells('There is no paper "p2".', "The papers of this edition stand in papers.yaml.")
