"""Where the program keeps what it remembers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from kzstay.ui.system import folders
from kzstay.ui.system.folders import folder

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
