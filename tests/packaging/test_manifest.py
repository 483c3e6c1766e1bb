"""The list of a bundle's files, and what differs from it."""

from __future__ import annotations

from pathlib import Path

import pytest

import manifest
import project
from kzstay.core.law import toml

OWN = "_internal/kzstay/resources/"


def bundle(folder: Path, *names: str) -> Path:
    root = project.ROOT / "resources"
    own = [f"{OWN}{path.relative_to(root).as_posix()}" for path in root.rglob("*") if path.is_file()]
    own += [name.removesuffix(".toml") + toml.COMPILED for name in own if name.endswith(".toml")]
    for name in (*names, *(name for name in own if not name.endswith(".po"))):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return folder


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(manifest, "MANIFESTS", tmp_path / "manifests")


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("kzstay", "kzstay"),
        ("_internal/libpython3.11.so.1.0", "_internal/libpython3*.so.*"),
        ("_internal/libpython3.13.so.1.0", "_internal/libpython3*.so.*"),
        ("_internal/python311.dll", "_internal/python3*.dll"),
        ("_internal/msgspec/_core.cpython-311-x86_64-linux-gnu.so", "_internal/msgspec/_core.so"),
        ("_internal/msgspec/_core.cp311-win_amd64.pyd", "_internal/msgspec/_core.pyd"),
        ("_internal/libicudata.so.73", "_internal/libicudata.so.*"),
        ("_internal/shiboken6/libshiboken6.abi3.so.6.11", "_internal/shiboken6/libshiboken6.abi3.so.*"),
        ("Contents/Frameworks/libpyside6.abi3.6.11.dylib", "Contents/Frameworks/libpyside6.abi3.*.dylib"),
        ("_internal/PySide6/QtCore.abi3.so", "_internal/PySide6/QtCore.abi3.so"),
        ("_internal/msgspec-0.22.0.dist-info/METADATA", "_internal/msgspec-*.dist-info/METADATA"),
        ("_internal/lib-dynload/_json.cpython-311-x86_64-linux-gnu.so", "(modules of Python)"),
        ("_internal/PySide6/MSVCP140.dll", "_internal/PySide6/msvcp140.dll"),
        ("_internal/_ctypes.pyd", "(modules of Python)"),
        ("_internal/tzdata/zoneinfo/Asia/Almaty", "(zones of the world)"),
        ("_internal/PySide6/QtCore.pyd", "_internal/PySide6/QtCore.pyd"),
    ],
)
def test_a_name_stands_without_what_a_release_changes(name: str, normal: str) -> None:
    assert manifest.normal(name) == normal


def test_a_bundle_agrees_with_what_was_accepted(tmp_path: Path) -> None:
    made = bundle(tmp_path / "a", "kzstay", "_internal/libQt6Core.so.6")
    manifest.accept(made, "linux")
    assert manifest.check(made, "linux").endswith("linux.txt")
    assert manifest.path("linux").read_text(encoding="utf-8") == "_internal/libQt6Core.so.*\nkzstay\n"


def test_a_file_more_and_a_file_less_are_told(tmp_path: Path) -> None:
    manifest.accept(bundle(tmp_path / "a", "kzstay", "old"), "linux")
    with pytest.raises(project.BuildError, match=r"--accept-manifest[^\n]*\n- old\n\+ new$"):
        manifest.check(bundle(tmp_path / "b", "kzstay", "new"), "linux")


def test_a_converter_of_windows_fails_whatever_was_accepted(tmp_path: Path) -> None:
    made = bundle(tmp_path / "a", "kzstay.exe", "_internal/IcuUc.dll")
    manifest.accept(made, "windows")
    with pytest.raises(project.BuildError, match=r"must not:\n_internal/IcuUc\.dll: a library of Windows"):
        manifest.check(made, "windows")


def test_a_library_of_the_system_may_lack_but_not_in_a_release(tmp_path: Path) -> None:
    manifest.accept(
        bundle(tmp_path / "a", "_internal/libxcb-cursor.so.0", "_internal/spares/libEGL.so.1"), "linux"
    )
    lacking = bundle(tmp_path / "b", "_internal/spares/libEGL.so.1")
    manifest.check(lacking, "linux")
    with pytest.raises(project.BuildError, match="- _internal/libxcb-cursor"):
        manifest.check(lacking, "linux", release=True)


def test_another_spare_library_may_come_along_but_not_in_a_release(tmp_path: Path) -> None:
    manifest.accept(bundle(tmp_path / "a", "_internal/spares/libEGL.so.1"), "linux")
    more = bundle(tmp_path / "b", "_internal/spares/libEGL.so.1", "_internal/spares/libelf.so.1")
    manifest.check(more, "linux")
    with pytest.raises(project.BuildError, match=r"\+ _internal/spares/libelf"):
        manifest.check(more, "linux", release=True)


def test_the_data_of_the_program_is_that_of_the_sources(tmp_path: Path) -> None:
    made = bundle(tmp_path / "a", "kzstay", f"{OWN}law/of-last-year.toml")
    (made / OWN / "law" / "duties.toml").unlink()
    manifest.accept(made, "linux")
    with pytest.raises(
        project.BuildError, match=r"- resources/law/duties.toml\n\+ resources/law/of-last-year.toml"
    ):
        manifest.check(made, "linux")


def test_without_a_manifest_the_build_says_how_to_write_one(tmp_path: Path) -> None:
    with pytest.raises(project.BuildError, match="--accept-manifest writes it"):
        manifest.check(bundle(tmp_path / "a", "kzstay"), "macos")


def test_the_manifests_that_are_kept_hold_nothing_that_is_refused() -> None:
    import contents

    for path in (project.PACKAGING / "manifests").glob("*.txt"):
        names = path.read_text(encoding="utf-8").splitlines()
        plain = [name.removeprefix(manifest.MAY_LACK) for name in names]
        assert contents.refused(plain, project.TARGETS[path.stem]) == []
        assert plain == sorted(plain)
