"""Templates as Python has compiled them in, remembered for the next build out: one entry for each file."""

from importlib.metadata import version

from jinja2.bccache import Bucket, BytecodeCache

from mmpt_site.cache import Store


class Compiled(BytecodeCache):
    """What Jinja asks for; whether a template has changed since, Jinja itself sees by a checksum in the entry."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The file, and what compiles it."""
        return f"template {name} {filename} {version('jinja2')}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if its template is known."""
        known = self.store.recall(bucket.key)
        if known is not None:
            bucket.bytecode_from_string(known)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember a template that was compiled."""
        self.store.remember(bucket.key, bucket.bytecode_to_string())
