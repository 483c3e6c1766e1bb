"""When it goes wrong: the case is kept, the person is told, and the next start tells of the last one."""

from __future__ import annotations

import faulthandler
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kzstay import __version__
from kzstay.files.store import open_case as read_case
from kzstay.ui.system import crash
from kzstay.ui.window.main_window import MainWindow
from tests.helpers import stay, traveller
from tests.ui.conftest import OpenCase
from tests.ui.sessions import type_text

ANNA = traveller("DE", stay("2026-11-11"))


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give the process back as it was."""
    before, on = sys.excepthook, faulthandler.is_enabled()
    monkeypatch.setattr(crash, "_file", None)
    yield
    sys.excepthook = before
    end()
    if on and sys.__stderr__ is not None:
        faulthandler.enable(sys.__stderr__)


def watch(window: MainWindow | None = None) -> str:
    """Watch as the program does, over a window that is there or is not yet."""

    def there() -> MainWindow:
        assert window is not None
        return window

    return crash.watch(
        keep=lambda: there().case_file.autosave(),
        tell=lambda details: crash.tell_now(there().info, there().session().view.w, details),
    )


def end() -> None:
    """End the run: what it wrote down stays."""
    faulthandler.disable()
    if crash._file is not None:
        crash._file.close()


def fail() -> None:
    try:
        raise RuntimeError("a slip of the pen")
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)


@pytest.mark.usefixtures("watched")
def test_the_first_start_has_nothing_to_tell(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    crash.tell_of(window.info, window.session().view.w, watch(window))
    assert not window.info.isVisible()
    assert crash.crash_path().exists()


@pytest.mark.usefixtures("watched")
def test_the_case_is_kept_and_the_person_told(open_case: OpenCase, capsys: pytest.CaptureFixture[str]) -> None:
    window = open_case(ANNA)
    watch(window)
    type_text(window.session(), 0, "note", "by train")
    fail()
    path = window.case_file.path
    assert path is not None
    assert read_case(path).document.case.travellers[0].stays[0].note == "by train"
    assert window.info.text.text().startswith("Something went wrong inside kzstay. The case was kept")
    assert "a slip of the pen" in capsys.readouterr().err
    window.info.button.click()
    copied = QApplication.clipboard().text()
    assert copied.startswith(f"kzstay {__version__}\n")
    assert copied.rstrip().endswith("RuntimeError: a slip of the pen")


@pytest.mark.usefixtures("watched")
def test_the_next_start_tells_of_it_once(open_case: OpenCase) -> None:
    watch()
    fail()
    end()
    earlier = watch()
    assert "a slip of the pen" in earlier
    window = open_case(ANNA)
    crash.tell_of(window.info, window.session().view.w, earlier)
    assert window.info.text.text() == "kzstay ended unexpectedly last time. The case was kept."
    window.info.button.click()
    assert "a slip of the pen" in QApplication.clipboard().text()
    end()
    assert watch() == ""


@pytest.mark.usefixtures("watched")
@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_what_is_written_down_is_for_its_owner_alone() -> None:
    path = crash.crash_path()
    path.parent.mkdir(parents=True)
    path.parent.chmod(0o755)
    path.touch(mode=0o644)
    watch()
    assert (stat.S_IMODE(path.stat().st_mode), stat.S_IMODE(path.parent.stat().st_mode)) == (0o600, 0o700)


@pytest.mark.usefixtures("watched")
def test_a_crash_is_told_beside_what_the_start_has_to_say(open_case: OpenCase) -> None:
    window = open_case(ANNA)
    window.info.tell("The file is gone.", True)
    crash.tell_of(window.info, window.session().view.w, "a slip of the pen")
    assert window.info.text.text() == "The file is gone. kzstay ended unexpectedly last time. The case was kept."


@pytest.mark.usefixtures("watched")
def test_without_a_place_to_write_the_program_starts_all_the_same(own_settings: Path) -> None:
    crash.crash_path().parent.mkdir(parents=True, exist_ok=True)
    crash.crash_path().mkdir()
    assert watch() == ""
    assert own_settings.exists()
    fail()


@pytest.mark.usefixtures("watched")
def test_what_goes_wrong_again_and_again_is_written_and_told_once(
    open_case: OpenCase, capsys: pytest.CaptureFixture[str]
) -> None:
    window = open_case(ANNA)
    watch(window)
    for _ in range(3):
        fail()
        window.info.hide()
    assert crash.crash_path().read_text(encoding="utf-8").count("RuntimeError: a slip of the pen") == 1
    assert capsys.readouterr().err.count("RuntimeError: a slip of the pen") == 1
    fail()
    assert window.info.isHidden()
    try:
        raise ZeroDivisionError
    except ZeroDivisionError as error:
        sys.excepthook(ZeroDivisionError, error, error.__traceback__)
    assert window.info.isVisible(), "another error is news"


@pytest.mark.usefixtures("watched")
def test_breaking_off_by_key_is_no_crash(capsys: pytest.CaptureFixture[str]) -> None:
    watch()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert crash.crash_path().read_text() == ""
    assert "KeyboardInterrupt" in capsys.readouterr().err


@pytest.mark.usefixtures("watched")
def test_a_run_that_ends_as_it_should_leaves_nothing_to_tell() -> None:
    watch()
    fail()
    crash.forget()
    assert watch() == ""
