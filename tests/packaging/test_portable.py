"""The zip that is carried along: what it holds, and that its trial notices what it is there to notice."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

import budget
import measure
import portable
import project
from kzstay.ui.system.portable import FOLDER, MARKER
from tests.packaging import bundles

VERSION = "1.2.3"
PLACE = project.PORTABLE_FOLDER.format(VERSION)


@pytest.fixture
def zipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(project, "DIST", tmp_path / "dist")
    return portable.pack(bundles.small(tmp_path), VERSION)


class Machine:
    """A Windows on which the program does one thing wrong."""

    def __init__(self, folder: Path, wrong: str = "") -> None:
        self.local_data, self.roaming_data, self.wrong = folder / "local", folder / "roaming", wrong
        self.offscreen = {"PLATFORM": "offscreen"}
        (self.local_data / "kzstay").mkdir(parents=True)
        (self.local_data / "kzstay" / "settings.json").touch()  # of another copy, which is installed

    def run(self, program: Path, *arguments: str, variables: Any = None) -> Any:  # noqa: ANN401
        assert program.is_file()
        assert " " in str(program.parent)
        kept = program.parent / FOLDER
        if arguments == ("self-test",):
            if self.wrong == "self-test leaves":
                kept.mkdir()
            code = int(self.wrong == "self-test")
            return subprocess.CompletedProcess([], code, "9 of 9 parts work\r\n")
        assert variables == {"PLATFORM": "offscreen", measure.ENDS_AT: measure.CLOSED}
        if self.wrong == "profile":
            (self.roaming_data / "kzstay").mkdir(parents=True)
        if self.wrong != "elsewhere":
            kept.mkdir()
            for name in ("settings.json", "crash.log"):
                (kept / name).touch()
        return subprocess.CompletedProcess([], 0, "")


def test_the_zip_holds_the_bundle_and_the_marker_in_one_folder(zipped: Path) -> None:
    assert zipped.name == project.PORTABLE.format(VERSION)
    with zipfile.ZipFile(zipped) as packed:
        assert set(packed.namelist()) == {f"{PLACE}/{name}" for name in (*bundles.FILES, MARKER)}
        assert packed.read(f"{PLACE}/{MARKER}") == portable.TEXT.read_bytes()
        assert packed.testzip() is None


def test_the_same_bundle_makes_the_same_zip(zipped: Path, tmp_path: Path) -> None:
    before = zipped.read_bytes()
    for path in (tmp_path / "bundle").rglob("*"):
        path.touch()
    assert portable.pack(tmp_path / "bundle", VERSION).read_bytes() == before


def test_the_marker_says_in_three_languages_what_it_does() -> None:
    text = portable.TEXT.read_text(encoding="utf-8")
    assert all(f"{name}\n\n" in text for name in ("English", "Русский", "Қазақша"))
    assert text.count(FOLDER) >= 6
    assert text.count("kzstay.exe") == 3


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("", ""),
        ("self-test", "kzstay-cli.exe of the portable copy ended with 1"),
        ("self-test leaves", "leaves something behind"),
        ("elsewhere", "keeps nothing in its folder"),
        ("profile", "leaves something in the profile"),
    ],
)
def test_the_trial_notices_what_is_wrong(zipped: Path, tmp_path: Path, wrong: str, told: str) -> None:
    place = tmp_path / "place"
    machine: Any = Machine(tmp_path, wrong)
    if told:
        with pytest.raises(project.BuildError, match=told):
            portable.try_zip(machine, zipped, VERSION, place)
    else:
        found = portable.try_zip(machine, zipped, VERSION, place)
        assert found == "9 of 9 parts work; settings beside the program, nothing in the profile"
    assert list(place.iterdir()) == [], "what was unpacked goes"


def test_a_zip_over_its_budget_fails(tmp_path: Path) -> None:
    large = tmp_path / "large.zip"
    with large.open("wb") as file:
        file.truncate(budget.CARRIED * budget.MB + 1)
    with pytest.raises(project.BuildError, match="over the budget"):
        budget.carried(large)
