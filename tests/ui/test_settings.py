"""What is remembered between two starts, read forgivingly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kzstay.core.readings import Reading
from kzstay.i18n import Language
from kzstay.ui import settings as settings_file
from kzstay.ui.folders import settings_path
from kzstay.ui.settings import RECENT, Settings
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase

CHOSEN = {"language": "kk", "appearance": "dark", "reading": "usual", "recent": ["a.kzstay"], "geometry": "AA=="}


def write(text: str) -> None:
    settings_path().write_text(text, encoding="utf-8")


def test_choices_are_remembered() -> None:
    settings_file.save(Settings(language="ru", appearance="dark", reading=Reading.USUAL, recent=["x"]))
    again = settings_file.load()
    assert (again.language, again.appearance, again.reading, again.recent) == ("ru", "dark", "usual", ["x"])


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "7", '"text"', "\ufeff{}", "\x00"])
def test_what_cannot_be_read_leaves_every_choice_at_its_default(text: str) -> None:
    write(text)
    assert settings_file.load() == Settings()


def test_no_file_is_no_choice() -> None:
    settings_path().unlink()
    assert settings_file.load() == Settings()


def test_a_file_that_is_no_text_is_no_choice() -> None:
    settings_path().write_bytes(b"\xff\xfe\x00")
    assert settings_file.load() == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "de"),
        ("language", None),
        ("appearance", "pink"),
        ("reading", 1),
        ("recent", "a.kzstay"),
        ("recent", [1, 2]),
        ("geometry", 12),
    ],
)
def test_one_wrong_value_loses_no_other(name: str, value: object) -> None:
    write(json.dumps(CHOSEN | {name: value}))
    read = settings_file.load()
    for other, chosen in CHOSEN.items():
        assert getattr(read, other) == (getattr(Settings(), other) if other == name else chosen)


def test_what_a_later_version_remembers_is_no_harm() -> None:
    write(json.dumps(CHOSEN | {"colour": "blue"}))
    assert settings_file.load().language == "kk"


def test_the_last_file_comes_first_and_each_once(tmp_path: Path) -> None:
    settings = Settings()
    for name in ("a", "b", "a"):
        settings_file.remember_recent(settings, tmp_path / name)
    assert [Path(name).name for name in settings.recent] == ["a", "b"]


def test_only_so_many_files_are_remembered(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(RECENT + 3):
        settings_file.remember_recent(settings, tmp_path / str(number))
    assert [Path(name).name for name in settings.recent] == [str(RECENT + 2 - number) for number in range(RECENT)]


def test_a_folder_that_cannot_be_written_costs_the_choices_and_nothing_else(own_settings: Path) -> None:
    settings_path().unlink()
    settings_path().parent.rmdir()
    settings_path().parent.write_text("in the way")
    settings_file.save(Settings())
    assert settings_file.load() == Settings()
    assert own_settings.exists()


def test_the_window_comes_back_as_it_was(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")))
    window.commands.by_name["language_kk"].trigger()
    window.commands.by_name["appearance_dark"].trigger()
    window.resize(1000, 760)
    window.close()
    again = open_case()
    assert again.session().w.language == "kk"
    assert again.commands.by_name["appearance_dark"].isChecked()
    assert settings_file.load().geometry


@pytest.mark.parametrize(
    ("wanted", "language"),
    [(["ru-KZ", "en-US"], "ru"), (["de-DE", "kk-KZ", "ru"], "kk"), (["de"], "en"), (["C"], "en"), ([], "en")],
)
def test_the_first_of_the_persons_languages_that_is_ours_is_spoken(
    wanted: list[str], language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtCore.QLocale.uiLanguages", lambda _locale: wanted)
    assert Settings().language == language
