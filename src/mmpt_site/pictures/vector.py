"""The bytes of an SVG in, what is known of it out; one that acts, or that fetches something, is refused.

It is shown as it is. In a page nothing in it would run, but its address can be opened alone, and there it would.
"""

import re
from dataclasses import dataclass
from xml.parsers import expat

from mmpt_site.pictures.facts import Facts, broken

NAMESPACE = "http://www.w3.org/2000/svg"
ACTS = {"script", "foreignobject", "iframe", "object", "embed", "handler", "listener", "audio", "video"}
PLAIN = "Save it again as plain SVG: without scripts, links to other files, or HTML in it."
HEAVY = 1_000_000  # bytes: some seconds on a conference's Wi-Fi
UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}  # CSS Values 3
LENGTH = re.compile(r"\s*(\d*\.?\d+)(px|pt|pc|in|cm|mm|)\s*")
FETCHED = re.compile(r"(?:url|image|image-set|src)\([\s'\"]*([^)]*)", re.IGNORECASE)


class RefusedError(Exception):
    """Says what in a file is not wanted."""


@dataclass
class _Reader:
    """Takes the elements of a file; keeps the attributes of the first."""

    root: dict[str, str] | None = None
    style: str = ""
    _in_style: bool = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, tag = name.rpartition(" ")
        if self.root is None:
            if (namespace, tag) != (NAMESPACE, "svg"):
                raise RefusedError(f'does not begin with <svg xmlns="{NAMESPACE}">, so that browsers do not show it')
            self.root = attributes
        tag = tag.casefold()
        self._in_style = tag == "style"
        if tag in ACTS:
            raise RefusedError(f"holds <{tag}>")
        for full, value in attributes.items():
            _check(tag, full.rpartition(" ")[2].casefold(), value)

    def end(self, _name: str) -> None:
        if _fetches(self.style):
            raise RefusedError("fetches something in its style")
        self.style, self._in_style = "", False

    def text(self, data: str) -> None:
        if self._in_style:
            self.style += data

    def entity(self, name: str, *_rest: object) -> None:
        raise RefusedError(f"defines a word of its own, &{name};")

    def instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            raise RefusedError("fetches a style")


def inspect(data: bytes) -> Facts:
    """Read an SVG (https://www.w3.org/TR/SVG2/): its size as browsers show it, or why it is refused."""
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler, parser.EntityDeclHandler = reader.text, reader.entity
    parser.ProcessingInstructionHandler = reader.instruction
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        return broken(f"This SVG is broken at its line {error.lineno}: {expat.ErrorString(error.code)}.")
    except (RefusedError, ValueError) as refused:
        return broken(f"This SVG {refused}, line {parser.CurrentLineNumber}.", PLAIN)
    if len(data) > HEAVY:
        message = f"This SVG has {len(data) / 1_000_000:.1f} MB, and visitors would wait for it."
        return broken(message, "Simplify it, or save it as PNG, from which smaller ones can be made.")
    width, height = _size(reader.root or {})
    return Facts("SVG", width, height, "vector")


def _check(tag: str, name: str, value: str) -> None:
    """Refuse an attribute that acts or fetches; a link that somebody has to follow is allowed."""
    if name.startswith("on"):
        raise RefusedError(f"holds a script, {name}")
    if name == "base":
        raise RefusedError("says what its links are relative to")
    target = re.sub(r"[\s\x00-\x1f]", "", value).casefold()
    if name in {"href", "src", "action"} or (tag in {"set", "animate"} and name in {"to", "values", "from"}):
        if re.match(r"[a-z]*script:", target) or "javascript:" in target:
            raise RefusedError(f"holds a script, {name}")
        is_inside = target.startswith(("#", "data:image/")) and not target.startswith("data:image/svg")
        if name in {"href", "src"} and tag != "a" and target and not is_inside:
            raise RefusedError(f"fetches {value[:60]}")
    elif _fetches(value):
        raise RefusedError(f"fetches something in {name}")


def _fetches(style: str) -> bool:
    """Whether a style asks for something outside; one with escapes or comments in it is not believed."""
    plain = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    targets = (target.casefold() for target in FETCHED.findall(plain))
    outside = any(target and not target.startswith(("#", "data:image/")) for target in targets)
    return outside or "@import" in plain.casefold() or ("\\" in plain and "(" in plain)


def _size(root: dict[str, str]) -> tuple[int, int]:
    """Width and height in CSS pixels; where only the proportions are known, 300 wide, as browsers have it."""
    own = [_length(root.get(name, "")) for name in ("width", "height")]
    box = [float(each) for each in re.findall(r"-?\d*\.?\d+(?:e-?\d+)?", root.get("viewBox", ""))]
    ratio = box[3] / box[2] if len(box) == 4 and box[2] > 0 and box[3] > 0 else 0.5
    width, height = own
    if not width:
        width = height / ratio if height else (box[2] if len(box) == 4 and box[2] > 0 else 300.0)
    return max(1, round(width)), max(1, round(height or width * ratio))


def _length(text: str) -> float:
    found = LENGTH.fullmatch(text)
    return float(found[1]) * UNITS[found[2]] if found else 0.0
