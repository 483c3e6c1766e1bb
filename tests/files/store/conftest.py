"""A case that was saved before."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzstay.files.store import save_case
from tests.files.store.stored_files import OLD


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.kzstay"


@pytest.fixture
def old(path: Path) -> Path:
    save_case(OLD, path)
    return path
