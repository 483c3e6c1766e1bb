"""Workers: processes that answer pieces of a table side by side; their answers come in the order of the table."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, Any

from kzstay.batch import WORKER
from kzstay.batch.answers import Result
from kzstay.batch.form import NotUtf8
from kzstay.batch.messages import Answer, Part, Work, receive, send
from kzstay.batch.pieces import Piece
from kzstay.batch.source import Changed

_AHEAD = 2  # pieces that wait for each process, so that none of them does
_BLINK = 0.5  # seconds; on Windows nobody who waits for ever hears Ctrl+C


class Gone(Exception):  # noqa: N818 - what happened to it
    """A process has ended before its work was done."""


class Worker:
    """One process."""

    def __init__(self, work: Work) -> None:
        try:
            self._process = subprocess.Popen(
                command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment(), **_apart()
            )
        except OSError:  # there is no room for one more
            raise Gone from None
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._asked: IO[bytes] = self._process.stdin
        self._told: IO[bytes] = self._process.stdout
        try:
            self._tell(work)
        except Gone:
            self.end()
            raise

    def answer(self, piece: Piece) -> Result:
        """Answer a piece. Raises NotUtf8, Changed and Gone."""
        self._tell(Part(piece.start, len(piece.data), piece.line))
        try:
            found = receive(self._told, Answer)  # type: ignore[arg-type]
        except (OSError, ValueError):
            found = None
        if found is None:
            raise Gone
        if found.not_utf8 is not None:
            raise NotUtf8(found.not_utf8)
        if found.changed:
            raise Changed
        if found.result is None:
            raise RuntimeError(found.error)
        return found.result

    def end(self) -> None:
        """End the process; what it was doing is for nobody."""
        self._process.kill()
        self._process.wait()
        for stream in (self._asked, self._told):
            with suppress(OSError):
                stream.close()

    def _tell(self, message: Work | Part) -> None:
        try:
            send(self._asked, message)  # type: ignore[arg-type]
        except (OSError, ValueError):
            raise Gone from None


def answered(pieces: Iterable[Piece], work: Work, jobs: int) -> Iterator[tuple[Piece, Result]]:
    """Yield the pieces of a table with what they come to, in their order. Raises NotUtf8, Changed and Gone."""
    idle: SimpleQueue[Worker] = SimpleQueue()
    workers: list[Worker] = []

    def answer(piece: Piece) -> tuple[Piece, Result]:
        worker = idle.get()
        try:
            return Piece(piece.start, piece.line, b"", piece.end), worker.answer(piece)
        finally:
            idle.put(worker)

    waiting: deque[Future[tuple[Piece, Result]]] = deque()
    pool = ThreadPoolExecutor(jobs)
    try:
        for _ in range(jobs):
            workers.append(Worker(work))
            idle.put(workers[-1])
        for piece in pieces:
            waiting.append(pool.submit(answer, piece))
            if len(waiting) >= jobs * _AHEAD:
                yield _waited(waiting.popleft())
        while waiting:
            yield _waited(waiting.popleft())
    finally:
        for one in workers:
            one.end()
        pool.shutdown(cancel_futures=True)


def command() -> list[str]:
    """Return the command that starts a process."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER]
    return [sys.executable, "-P", "-c", "from kzstay.batch.worker import serve; serve()"]


def _environment() -> dict[str, str]:
    """Return an environment in which the process finds the modules where this one does."""
    places = [os.path.abspath(place) for place in sys.path]  # noqa: PTH100 - the empty one is where we stand
    return os.environ | {"PYTHONPATH": os.pathsep.join(places)}


def _apart() -> dict[str, Any]:
    """Return what keeps Ctrl+C from a process: it is for the program, which ends the others."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def _waited(future: Future[tuple[Piece, Result]]) -> tuple[Piece, Result]:
    while True:
        with suppress(NotYet):
            return future.result(_BLINK)
