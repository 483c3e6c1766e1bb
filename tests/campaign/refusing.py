"""A disk that refuses: the system's own calls fail for files under some folders, as on a full or broken disk."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal
from unittest.mock import patch

Call = Literal["open", "write", "fsync", "replace"]
CALLS: tuple[Call, ...] = ("open", "write", "fsync", "replace")
REASONS = ("ENOSPC", "EACCES", "EROFS", "EIO")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Disk:
    """One call of the system refuses under some folders, after it has worked a few times."""

    def __init__(self, call: Call, reason: str, folders: list[Path], after: int) -> None:
        self._call = call
        self._number = getattr(errno, reason)
        self._folders = [str(folder) for folder in folders]
        self._after = after
        self._files: dict[int, str] = {}
        self.refused = 0

    def refuses(self, call: Call, *paths: object) -> bool:
        """Tell whether a call fails for some paths now."""
        there = any(str(os.fsdecode(path)).startswith(folder) for path in paths for folder in self._folders)  # type: ignore[arg-type]
        if call != self._call or not there:
            return False
        self._after -= 1
        return self._after < 0

    def fail(self, path: object) -> OSError:
        """Return what the system says."""
        self.refused += 1
        return OSError(self._number, os.strerror(self._number), str(path))

    def open_number(self, real: Callable[..., int]) -> Callable[..., int]:
        """Return ``os.open`` on this disk."""

        def opened(path: object, flags: int, *args: Any, **kwargs: Any) -> int:  # noqa: ANN401
            if flags & _WRITING and self.refuses("open", path):
                raise self.fail(path)
            number = real(path, flags, *args, **kwargs)
            if flags & _WRITING:
                self._files[number] = str(path)
            return number

        return opened

    def open_file(self, real: Callable[..., Any]) -> Callable[..., Any]:
        """Return ``io.open``, also by number, on this disk."""

        def opened(path: object, mode: str = "r", *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            writing = bool(set(mode) & set("wxa+"))
            named = self._files.get(path, "") if isinstance(path, int) else path
            if writing and not isinstance(path, int) and self.refuses("open", named):
                raise self.fail(path)
            file = real(path, mode, *args, **kwargs)
            return _File(file, self, str(named)) if writing and named else file

        return opened

    def write(self, real: Callable[[int, bytes], int]) -> Callable[[int, bytes], int]:
        """Return ``os.write`` on this disk, which takes half before it refuses."""

        def wrote(number: int, data: bytes) -> int:
            path = self._files.get(number, "")
            if path and self.refuses("write", path):
                real(number, bytes(data)[: len(data) // 2])
                raise self.fail(path)
            return real(number, data)

        return wrote

    def fsync(self, real: Callable[[int], None]) -> Callable[[int], None]:
        """Return ``os.fsync`` on this disk."""

        def synced(number: int) -> None:
            path = self._files.get(number, "")
            if path and self.refuses("fsync", path):
                raise self.fail(path)
            real(number)

        return synced

    def move(self, real: Callable[..., None]) -> Callable[..., None]:
        """Return ``os.replace``, ``rename`` or ``link`` on this disk."""

        def moved(source: object, target: object, **kwargs: Any) -> None:  # noqa: ANN401
            if self.refuses("replace", source, target):
                raise self.fail(target)
            real(source, target, **kwargs)

        return moved


class _File:
    """A file that is open for writing on a disk that may refuse."""

    def __init__(self, file: Any, disk: Disk, path: str) -> None:  # noqa: ANN401
        self._file = file
        self._disk = disk
        self._path = path

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._file, name)

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: Any) -> int:  # noqa: ANN401
        if self._disk.refuses("write", self._path):
            self._file.write(data[: len(data) // 2])
            raise self._disk.fail(self._path)
        return self._file.write(data)


@contextmanager
def refusing(call: Call, reason: str, *folders: Path, after: int = 0) -> Iterator[Disk]:
    """Let a call fail for files under some folders, after it has worked so often."""
    disk = Disk(call, reason, list(folders), after)
    opened = disk.open_file(io.open)
    with (
        patch("os.open", disk.open_number(os.open)),
        patch("io.open", opened),
        patch("os.fdopen", opened),
        patch("os.write", disk.write(os.write)),
        patch("os.fsync", disk.fsync(os.fsync)),
        patch("os.replace", disk.move(os.replace)),
        patch("os.rename", disk.move(os.rename)),
        patch("os.link", disk.move(os.link)),
    ):
        yield disk
