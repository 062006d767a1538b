"""A text in, the same text in the quotes that it needs out."""


def double_quoted(text: str) -> str:
    """A text in the double quotes that it needs."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def in_quotes(text: str) -> str:
    """A text in the quotes that need the least inside of it."""
    return "'" + text.replace("'", "''") + "'" if {'"', "\\"} & set(text) else f'"{text}"'
