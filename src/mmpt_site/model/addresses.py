"""Old addresses: what stands under `formerly:` in, the path of a page that used to be there out."""

import re
import unicodedata
from typing import Annotated
from urllib.parse import unquote

from pydantic import AfterValidator, Field

from mmpt_site.model.part import quoted, wrong
from mmpt_site.model.scalars import OneOrMany, Text
from mmpt_site.model.written import Written


def _old_address(text: str) -> str:
    """A name beside the page, such as `cfp`, or a whole path from the root of the site, such as `/cfp.html`."""
    if re.match(r"[a-z]+://", text, re.IGNORECASE):
        raise wrong(
            "This is an address with a host; only old addresses of this site can lead on.",
            "Write what follows the host, for example /cfp.html",
        )
    text = unicodedata.normalize("NFC", unquote(text))
    if re.search(r'[\s?#<>"\\%]|//|(^|/)\.', text) or not text.strip("/"):
        raise wrong(f"{quoted(text)} is no address of a page.", "Write a name such as cfp, or a path such as /cfp.html")
    last = text.rpartition("/")[2]
    if "/" in text and not text.startswith("/"):
        raise wrong(f"{quoted(text)} is neither a name nor a whole path.", f"Write /{text}")
    if "." in last and not last.endswith((".html", ".htm")):
        raise wrong("Only pages can lead on, and this is another kind of file.", "Take it out.")
    return text


OldAddress = Annotated[Text, AfterValidator(_old_address), Written("an old address", "old addresses")]
Formerly = Annotated[
    OneOrMany[OldAddress],
    Field(
        description="Old addresses of this page, which then lead to it: a name beside it, or a path from the root.",
        examples=["cfp", "/cfp.html"],
    ),
]


def old_path(old: str, folder: str) -> str:
    """The address of an old page, from the root of the site: names lie in `folder`, such as `/2021/`."""
    path = old if old.startswith("/") else folder + old
    return path if path.endswith("/") or "." in path.rpartition("/")[2] else path + "/"
