"""Without another command the window is opened."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import pytest

from kzstay.cli import main
from kzstay.i18n import Language
from tests.cli.running import Told, languages, refused


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path | None]:
    """Files on which the window was opened; it says that all went well with 0."""
    found: list[Path | None] = []

    def open_on(path: Path | None) -> int:
        found.append(path)
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
    monkeypatch.setattr("kzstay.ui.app.run", lambda path: 3)
    assert main([]) == 3


@pytest.mark.parametrize("environment", [{}, {"QT_QPA_PLATFORM": "xcb"}])
@languages
def test_without_a_display_the_window_is_not_opened_but_the_way_out_is_told(
    environment: dict[str, str], language: Language, capsys: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    def abort(*_: object) -> NoReturn:
        raise AssertionError("Qt would abort the process")

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("kzstay.ui.app.run", abort)
    monkeypatch.setattr("kzstay.display._absent", lambda libraries: [])
    monkeypatch.setattr("kzstay.i18n.system_language", lambda: language)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert "kzstay check" in refused(capsys)
    assert "kzstay check" in refused(capsys, "anna.kzstay")
