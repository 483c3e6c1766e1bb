"""The .kzstay format: UTF-8 JSON, read strictly and written so that nothing of a file is lost.

``VERSIONS`` is the history of the format. Every version in it is read for ever.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Any, Literal, TypeAlias, cast, get_args

import msgspec

from kzstay.core.case import Case, Host, Move, Permit, Record, Ruling, Stay, Traveller
from kzstay.patterns import pattern

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Object = dict[str, Json]
Step = Callable[[Object], Object]

FORMAT = "kzstay"
VERSION = 2  # that is written

# How a document of each version is brought to the next one; the newest has no step. A step comes before the check
# of what a file holds: it leaves alone what has another shape than it expects, and the check tells of that.
VERSIONS: dict[int, Step | None] = {
    1: lambda raw: raw,  # travellers with stays, moves, permits, rulings and host
    # Kinds of stays, a passport of their own, exit checkpoints, days in each period, parts of articles, appeals,
    # native names and numbers of documents: all may be left out, so a case of version 1 is one of version 2
    2: None,
}

KEPT_FROM = "kept-from"  # stands in a kept case alone, and goes no further
DEEPEST = 50  # levels of lists and objects; a case has seven

Place = tuple[str | int, ...]
Code = Literal[
    "not-json", "cut-short", "not-text", "foreign", "no-version", "newer", "type", "missing", "date", "value"
]

Shape = Literal["text", "number", "date", "list", "record"]

_SHAPES: dict[str, Shape] = {"str": "text", "int": "number", "date": "date", "array": "list", "object": "record"}
_EXPECTED = pattern(r"Expected `(\w+)")
_PARTS: dict[type[Record], dict[str, type[Record]]] = {
    Case: {"travellers": Traveller},
    Traveller: {"stays": Stay, "permits": Permit, "rulings": Ruling, "host": Host},
    Stay: {"moves": Move},
}
# What every record has and no file: the keys that are not known, and what tells it from others in memory
_OURS = frozenset(field.encode_name for field in msgspec.structs.fields(Record))
_PATH = pattern(r"(.*?)(?: - at `\$(.*)`)?$", re.DOTALL)
_STEP = pattern(r"\.(\w+)|\[(\d+)\]")
_MISSING = pattern(r"missing required field `(\w+)`")


class CaseFileError(Exception):
    """A file that is not a case: a code, the place in it, what was found there and what may stand there.

    ``possible`` holds the words that a place may have, ``expected`` the shape that it has to have.
    """

    def __init__(
        self,
        code: Code,
        place: Place = (),
        value: str = "",
        possible: Sequence[str] = (),
        expected: Shape | None = None,
    ) -> None:
        super().__init__(code, place, value)
        self.code: Code = code
        self.place = place
        self.value = value
        self.possible = tuple(possible)
        self.expected: Shape | None = expected


class Document(msgspec.Struct, frozen=True):
    """A case as read; one of a newer version may only be looked at.

    ``kept_from`` stands in a case that was kept aside, because its file could not be written; ``kept`` reads it.
    """

    case: Case
    newer: bool = False
    kept_from: str = ""


def decode(data: bytes) -> Document:
    """Read a case file. Raises CaseFileError that names the place and the reason."""
    raw = _parse(data)
    if not isinstance(raw, dict):
        raise CaseFileError("foreign")
    if raw.get("format") != FORMAT:
        raise CaseFileError("foreign", ("format",), _shown(raw["format"]) if "format" in raw else "")
    version, kept_from = raw.get("version"), raw.get(KEPT_FROM)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise CaseFileError("no-version", ("version",), _shown(version))
    newer = version > max(VERSIONS)
    raw = {key: value for key, value in raw.items() if key not in ("format", "version", KEPT_FROM)}
    raw = _brought_up(raw, version)
    try:
        case = msgspec.convert(_sorted_out(raw, Case), Case, strict=True)
    except msgspec.ValidationError as error:
        if newer:
            raise CaseFileError("newer", value=str(version)) from None
        raise _explained(str(error), raw) from None
    return Document(case, newer=newer, kept_from=kept_from if isinstance(kept_from, str) else "")


def encode(case: Case, kept_from: str = "") -> bytes:
    """Write a case as a file of this version."""
    whole = cast("Object", _merged(cast("Json", msgspec.to_builtins(case))))
    travellers = cast("list[Object]", whole.get("travellers", []))
    document: Object = {"format": FORMAT, "version": VERSION, "travellers": [], **whole}
    if kept_from:
        document[KEPT_FROM] = kept_from
    document["travellers"] = [
        {"name": record.name, "citizenship": record.citizenship, "passport": record.passport, **built}
        | {"stays": built.get("stays", [])}
        for record, built in zip(case.travellers, travellers, strict=True)
    ]
    # Half a character, as one may paste it, has no UTF-8
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode(errors="replace")


def _brought_up(raw: Object, version: int) -> Object:
    """Bring a document to the newest version, step by step; one that is newer still stays as it is."""
    for number in sorted(VERSIONS):
        step = VERSIONS[number]
        if number >= version and step is not None:
            raw = step(raw)
    return raw


def _parse(data: bytes) -> Json:
    try:
        text = data.decode("utf-8-sig")
        raw: Json = json.loads(text, parse_float=_finite, parse_constant=_finite)
        if _deeper(raw, DEEPEST):
            raise CaseFileError("foreign")
        if "\\ud" in text.lower():
            # JavaScript leaves half a character where it cuts a text through one
            raw = json.loads(json.dumps(raw, ensure_ascii=False).encode(errors="replace"))
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            _parse(data[: error.start])
        raise CaseFileError("not-text", value=str(error.start)) from None
    except json.JSONDecodeError as error:
        place = f"{error.lineno}:{error.colno}"
        if error.msg != "Extra data" and _lacks_end(error.doc, error.pos):
            raise CaseFileError("cut-short", value=place) from None
        raise CaseFileError("not-json", value=place) from None
    except (RecursionError, ValueError):
        # Nested without end, or a number that nothing can hold: whoever wrote that wrote no case
        raise CaseFileError("foreign") from None
    return raw


def _lacks_end(text: str, wrong: int) -> bool:
    return text.lstrip().startswith("{") and (not text[wrong:].strip() or not text.rstrip().endswith("}"))


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _deeper(raw: Json, levels: int) -> bool:
    if not isinstance(raw, dict | list):
        return False
    return levels == 0 or any(
        _deeper(part, levels - 1) for part in (raw.values() if isinstance(raw, dict) else raw)
    )


def _sorted_out(raw: Json, kind: type[Record]) -> Json:
    """Put the keys that a record does not know aside, where they survive until it is written again."""
    if not isinstance(raw, dict):
        return raw
    known = _known(kind)
    parts = _PARTS.get(kind, {})
    sorted_out: Object = {}
    unknown: Object = {}
    for key, value in raw.items():
        if key not in known:
            unknown[key] = value
        elif key not in parts:
            sorted_out[key] = value
        elif isinstance(value, list):
            sorted_out[key] = [_sorted_out(item, parts[key]) for item in value]
        else:
            sorted_out[key] = _sorted_out(value, parts[key])
    if unknown:
        sorted_out[""] = unknown
    return sorted_out


@cache
def _known(kind: type[Record]) -> frozenset[str]:
    return frozenset(field.encode_name for field in msgspec.structs.fields(kind)) - _OURS


def _merged(built: Json | tuple[Json, ...]) -> Json:
    """Put the keys that a record does not know back among its own."""
    if isinstance(built, list | tuple):
        return [_merged(item) for item in built]
    if not isinstance(built, dict):
        return built
    merged: Object = {key: _merged(value) for key, value in built.items() if key not in _OURS}
    return merged | cast("Object", built.get("", {}))


def _explained(message: str, raw: Any) -> CaseFileError:  # noqa: ANN401
    """Turn msgspec's English sentence into a code, a place and the value found there."""
    found = _PATH.match(message)
    text, path = found.groups() if found else (message, "")
    place = tuple(name or int(number) for name, number in _STEP.findall(path or ""))
    if missing := _MISSING.search(text):
        return CaseFileError("missing", (*place, missing[1]))
    value = raw
    for step in place:
        value = value[step]
    wants_date = place and place[-1] in _DATES
    if isinstance(value, str) and wants_date:
        return CaseFileError("date", place, _shown(value))
    if wants := _EXPECTED.search(text):
        shape: Shape | None = "date" if wants_date else _SHAPES.get(wants[1])
        return CaseFileError("type", place, _shown(value), expected=shape)
    return CaseFileError("value", place, _shown(value), _possible(place))


def _possible(place: Place) -> tuple[str, ...]:
    """List the words that a place may have."""
    kind: type[Record] = Case
    for step in place[:-1]:
        kind = _PARTS.get(kind, {}).get(str(step), kind) if isinstance(step, str) else kind
    fields = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
    return _words_of(fields.get(str(place[-1])))


def _words_of(kind: Any) -> tuple[str, ...]:  # noqa: ANN401
    """List the words of a type that is a choice of them, or of them and of nothing."""
    words: list[str] = []
    for part in get_args(kind):
        words += [part] if isinstance(part, str) else _words_of(part)
    return tuple(words)


def _shown(value: Json) -> str:
    text = " ".join((value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)).split())
    return text if len(text) <= 40 else text[:39] + "…"


_DATES = {
    field.encode_name
    for kind in (Traveller, Stay, Move, Permit, Ruling)
    for field in msgspec.structs.fields(kind)
    if field.type in (date, date | None)
}
