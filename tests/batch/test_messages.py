"""What is asked of a process and what it answers arrive as they were sent."""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO, cast

from kzstay.batch.answers import Refusal, Result
from kzstay.batch.form import head_of
from kzstay.batch.messages import Answer, Part, Work, receive, send
from tests.batch.tables import HEADER, order

RESULT = Result(b"A,DE\n", [Refusal(2, "Әлия", "entry", "x", "why")], b"12345678", b"12345678", 1, 0, 2)


def test_messages_arrive_one_after_another() -> None:
    work = Work("/in.csv", (1, 2, 3), order(head_of(HEADER.encode()).form))
    stream = cast("BinaryIO", BytesIO())
    for message in (work, Part(5, 6, 7), Answer(RESULT), Answer(not_utf8=3)):
        send(stream, message)
    stream.seek(0)
    assert receive(stream, Work) == work
    assert receive(stream, Part) == Part(5, 6, 7)
    assert receive(stream, Answer) == Answer(RESULT)
    assert receive(stream, Answer) == Answer(not_utf8=3)
    assert receive(stream, Answer) is None


def test_a_message_that_is_cut_short_is_none() -> None:
    stream = cast("BinaryIO", BytesIO(b"\0\0\0"))
    assert receive(stream, Part) is None
