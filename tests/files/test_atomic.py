from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from kzstay.files import atomic
from kzstay.files.atomic import fitting, make_private, move_to_free, remove_stale, target_of, write_whole

POSIX = pytest.mark.skipif(os.name != "posix", reason="links, modes and owners of POSIX")
HOUR_AND_MORE = 4000


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def aged(path: Path, seconds: int) -> Path:
    path.write_bytes(b"left")
    time = path.stat().st_mtime - seconds
    os.utime(path, (time, time))
    return path


def test_any_bytes_can_be_written_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "file", b"\0\xff")
    assert (tmp_path / "file").read_bytes() == b"\0\xff"
    assert names(tmp_path) == {"file"}


def test_a_temporary_file_is_named_by_the_program_and_not_by_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def replaced(self: Path, target: Path) -> NoReturn:
        seen.append(self.name)
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Path, "replace", replaced)
    with pytest.raises(OSError, match="full"):
        write_whole(tmp_path / "case.kzstay", b"")
    assert [name.startswith(".kzstay-") and name.endswith(".tmp") for name in seen] == [True]


# What a broken run left


@pytest.mark.parametrize(
    "name",
    [
        ".kzstay-ab12_xyz.tmp",
        ".case.kzstay.ab12_xyz.tmp",
        ".c.kzstay.bak.ab12_xyz.tmp",
        ".settings.json.ab12_xyz.tmp",
    ],
)
def test_temporary_files_of_its_own_that_are_over_an_hour_old_are_removed(tmp_path: Path, name: str) -> None:
    aged(tmp_path / name, HOUR_AND_MORE)
    remove_stale(tmp_path)
    assert names(tmp_path) == set()


@pytest.mark.parametrize(
    ("name", "seconds"),
    [
        (".kzstay-ab12_xyz.tmp", 60),
        (".kzstay-ab12_xyz.tmp", -HOUR_AND_MORE),
        (".notes.txt.ab12_xyz.tmp", HOUR_AND_MORE),
        ("kzstay-ab12_xyz.tmp", HOUR_AND_MORE),
        (".kzstay-ab12_xyz.tmp.kzstay", HOUR_AND_MORE),
        ("case.kzstay", HOUR_AND_MORE),
    ],
)
def test_nothing_else_is_removed(tmp_path: Path, name: str, seconds: int) -> None:
    aged(tmp_path / name, seconds)
    remove_stale(tmp_path)
    assert names(tmp_path) == {name}


def test_a_folder_of_such_a_name_stays_and_one_that_is_not_there_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / ".kzstay-ab12_xyz.tmp").mkdir()
    os.utime(tmp_path / ".kzstay-ab12_xyz.tmp", (0, 0))
    remove_stale(tmp_path)
    remove_stale(tmp_path / "nowhere")
    assert names(tmp_path) == {".kzstay-ab12_xyz.tmp"}


# What is kept of the file that is replaced


@POSIX
@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only who may do everything gives away"
)
def test_a_file_keeps_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    os.chown(path, 12345, 23456)
    path.chmod(0o640)
    write_whole(path, b"new")
    status = path.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (12345, 23456, 0o640)


@POSIX
def test_the_rights_of_a_group_are_not_handed_to_another(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o664)
    fields = list(path.stat())
    fields[stat.ST_GID] += 1
    assert atomic._mode(path, os.stat_result(fields)) == 0o644


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="Python knows extended attributes on Linux alone")
def test_a_file_keeps_its_extended_attributes(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    try:
        os.setxattr(path, "user.colour", b"blue")
    except OSError:
        pytest.skip("this file system has none")
    write_whole(path, b"new")
    assert (path.read_bytes(), os.getxattr(path, "user.colour")) == (b"new", b"blue")


@POSIX
def test_a_write_protected_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PermissionError):
        write_whole(path, b"new")
    assert (path.read_bytes(), names(tmp_path)) == (b"old", {"file"})


@POSIX
def test_a_hard_link_goes_on_holding_the_old_version(tmp_path: Path) -> None:
    path, link = tmp_path / "file", tmp_path / "link"
    path.write_bytes(b"old")
    link.hardlink_to(path)
    write_whole(path, b"new")
    assert (path.read_bytes(), link.read_bytes()) == (b"new", b"old")


@POSIX
def test_what_a_link_stands_for_is_written_where_that_is_asked_for(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "file")
    write_whole(target_of(link), b"new")
    assert link.is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


# Names


def test_a_file_moves_to_the_first_name_that_is_free(tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"taken")
    (tmp_path / "file").write_bytes(b"file")
    assert move_to_free(tmp_path / "file", ["taken", "free"]) == tmp_path / "free"
    assert ((tmp_path / "taken").read_bytes(), (tmp_path / "free").read_bytes()) == (b"taken", b"file")


def test_a_file_stays_where_no_name_is_free_or_it_cannot_be_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> NoReturn:
        raise OSError(errno.EACCES, "no")

    (tmp_path / "file").write_bytes(b"file")
    with pytest.raises(FileExistsError):
        move_to_free(tmp_path / "file", ["file"])
    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(OSError, match="no"):
        move_to_free(tmp_path / "file", ["free"])
    assert names(tmp_path) == {"file"}


def test_a_name_is_cut_between_letters(tmp_path: Path) -> None:
    name = fitting("ж" * 200, " 2026.pdf", tmp_path)
    assert name.endswith("ж 2026.pdf")
    assert len(name.encode()) <= 255
    assert fitting("short", ".pdf", tmp_path) == "short.pdf"


@POSIX
def test_a_folder_of_the_programs_own_is_for_its_owner_alone(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir(mode=0o755)
    for folder in (tmp_path / "own", tmp_path / "new" / "own"):
        make_private(folder)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
