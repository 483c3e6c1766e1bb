"""Where the program keeps what it remembers, and how a run is kept apart from the person's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from kzstay.ui.system.folders import folder, kept_in  # the program's own, whatever a fixture puts in its place

KINDS = QStandardPaths.StandardLocation.GenericConfigLocation, QStandardPaths.StandardLocation.GenericDataLocation


def test_a_run_may_be_kept_apart_and_nothing_of_that_stays(tmp_path: Path) -> None:
    before = [folder(kind) for kind in KINDS]
    with kept_in(tmp_path / "outer"):
        with kept_in(tmp_path / "inner"):
            assert all(folder(kind).is_relative_to(tmp_path / "inner") for kind in KINDS)
        assert all(folder(kind).is_relative_to(tmp_path / "outer") for kind in KINDS)
        assert len({folder(kind) for kind in KINDS}) == len(KINDS)
    assert [folder(kind) for kind in KINDS] == before


def test_an_error_gives_the_folders_back_too(tmp_path: Path) -> None:
    before = folder(KINDS[0])
    with pytest.raises(ZeroDivisionError), kept_in(tmp_path):
        raise ZeroDivisionError
    assert folder(KINDS[0]) == before
