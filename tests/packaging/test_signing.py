"""Signing for Windows by a command, with a stand-in for a service."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pytest

import project
import signing

PE32, PE64 = 0x10B, 0x20B

# Writes down the name of what it is given, and fills the table of signatures; refuses what ends in a name
SERVICE = """
import pathlib, struct, sys
log, refused, path = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
if refused != "nothing" and path.name.endswith(refused):
    if path.name.startswith("makensis"):
        path.unlink()  # which NSIS would leave behind
    sys.exit(3)
data = bytearray(path.read_bytes())
mark = struct.unpack_from("<I", data, 0x3C)[0]
tables = {0x10B: 96, 0x20B: 112}[struct.unpack_from("<H", data, mark + 24)[0]]
struct.pack_into("<II", data, mark + 24 + tables + 32, len(data), 8)
path.write_bytes(data + b"signature")
with log.open("a") as file:
    file.write(path.name + "\\n")
"""


def stand_in(folder: Path, *, refused: str = "nothing") -> str:
    """Return the command of a service, which writes what it signed to ``signed`` in a folder."""
    script = folder / "the service.py"
    script.write_text(SERVICE, encoding="utf-8")
    return f'"{sys.executable}" "{script}" "{folder / "signed"}" "{refused}" "%1"'


def program(path: Path, kind: int = PE64) -> Path:
    """Write the head of a program of Windows, as far as it is looked at."""
    data = bytearray(512)
    data[:2] = b"MZ"
    struct.pack_into("<I", data, 0x3C, 64)
    data[64:68] = b"PE\0\0"
    struct.pack_into("<H", data, 64 + 24, kind)
    path.write_bytes(data)
    return path


def test_where_nobody_signs_nothing_is_signed_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(signing.COMMAND, raising=False)
    assert signing.programs(tmp_path) == signing.SKIPPED
    assert signing.for_nsis() is None


@pytest.mark.parametrize("kind", [PE32, PE64])
def test_both_programs_are_signed_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: int
) -> None:
    for name in ("kzstay.exe", "kzstay-cli.exe", "other.dll"):
        program(tmp_path / name, kind)
    monkeypatch.setenv(signing.COMMAND, stand_in(tmp_path))
    assert signing.programs(tmp_path) == "signed: kzstay-cli.exe, kzstay.exe"
    assert (tmp_path / "signed").read_text(encoding="utf-8").split() == ["kzstay-cli.exe", "kzstay.exe"]
    signed = {path.name for path in tmp_path.glob("*.*") if path.suffix != ".py" and signing.is_signed(path)}
    assert signed == {"kzstay.exe", "kzstay-cli.exe"}


def test_a_service_that_refuses_ends_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path / "kzstay.exe")
    monkeypatch.setenv(signing.COMMAND, stand_in(tmp_path, refused="kzstay.exe"))
    with pytest.raises(project.BuildError, match=r"kzstay\.exe was not signed: KZSTAY_SIGN.* code 3"):
        signing.programs(tmp_path)


def test_a_service_that_signs_nothing_and_says_all_is_well_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "kzstay.exe")
    monkeypatch.setenv(signing.COMMAND, f'"{sys.executable}" -c pass "%1"')
    with pytest.raises(project.BuildError, match="though KZSTAY_SIGN_COMMAND ended well"):
        signing.programs(tmp_path)


@pytest.mark.parametrize("data", [b"", b"MZ", b"no program at all, but some text that is longer than a head"])
def test_what_is_no_program_is_not_signed(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "file").write_bytes(data)
    assert not signing.is_signed(tmp_path / "file")


@pytest.mark.parametrize(("refused", "code"), [("nothing", 0), (".exe", 1)])
def test_what_nsis_runs_signs_one_file_and_says_why_it_could_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str, code: int
) -> None:
    setup = program(tmp_path / "a setup.exe")
    monkeypatch.setenv(signing.COMMAND, stand_in(tmp_path, refused=refused))
    command = signing.for_nsis()
    assert command is not None
    done = subprocess.run(
        command.replace("%1", str(setup)), shell=True, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == code
    assert ("was not signed" in done.stderr) is bool(code)
    assert signing.is_signed(setup) is not bool(code)


def test_no_certificate_in_a_file_is_asked_for_any_more() -> None:
    texts = {
        path.relative_to(project.PACKAGING).as_posix(): path.read_text(encoding="utf-8", errors="ignore")
        for path in project.PACKAGING.rglob("*")
        if path.suffix in {".md", ".py", ".nsi", ".sh", ".txt"}
    }
    assert [name for name, text in texts.items() if ".pfx" in text or "WINDOWS_CERTIFICATE" in text] == []
