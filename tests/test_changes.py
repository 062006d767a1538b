"""Two states of a site: what visitors will see differently."""

from mmpt_site.changes import changes

BEFORE = b"<head><title>Dates</title><style>p {}</style></head><body><p>April <b>20</b></p><p>Same</p></body>"


def test_what_a_page_says_differently_is_told_by_the_line() -> None:
    (change,) = changes({"2021/dates/index.html": BEFORE}, {"2021/dates/index.html": BEFORE.replace(b"20", b"27")})
    assert (change.address, change.what) == ("/2021/dates/", "changed")
    assert change.lines == (("-", "April 20"), ("+", "April 27"))


def test_a_card_is_not_told_beside_its_page() -> None:
    files = {"2021/card.png": b"1", "card.png": b"1", "2021/scorecard.png": b"1"}
    assert [change.path for change in changes({}, files)] == ["2021/scorecard.png"]


def test_what_only_machines_see_differently_has_no_lines() -> None:
    (change,) = changes({"a.html": BEFORE}, {"a.html": BEFORE.replace(b"p {}", b"p { }")})
    assert (change.address, change.lines) == ("/a.html", ())


def test_where_a_link_to_another_site_leads_is_told() -> None:
    page = b'<p>See <a href="https://example.org/a">this</a> and <a href="../b/">that</a>.</p>'
    (change,) = changes({"a.html": page}, {"a.html": page.replace(b"org/a", b"org/b").replace(b"../b/", b"../c/")})
    assert change.lines == (
        ("-", "See [https://example.org/a] this and that."),
        ("+", "See [https://example.org/b] this and that."),
    )


def test_a_description_for_search_engines_is_told() -> None:
    page = b'<meta name="description" content="Old">'
    (change,) = changes({"a.html": page}, {"a.html": page.replace(b"Old", b"New")})
    assert change.lines == (("-", "[description: Old]"), ("+", "[description: New]"))


def test_a_picture_is_told_by_its_file_and_its_words() -> None:
    (change,) = changes({"index.html": b"<p>A</p>"}, {"index.html": b'<p>A</p><img src="a.png" alt="A cat">'})
    assert (change.address, change.lines) == ("/", (("+", "[picture a.png: A cat]"),))


DATE = (
    """<ol><li id="date-a"><p class="date">April 20</p><p class="what">Papers</p><p class="status">Next</p></li></ol>"""
)


def told(before: str, after: str) -> tuple[tuple[str, str], ...]:
    (change,) = changes({"a.html": before.encode()}, {"a.html": after.encode()})
    return change.lines


def test_a_date_that_moved_is_one_line_with_its_name_and_speaks_for_its_status() -> None:
    assert told(DATE, DATE.replace("20", "27").replace("Next", "Extended")) == (("~", "Papers: April 20 → April 27"),)
    assert told(DATE, DATE.replace("Next", "Passed")) == (("-", "Papers: Next"), ("+", "Papers: Passed"))
    assert told(DATE, DATE.replace("Papers", "Posters")) == (
        *(("-", "Papers: April 20"), ("-", "Papers: Next")),
        *(("+", "Posters: April 20"), ("+", "Posters: Next")),
    )


def test_what_is_next_is_told_with_its_date_and_a_label_without_one_alone() -> None:
    next_one = '<p class="label">Next</p><p class="big">April 20</p>'
    assert told(next_one, next_one.replace("20", "27")) == (("~", "Next: April 20 → April 27"),)
    assert told(next_one, '<p class="label">The program is out</p><p>See</p>')[1:] == (
        *(("+", "The program is out"), ("+", "See")),
    )
    assert told("<p>A</p>", '<p>A</p><p class="label">Out</p>') == (("+", "Out"),)


def test_the_menu_of_many_pages_is_told_once_before_them() -> None:
    page = b'<header class="top"><ul><li>Dates</li></ul></header><header><h1>A</h1></header>'
    longer = page.replace(b"</ul>", b"<li>Keynotes</li></ul>")
    menu, *pages = changes({"a.html": page, "b.html": page}, {"a.html": longer, "b.html": longer + b"<p>More</p>"})
    assert (menu.address, menu.lines) == ("menu", (("+", "Keynotes"),))
    assert [change.lines for change in pages] == [(), (("+", "More"),)]


def test_new_files_and_files_that_are_gone_are_told_pages_first() -> None:
    found = changes({"style.css": b"", "old.html": b""}, {"map.pdf": b"", "new.html": b"", "style.css": b"x"})
    assert [(change.path, change.what) for change in found] == [
        ("new.html", "new"),
        ("old.html", "gone"),
        ("map.pdf", "new"),
        ("style.css", "changed"),
    ]


def test_a_page_above_comes_before_those_below() -> None:
    found = changes(
        {}, {"2021/index.html": b"", "index.html": b"", "2021/call/index.html": b"", "2020/call/index.html": b""}
    )
    assert [change.address for change in found] == ["/", "/2021/", "/2020/call/", "/2021/call/"]


def test_equal_sites_have_no_changes() -> None:
    assert changes({"a.html": BEFORE}, {"a.html": BEFORE}) == ()
