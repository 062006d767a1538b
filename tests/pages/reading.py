"""The HTML of a page in, what a browser would make of it out."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Page(HTMLParser):
    """Tags with their attributes in order; texts by the tag they stand in; tags that were closed in the wrong order."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    unbalanced: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    @classmethod
    def of(cls, html: str) -> "Page":
        """Read a whole page, or a piece of one."""
        page = cls()
        page.feed(html)
        page.close()
        page.unbalanced += page._open
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.unbalanced.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts.setdefault(self._open[-1], []).append(data)

    def values(self, *names: str) -> list[str]:
        """Every value of the attributes of these names."""
        return [value for _, attributes in self.tags for name, value in attributes.items() if name in names]

    def link(self, rel: str) -> list[str]:
        """Where the links of the head of this kind lead."""
        return [values["href"] for tag, values in self.tags if tag == "link" and values.get("rel") == rel]

    def meta(self, name: str) -> list[str]:
        """What the head says of the page under this name."""
        return [values["content"] for tag, values in self.tags if tag == "meta" and values.get("name") == name]

    @property
    def title(self) -> str:
        """The title of the window."""
        return "".join(self.texts.get("title", []))
