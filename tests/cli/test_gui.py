"""Without another command the window is opened."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from datetime import date
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import NoReturn

import pytest

from kzstay import bundled
from kzstay.__main__ import main as program
from kzstay.cli.parser import main
from kzstay.core.case import Traveller
from kzstay.i18n import Language
from tests.cli.command_line import EXAMPLE, HERE, OVERSTAYED, Told, languages, refused
from tests.helpers import case


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Files on which the window was opened; it says that all went well with 0."""
    found: list[Path | None] = []

    def open_on(path: Path | None, *, fresh: bool = False) -> int:
        found.append(Path("a new one") if fresh else path)
        return 0

    monkeypatch.setattr("kzstay.display.missing_display", lambda w: "")
    monkeypatch.setattr("kzstay.ui.app.run", open_on)
    return found


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        ([], None),
        (["gui"], None),
        (["gui", "anna.kzstay"], Path("anna.kzstay")),
        (["anna.kzstay"], Path("anna.kzstay")),
        (["Құжаттар/Әлия Ким.kzstay"], Path("Құжаттар/Әлия Ким.kzstay")),
        (["./check"], Path("check")),
        (["gui", "--new"], Path("a new one")),
    ],
)
def test_without_another_command_the_window_is_opened(
    arguments: list[str], file: Path | None, opened: list[Path | None]
) -> None:
    assert main(arguments) == 0
    assert opened == [file]


def test_what_the_window_ends_with_is_what_the_program_ends_with(
    opened: list[Path | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzstay.ui.app.run", lambda path, fresh: 3)
    assert main([]) == 3


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Linux without a display."""

    def abort(*_: object) -> NoReturn:
        raise AssertionError("Qt would abort the process")

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("kzstay.ui.app.run", abort)
    monkeypatch.setattr("kzstay.display._absent", lambda libraries: [])
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def speak(language: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the system speak a language."""
    # What is imported for the first time here takes its own from the first of the places, which is changed last
    for place in ("kzstay.cli.parser", "kzstay.cli.input", "kzstay.cli.gui", "kzstay.i18n"):
        monkeypatch.setattr(f"{place}.system_language", lambda: language)


@pytest.mark.parametrize("environment", [{}, {"QT_QPA_PLATFORM": "xcb"}])
@pytest.mark.usefixtures("no_display")
@languages
def test_without_a_display_and_a_file_the_way_out_is_told(
    environment: dict[str, str], language: Language, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(language, monkeypatch)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for start in (main, program):
        for arguments in ([], ["gui"]):
            assert start(arguments) == 2
            out, err = capsys.readouterr()
            assert out == ""
            assert err.count("\n") == 1
            assert "kzstay check" in err


@pytest.mark.parametrize("command", [[], ["gui"]])
@pytest.mark.parametrize(("who", "code"), [(HERE, 0), (OVERSTAYED, 1)])
@pytest.mark.usefixtures("no_display")
@languages
def test_without_a_display_the_answer_is_given_instead(
    command: list[str],
    who: Traveller,
    code: int,
    language: Language,
    capsys: Told,
    monkeypatch: pytest.MonkeyPatch,
    saved: Callable[..., str],
) -> None:
    speak(language, monkeypatch)
    file = saved(case(who))
    assert main(["check", file]) == code
    answer = capsys.readouterr().out
    for start in (main, program):
        assert start([*command, file]) == code
        out, err = capsys.readouterr()
        assert out == answer
        assert err.count("\n") == 1
        assert "kzstay check" in err


@pytest.mark.usefixtures("no_display")
def test_without_a_display_the_example_is_reckoned_for_its_own_day(
    capsys: Told, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As in the window, however it is reached; a copy of it is a case as any other."""
    monkeypatch.setattr("kzstay.cli.input.today", lambda: date(2027, 6, 1))
    shutil.copy(EXAMPLE, tmp_path / "copy.kzstay")
    (tmp_path / "link.kzstay").symlink_to(EXAMPLE)
    main(["check", EXAMPLE, "--on", bundled.law().collected.isoformat()])
    answer = capsys.readouterr().out
    for name in (EXAMPLE, str(tmp_path / "link.kzstay")):
        assert main([name]) == 0
        assert capsys.readouterr().out == answer
    main([str(tmp_path / "copy.kzstay")])
    assert "1 June 2027" in capsys.readouterr().out


def test_the_command_to_copy_ends_the_line(
    capsys: Told, monkeypatch: pytest.MonkeyPatch, saved: Callable[..., str]
) -> None:
    command = "Install them with: sudo apt-get install libegl1"
    monkeypatch.setattr("kzstay.cli.gui.obstacle", lambda: command)
    main([saved(case(HERE))])
    err = capsys.readouterr().err
    assert err == f"Instead of the window, the answer of “kzstay check” is printed. {command}\n"


@pytest.mark.usefixtures("no_display")
def test_without_a_display_a_bad_file_is_told_and_nothing_else(capsys: Told) -> None:
    assert refused(capsys, "none.kzstay").startswith("none.kzstay: ")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ImportError("No module named 'PySide6'", name="PySide6"), "python -m pip install -e ."),
        (
            ImportError(
                "libstdc++.so.6: cannot open shared object file: No such file or directory",
                name="Shiboken",
                path="/venv/lib/python3.11/site-packages/shiboken6/Shiboken.abi3.so",
            ),
            "libstdc++.so.6. Install the packages",
        ),
        (
            ImportError(
                "libnss3.so.1: cannot open shared object file: No such file or directory",
                name="QtCore",
                path="/venv/lib/python3.11/site-packages/PySide6/QtCore.abi3.so",
            ),
            "libnss3.so.1. Install the packages",
        ),
        (
            ImportError(
                "libQt6Widgets.so.6: cannot open shared object file: No such file or directory",
                name="QtWidgets",
                path="/venv/lib/python3.11/site-packages/PySide6/QtWidgets.abi3.so",
            ),
            "(libQt6Widgets.so.6: cannot open shared object file: No such file or directory). Run “python -m pip",
        ),
        (ImportError("No module named 'PySide6.QtCore'", name="PySide6.QtCore"), "PySide6.QtCore"),
        (ImportError("No module named 'shiboken6'", name="shiboken6"), "shiboken6"),
        (
            ImportError(
                "version `GLIBC_2.39' not found\n\x1b",
                name="QtGui",
                path="/venv/lib/python3.11/site-packages/PySide6/QtGui.abi3.so",
            ),
            "GLIBC_2.39",
        ),
    ],
)
def test_without_qt_the_answer_is_given_and_what_is_missing_is_told(
    error: ImportError, told: str, capsys: Told, monkeypatch: pytest.MonkeyPatch, saved: Callable[..., str]
) -> None:
    lack(error, monkeypatch)
    monkeypatch.setattr("kzstay.display.missing_display", lambda w: "")
    file = saved(case(HERE))
    assert main([file]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Anna Schmidt · ")
    assert err.count("\n") == 1
    assert told in err
    assert told in refused(capsys)
    assert told in refused(capsys, "report", file, "-o", f"{file}.pdf")


def test_what_is_broken_in_kzstay_itself_is_not_taken_for_a_lack(
    monkeypatch: pytest.MonkeyPatch, saved: Callable[..., str]
) -> None:
    lack(ImportError("No module named 'kzstay.gone'", name="kzstay.gone"), monkeypatch)
    with pytest.raises(ImportError, match="gone"):
        main([saved(case(HERE))])


def lack(error: ImportError, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the parts that need Qt fail to load."""

    class Lacking(MetaPathFinder):
        def find_spec(self, fullname: str, path: object, target: object = None) -> None:
            if fullname in ("kzstay.ui.app", "kzstay.export.report_pdf"):
                print(f"PySide6/__init__.py: Unable to import Shiboken from /venv: {error}", file=sys.stderr)
                raise error

    for name in ("kzstay.ui.app", "kzstay.export.report_pdf"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setattr(sys, "meta_path", [Lacking(), *sys.meta_path])
