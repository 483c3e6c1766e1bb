"""A case of the travellers who are named, for the program to plan with."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzstay.core.case import Case, Traveller
from kzstay.files.store import save_case
from tests.cli.plan.asking import Save


@pytest.fixture
def saved(tmp_path: Path) -> Save:
    def save(*travellers: Traveller) -> str:
        path = tmp_path / "case.kzstay"
        save_case(Case(travellers=travellers), path, keep_backup=False)
        return str(path)

    return save
