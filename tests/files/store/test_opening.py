"""Opening a case, and what links, modes and names do to its file."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from kzstay.files.codec import CaseFileError
from kzstay.files.store import LARGEST, StoreError, backup_of, open_case, save_case
from tests.files.store.stored_files import (
    NEW,
    NEWER,
    OLD,
    POSIX,
    failing,
    names,
    read,
    why_not_opened,
    why_not_saved,
)


def test_a_file_that_is_not_there_is_absent(path: Path) -> None:
    assert why_not_opened(path).code == "absent"
    assert why_not_opened(path / "below").code in ("absent", "unreadable")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    error = why_not_opened(tmp_path)
    assert (error.code, error.path) == ("folder", tmp_path)


def test_a_file_far_too_long_is_refused_without_being_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    with monkeypatch.context() as patch:
        for reading in ("open", "read_bytes", "read_text"):
            patch.setattr(Path, reading, failing)
        error = why_not_opened(path)
    assert (error.code, error.size) == ("too-large", 100 * 2**20)


def test_the_longest_file_is_read_and_one_byte_more_is_not(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_case(OLD, path)
    size = path.stat().st_size
    monkeypatch.setattr("kzstay.files.store.LARGEST", size)
    assert read(path) == OLD
    monkeypatch.setattr("kzstay.files.store.LARGEST", size - 1)
    assert why_not_opened(path).code == "too-large"
    assert LARGEST == 16 * 2**20


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file on this system")
def test_a_file_that_tells_no_size_is_not_read_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kzstay.files.store.LARGEST", 1000)
    assert why_not_opened(Path("/dev/zero")).code == "too-large"


def test_a_file_that_cannot_be_read_is_told_with_the_reason_of_the_system(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refused)
        error = why_not_opened(old)
    assert (error.code, error.reason) == ("unreadable", os.strerror(errno.EACCES))


def test_a_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300)
    assert why_not_opened(path).code in ("unreadable", "absent")
    error = why_not_saved(NEW, path)
    assert error.code == "unwritable"
    if os.name == "posix":
        assert error.number == errno.ENAMETOOLONG


@pytest.mark.parametrize("name", ["a\0b", "a\ud800b"])
def test_what_is_no_name_of_a_file_is_told_like_a_file_that_is_not_there(tmp_path: Path, name: str) -> None:
    assert why_not_opened(tmp_path / name).code == "absent"
    assert backup_of(tmp_path / name) is None


@POSIX
@pytest.mark.parametrize("letters", ["x" * 241, "x" * 248, "ж" * 120, "ж" * 124])
def test_a_name_as_long_as_names_can_be_is_saved_with_its_backup(tmp_path: Path, letters: str) -> None:
    path = tmp_path / f"{letters}.kzstay"
    for one in (OLD, NEW):
        save_case(one, path)
    backup = backup_of(path)
    assert backup is not None
    assert backup.name.endswith(".kzstay.bak")
    assert (read(path), read(backup)) == (NEW, OLD)
    path.write_bytes(b"{")
    save_case(NEWER, path)
    assert len(names(tmp_path)) == 3


@POSIX
def test_long_names_that_begin_alike_have_backups_of_their_own(tmp_path: Path) -> None:
    for end in "ab":
        path = tmp_path / f"{'x' * 247}{end}.kzstay"
        for one in (OLD, NEW):
            save_case(one, path)
    assert len(names(tmp_path)) == 4


@pytest.mark.skipif(os.name != "posix", reason="names of bytes")
def test_a_name_that_is_no_text_is_saved_with_its_backup(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"c\xe9.kzstay")
    try:
        for one in (OLD, NEW):
            save_case(one, path)
    except StoreError:
        pytest.skip("this file system has names of text only")
    assert read(path) == NEW
    assert backup_of(path) is not None


def test_a_file_that_is_no_case_is_told_by_what_it_holds(path: Path) -> None:
    path.write_bytes(b"[]")
    with pytest.raises(CaseFileError):
        open_case(path)


# Links and modes


@POSIX
def test_a_symbolic_link_stays_one(old: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.kzstay"
    link.symlink_to(old)
    save_case(NEW, link)
    assert link.is_symlink()
    assert (read(link), read(old)) == (NEW, NEW)
    assert names(folder) == {"link.kzstay"}
    assert backup_of(link) == old.with_name("case.kzstay.bak")


@POSIX
def test_links_that_go_in_a_circle_lead_to_no_file(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.symlink_to(second)
    second.symlink_to(first)
    assert why_not_opened(first).code == "unreadable"
    assert why_not_saved(NEW, first).code == "unwritable"
    assert backup_of(first) is None
    assert names(tmp_path) == {"first", "second"}


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o644, 0o660])
def test_who_may_read_a_file_does_not_change(old: Path, mode: int) -> None:
    old.chmod(mode)
    save_case(NEW, old)
    assert stat.S_IMODE(old.stat().st_mode) == mode


@POSIX
def test_a_write_protected_file_is_left_as_it_is(old: Path) -> None:
    old.chmod(0o444)
    assert why_not_saved(NEW, old).code == "protected"
    assert (read(old), names(old.parent)) == (OLD, {"case.kzstay"})


@POSIX
def test_a_write_protected_backup_is_left_as_it_is(old: Path) -> None:
    backup = old.with_name("case.kzstay.bak")
    save_case(NEWER, backup)
    backup.chmod(0o400)
    error = why_not_saved(NEW, old)
    assert (error.code, error.path) == ("protected", backup)
    assert (read(old), read(backup)) == (OLD, NEWER)


@POSIX
def test_a_prepared_link_in_the_place_of_the_backup_is_replaced_and_not_followed(
    old: Path, tmp_path: Path
) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"mine")
    old.with_name("case.kzstay.bak").symlink_to(victim)
    save_case(NEW, old)
    assert victim.read_bytes() == b"mine"
    assert read(old.with_name("case.kzstay.bak")) == OLD


@POSIX
def test_a_pipe_is_neither_read_nor_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.kzstay"
    os.mkfifo(pipe)
    assert why_not_saved(NEW, pipe).code == "unwritable"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@POSIX
def test_a_new_file_and_its_backup_are_for_their_owner_alone(old: Path) -> None:
    save_case(NEW, old)
    assert stat.S_IMODE(old.stat().st_mode) == 0o600
    assert stat.S_IMODE(old.with_name("case.kzstay.bak").stat().st_mode) == 0o600
