"""Saving a case: whole or not at all, with the version before, and over nobody else's change."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from kzstay.files.codec import decode
from kzstay.files.store import backup_of, changed_since, open_case, save_case
from tests.files.store.stored_files import NEW, NEWER, OLD, POSIX, failing, names, read, why_not_saved


def test_what_was_saved_is_opened(old: Path) -> None:
    assert read(old) == OLD
    assert names(old.parent) == {"case.kzstay"}


def test_a_folder_and_a_file_may_have_kazakh_names(tmp_path: Path) -> None:
    folder = tmp_path / "Құжаттар мен ісқағаздар"
    folder.mkdir()
    path = folder / "Әлия Ұлықпан.kzstay"
    save_case(OLD, path)
    save_case(NEW, path)
    assert read(path) == NEW
    assert names(folder) == {"Әлия Ұлықпан.kzstay", "Әлия Ұлықпан.kzstay.bak"}


@pytest.mark.parametrize(
    "fails",
    ["kzstay.files.store.os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod", "kzstay.files.atomic.create"],
)
@pytest.mark.parametrize("keep_backup", [True, False])
def test_a_save_that_fails_leaves_the_old_file_and_nothing_else(
    old: Path, fails: str, keep_backup: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(fails, failing)
        error = why_not_saved(NEW, old, keep_backup=keep_backup)
    assert (error.code, error.path, error.reason) == ("unwritable", old, os.strerror(errno.ENOSPC))
    assert old.read_bytes() == before
    assert names(old.parent) == {"case.kzstay"}


def test_a_save_that_is_broken_off_leaves_the_old_file_and_nothing_else(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("pathlib.Path.replace", broken_off)
        with pytest.raises(KeyboardInterrupt):
            save_case(NEW, old)
    assert read(old) == OLD
    assert names(old.parent) == {"case.kzstay"}


def test_the_new_file_is_on_the_disk_before_it_takes_the_place_of_the_old(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        done.append("sync")
        fsync(handle)

    def replaced(self: Path, target: Path) -> Path:
        done.append("replace")
        assert decode(self.read_bytes()).case == NEW
        return replace(self, target)

    monkeypatch.setattr("kzstay.files.store.os.fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    save_case(NEW, old, keep_backup=False)
    assert done[:2] == ["sync", "replace"]


@POSIX
def test_a_folder_that_cannot_be_synced_does_not_undo_a_save(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def not_for_folders(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        fsync(handle)

    monkeypatch.setattr("kzstay.files.store.os.fsync", not_for_folders)
    save_case(NEW, old)
    assert read(old) == NEW


def test_a_file_is_not_saved_where_there_is_no_folder(tmp_path: Path) -> None:
    error = why_not_saved(NEW, tmp_path / "gone" / "case.kzstay")
    assert (error.code, error.reason) == ("unwritable", os.strerror(errno.ENOENT))
    assert names(tmp_path) == set()


def test_a_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert why_not_saved(NEW, tmp_path / "folder").code == "unwritable"
    assert why_not_saved(NEW, tmp_path / "folder", keep_backup=False).code == "unwritable"
    assert names(tmp_path) == {"folder"}


# The previous version


def test_the_backup_is_the_previous_version(old: Path) -> None:
    save_case(NEW, old)
    assert (read(old), read(old.with_name("case.kzstay.bak"))) == (NEW, OLD)
    save_case(NEWER, old)
    assert (read(old), read(old.with_name("case.kzstay.bak"))) == (NEWER, NEW)
    assert names(old.parent) == {"case.kzstay", "case.kzstay.bak"}


def test_no_backup_is_made_where_none_is_asked_for(old: Path) -> None:
    save_case(NEW, old)
    save_case(NEWER, old, keep_backup=False)
    assert (read(old), read(old.with_name("case.kzstay.bak"))) == (NEWER, OLD)


@pytest.mark.parametrize(
    "damaged", [b"something else", b"{", b"\xff", b'{"format": "kzstay", "version": 99, "travellers": 7}']
)
def test_what_is_no_case_never_takes_the_place_of_a_backup(old: Path, damaged: bytes) -> None:
    save_case(NEW, old)
    old.write_bytes(damaged)
    save_case(NEWER, old)
    assert (read(old), read(old.with_name("case.kzstay.bak"))) == (NEWER, OLD)
    assert old.with_name("case.kzstay.broken").read_bytes() == damaged


def test_a_second_damaged_file_replaces_no_first_one(old: Path) -> None:
    for damaged in (b"first", b"second", b"third"):
        old.write_bytes(damaged)
        save_case(NEW, old)
    broken = ["case.kzstay.broken", "case.kzstay.broken-2", "case.kzstay.broken-3"]
    assert [old.with_name(name).read_bytes() for name in broken] == [b"first", b"second", b"third"]


def test_an_empty_file_is_nothing_to_keep(path: Path) -> None:
    path.write_bytes(b"\n")
    save_case(NEW, path)
    assert names(path.parent) == {"case.kzstay"}


def test_a_damaged_file_that_cannot_be_put_aside_is_not_replaced(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"something else")
    with monkeypatch.context() as patch:
        patch.setattr("kzstay.files.atomic.create", failing)
        assert why_not_saved(NEW, path).code == "unwritable"
    assert path.read_bytes() == b"something else"
    assert names(path.parent) == {"case.kzstay"}


def test_backup_of_names_the_backup_that_can_be_opened(old: Path) -> None:
    assert backup_of(old) is None
    save_case(NEW, old)
    assert backup_of(old) == old.with_name("case.kzstay.bak")


@pytest.mark.parametrize("damaged", [b"", b"{", b"\xff"])
def test_backup_of_names_no_damaged_backup(old: Path, damaged: bytes) -> None:
    old.with_name("case.kzstay.bak").write_bytes(damaged)
    assert backup_of(old) is None


def test_backup_of_names_no_folder(old: Path) -> None:
    old.with_name("case.kzstay.bak").mkdir()
    assert backup_of(old) is None


def test_backup_of_a_file_that_is_gone_is_still_found(old: Path) -> None:
    save_case(NEW, old)
    old.unlink()
    assert backup_of(old) == old.with_name("case.kzstay.bak")


# Another program


def test_a_file_that_nobody_else_changed_is_saved(old: Path) -> None:
    stamp = open_case(old).stamp
    stamp = save_case(NEW, old, known=stamp)
    save_case(NEWER, old, known=stamp)
    assert read(old) == NEWER


def test_a_file_changed_by_another_program_is_refused_and_nothing_is_written(old: Path) -> None:
    stamp = open_case(old).stamp
    old.write_bytes(old.read_bytes() + b"\n")
    changed = old.read_bytes()
    error = why_not_saved(NEW, old, known=stamp)
    assert (error.code, error.path) == ("changed", old)
    assert old.read_bytes() == changed
    assert names(old.parent) == {"case.kzstay"}


def test_a_file_that_was_only_touched_is_saved(old: Path) -> None:
    stamp = open_case(old).stamp
    os.utime(old, ns=(stamp[0] + 1_000_000_000, stamp[0] + 1_000_000_000))
    save_case(NEW, old, known=stamp)
    assert read(old) == NEW


def test_a_change_that_keeps_length_and_time_is_seen_too(old: Path) -> None:
    stamp = open_case(old).stamp
    other = old.read_bytes().replace(b"Old", b"Odd")
    old.write_bytes(other)
    os.utime(old, ns=(stamp.modified, stamp.modified))
    assert changed_since(old, stamp)
    assert why_not_saved(NEW, old, known=stamp).code == "changed"
    assert old.read_bytes() == other


@POSIX
def test_another_mode_is_no_change(old: Path) -> None:
    stamp = open_case(old).stamp
    old.chmod(0o640)
    assert not changed_since(old, stamp)
    save_case(NEW, old, known=stamp)
    assert read(old) == NEW


def test_a_file_that_was_only_touched_was_not_changed_and_one_that_is_gone_neither(old: Path) -> None:
    stamp = open_case(old).stamp
    assert not changed_since(old, stamp)
    os.utime(old, ns=(0, 0))
    assert not changed_since(old, stamp)
    old.unlink()
    assert not changed_since(old, stamp)


def test_a_file_that_another_program_removed_is_written_anew(old: Path) -> None:
    stamp = open_case(old).stamp
    old.unlink()
    save_case(NEW, old, known=stamp)
    assert read(old) == NEW
