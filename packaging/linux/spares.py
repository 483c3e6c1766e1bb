"""The spare libraries: what Qt needs of a Linux system, for a system that lacks it.

Most of these, such as libEGL or fontconfig, must match the system that the program runs on, so its own come first.
load_spares.py loads ours only where it has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import contents

ORDER = "order.txt"  # the names, each after those that it links to

Links = Callable[[str], Iterable[tuple[str, str | None]]]


def find(binaries: Iterable[str], held: set[str], links: Links) -> list[str]:
    """Return the libraries of the system behind binaries, apart from what is held, in the order of loading.

    ``links`` tells all libraries behind a file, those of libraries too: the name of each, and where it is found.
    """

    @cache
    def linked(source: str) -> frozenset[str]:
        return frozenset(
            path
            for library, path in links(source)
            if path and library not in held and not contents.OF_EVERY_LINUX.match(Path(library).name)
        )

    found = {path for source in binaries for path in linked(source)}
    # Who links to fewer comes first: a library has all that its libraries have, and these besides
    return sorted(found, key=lambda path: (len(linked(path)), Path(path).name))
