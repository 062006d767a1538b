"""The bytes of a YAML file in, the same with a first line that tells editors its schema out.

The line is a comment that yaml-language-server understands: `# yaml-language-server: $schema=../.schema/dates.json`.
Everything else in the file stays as it is, byte for byte.
"""

import re

BOM = b"\xef\xbb\xbf"
LINE = re.compile(rb"(?:^|[\r\n])#[ \t]+yaml-language-server[ \t]*:[^\r\n]*?\$schema(?:=|:[ \t]*)([^\s]+)")
HEAD = re.compile(rb"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|\Z))*?(?=[ \t]*[^ \t\r\n#]|\Z)")


def with_modeline(data: bytes, schema: str) -> bytes:
    """The file with the line for `schema`; one that it has stays, unless it leads to another of our schemas."""
    bom, text = (BOM, data[len(BOM) :]) if data.startswith(BOM) else (b"", data)
    head = HEAD.match(text)
    found = LINE.search(text, 0, head.end() if head else 0)
    if found:
        wrong = b".schema/" in found[1] and found[1] != schema.encode()
        return bom + text[: found.start(1)] + schema.encode() + text[found.end(1) :] if wrong else data
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:4]:
        return data  # UTF-16, which is told elsewhere
    ending = re.search(rb"\r\n|\r|\n", text)
    return bom + f"# yaml-language-server: $schema={schema}".encode() + (ending[0] if ending else b"\n") + text
