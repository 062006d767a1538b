"""Where the files of a site are kept: an address of a repository in, the same as visitors can open it out."""

import re
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, BeforeValidator

from mmpt_site.model.part import wrong
from mmpt_site.model.scalars import WEB_ADDRESS, Url
from mmpt_site.model.written import Written

FOR_GIT = re.compile(r"(?:(?:ssh|git)://)?(?:[\w.-]+@)?([\w.-]+)(?::\d+(?=/))?[:/]([^\s:@]+)")
SITE = re.compile(r"([\w-]+)\.(github|gitlab)\.io")
HOST = re.compile(r"(?:.+\.)?(github|gitlab)\..+")


def _for_people(text: object) -> object:
    """Refuse an address by which only git finds the repository."""
    if isinstance(text, str) and text.startswith(("git@", "ssh://", "git://")) and (found := FOR_GIT.fullmatch(text)):
        web = f"https://{found[1]}/{found[2].removesuffix('/').removesuffix('.git')}"
        raise wrong("This address is for git, and visitors cannot open it.", f"Write {web}")
    return text


def _repository(address: str) -> str:
    """The repository itself, or a folder of it as `…/tree/main/folder`; on hosts that are not known, as written."""
    parts = urlsplit(address)
    if "@" in parts.netloc:
        plain = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        raise wrong("Everybody would see the name or the password in this address.", f"Write {plain}")
    host = (parts.hostname or "").lower()
    if site := SITE.fullmatch(host):
        name = parts.path.strip("/").partition("/")[0] or host
        message = "This is the address of a site, and not of the repository with its files."
        raise wrong(message, f"Write https://{site[2]}.com/{site[1]}/{name}")
    known = HOST.fullmatch(host)
    return _on_host(parts, known[1]) if known else address


def _on_host(parts: SplitResult, kind: str) -> str:
    """The repository on a host of which it is known what its addresses mean."""
    start = f"{parts.scheme}://{parts.netloc}"
    steps = [step for step in parts.path.split("/") if step]
    if steps[:1] == ["orgs"]:  # as GitHub calls the pages of an organization
        steps = steps[1:2]
    if kind == "github":
        owned, below = steps[:2], steps[2:]
    else:  # projects of GitLab lie in groups of groups
        end = next((index for index, step in enumerate(steps) if step in {"-", "tree"}), len(steps))
        owned, below = steps[:end], steps[end:]
    if len(owned) < 2:
        owner = owned[0] if owned else "OWNER"
        raise wrong("This leads to an owner, and not to a repository.", f"Write {start}/{owner}/ and its name")
    repository = "/".join([start, *owned]).removesuffix(".git")
    rest = "/".join(below)
    folder = f"/{rest}" if re.match("(-/)?tree/.", rest) else ""
    if parts.query or parts.fragment or (rest and not folder):
        raise wrong("This is a page of the repository, and not its own address.", f"Write {repository}{folder}")
    return repository + folder


Repository = Annotated[
    Url,
    AfterValidator(_repository),
    BeforeValidator(_for_people),
    Written("a web address", "web addresses", WEB_ADDRESS, ("string",)),
]
