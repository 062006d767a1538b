"""What a call says of kinds of papers, their format, the portal, reviewing and policies."""

from datetime import date

import pytest

from tests.harness import SiteFolder
from tests.pages.reading import Page

CALL = "/2021/call/"


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("{name: Full papers, pages: 8}", "Full papers 8 pages"),
        ("{name: Abstracts, pages: 1}", "Abstracts 1 page "),
        ("{name: Full papers, pages: 4 to 8}", "Full papers 4–8 pages"),
        ("{name: Full papers, pages: up to 8}", "Full papers Up to 8 pages"),
        ("{name: Papers, pages: 8, excluding_references: yes}", "8 pages references not counted"),
        ("{name: Papers, pages: 8, excluding_references: no}", "8 pages references included"),
        ("{name: Papers, archival: yes}", "Papers archival"),
        ("{name: Papers, archival: no}", "Papers not archival"),
        ("{name: Papers, text: Work that is *finished*.}", "Papers Work that is finished ."),
        ("{name: Papers, criteria: Novelty.}", "Papers What reviewers look at Novelty."),
        ("Papers", "What to submit Papers Important"),
    ],
)
def test_a_kind_of_papers_says_what_is_known_of_it(site: SiteFolder, kind: str, says: str) -> None:
    site.write("dates.yaml", "dates: [{name: Papers, date: TBA}]\n")
    made = site.write("call.yaml", f"kinds: [{kind}]\n").build().shows(CALL, says)
    made.lacks(CALL, "None", "To be announced. What")


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("format: {style: LNCS}", "Format Style: LNCS"),
        ("format: {latex: https://example.org/a.zip}", "Format Templates: LaTeX"),
        ("format: {url: https://example.org/}", "Format How papers have to look"),
        ("languages: English", "Format Papers are written in English."),
        ("languages: [English, French]", "Format Papers are written in English, French."),
        ("portal: {url: https://openreview.net/x}", "Submission Papers are submitted through OpenReview ."),
        ("portal: {email: papers@example.org}", "Submission Papers are sent by email to papers@example.org ."),
        (
            "portal: {system: CMT, opens: TBA}",
            "Submission Papers are submitted through CMT. When submission opens is to be announced.",
        ),
        ("blind: double", "Review Reviewing is double-blind: neither"),
        ("blind: single", "Review Reviewing is single-blind"),
        ("blind: open", "Review Reviewing is open"),
        ("reviewers: https://example.org/r", "Review Sign up to review"),
        ("policies: {ai_use: Say *so*., ethics: Be fair.}", "Policies Ethics Be fair. Use of AI Say so ."),
        ("publication: Online.", "Publication Online."),
        ("presentation: As posters.", "Presentation As posters."),
        ("final_version: One page more.", "Final version One page more."),
        ("presenters: Bring it.", "For presenters Bring it."),
    ],
)
def test_a_call_says_what_is_written_and_nothing_else(site: SiteFolder, written: str, says: str) -> None:
    made = site.write("call.yaml", written + "\n").build()
    made.shows(CALL, says).lacks(CALL, "None", "To be announced.")
    (heading,) = Page.of(made.source(CALL)).texts["h2"]
    assert says.startswith(heading)


def test_a_call_of_which_nothing_is_known_says_so(site: SiteFolder) -> None:
    site.write("call.yaml", "formerly: cfp\n").build().shows(CALL, "Call for papers To be announced.")


@pytest.mark.parametrize(("day", "opened"), [(date(2021, 3, 9), False), (date(2021, 3, 10), True)])
def test_papers_are_asked_for_once_the_portal_is_open(site: SiteFolder, day: date, opened: bool) -> None:
    site.write("dates.yaml", "dates: [{name: Papers, kind: submission, date: 2021-04-20}]\n")
    made = site.write("call.yaml", "portal: {url: https://openreview.net/x, opens: 2021-03-10}\n").build(day)
    assert ("Submission opens on March 10, 2021 ." in made.text(CALL)) is not opened
    (submit,) = [given for tag, given in Page.of(made.source("/")).tags if given.get("href", "").endswith("net/x")]
    assert ("hidden" in submit) is not opened
    assert submit["data-since"] == "2021-03-10T00:00Z"


@pytest.mark.parametrize("opens", ["", ", opens: TBA"])
def test_papers_by_email_are_sent_from_the_front_page_unless_it_is_not_known_when(site: SiteFolder, opens: str) -> None:
    site.write("dates.yaml", "dates: [{name: Papers, kind: submission, date: 2021-04-20}]\n")
    made = site.write("call.yaml", f"portal: {{email: papers@example.org{opens}}}\n").build()
    assert ("Submit a paper" in made.text("/")) is (opens == "")
    assert "papers@example.org" not in made.source("/") + made.source(CALL)


def test_a_template_can_lie_with_the_site(site: SiteFolder) -> None:
    site.write("content/2021/files/our template.zip", b"PK").write("call.yaml", "format: {word: our template.zip}\n")
    assert site.check() == []
    assert "../files/our%20template.zip" in Page.of(site.build().source(CALL)).values("href")


def test_parts_of_a_call_have_addresses(site: SiteFolder) -> None:
    site.write(
        "call.yaml", "kinds: [Full papers]\npolicies: {dual_submission: 'No: see [kinds](call/#kind-full-papers).'}\n"
    )
    assert site.check() == []
    assert 'id="policy-dual-submission"' in site.build().source(CALL)
