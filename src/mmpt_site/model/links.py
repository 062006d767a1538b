"""Where else people meet: the address of a page on a network, or a name with an address, in, a Link out."""

import re
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field

from mmpt_site.model.part import Part, wrong
from mmpt_site.model.scalars import Email, Text, Url
from mmpt_site.model.written import OrText

# by their hosts, as they write themselves
NETWORKS = {
    "bsky.app": "Bluesky",
    "discord.gg": "Discord",
    "discord.com": "Discord",
    "facebook.com": "Facebook",
    "gitter.im": "Gitter",
    "groups.google.com": "Google Groups",
    "huggingface.co": "Hugging Face",
    "instagram.com": "Instagram",
    "linkedin.com": "LinkedIn",
    "mastodon.social": "Mastodon",
    "matrix.to": "Matrix",
    "rocket.chat": "Rocket.Chat",
    "sigmoid.social": "Mastodon",
    "slack.com": "Slack",
    "t.me": "Telegram",
    "threads.net": "Threads",
    "twitter.com": "X",
    "weibo.com": "Weibo",
    "x.com": "X",
    "youtube.com": "YouTube",
    "zhihu.com": "Zhihu",
    "zulipchat.com": "Zulip",
}


def network_of(url: str) -> str:
    """What the place at an address is called: by its host, or that host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    host = (parts.hostname or "").removeprefix("www.")
    known = next((name for each, name in NETWORKS.items() if host == each or host.endswith(f".{each}")), "")
    return known or ("Mastodon" if parts.path.startswith("/@") else host)


class Link(Part):
    """A page on a network, or of a chat."""

    name: Text | None = Field(None, description="What it is called; most are known by their address.", examples=["X"])
    url: Url = Field(description="Its address.", examples=["https://bsky.app/profile/example.org"])

    @property
    def label(self) -> str:
        """What it is called."""
        return self.name or network_of(self.url)


class MailingList(Part):
    """A mailing list or newsletter."""

    name: Text = Field(description="What it is called.", examples=["wse-announce"])
    url: Url | None = Field(None, description="Where to subscribe.", examples=["https://www.example.org/lists/"])
    email: Email | None = Field(None, description="Where to write to.", examples=["list@example.org"])


def _address(value: Any) -> Any:
    """An address alone is a link that has the name of its network."""
    if isinstance(value, str) and value.startswith("@"):
        raise wrong("This is a name on a network, and no address.", "Write the address of the page there: https://…")
    return {"url": value} if isinstance(value, str) else value


def _list(value: Any) -> Any:
    """An address alone is a list that has no other name."""
    if not isinstance(value, str):
        return value
    address = value.strip()
    if "://" in address:
        last = re.split("[?#]", address)[0].rstrip("/").rpartition("/")[2]
        return {"name": last, "url": address}
    return {"name": address.partition("@")[0], "email": address} if "@" in address else {"name": address}


LinkOrAddress = Annotated[
    Link, BeforeValidator(_address), OrText("a web address, or fields", "web addresses, or entries with fields")
]
ListOrAddress = Annotated[
    MailingList, BeforeValidator(_list), OrText("an address, or fields", "addresses, or entries with fields")
]
