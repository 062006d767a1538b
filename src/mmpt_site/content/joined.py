"""Documents that hold one list between them in, the places of its entries out, as if it stood in one file."""

from dataclasses import dataclass

from mmpt_site.content.document import Document, Location
from mmpt_site.problems import Mark


@dataclass(frozen=True)
class Joined:
    """Some documents, each with how many entries of the list it holds."""

    parts: tuple[tuple[Document, int], ...]

    def at(self, location: Location = (), *, key: bool = False) -> Mark:
        """The place of a value: `("papers", 7, "title")` is in the file that holds the eighth entry of all."""
        if len(location) < 2 or not isinstance(location[1], int):
            return self.parts[0][0].at(location, key=key)
        index = location[1]
        for document, size in self.parts:
            if index < size:
                return document.at((location[0], index, *location[2:]), key=key)
            index -= size
        return self.parts[-1][0].at()
