"""The Flatpak manifest as data: by the id, of what is locked, with the folders that saving needs, no network."""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import contents
import project
from kzstay.files import store
from kzstay.identity import Identity
from linux import share
from linux.steps import SHARE

HERE = project.PACKAGING / "linux" / "flatpak"
MADE = runpy.run_path(str(HERE / "make.py"))
EXAMPLE = Identity("https://github.com/owner/kzstay", "io.github.owner.kzstay")
LOCK = (project.PACKAGING / "requirements-build.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return MADE["files"](EXAMPLE, "1.2.3")


@pytest.fixture(scope="module")
def manifest(files: dict[str, str]) -> dict[str, Any]:
    return json.loads(files[f"{EXAMPLE.id}.json"])


def test_it_goes_by_the_id_and_comes_from_the_address(manifest: dict[str, Any]) -> None:
    assert manifest["id"] == EXAMPLE.id
    (source,) = [each for each in manifest["modules"][-1]["sources"] if isinstance(each, dict) and "url" in each]
    assert source == {"type": "git", "url": EXAMPLE.address, "tag": "v1.2.3"}


@pytest.mark.parametrize("identity", [Identity(), Identity(EXAMPLE.address), Identity(id=EXAMPLE.id)])
def test_without_address_or_id_there_is_none(identity: Identity) -> None:
    with pytest.raises(Exception, match=r"which kzstay/identity\.py lacks"):
        MADE["manifest"](identity, "1.2.3")


def test_qt_and_its_bindings_come_with_runtime_and_base_of_one_version(manifest: dict[str, Any]) -> None:
    assert (manifest["runtime"], manifest["base"]) == ("org.kde.Platform", "io.qt.PySide.BaseApp")
    assert manifest["runtime-version"] == manifest["base-version"]
    wanted = re.search(r'"PySide6-Essentials>=([\d.]+);', (project.ROOT / "pyproject.toml").read_text("utf-8"))
    assert wanted is not None
    assert tuple(map(int, manifest["base-version"].split("."))) >= tuple(map(int, wanted[1].split(".")))


def test_nothing_can_be_sent(manifest: dict[str, Any]) -> None:
    asked = manifest["finish-args"]
    assert [each for each in asked if "network" in each or "talk-name" in each] == []
    # While it is built neither: pip looks at what lies there alone
    commands = [command for module in manifest["modules"] for command in module["build-commands"]]
    assert [command for command in commands if "pip3" in command and "--no-index" not in command] == []


def test_a_save_finds_the_real_folder_and_its_backup_stays(manifest: dict[str, Any], tmp_path: Path) -> None:
    """A save writes beside the case, so that a right to the file alone is not enough."""
    folders = {each for each in manifest["finish-args"] if each.startswith("--filesystem=")}
    assert folders == {f"--filesystem=xdg-{name}" for name in ("documents", "desktop", "download")}
    assert not [each for each in folders if each.endswith(":ro")]
    assert store.beside(tmp_path / "a.kzstay", store.BACKUP).parent == tmp_path


def test_every_package_is_of_the_version_and_hash_that_is_locked(files: dict[str, str]) -> None:
    for name in ("packages.txt", "tools.txt"):
        assert all(line in LOCK for line in files[name].splitlines())
        lines = files[name].replace("\\\n", " ").splitlines()
        assert [line for line in lines if not re.match(r"[\w.-]+==\S+.*--hash=sha256:[0-9a-f]{64}", line)] == []


def test_all_that_the_program_needs_is_installed_apart_from_what_the_base_has(files: dict[str, str]) -> None:
    held = set(re.findall(r"^([\w.-]+)==", files["packages.txt"], re.MULTILINE))
    assert held == {name.lower() for name in contents.DISTRIBUTIONS} - {"pyside6-essentials", "shiboken6"}
    assert {"hatchling", "babel"} <= set(re.findall(r"^([\w.-]+)==", files["tools.txt"], re.MULTILINE))


def test_the_files_of_the_desktop_are_written_by_a_command(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, project.PACKAGING / "tools" / "write_share.py", tmp_path], check=True, cwd=tmp_path
    )
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == set(share.files(SHARE, Identity()))
