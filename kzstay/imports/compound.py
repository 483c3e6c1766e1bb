"""Compound files: the container of XLS and of what Office encrypts, [MS-CFB]; its streams by their names."""

from __future__ import annotations

from struct import error as StructError  # noqa: N812 - a class of another module's
from struct import unpack_from

from kzstay.imports.result import ImportFileError

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # and above: no sector
_ENTRY = 128  # bytes of an entry of the directory


class Compound:
    """A compound file. Raises ImportFileError where it is damaged."""

    def __init__(self, data: bytes) -> None:
        self._data, self._root = data, _END
        try:
            self._size = 1 << unpack_from("<H", data, 30)[0]
            self._small = 1 << unpack_from("<H", data, 32)[0]
            if self._size not in (512, 4096) or self._small != 64:
                raise ImportFileError("damaged")
            if max(unpack_from("<I", data, 44)[0], unpack_from("<I", data, 72)[0]) > len(data) // self._size:
                raise ImportFileError("damaged")
            self._cutoff = unpack_from("<I", data, 56)[0]
            self._table = self._allocation()
            self._streams = self._directory()
        except (StructError, IndexError):
            raise ImportFileError("damaged") from None

    def stream(self, *names: str) -> bytes | None:
        """Return the first stream of one of these names; None where there is none."""
        found = next((self._streams[name] for name in names if name in self._streams), None)
        if found is None:
            return None
        try:
            return self._read(*found)
        except (StructError, IndexError):
            raise ImportFileError("damaged") from None

    def has(self, name: str) -> bool:
        """Tell whether there is a stream of that name."""
        return name in self._streams

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self._size
        found = self._data[begin : begin + self._size]
        if len(found) < self._size:
            raise ImportFileError("damaged")
        return found

    def _allocation(self) -> list[int]:
        """Return the table that says which sector follows which."""
        sectors = list(unpack_from("<109I", self._data, 76))
        further, count = unpack_from("<II", self._data, 68)
        for _ in range(min(count, len(self._data) // self._size)):
            if further >= _END:
                break
            more = unpack_from(f"<{self._size // 4}I", self._sector(further))
            sectors += more[:-1]
            further = more[-1]
        table: list[int] = []
        for number in sectors:
            if number < _END:
                table += unpack_from(f"<{self._size // 4}I", self._sector(number))
        return table

    def _chain(self, start: int) -> bytes:
        """Return the sectors that follow each other from one on."""
        found: list[bytes] = []
        seen = 0
        while start < _END and seen <= len(self._table):
            found.append(self._sector(start))
            start = self._table[start]
            seen += 1
        if seen > len(self._table):
            raise ImportFileError("damaged")
        return b"".join(found)

    def _directory(self) -> dict[str, tuple[int, int]]:
        """Return where each stream begins, and how long it is."""
        entries = self._chain(unpack_from("<I", self._data, 48)[0])
        found: dict[str, tuple[int, int]] = {}
        for begin in range(0, len(entries) - _ENTRY + 1, _ENTRY):
            length, kind = unpack_from("<HB", entries, begin + 64)
            name = entries[begin : begin + max(0, min(length, 64) - 2)].decode("utf-16-le", errors="replace")
            start, size = unpack_from("<II", entries, begin + 116)
            if kind == 5:
                self._root = start
            if kind in (2, 5) and size > len(self._data):
                raise ImportFileError("damaged")
            if kind in (2, 5) and name:
                found.setdefault(name, (start, size))
        return found

    def _read(self, start: int, size: int) -> bytes:
        if size >= self._cutoff:
            return self._chain(start)[:size]
        small = self._chain(self._root)
        table_start = unpack_from("<I", self._data, 60)[0]
        raw = self._chain(table_start)
        table = unpack_from(f"<{len(raw) // 4}I", raw)
        found: list[bytes] = []
        while start < _END and len(found) <= len(table):
            found.append(small[start * self._small : (start + 1) * self._small])
            start = table[start]
        return b"".join(found)[:size]
