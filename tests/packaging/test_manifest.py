"""The list of a bundle's files, and what differs from it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import contents
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
        manifest.check(bundle(tmp_path / "a", "kzstay"), "linux")


# The first build of a target


FRAMEWORK = "Contents/Frameworks/PySide6/Qt/lib/Qt{0}.framework/Versions/A/Qt{0}"
QT = "Contents/Frameworks/PySide6/Qt"


def first_build() -> list[str]:
    """Return the files of Qt that a bundle for macOS has to hold, as its wheel lays them."""
    return [
        *(FRAMEWORK.format(part) for part in contents.QT_PARTS["darwin"]),
        *(
            f"{QT}/plugins/{folder}/lib{name}.dylib"
            for folder, names in contents.plugins("darwin").items()
            for name in names
        ),
        *(f"{QT}/translations/{name}" for name in contents.TRANSLATIONS),
    ]


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(project, "DIST", tmp_path / "dist")
    return tmp_path / "dist"


def test_a_first_build_passes_and_leaves_its_list_to_be_taken_in(
    tmp_path: Path, dist: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = bundle(tmp_path / "a", *first_build())
    assert manifest.check(made, "macos", release=True).startswith("SKIPPED: there is no list yet")
    (left,) = dist.iterdir()
    assert left.name.startswith(f"kzstay-{project.version()}-macos-")
    listed = left.read_text(encoding="utf-8")
    assert capsys.readouterr().out == listed, "in the log too"
    manifest.accept(made, "macos")
    assert manifest.path("macos").read_text(encoding="utf-8") == listed


@pytest.mark.parametrize(
    ("lost", "told"),
    [
        (FRAMEWORK.format("Svg"), "- qtsvg.framework: a part of Qt"),
        (f"{QT}/plugins/platforms/libqcocoa.dylib", "- platforms/qcocoa: a plugin of Qt"),
        (f"{QT}/translations/qtbase_kk.qm", "- qtbase_kk.qm: words of Qt"),
        (f"{OWN}law/duties.toml", "- resources/law/duties.toml"),
    ],
)
def test_a_first_build_that_lacks_what_is_known_fails(tmp_path: Path, dist: Path, lost: str, told: str) -> None:
    made = bundle(tmp_path / "a", *first_build())
    (made / lost).unlink()
    with pytest.raises(project.BuildError, match=told):
        manifest.check(made, "macos")
    assert not dist.exists()


def test_a_first_build_with_what_is_refused_fails(tmp_path: Path, dist: Path) -> None:
    made = bundle(tmp_path / "a", *first_build(), FRAMEWORK.format("Network"))
    with pytest.raises(project.BuildError, match="a part of Qt that is not used"):
        manifest.check(made, "macos")
    assert not dist.exists()


def test_every_target_that_was_built_has_its_manifest() -> None:
    kept = {path.stem for path in (project.PACKAGING / "manifests").glob("*.txt")}
    assert kept == set(project.TARGETS) - manifest.UNSEEN, "a target whose list is taken in was seen"


# What every manifest holds


@pytest.mark.parametrize("target", sorted(set(project.TARGETS) - manifest.UNSEEN))
def test_a_manifest_that_is_kept_holds_all_that_a_first_build_is_asked_for(target: str) -> None:
    names = (project.PACKAGING / "manifests" / f"{target}.txt").read_text(encoding="utf-8").splitlines()
    assert contents.lacking(names, project.TARGETS[target]) == []


def test_one_manifest_holds_for_every_release_of_python() -> None:
    """What a bundle for Windows has of Python, as releases lay it."""

    def frozen_by(minor: int) -> list[str]:
        modules = ["_ctypes", "_decimal", "_queue", "select", "unicodedata"]
        modules += ["_wmi", "_zoneinfo"] if minor > 11 else ["_uuid"]
        return [
            *(f"_internal/{name}.pyd" for name in modules),
            f"_internal/python3{minor}.dll",
            "_internal/python3.dll",
            f"_internal/msgspec/_core.cp3{minor}-win_amd64.pyd",
            f"_internal/lxml/etree.cp3{minor}-win_amd64.pyd",
        ]

    assert len({tuple(manifest.listing(frozen_by(minor))) for minor in range(11, 16)}) == 1
    kept = (project.PACKAGING / "manifests" / "windows.txt").read_text(encoding="utf-8").splitlines()
    assert set(manifest.listing(frozen_by(13))) <= set(kept)


@pytest.mark.parametrize("target", sorted(set(project.TARGETS) - manifest.UNSEEN))
def test_no_manifest_names_a_release_of_python(target: str) -> None:
    text = (project.PACKAGING / "manifests" / f"{target}.txt").read_text(encoding="utf-8")
    assert not re.search(r"(python|cp|cpython-)3\.?\d", text, re.IGNORECASE)


def test_the_manifests_that_are_kept_hold_nothing_that_is_refused() -> None:
    for path in (project.PACKAGING / "manifests").glob("*.txt"):
        names = path.read_text(encoding="utf-8").splitlines()
        plain = [name.removeprefix(manifest.MAY_LACK) for name in names]
        assert contents.refused(plain, project.TARGETS[path.stem]) == []
        assert plain == sorted(plain)
