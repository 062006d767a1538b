"""Email addresses in plain texts: told where robots would read them."""

from tests.harness import SiteFolder


def test_where_an_address_is_hidden_it_is_not_told(site: SiteFolder) -> None:
    paper = "{id: p1, title: To ada@example.org, authors: Ada Example, abstract: From ada@example.org}"
    site.write("papers.yaml", f"papers: [{paper}]\n")
    site.write("news.yaml", "news: [{date: 2021-01-01, title: Write to ada@example.org, text: At ada@example.org}]\n")
    assert not site.check()
    built = site.build()
    assert all(b"ada@example.org" not in file.read_bytes() for file in built.folder.rglob("*.html"))


def test_elsewhere_it_is_told_with_the_field_that_hides_it(site: SiteFolder) -> None:
    site.write("workshop.yaml", "title: Small Examples\ntagline: Ask ada@example.org\n")
    (found,) = site.check()
    assert found.hint == "Write it as a field of its own, contact: ada@example.org; there it is hidden."
