"""The pictures of a workshop."""

from tests.camera import photo
from tests.harness import SiteFolder
from tests.pages.reading import Page

GALLERY = "gallery:\n  - {image: a.jpg, alt: People talk., caption: Posters, credit: Bo Example}\n"


def test_a_picture_has_its_words_and_leads_to_the_largest(site: SiteFolder) -> None:
    site.write("content/2021/files/a.jpg", photo(2000, 1500))
    made = site.write("gallery.yaml", GALLERY).build()
    made.shows("/2021/gallery/", "Posters Photo: Bo Example")
    page = Page.of(made.source("/2021/gallery/"))
    (image,) = [values for tag, values in page.tags if tag == "img"]
    assert (image["alt"], image["loading"]) == ("People talk.", "lazy")
    assert "../pictures/a-shot-1440.webp" in page.values("href")
    assert not (made.folder / "2021/files/a.jpg").exists()
    assert site.check() == []


def test_a_gallery_can_be_announced(site: SiteFolder) -> None:
    site.write("gallery.yaml", "gallery: TBA\n").build().shows("/2021/gallery/", "Gallery To be announced.")
