"""The report as JSON, for other programs: what ``kzstay check --json`` prints, and the case."""

from __future__ import annotations

import json
from pathlib import Path

import kzstay
from kzstay.core.assess import Assessment
from kzstay.core.case import Case
from kzstay.export import json as answer_json
from kzstay.export.formats import Told, quiet
from kzstay.files import codec
from kzstay.files.atomic import target_of, write_whole
from kzstay.texts import Words


def write_report(
    found: list[Assessment], w: Words, path: Path, *, left_out: tuple[int, int] = (0, 0), told: Told = quiet
) -> str:
    """Write the report of one or several travellers, whole or not at all. Raises OSError.

    It is the same in every language. ``left_out`` is how many rows, and changes of rows, were typed that cannot be
    used yet; they are told where there are any.
    """
    told(0)
    write_whole(target_of(path), json_bytes(found, left_out=left_out))
    return ""


def json_bytes(found: list[Assessment], *, left_out: tuple[int, int] = (0, 0)) -> bytes:
    """Return the file; ``found`` names one traveller at least."""
    first = found[0]
    document = answer_json.check(found, first.on, first.reading, first.law)
    document["made_with"] = {"program": "kzstay", "version": kzstay.__version__}
    rows, changes = left_out
    if rows or changes:
        document["left_out"] = {"rows": rows, "changes": changes}
    document["case"] = json.loads(codec.encode(Case(travellers=tuple(a.traveller for a in found))))
    return (answer_json.text(document) + "\n").encode("ascii")
