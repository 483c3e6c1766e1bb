from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Any, NoReturn

import pytest

from kzstay.core.case import Case
from kzstay.files.codec import CaseFileError, decode
from kzstay.files.store import LARGEST, StoreError, backup_of, changed_since, open_case, save_case
from tests.helpers import case, traveller

OLD = case(traveller("DE", name="Old"))
NEW = case(traveller("DE", name="New"))
NEWER = case(traveller("DE", name="Newer"))
POSIX = pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.kzstay"


@pytest.fixture
def old(path: Path) -> Path:
    save_case(OLD, path)
    return path


def read(path: Path) -> Case:
    return open_case(path).document.case


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def failing(*_: Any, **__: Any) -> NoReturn:  # noqa: ANN401
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def why_not_opened(path: Path) -> StoreError:
    with pytest.raises(StoreError) as caught:
        open_case(path)
    return caught.value


def why_not_saved(found: Case, path: Path, **options: Any) -> StoreError:  # noqa: ANN401
    with pytest.raises(StoreError) as caught:
        save_case(found, path, **options)
    return caught.value


# Saving


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
    "fails", ["kzstay.files.store.os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod", "tempfile.mkstemp"]
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
        patch.setattr("tempfile.mkstemp", failing)
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


def test_a_change_that_keeps_the_length_is_seen_too(old: Path) -> None:
    stamp = open_case(old).stamp
    os.utime(old, ns=(stamp[0] + 1_000_000_000, stamp[0] + 1_000_000_000))
    assert why_not_saved(NEW, old, known=stamp).code == "changed"


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


# Opening


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
