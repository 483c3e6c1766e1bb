"""Repeats: who comes back in a table although others stand between, so that no row has all stays.

Of each traveller sixteen bytes are kept, whatever the name is: a hash and the line.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from kzstay.batch.form import Person

_PARTS = 16  # all are looked through in turn, so that a part of them is in a set at once


def hash_of(person: Person) -> int:
    """Return what a traveller is told by: 63 bits, the last one left free."""
    said = "\0".join(person).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(said, digest_size=8).digest(), "little") & ~1


class Repeats:
    """The travellers of a table, in its order."""

    def __init__(self) -> None:
        self._hashes = array("Q")  # the last bit tells whether there is an answer
        self._lines = array("Q")

    def __len__(self) -> int:
        return len(self._hashes)

    def add(self, hashes: bytes, lines: bytes) -> None:
        """Add those of a piece."""
        self._hashes.frombytes(hashes)
        self._lines.frombytes(lines)

    def found(self) -> list[tuple[int, int]]:
        """List who came back, by the places of the first time and of each that followed, in the order of these."""
        first = dict.fromkeys(self._twice(), -1)
        pairs: list[tuple[int, int]] = []
        if first:
            for place, marked in enumerate(self._hashes):
                known = first.get(marked & ~1)
                if known == -1:
                    first[marked & ~1] = place
                elif known is not None:
                    pairs.append((known, place))
        return pairs

    def line(self, place: int) -> int:
        """Return the line in which a traveller begins."""
        return self._lines[place]

    def answers(self, places: Iterable[int]) -> dict[int, int]:
        """Return which of the answers, counted from nought, are those of the travellers in some places."""
        wanted, number = set(places), 0
        found: dict[int, int] = {}
        for place, marked in enumerate(self._hashes):
            if marked & 1 and place in wanted:
                found[place] = number
            number += marked & 1
        return found

    def _twice(self) -> Iterator[int]:
        """Yield the hashes that are there more than once, some of them more than once too."""
        for part in range(_PARTS):
            mine = [marked & ~1 for marked in self._hashes if (marked >> 1) % _PARTS == part]
            once = set(mine)
            if len(once) == len(mine):
                continue
            for told in mine:
                if told in once:
                    once.remove(told)
                else:
                    yield told
