"""A case file for the program to read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kzstay.core.case import Case
from kzstay.files.store import save_case


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.kzstay"


@pytest.fixture
def saved(path: Path) -> Callable[[Case | bytes], str]:
    def save(found: Case | bytes) -> str:
        if isinstance(found, bytes):
            path.write_bytes(found)
        else:
            save_case(found, path, keep_backup=False)
        return str(path)

    return save
