"""How problems look in the browser."""

from mmpt_site.preview.problem_page import outside_page, problem_page
from mmpt_site.problems import Mark, Problem

WRONG = Problem(Mark("content/2021/dates.yaml", 4, 11, "    date: <b>", 3), "This is <no> day.", "Write & save it.")


def test_the_problem_page_escapes_what_it_shows() -> None:
    page = problem_page([WRONG]).decode()
    assert "<code>content/2021/dates.yaml:4:11</code>" in page
    assert "<h2>This is &lt;no&gt; day.</h2>" in page
    assert '    4 |     date: &lt;b&gt;\n      |           <span class="caret">^^^</span></pre>' in page
    assert "Write &amp; save it." in page


def test_the_problem_page_counts_errors_and_warnings_and_shows_errors_first() -> None:
    warning = Problem(Mark("content/2021/call.yaml", 1, 1), "Take care.", level="warning")
    note = Problem(Mark("content/site.yaml"), "By the way.", level="note")
    steering = Problem(Mark("content/2021/topics.yaml", 1, 1, "a\u2028\u202eb"), "\x1b is odd.")
    page = problem_page([note, warning, WRONG, steering]).decode()
    assert "<h1>3 problems</h1>" in page
    assert page.index("day.</h2>") < page.index("is odd.") < page.index("Warning: Take care.")
    assert "By the way." not in page
    assert "\\u001b is odd." in page
    assert "\\u202eb" in page
    assert page.count('<span class="caret">^') == 2


def test_an_address_outside_of_the_site_leads_back_to_it() -> None:
    page = outside_page("/a&b/").decode()
    assert "template" not in page
    assert '<a href="/a&amp;b/">Go to the site</a>' in page
    assert "so the site is below /a&amp;b/ here, too." in page
    assert "<ol>" not in page
