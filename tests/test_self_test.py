from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication

import kzstay
from kzstay import self_test
from kzstay.core.law import toml
from kzstay.paths import resource
from kzstay.ui import self_test as ui_self_test
from smoke import UTF_8

ROOT = Path(kzstay.__file__).resolve().parents[1]


def works() -> str:
    return "as it should"


def breaks() -> NoReturn:
    raise ValueError("a wheel came off")


def test_every_part_of_this_copy_works(tmp_path: Path) -> None:
    """In a process of its own: the parts start Qt and look at the settings."""
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")}
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    found = subprocess.run(
        [sys.executable, "-W", "error", "-m", "kzstay", "self-test"],
        env=environment | home | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "LC_ALL": UTF_8},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (found.returncode, found.stderr) == (0, "")
    lines = found.stdout.splitlines()
    number = len(self_test.TESTS)
    assert [line.split(": ")[0] for line in lines[:-1]] == [f"ok      {name}" for name in self_test.TESTS]
    assert lines[-1] == f"{number} of {number} parts work, kzstay {kzstay.__version__}"
    # Nothing is left behind in the person's folders; a cache of fonts is the system's
    assert [path for path in tmp_path.rglob("*") if path.is_file() and ".cache" not in path.parts] == []


def test_parts_that_work_make_nought(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(self_test, "TESTS", {"wheels": works, "doors": works})
    assert self_test.run() == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "ok      wheels: as it should",
        "ok      doors: as it should",
        f"2 of 2 parts work, kzstay {kzstay.__version__}",
    ]
    assert told.err == ""


def test_a_broken_part_makes_one_and_is_named_and_the_others_are_still_tried(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(self_test, "TESTS", {"wheels": breaks, "doors": works})
    assert self_test.run() == 1
    told = capsys.readouterr()
    assert told.err == "FAILED  wheels: ValueError: a wheel came off\n"
    assert told.out.splitlines() == [
        "ok      doors: as it should",
        f"1 of 2 parts work, kzstay {kzstay.__version__}",
    ]


@pytest.mark.parametrize(
    ("part", "broken"),
    [
        ("law", "kzstay.bundled.law"),
        ("languages", "kzstay.self_test.words"),
        ("known case", "kzstay.self_test.open_case"),
        ("files", "kzstay.self_test.save_case"),
        ("report", "kzstay.export.report_pdf.write_report"),
        ("words of Qt", "kzstay.ui.self_test.qt_speaks"),
        ("fonts", "kzstay.ui.self_test.letters_missing"),
        ("window", "kzstay.ui.self_test.open_window"),
    ],
)
def test_a_part_that_is_broken_in_the_program_is_found(
    part: str,
    broken: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    qapp: QApplication,
) -> None:
    monkeypatch.setattr(self_test, "TESTS", {part: self_test.TESTS[part]})
    assert self_test.run() == 0
    with monkeypatch.context() as patch:
        patch.setattr(broken, lambda *_: breaks())
        assert self_test.run() == 1
    assert f"FAILED  {part}: " in capsys.readouterr().err


def test_a_compiled_law_that_is_not_the_written_one_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in self_test.LAW:
        shutil.copytree(resource(folder), tmp_path / folder)
    written = tmp_path / "law" / "duties.toml"
    written.with_suffix(toml.COMPILED).write_bytes(toml.compiled(written))
    monkeypatch.setattr(self_test, "TESTS", {"law": self_test.TESTS["law"]})
    monkeypatch.setattr("kzstay.self_test.resource", tmp_path.joinpath)
    assert self_test.run() == 0
    written.write_text(written.read_text(encoding="utf-8") + "another_key = 1\n", encoding="utf-8")
    assert self_test.run() == 1
    assert "duties.msgpack does not say what is written" in capsys.readouterr().err


def test_a_window_of_which_qt_complains_is_found(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], qapp: QApplication
) -> None:
    monkeypatch.setattr(self_test, "TESTS", {"window": self_test.TESTS["window"]})
    open_window = ui_self_test.open_window

    def complaining(*arguments: object, **named: object) -> object:
        qWarning("Could not parse application stylesheet")
        return open_window(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(ui_self_test, "open_window", complaining)
    assert self_test.run() == 1
    assert "Could not parse" in capsys.readouterr().err
