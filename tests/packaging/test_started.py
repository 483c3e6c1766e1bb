"""The modules that the bundle keeps unpacked: those that a start reads in up to the answer."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("PyInstaller", reason="makes the archive of modules")

from PyInstaller.archive.readers import ZlibArchiveReader
from PyInstaller.archive.writers import ZlibArchiveWriter

import started

SOURCE = "WORDS = " + repr("it is said again " * 200)


def test_a_start_reads_in_what_answers_and_nothing_that_comes_later() -> None:
    modules = started.modules()
    assert {"kzstay.ui.app", "kzstay.core.reckoning", "PySide6.QtWidgets", "msgspec"} <= modules
    assert not modules & {"openpyxl", "docx", "icalendar", "kzstay.batch.answers", "kzstay.cli.parser"}


def test_some_modules_are_kept_as_they_are_and_the_others_packed(tmp_path: Path) -> None:
    place = tmp_path / "modules.pyz"
    names = ["read_in", "never_read_in"]
    for name in names:
        (tmp_path / f"{name}.py").write_text(SOURCE, encoding="utf-8")

    def make(modules: list[str]) -> Path:
        entries = [(name, str(tmp_path / f"{name}.py"), "PYMODULE") for name in modules]
        ZlibArchiveWriter(str(place), entries, {name: compile(SOURCE, name, "exec") for name in modules})
        return place

    assert started.archive(make, names, frozenset({"read_in"})) == place
    held = ZlibArchiveReader(str(place))
    lengths = {name: held.toc[name][2] for name in names}
    assert lengths["never_read_in"] < len(SOURCE) / 10 < len(SOURCE) < lengths["read_in"]
    for name in names:
        found: dict[str, str] = {}
        code = held.extract(name)
        assert code is not None
        exec(code, found)
        assert found["WORDS"] in SOURCE


def test_what_is_packed_afterwards_is_packed_as_ever() -> None:
    usual = vars(ZlibArchiveWriter)["_write_entry"]
    with pytest.raises(ZeroDivisionError):
        started.archive(lambda _: 1 / 0, [], frozenset())
    assert vars(ZlibArchiveWriter)["_write_entry"] is usual
