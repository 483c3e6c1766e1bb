"""Repeats: who comes back in a table although others stand between, so that no row has all stays.

Of each traveller some ten bytes are kept, whatever the name is: a hash and the line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import chain
from zlib import compress, decompress

from kzstay.batch.form import Person

_SIZE = 8  # bytes of a number
_QUICKLY = 1
_BITS = 16  # for each traveller, so that few share one and no more than these are in a set


def hash_of(person: Person) -> int:
    """Return what a traveller is told by: 63 bits, the last one left free."""
    said = "\0".join(person).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(said, digest_size=8).digest(), "little") & ~1


class Repeats:
    """The travellers of a table, in its order.

    What is kept stays as it came, piece by piece: one that grows would be copied again and again.
    """

    def __init__(self) -> None:
        self._hashes: list[bytes] = []  # the last bit tells whether there is an answer
        self._lines: list[bytes] = []  # pressed, as they are seldom asked for
        self._begins: list[int] = []  # the place of the first one of a piece
        self._length = 0

    def __len__(self) -> int:
        return self._length

    def add(self, hashes: bytes, lines: bytes) -> None:
        """Add those of a piece."""
        self._hashes.append(hashes)
        self._lines.append(compress(lines, _QUICKLY))
        self._begins.append(self._length)
        self._length += len(hashes) // _SIZE

    def found(self) -> list[tuple[int, int]]:
        """List who came back, by the places of the first time and of each that followed, in the order of these."""
        first = dict.fromkeys(self._twice(), -1)
        pairs: list[tuple[int, int]] = []
        if first:
            for place, marked in enumerate(self._all()):
                known = first.get(marked & ~1)
                if known == -1:
                    first[marked & ~1] = place
                elif known is not None:
                    pairs.append((known, place))
        return pairs

    def line(self, place: int) -> int:
        """Return the line in which a traveller begins."""
        piece = bisect_right(self._begins, place) - 1
        return _numbers(decompress(self._lines[piece]))[place - self._begins[piece]]

    def answers(self, places: Iterable[int]) -> dict[int, int]:
        """Return which of the answers, counted from nought, are those of the travellers in some places."""
        wanted, number = set(places), 0
        found: dict[int, int] = {}
        for place, marked in enumerate(self._all()):
            if marked & 1 and place in wanted:
                found[place] = number
            number += marked & 1
        return found

    def _all(self) -> Iterator[int]:
        return chain.from_iterable(map(_numbers, self._hashes))

    def _twice(self) -> set[int]:
        """Return the hashes that are there more than once, and a few that share a bit with another one."""
        size = self._length * _BITS + 1
        seen, found = bytearray(size // 8 + 1), set[int]()
        for marked in self._all():
            place, bit = divmod((marked >> 1) % size, 8)
            if seen[place] >> bit & 1:
                found.add(marked & ~1)
            else:
                seen[place] |= 1 << bit
        return found


def _numbers(data: bytes) -> memoryview[int]:
    return memoryview(data).cast("Q")
