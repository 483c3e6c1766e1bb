"""JSON of an import: the contract of ``kzstay import --json``."""

from __future__ import annotations

import json

from kzstay.export import import_json
from kzstay.export.json import text
from kzstay.imports.assembling import assembled
from kzstay.imports.result import Answers, Origin, Question, Refused, Result, Taken
from kzstay.texts.words import words
from tests.helpers import day
from tests.imports.building import found, into, table

EN = words("en")


def test_the_document_has_the_form_that_other_programs_read() -> None:
    evidence = table(found("2026-03-05", "2026-03-28", line=2), crossings=(into("2026-01-30", line=7),))
    result = assembled([evidence], Answers(traveller="Li", citizenship="CN"))
    came = json.loads(text(import_json.document(result, EN)))
    assert came == {
        "schema": 1,
        "travellers": [
            {
                "name": "Li",
                "citizenship": "CN",
                "passport": "national",
                "stays": [{"entry": "2026-01-30"}, {"entry": "2026-03-05", "exit": "2026-03-28"}],
            }
        ],
        "taken": 2,
        "refused": [],
        "questions": [
            {
                "code": "missing-exit",
                "line": 7,
                "stays": [["2026-01-30", None]],
                "text": "Two entries follow each other, on 30 Jan 2026 and 5 Mar 2026, and the exit between "
                "them is missing. When was it?",
            }
        ],
    }


def test_what_is_refused_has_its_line_its_reason_and_what_stands_there() -> None:
    result = Result(
        kind="table",
        taken=(Taken(Origin(2), 0),),
        refused=(Refused(code="no-date", at=Origin(5, "soon · Li"), value="soon"),),
        questions=(Question(code="sense", stays=((day("2026-03-05"), day("2026-03-28")),)),),
    )
    found_ = import_json.document(result, EN)
    assert found_["refused"] == [{"line": 5, "reason": "“soon” is not a date.", "text": "soon · Li"}]
    assert list(found_["questions"][0]) == ["code", "stays", "text"]
