"""Worker: a process that answers pieces of a table, one after another, until nobody asks for more.

It imports no Qt, loads the law once, and ends when the program that started it does, however that ends.
"""

from __future__ import annotations

import gc
import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from kzstay import bundled
from kzstay.batch.answers import Answers
from kzstay.batch.form import NotUtf8, any_length
from kzstay.batch.messages import Answer, Part, Work, receive, send
from kzstay.batch.pieces import Piece
from kzstay.batch.source import Changed, state_of


def serve() -> None:
    """Answer what comes in at standard input, to standard output."""
    asked, told = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing else may get between the answers
    with suppress(OSError):  # who asked has ended
        answer_all(asked, told)
    os._exit(0)  # there is nothing to close, and nobody who would read of it


def answer_all(asked: BinaryIO, told: BinaryIO) -> None:
    """Answer all parts of a table that are asked for. Raises OSError where nobody waits for an answer."""
    work = receive(asked, Work)
    if work is None:
        return
    answers = Answers(work.order, bundled.law(), bundled.countries())
    gc.freeze()  # what was loaded stays, and need not be looked through again and again
    with any_length(), Path(work.path).open("rb") as table:
        while (part := receive(asked, Part)) is not None:
            send(told, _answer(answers, table, work, part))


def _answer(answers: Answers, table: BinaryIO, work: Work, part: Part) -> Answer:
    try:
        table.seek(part.start)
        data = table.read(part.size)
        if len(data) != part.size or state_of(table) != work.state:
            raise Changed
        return Answer(answers.answer(Piece(part.start, part.line, data, part.start + len(data))))
    except NotUtf8 as error:
        return Answer(not_utf8=error.line)
    except (Changed, OSError):
        return Answer(changed=True)
    except Exception:  # noqa: BLE001 - it is told where somebody sees it
        return Answer(error=traceback.format_exc())
