"""Files that an edition brings along: the name of one in, the same name out if the file is there."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from mmpt_site.model.part import quoted, wrong
from mmpt_site.model.scalars import Text, web_address
from mmpt_site.model.written import Written
from mmpt_site.problems import either, nearest

HEIC = (".heic", ".heif")  # what telephones make
AS_JPEG = "On a Mac, open it in Preview and export it as JPEG; on an iPhone, mail it: it arrives as JPEG."
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg")  # what every browser shows


@dataclass(frozen=True)
class KnownFiles:
    """What lies in the folder `files/` of an edition: paths from there in NFC, and how organizers call the folder."""

    folder: str
    names: frozenset[str]


def _present(name: str, info: ValidationInfo) -> str:
    """The path of a file that is there, letter by letter: a server tells `A.jpg` from `a.jpg`."""
    known = (info.context or {}).get("files")
    path = unicodedata.normalize("NFC", name).removeprefix("./").removeprefix("files/")
    if not isinstance(known, KnownFiles) or path in known.names:
        return path
    stem = path.rpartition(".")[0] or path
    same = [name for name in sorted(known.names) if name.rpartition(".")[0].casefold() == stem.casefold()]
    near = (*same, nearest(path, sorted(known.names)))[0]
    message = f"There is no file {quoted(path)} in {known.folder}/."
    raise wrong(message, f"Did you mean {near}?" if near else "Put the file there, or mend the name here.")


def _picture(name: str, info: ValidationInfo) -> str:
    if name.startswith(("http://", "https://")):
        raise wrong("A picture has to lie with the site.", "Save it in the folder files/, and write its name here.")
    known = (info.context or {}).get("files")
    if isinstance(known, KnownFiles) and "." not in name.rpartition("/")[2]:
        return _present(name, info)
    suffix = "".join(name.rpartition(".")[1:]) if "." in name else ""
    if suffix.casefold() in PICTURES:
        return name
    if suffix.casefold() in HEIC:
        raise wrong(f"Browsers show no {suffix} files as pictures.", AS_JPEG)
    kinds = either([kind for kind in PICTURES if kind != ".jpeg"])
    raise wrong(f"Browsers show no {suffix or 'such'} files as pictures.", f"Save it again as {kinds}.")


def _published(name: str, info: ValidationInfo) -> str:
    """A file that is there, or the address of one elsewhere."""
    return web_address(name) if re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", name) else _present(name, info)


PublishedFile = Annotated[
    Text, AfterValidator(_published), Written("the name of a file, or a web address", "files or web addresses")
]
PictureFile = Annotated[
    Text, AfterValidator(_picture), AfterValidator(_present), Written("the name of a picture", "names of pictures")
]
