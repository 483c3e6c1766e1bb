"""Results of imports, made by hand: what a reader would have found."""

from __future__ import annotations

from collections.abc import Mapping

from kzstay.core.case import Traveller
from kzstay.imports.result import Answers, Kind, Left, Origin, Question, Refused, Result, Taken


def came(
    *travellers: Traveller,
    kind: Kind = "table",
    refused: tuple[Refused, ...] = (),
    left: tuple[Left, ...] = (),
    questions: tuple[Question, ...] = (),
    first: int = 2,
) -> Result:
    """Return a result in which each stay and permit has a row of its own, from a line on."""
    taken: list[Taken] = []
    for number, one in enumerate(travellers):
        for place in range(len(one.stays)):
            taken.append(Taken(Origin(line=first + len(taken)), number, stay=place))
        for place in range(len(one.permits)):
            taken.append(Taken(Origin(line=first + len(taken)), number, permit=place))
    return Result(
        kind=kind, travellers=travellers, taken=tuple(taken), refused=refused, left=left, questions=questions
    )


def said(chosen: Mapping[str, str]) -> Answers:
    return Answers(chosen=chosen)
