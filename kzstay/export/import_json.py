"""JSON of an import: who came out of it, and what was refused or is open, for other programs."""

from __future__ import annotations

import json
from typing import Any

from kzstay.core.case import Case
from kzstay.export.json import SCHEMAS
from kzstay.files.codec import encode
from kzstay.imports.result import Question, Refused, Result
from kzstay.texts import Words, import_rows, imports


def document(found: Result, w: Words) -> dict[str, Any]:
    """Return the document of ``kzstay import --json``; its sentences are in one language."""
    return {
        "schema": SCHEMAS["import"],
        "travellers": json.loads(encode(Case(travellers=found.travellers)))["travellers"],
        "taken": found.rows,
        "refused": [_refused(w, one) for one in found.refused],
        "questions": [_question(w, one) for one in found.questions],
    }


def _refused(w: Words, one: Refused) -> dict[str, Any]:
    return {"line": one.at.line, "reason": import_rows.refused(w, one), "text": one.at.text}


def _question(w: Words, asked: Question) -> dict[str, Any]:
    line = {"line": asked.at.line} if asked.at.line else {}
    stays = {"stays": [list(days) for days in asked.stays]} if asked.stays else {}
    return {"code": asked.code, **line, **stays, "text": imports.question(w, asked)}
