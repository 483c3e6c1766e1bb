"""The modules that the bundle keeps unpacked: those that a start reads in up to the answer."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

import started

SOURCE = "WORDS = " + repr("it is said again " * 200)


@pytest.fixture
def writers() -> ModuleType:
    found = pytest.importorskip("PyInstaller.archive.writers", reason="makes the archive of modules")
    assert isinstance(found, ModuleType)
    return found


def test_a_start_reads_in_what_answers_and_nothing_that_comes_later() -> None:
    modules = started.modules()
    assert {"kzstay.ui.app", "kzstay.core.reckoning", "PySide6.QtWidgets", "msgspec"} <= modules
    assert not modules & {"openpyxl", "docx", "icalendar", "kzstay.batch.answers", "kzstay.cli.parser"}
    # What somebody may open, type or copy later has cost every start before
    assert not modules & {
        *("html", "csv", "secrets"),
        *("kzstay.content.copied_stays", "kzstay.core.entry_check", "kzstay.texts.countries"),
        *("kzstay.ui.pages.text_page", "kzstay.ui.widgets.country_choice", "kzstay.ui.window.any_layout"),
    }


def test_some_modules_are_kept_as_they_are_and_the_others_packed(tmp_path: Path, writers: ModuleType) -> None:
    readers = pytest.importorskip("PyInstaller.archive.readers")
    place = tmp_path / "modules.pyz"
    names = ["read_in", "never_read_in"]
    for name in names:
        (tmp_path / f"{name}.py").write_text(SOURCE, encoding="utf-8")

    def make(modules: list[str]) -> Path:
        entries = [(name, str(tmp_path / f"{name}.py"), "PYMODULE") for name in modules]
        codes = {name: compile(SOURCE, name, "exec") for name in modules}
        writers.ZlibArchiveWriter(str(place), entries, codes)
        return place

    assert started.archive(make, names, frozenset({"read_in"})) == place
    held = readers.ZlibArchiveReader(str(place))
    lengths = {name: held.toc[name][2] for name in names}
    assert lengths["never_read_in"] < len(SOURCE) / 10 < len(SOURCE) < lengths["read_in"]
    for name in names:
        found: dict[str, str] = {}
        exec(held.extract(name), found)
        assert found["WORDS"] in SOURCE


def test_what_is_packed_afterwards_is_packed_as_ever(writers: ModuleType) -> None:
    usual = vars(writers.ZlibArchiveWriter)["_write_entry"]
    with pytest.raises(ZeroDivisionError):
        started.archive(lambda _: 1 / 0, [], frozenset())
    assert vars(writers.ZlibArchiveWriter)["_write_entry"] is usual
