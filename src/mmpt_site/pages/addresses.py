"""An address as somebody wrote it in, where it leads out: from a text to a page, from a page to its source."""

import re
import unicodedata
from posixpath import dirname, join, normpath
from urllib.parse import quote, unquote


def meant(file: str, address: str) -> str:
    """The address, from the root of the site, that a path in a text of `file` stands for.

    `file` is a path from the content folder, such as `2021/pages/venue.md`. Paths are meant from the folder of the
    edition, `call/`. Links between Markdown pages are written as paths between their files, so that they also work
    where the files themselves are read, as on GitHub: `travel.md`, `../files/map.pdf`.
    """
    address = _composed(address)
    path = re.split("[?#]", address, maxsplit=1)[0]
    rest = address[len(path) :]
    in_pages = file.endswith(".md")
    if path.startswith("/"):
        return address
    if path.endswith(".md") or (in_pages and path.startswith("../")):
        return _of_file(normpath(join(dirname(file), path)) + ("/" if path.endswith("/") else "")) + rest
    edition = dirname(dirname(file)) if in_pages else dirname(file)
    return (f"/{edition}/" if edition else "/") + address


def _composed(address: str) -> str:
    """The address with its accents as in the names of the site's files, which servers compare letter by letter."""
    plain = unquote(address)
    if unicodedata.is_normalized("NFC", plain):
        return address
    return quote(unicodedata.normalize("NFC", plain), safe="/?#=&;:@!$'()*+,~")


def _of_file(path: str) -> str:
    """The address of a file of the content folder."""
    page = re.fullmatch(r"((?:[^/]+/)?)pages/([^/]+)\.md", path)
    return f"/{page[1]}{page[2]}/" if page else f"/{path}"


def source(repository: str, file: str) -> str:
    """Where a file of the project can be read, and mended: on GitHub and GitLab the file itself.

    `repository` may name a folder of it, as in its address there: `https://github.com/name/repo/tree/main/site`.
    """
    found = re.fullmatch(r"(https?://([^/]+)/.+?)(?:(?:/-)?/tree/([^/]+)(/.*)?)?/?", repository)
    if not found or not re.search(r"(^|\.)git(hub|lab)\.", found[2]):
        return repository
    blob = "-/blob" if "gitlab" in found[2] else "blob"
    folder = (found[4] or "").strip("/")
    return f"{found[1]}/{blob}/{found[3] or 'HEAD'}/" + quote(f"{folder}/{file}".lstrip("/"))
