"""The wheel and the sdist: their licences, and that whoever builds them gets the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest

import project

TEXTS = {
    "LICENSE": "MIT License",
    "resources/calendar/LICENSE.txt": "Permission is hereby granted, free of charge",
    "resources/cldr/LICENSE.txt": "UNICODE LICENSE V3",
    "resources/fonts/OFL.txt": "SIL OPEN FONT LICENSE",
    "resources/fonts/scripts/OFL.txt": "SIL OPEN FONT LICENSE",
}
TREE = "kzstay", "resources", "packaging", "tests"
DAY = 24 * 60 * 60  # seconds

# Builds both as an installer does, with a clock that goes wrong by as many seconds as the first argument says
BUILD = """
import datetime, sys, time
off = int(sys.argv[1])
true = time.time
time.time = lambda: true() + off
class Shifted(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=off)
datetime.datetime = Shifted
from hatchling import build
build.build_wheel(sys.argv[2])
build.build_sdist(sys.argv[2])
"""


def built(place: Path, off: int) -> dict[str, Path]:
    """Build from a copy of the sources, made at that time, and return wheel and sdist by their suffixes."""
    tree, target = place / "tree", place / "built"
    shutil.copytree(project.ROOT, tree, ignore=_left)
    when = 1_700_000_000 + off
    for path in tree.rglob("*"):
        os.utime(path, (when, when))
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    subprocess.run([sys.executable, "-c", BUILD, str(off), target], cwd=tree, env=environment, check=True)
    return {path.suffix: path for path in target.iterdir()}


def _left(folder: str, names: list[str]) -> set[str]:
    """Return what is no source: folders of the root that are not the project, and what was compiled."""
    left = {name for name in names if name == "__pycache__" or name.endswith((".mo", ".pyc"))}
    if Path(folder) == project.ROOT:
        left |= {name for name in names if Path(folder, name).is_dir() and name not in TREE}
    return left


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return built(tmp_path_factory.mktemp("first"), 0)


@pytest.fixture(scope="module")
def wheel(first: dict[str, Path]) -> dict[str, bytes]:
    with zipfile.ZipFile(first[".whl"]) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.fixture(scope="module")
def metadata(wheel: dict[str, bytes]) -> Message:
    (name,) = (name for name in wheel if name.endswith(".dist-info/METADATA"))
    return message_from_bytes(wheel[name])


def test_the_metadata_name_the_licences_of_all_that_is_in_the_wheel(metadata: Message) -> None:
    assert metadata["License-Expression"] == "MIT AND OFL-1.1 AND Unicode-3.0"
    assert set(metadata.get_all("License-File", [])) == set(TEXTS)


@pytest.mark.parametrize("text", TEXTS)
def test_the_licence_texts_are_in_the_wheel_and_in_the_sdist(
    text: str, wheel: dict[str, bytes], first: dict[str, Path]
) -> None:
    kept = (project.ROOT / text).read_bytes()
    assert TEXTS[text] in kept.decode()
    (in_wheel,) = (name for name in wheel if name.endswith(f".dist-info/licenses/{text}"))
    assert wheel[in_wheel] == kept
    with tarfile.open(first[".gz"]) as packed:
        (in_sdist,) = (name for name in packed.getnames() if name.partition("/")[2] == text)
        member = packed.extractfile(in_sdist)
        assert member is not None
        assert member.read() == kept


def test_every_folder_of_resources_with_a_licence_of_its_own_is_named(metadata: Message) -> None:
    root = project.ROOT
    kept = (path for name in ("LICENSE.txt", "OFL.txt") for path in (root / "resources").rglob(name))
    found = {path.relative_to(root).as_posix() for path in kept}
    assert found | {"LICENSE"} == set(metadata.get_all("License-File", []))


def test_a_wheel_and_an_sdist_that_are_built_again_later_and_elsewhere_are_equal_to_the_byte(
    first: dict[str, Path], tmp_path: Path
) -> None:
    again = built(tmp_path / "another place", 400 * DAY)
    assert {path.name for path in again.values()} == {path.name for path in first.values()}
    assert {suffix for suffix, path in again.items() if path.read_bytes() != first[suffix].read_bytes()} == set()
