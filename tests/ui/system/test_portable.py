"""A copy that is carried along, one that is not, and one whose folder cannot be written to."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from kzstay.ui.system import folders, portable, settings
from kzstay.ui.system.folders import folder, kept_in  # the program's own, whatever a fixture puts in its place

PATHS = (folders.settings_path, folders.unsaved_path, folders.crash_path)
NAMES = "settings.json", "unsaved.kzstay", "crash.log"


class Told:
    """Stands in for the info bar."""

    @property
    def offering(self) -> bool:
        return False

    def __init__(self) -> None:
        self.texts: list[tuple[str, bool]] = []

    def tell(self, text: str, caution: bool, button: str = "", do: Callable[[], object] | None = None) -> None:
        raise AssertionError("it would take the place of what is said already")

    def also(
        self, text: str, caution: bool = False, button: str = "", do: Callable[[], object] | None = None
    ) -> None:
        self.texts.append((text, caution))


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Ask the program itself where things lie, in a home of the test."""
    monkeypatch.setattr(folders, "folder", folder)
    monkeypatch.delenv(portable.VARIABLE, raising=False)
    monkeypatch.setattr(folders, "usual", lambda kind: tmp_path / "home" / kind.name)
    portable.writable.cache_clear()  # one answer for one run, and each test is one
    yield
    portable.writable.cache_clear()


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a frozen program, whose name has a space and other letters."""
    place = tmp_path / "Құжаттар 1"
    place.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(place / "kzstay.exe"))
    return place


def told(language: Language = "en") -> list[tuple[str, bool]]:
    info = Told()
    portable.tell_of(info, words(language))
    return info.texts


def test_a_copy_without_the_marker_keeps_its_things_where_the_system_says(program: Path, tmp_path: Path) -> None:
    assert {path().is_relative_to(tmp_path / "home") for path in PATHS} == {True}
    assert told() == []
    assert list(program.iterdir()) == []


def test_a_copy_with_the_marker_keeps_its_things_beside_the_program(program: Path, tmp_path: Path) -> None:
    (program / portable.MARKER).touch()
    assert [path() for path in PATHS] == [program / portable.FOLDER / name for name in NAMES]
    assert told() == []
    assert not (tmp_path / "home").exists()
    assert list((program / portable.FOLDER).iterdir()) == [], "to try it leaves nothing"


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the folder above has the rights")
def test_what_is_carried_along_is_for_its_owner(program: Path) -> None:
    (program / portable.MARKER).touch()
    folders.settings_path()
    assert (program / portable.FOLDER).stat().st_mode & 0o777 == 0o700


def test_a_copy_that_cannot_write_uses_the_usual_folders_and_says_so(program: Path, tmp_path: Path) -> None:
    (program / portable.MARKER).touch()
    (program / portable.FOLDER).write_text("a file in the place of the folder", encoding="utf-8")
    assert {path().is_relative_to(tmp_path / "home") for path in PATHS} == {True}
    ((text, caution),) = told()
    assert caution
    assert str(program / portable.FOLDER) in text
    assert len({told(language)[0][0] for language in LANGUAGES}) == len(LANGUAGES)


def test_a_folder_that_takes_nothing_is_found_by_trying(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(**_: object) -> None:
        raise PermissionError

    (program / portable.MARKER).touch()
    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    assert folders.settings_path().is_relative_to(tmp_path / "home")
    assert told()


def test_what_was_found_once_holds_for_the_run(program: Path) -> None:
    (program / portable.MARKER).touch()
    first = folders.settings_path()
    (program / portable.FOLDER).rmdir()
    (program / portable.FOLDER).touch()
    assert folders.settings_path() == first
    assert told() == []


def test_from_sources_a_marker_means_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    (tmp_path / portable.MARKER).touch()
    assert portable.wanted() is None


def test_the_variable_names_a_folder_for_any_copy_and_comes_first(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program / portable.MARKER).touch()
    chosen = tmp_path / "chosen"
    monkeypatch.setenv(portable.VARIABLE, str(chosen))
    assert [path() for path in PATHS] == [chosen / portable.FOLDER / name for name in NAMES]
    monkeypatch.setenv(portable.VARIABLE, "")
    assert folders.settings_path().parent == program / portable.FOLDER


@pytest.mark.skipif(os.name != "posix", reason="elsewhere there are no such rights")
def test_the_place_that_the_variable_names_stays_as_open_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    monkeypatch.setenv(portable.VARIABLE, str(shared))
    settings.save(settings.Settings())
    assert (shared / portable.FOLDER / "settings.json").is_file()
    assert shared.stat().st_mode & 0o777 == 0o755


def test_a_run_that_is_kept_apart_stays_apart(program: Path, tmp_path: Path) -> None:
    (program / portable.MARKER).touch()
    kind = QStandardPaths.StandardLocation.GenericConfigLocation
    with kept_in(tmp_path / "apart"):
        assert folder(kind).is_relative_to(tmp_path / "apart")
    assert not (program / portable.FOLDER).exists()
