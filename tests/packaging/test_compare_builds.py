"""Two builds are compared file by file: what one has alone, what says something else, what is packed otherwise."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import project

TOOL = project.PACKAGING / "tools" / "compare_builds.py"


def compared(one: Path, other: Path) -> tuple[int, list[str]]:
    done = subprocess.run([sys.executable, TOOL, one, other], capture_output=True, encoding="utf-8", check=False)
    assert done.stderr == ""
    return done.returncode, [
        line.replace(str(one), "ONE").replace(str(other), "OTHER") for line in done.stdout.splitlines()
    ]


def tree(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / "kzstay" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        os.utime(path, (1_000_000_000, 1_000_000_000))
    return folder


def packed(folder: Path, how: str = "xz") -> Path:
    """Pack a folder in the order of names."""
    path = folder.with_suffix(".whl" if how == "zip" else f".tar.{how}")
    files = sorted(one for one in folder.rglob("*") if one.is_file())
    if how == "zip":
        with zipfile.ZipFile(path, "w") as wheel:
            for one in files:
                wheel.write(one, one.relative_to(folder))
    else:
        with tarfile.open(path, f"w:{how}") as archive:  # type: ignore[call-overload]
            for one in files:
                archive.add(one, one.relative_to(folder))
    return path


@pytest.mark.parametrize("how", ["folder", "zip", "gz", "xz"])
def test_what_differs_is_named(tmp_path: Path, how: str) -> None:
    one = tree(tmp_path / "one", same="a", other="b", mine="c")
    other = tree(tmp_path / "two", same="a", other="B", yours="c")
    pair = (one, other) if how == "folder" else (packed(one, how), packed(other, how))
    assert compared(*pair) == (
        1,
        ["another content: kzstay/other", "only in ONE: kzstay/mine", "only in OTHER: kzstay/yours"],
    )
    assert compared(pair[0], pair[0]) == (0, [])


@pytest.mark.skipif(sys.platform == "win32", reason="has other rights")
def test_rights_and_times_of_what_is_packed_are_compared(tmp_path: Path) -> None:
    one, other = tree(tmp_path / "one", first="a", second="b"), tree(tmp_path / "two", first="a", second="b")
    (other / "kzstay" / "first").chmod(0o700)
    os.utime(other / "kzstay" / "second", (1_100_000_000, 1_100_000_000))
    told = ["another mode: kzstay/first", "another time: kzstay/second"]
    assert compared(packed(one), packed(other)) == (1, told)
    assert compared(one, other) == (0, [])  # nobody packed them


def test_the_same_files_in_another_packing_are_no_equal_build(tmp_path: Path) -> None:
    one, other = tree(tmp_path / "one", same="a"), tree(tmp_path / "two", same="a")
    pair = packed(one, "gz"), packed(other, "xz")
    assert compared(*pair) == (1, ["the same files, packed in another way"])
