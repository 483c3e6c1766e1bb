"""What is remembered between two starts, read forgivingly."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzstay.core.case import HostKind
from kzstay.core.readings import Reading
from kzstay.drawing.colours import Appearance
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import DateForm
from kzstay.ui.system import settings as settings_file
from kzstay.ui.system.folders import settings_path
from kzstay.ui.system.settings import LEAST_TEXT, MOST_TEXT, RECENT, Exported, Last, Settings
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_text

CHOSEN = {
    "language": "kk",
    "appearance": "dark",
    "text_size": 150,
    "dates": "iso",
    "week_start": 6,
    "host": "large",
    "reading": "usual",
    "recent": ["a.kzstay"],
    "geometry": "AA==",
}


def write(text: str) -> None:
    settings_path().write_text(text, encoding="utf-8")


def test_choices_are_remembered() -> None:
    settings_file.save(Settings(language="ru", appearance="dark", reading=Reading.USUAL, recent=["x"]))
    again = settings_file.load()
    assert (again.language, again.appearance, again.reading, again.recent) == ("ru", "dark", "usual", ["x"])


@given(
    st.builds(
        Settings,
        language=st.sampled_from(LANGUAGES),
        appearance=st.sampled_from(get_args(Appearance)),
        text_size=st.integers(LEAST_TEXT, MOST_TEXT),
        dates=st.sampled_from(get_args(DateForm)),
        week_start=st.integers(0, 6),
        host=st.sampled_from(["", *get_args(HostKind)]),
        host_name=st.text(),
        reading=st.sampled_from(Reading),
        geometry=st.text(),
        exported=st.builds(Exported, language=st.sampled_from(["", *LANGUAGES]), folder=st.text()),
        last=st.builds(Last, file=st.text(), place=st.text(), page=st.text(), traveller=st.integers()),
    )
)
def test_whatever_is_chosen_comes_back_as_it_was(settings: Settings) -> None:
    settings_file.save(settings)
    assert settings_file.load() == settings


VERSION_BEFORE = {
    "language": "kk",
    "appearance": "dark",
    "reading": "usual",
    "recent": ["a.kzstay"],
    "geometry": "AA==",
    "exported": {"document": "report", "format": ".pdf", "language": "ru", "everyone": True},
}


def test_choices_of_the_version_before_are_read_and_what_is_new_is_as_usual() -> None:
    write(json.dumps(VERSION_BEFORE))
    read, usual = settings_file.load(), Settings()
    assert (read.language, read.appearance, read.exported.language) == ("kk", "dark", "ru")
    for name in ("text_size", "dates", "week_start", "host", "host_name", "last"):
        assert getattr(read, name) == getattr(usual, name)


def test_what_another_window_has_chosen_since_is_not_taken_back() -> None:
    settings_file.save(Settings(language="en"))
    one, other = settings_file.load(), settings_file.load()
    known = settings_file.plain(other)
    one.language, one.text_size = "kk", 150
    settings_file.save(one)
    other.appearance = "dark"
    settings_file.save(other, known)
    now = settings_file.load()
    assert (now.language, now.text_size, now.appearance) == ("kk", 150, "dark")


def test_forgotten_files_are_forgotten_by_other_windows_too(tmp_path: Path) -> None:
    one = settings_file.load()
    settings_file.remember_recent(one, tmp_path / "a")
    settings_file.save(one)
    other = settings_file.load()
    settings_file.forget_recent(other)
    assert settings_file.load().recent == other.recent == []


DEEP = 100_000


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "7", '"text"', "\ufeff{}", "\x00", "[" * DEEP, '{"recent":' + "[" * DEEP, "9" * DEEP],
    ids=lambda text: text[:12],
)
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
        ("language", "\ud800"),
        ("reading", "\ud800"),
        ("appearance", "\ud800"),
        ("language", 10**400),
        ("recent", {"a": [None]}),
        ("appearance", "pink"),
        ("reading", 1),
        ("recent", "a.kzstay"),
        ("recent", [1, 2]),
        ("geometry", 12),
        ("text_size", 89),
        ("text_size", 201),
        ("text_size", "large"),
        ("dates", "american"),
        ("week_start", 7),
        ("host", "castle"),
        ("last", ["a.kzstay"]),
        ("last", {"traveller": "first"}),
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


def test_what_another_window_opened_meanwhile_stays_among_the_recent_files(tmp_path: Path) -> None:
    one, two = settings_file.load(), settings_file.load()
    for settings, name in [(one, "a"), (two, "b"), (two, "c"), (one, "a")]:
        settings_file.remember_recent(settings, tmp_path / name)
        settings_file.save(settings)
    settings_file.save(two)
    assert [Path(name).name for name in settings_file.load().recent] == ["a", "c", "b"]


def test_what_could_not_be_remembered_is_remembered_with_the_next_choice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError

    settings = settings_file.load()
    settings_file.remember_recent(settings, tmp_path / "a")
    with monkeypatch.context() as patch:
        patch.setattr("kzstay.ui.system.settings.write_whole", full)
        settings_file.save(settings)
    settings_file.save(settings)
    assert [Path(name).name for name in settings_file.load().recent] == ["a"]


@pytest.mark.skipif(os.name != "posix", reason="names of bytes")
def test_a_file_whose_name_is_no_text_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"c\xe9.kzstay")
    settings = Settings()
    settings_file.remember_recent(settings, path)
    settings_file.save(settings)
    assert settings_file.load().recent == [os.path.realpath(path)]


@pytest.mark.skipif(os.name != "posix", reason="names of bytes")
def test_a_file_whose_name_is_no_text_opens_and_is_saved(open_case: OpenCase, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"c\xe9.kzstay")
    try:
        path.touch()
    except OSError:
        pytest.skip("this file system has names of text only")
    window = open_case(traveller("DE", stay("2026-11-11")), path=path)
    assert window.case_file.path == path
    type_text(window.session(), 0, "note", "by train")
    assert window.case_file.save()
    window.commands.submenus["recent"].aboutToShow.emit()
    window.files.new()
    assert window.files.open(Path(window.preferences.settings.recent[0]))
    path.chmod(0o444)
    type_text(window.session(), 0, "note", "by car")
    assert not window.case_file.save()
    assert window.info.text.text().endswith("offered when you open the file again.")


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_settings_that_are_a_link_stay_one(tmp_path: Path) -> None:
    elsewhere = settings_path().rename(tmp_path / "dotfiles.json")
    settings_path().symlink_to(elsewhere)
    settings_file.save(Settings(language="kk"))
    assert settings_path().is_symlink()
    assert settings_file.load().language == "kk"


def test_the_window_comes_back_as_it_was(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11")))
    window.commands.by_name["language_kk"].trigger()
    window.commands.by_name["appearance_dark"].trigger()
    window.resize(1000, 760)
    window.close()
    again = open_case()
    assert again.session().view.w.language == "kk"
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


def test_what_was_exported_last_is_remembered_and_nonsense_is_forgotten() -> None:
    exported = Exported(format=".ics", language="kk", everyone=True, folder="/somewhere")
    settings_file.save(Settings(language="kk", exported=exported))
    assert settings_file.load().exported == exported
    for odd in ("odd", 3, {"format": 3}, None):
        settings_path().write_text(json.dumps({"language": "kk", "exported": odd}))
        assert settings_file.load().exported == Exported()
        assert settings_file.load().language == "kk"
