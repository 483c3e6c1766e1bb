"""The examples for other programs do what they say."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from kzstay.core.summary import Summary
from tests.helpers import day

EXAMPLE = Path(__file__).resolve().parents[2] / "packaging" / "examples" / "frames.py"
ON = day("2026-11-22")
ROWS = [
    {"traveller": "Anna", "citizenship": "DE", "born": None, "entry": "2026-11-11", "exit": ""},
    {"traveller": "Bo", "citizenship": "TR", "born": "1990-01-01", "entry": "2026-08-01", "exit": "2026-08-20"},
    {
        "traveller": "Anna",
        "citizenship": "DE",
        "born": None,
        "entry": day("2026-01-01"),
        "exit": datetime(2026, 1, 5, tzinfo=UTC),
    },
    {"traveller": "Cy", "citizenship": "RU", "born": float("nan"), "entry": None, "exit": None},
]


class Frame:
    """As much of a data frame as the example asks for."""

    def __init__(
        self, rows: Sequence[Sequence[Any]] | list[dict[str, Any]], columns: list[str] | None = None
    ) -> None:
        self.rows: list[dict[str, Any]] = [
            row if isinstance(row, dict) else dict(zip(columns or [], row, strict=True)) for row in rows
        ]

    def to_dict(self, orient: str) -> list[dict[str, Any]]:
        assert orient == "records"
        return self.rows


@pytest.fixture(scope="module")
def example() -> Any:  # noqa: ANN401
    spec = importlib.util.spec_from_file_location("frames", EXAMPLE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def frames() -> list[type[Any]]:
    found: list[type[Any]] = [Frame]
    if importlib.util.find_spec("pandas"):
        found.append(importlib.import_module("pandas").DataFrame)
    return found


@pytest.mark.parametrize("kind", frames())
def test_each_frame_of_crossings_gives_one_of_answers(kind: type[Any], example: Any) -> None:  # noqa: ANN401
    first, second = example.answers([kind(ROWS), kind(ROWS[1:2])], ON)
    told = first.to_dict("records")
    assert [(row["traveller"], row["standing"]) for row in told] == [
        ("Anna", "lawful"),
        ("Bo", "outside"),
        ("Cy", "outside"),
    ]
    assert (told[0]["leave_by"], told[0]["used"]) == (date(2026, 12, 10), 12)
    assert second.to_dict("records") == [told[1]]


def test_the_columns_are_those_of_a_row(example: Any) -> None:  # noqa: ANN401
    assert tuple(re.findall(r"(\w+) \w+(?:, |$)", example.COLUMNS)) == Summary.__struct_fields__
