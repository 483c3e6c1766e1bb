"""Messages between the program and the processes that help it: what is asked and what it comes to, over pipes.

The standard library's pool of processes is not used: no bundle has it, as it would be read in at each start of the
window, and each process that it starts answers Ctrl+C with a traceback.
"""

from __future__ import annotations

from typing import BinaryIO, TypeVar

import msgspec

from kzstay.batch.answers import Order, Result

_LENGTH = 8  # bytes that tell how long a message is

M = TypeVar("M")


class Work(msgspec.Struct, frozen=True):
    """What a process is told once: the table, as it was when the work began, and what is asked of it."""

    path: str
    state: tuple[int, int, int]
    order: Order


class Part(msgspec.Struct, frozen=True):
    """A piece, which the process reads itself."""

    start: int
    size: int
    line: int


class Answer(msgspec.Struct, frozen=True):
    """What it comes to, or why it comes to nothing."""

    result: Result | None = None
    not_utf8: int | None = None  # in which line
    changed: bool = False  # another program wrote the table
    error: str = ""  # of the program itself


def send(stream: BinaryIO, message: msgspec.Struct) -> None:
    """Write a message. Raises OSError where nobody reads it."""
    data = msgspec.msgpack.encode(message)
    stream.write(len(data).to_bytes(_LENGTH, "big") + data)
    stream.flush()


def receive(stream: BinaryIO, kind: type[M]) -> M | None:
    """Read a message; None where the other side has ended."""
    head = stream.read(_LENGTH)
    data = stream.read(int.from_bytes(head, "big")) if len(head) == _LENGTH else b""
    return msgspec.msgpack.decode(data, type=kind) if data else None
