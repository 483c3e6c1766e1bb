"""Where the program keeps what it remembers, and how a run is kept apart from the person's own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from kzstay.ui.system import folders
from kzstay.ui.system.folders import folder, kept_in  # the program's own, whatever a fixture puts in its place

KINDS = QStandardPaths.StandardLocation.GenericConfigLocation, QStandardPaths.StandardLocation.GenericDataLocation
PATHS = (folders.settings_path, folders.unsaved_path, folders.crash_path)


def test_each_thing_has_a_file_of_its_own() -> None:
    assert len({path() for path in PATHS}) == len(PATHS)


@pytest.mark.parametrize("kind", ["GenericConfigLocation", "GenericDataLocation"])
def test_all_lies_in_a_folder_of_the_program(kind: str) -> None:
    found = folder(QStandardPaths.StandardLocation[kind])
    assert found.is_absolute()
    assert found.name == "kzstay"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system says where")
def test_on_linux_choices_and_cases_lie_where_the_person_has_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(folders, "folder", folder)  # the real one, and not that of the tests
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert [path().relative_to(tmp_path).as_posix() for path in PATHS] == [
        "config/kzstay/settings.json",
        "data/kzstay/unsaved.kzstay",
        "data/kzstay/crash.log",
    ]
    assert list(tmp_path.iterdir()) == [], "to ask makes nothing"


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
