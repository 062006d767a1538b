"""A page in, the files of organizers that it points at out: such a file is published as it is."""

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

from mmpt_site.output import Output
from mmpt_site.pages.picture import file_at

POINTING = re.compile(rb"[^\s\"'<>(),]*files/[^\s\"'<>(),]*")  # also in a srcset, or in a text
QUOTED = re.compile(rb"\"([^\n\"<>]*files/[^\n\"<>]*)\"")  # where an address may hold spaces and brackets


def linked(output: Output, site: str) -> set[str]:
    """The paths from the root of a site, whose address is `site`, of all that a page of it points at in `files/`."""
    if b"files/" not in output.data:
        return set()
    start, base = urljoin(site, output.path), urlsplit(site).path
    addresses = {*POINTING.findall(output.data), *QUOTED.findall(output.data)}
    found = (unescape(address.decode(errors="replace")) for address in addresses)
    return {file_at(urlsplit(urljoin(start, address)).path.removeprefix(base)) for address in found}
