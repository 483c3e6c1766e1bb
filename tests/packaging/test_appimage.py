"""The AppImage: its layout, the squashfs that is the same each time, and the one runtime that goes before it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import project
from kzstay.identity import Identity
from linux import appimage, packages, processor, share
from linux.steps import SHARE
from tests.packaging import stand_in

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="of Linux alone"),
    pytest.mark.skipif(not shutil.which("mksquashfs"), reason="squashfs-tools is not installed"),
]
ID = Identity(id="io.github.owner.kzstay")
MADE = share.files(SHARE, Identity())
# Unpacks the squashfs behind it and starts what is in it, as the real one does where nothing can be mounted
RUNTIME = b"""#!/bin/sh
#AI
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
tail -c +%04d "$0" >"$place/image"
unsquashfs -quiet -no-progress -dest "$place/AppDir" "$place/image" >/dev/null
"$place/AppDir/AppRun" "$@"
exit
"""


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(project, "DIST", tmp_path)
    monkeypatch.delenv(appimage.GIVEN, raising=False)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return stand_in.bundle(tmp_path / "made", "1.2.3")


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a stand-in for the runtime, and take it for the right one."""
    data = RUNTIME % (len(RUNTIME % 0) + 1)
    path = tmp_path / "runtime"
    path.write_bytes(data)
    monkeypatch.setenv(appimage.GIVEN, str(path))
    taken = replace(processor.here(), sha256=hashlib.sha256(data).hexdigest())
    monkeypatch.setattr(processor, "here", lambda: taken)
    monkeypatch.setattr(appimage, "_MAGIC", data[8:11])
    return path


@pytest.mark.parametrize("identity", [Identity(), ID], ids=["no id", "an id"])
def test_what_a_desktop_looks_for_lies_on_top(bundle: Path, tmp_path: Path, identity: Identity) -> None:
    folder = tmp_path / "AppDir"
    appimage.tree(folder, bundle, share.files(SHARE, identity), identity)
    name = identity.desktop_name
    on_top = {path.name for path in folder.iterdir()}
    assert on_top == {"AppRun", f"{name}.desktop", f"{name}.svg", ".DirIcon", "usr"}
    links = [path for path in folder.rglob("*") if path.is_symlink()]
    assert [link for link in links if not link.exists() or Path(link.readlink()).is_absolute()] == []
    assert (folder / "AppRun").resolve() == (folder / appimage.LIB / "kzstay").resolve()
    # By what AppImage names the picture of the whole
    assert f"Icon={name}\n" in (folder / f"{name}.desktop").read_text(encoding="utf-8")


def test_the_same_bundle_makes_the_same_image(bundle: Path, tmp_path: Path) -> None:
    images: list[bytes] = []
    for name in ("one", "two"):
        (bundle / "kzstay").touch()
        appimage.tree(tmp_path / name, bundle, MADE)
        appimage.squash(tmp_path / name, tmp_path / "image")
        images.append((tmp_path / "image").read_bytes())
    assert images[0] == images[1]


def test_without_a_runtime_the_contents_are_tried_and_that_is_said(bundle: Path) -> None:
    path, told = appimage.build(bundle, "1.2.3", MADE)
    assert path is None
    assert told.startswith(appimage.SKIPPED)
    assert "tried by" in told


def test_with_the_runtime_it_is_one_program(bundle: Path, runtime: Path) -> None:
    path, told = appimage.build(bundle, "1.2.3", MADE)
    assert path is not None
    assert path.name == "kzstay-1.2.3-linux-x64.AppImage"
    assert path.read_bytes().startswith(runtime.read_bytes())
    assert "started: tried by" in told
    done = subprocess.run([path, "--version"], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "kzstay 1.2.3\n"


def test_another_runtime_is_refused(bundle: Path, runtime: Path) -> None:
    runtime.write_bytes(runtime.read_bytes() + b"\n")
    with pytest.raises(project.BuildError, match=r"is not runtime-\w+ of AppImage, version 20251108"):
        appimage.build(bundle, "1.2.3", MADE)


def test_a_runtime_of_the_first_type_is_refused(tmp_path: Path) -> None:
    (tmp_path / "image").touch()
    with pytest.raises(project.BuildError, match="second type"):
        appimage.join(b"\x7fELF\x02\x01\x01\x00AI\x01", tmp_path / "image", tmp_path / "whole")


def test_the_notice_names_the_runtime_that_is_taken() -> None:
    notice = appimage.NOTICE.read_text(encoding="utf-8")
    assert appimage.RUNTIME["version"] in notice
    assert appimage.RUNTIME["home"] in notice
    assert "LGPL-2.1" in notice


# Both packages, as the build makes them


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg is not installed")
def test_each_is_made_or_what_it_lacks_is_said(bundle: Path) -> None:
    (package, _, _), (image, told, more) = packages.make(bundle, "1.2.3")
    assert package is not None
    assert (image, told.partition(":")[0], more) == (None, "SKIPPED", [appimage.RUNTIME])


def test_what_is_missing_ends_a_release(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert [told for _, told, _ in packages.make(bundle, "1.2.3")] == [
        "SKIPPED: dpkg-deb is missing",
        "SKIPPED: mksquashfs is missing",
    ]
    with pytest.raises(project.BuildError, match="dpkg-deb is missing"):
        list(packages.make(bundle, "1.2.3", release=True))
