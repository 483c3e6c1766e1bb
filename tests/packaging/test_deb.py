"""The package for Debian: what it tells dpkg, where its files lie, and that it is the same each time."""

from __future__ import annotations

import gzip
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import project
from kzstay.identity import Identity
from linux import deb, processor, share
from linux.steps import SHARE
from tests.packaging import stand_in

pytestmark = pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg is not installed")

MANUAL = b".TH KZSTAY 1\n.SH NAME\nkzstay \\- a stay in Kazakhstan\n.SH SYNOPSIS\nkzstay\n"
MADE = share.files(SHARE, Identity()) | {"man/man1/kzstay.1": MANUAL}
NEEDS = "libc6 (>= 2.36)"


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(project, "DIST", tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return stand_in.bundle(tmp_path / "made", "1.2.3")


@pytest.fixture
def root(bundle: Path, tmp_path: Path) -> Path:
    """Return a package, unpacked with what it tells dpkg."""
    subprocess.run(["dpkg-deb", "-R", deb.pack(bundle, "1.2.3", MADE), tmp_path / "root"], check=True)
    return tmp_path / "root"


def fields(text: str) -> dict[str, str]:
    lines = [line for line in text.splitlines() if not line.startswith(" ")]
    return dict(line.split(": ", 1) for line in lines)


def test_the_package_is_unpacked_and_tried(bundle: Path) -> None:
    package, told = deb.build(bundle, "1.2.3", MADE)
    assert package.name == "kzstay-1.2.3-linux-x64.deb"
    assert told.startswith(f"{package.name} was unpacked and tried by ")


def test_another_version_than_the_one_that_was_built_is_found_out(bundle: Path) -> None:
    with pytest.raises(project.BuildError, match=r"is kzstay 1.2.3, and not 1.2.4"):
        deb.build(bundle, "1.2.4", MADE)


def test_both_commands_are_links_to_the_program(root: Path) -> None:
    for name in ("kzstay", "kzstay-cli"):
        link = root / "usr" / "bin" / name
        assert link.is_symlink()
        assert link.resolve() == (root / "usr" / "lib" / "kzstay" / "kzstay").resolve()


def test_the_desktop_finds_its_files_and_the_manual_both_commands(root: Path) -> None:
    for place in MADE:
        name = (
            f"{place}.gz"
            if place.startswith("man/")
            else place.replace("/site-functions/", "/vendor-completions/")
        )
        assert (root / "usr" / "share" / name).is_file()
    manual = root / "usr" / "share" / "man" / "man1"
    assert gzip.decompress((manual / "kzstay-cli.1.gz").read_bytes()) == MADE["man/man1/kzstay.1"]


def test_no_script_runs_when_it_is_installed_or_removed(root: Path) -> None:
    assert {path.name for path in (root / "DEBIAN").iterdir()} == {"control", "md5sums"}


def test_every_file_has_its_sum(root: Path) -> None:
    lines = (root / "DEBIAN" / "md5sums").read_text(encoding="utf-8").splitlines()
    sums = {name: told for told, name in (line.split("  ", 1) for line in lines)}
    files = [path for path in (root / "usr").rglob("*") if path.is_file() and not path.is_symlink()]
    assert sums == {
        path.relative_to(root).as_posix(): hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
        for path in files
    }


def test_licence_and_changes_go_along(root: Path) -> None:
    folder = root / "usr" / "share" / "doc" / "kzstay"
    licence = (project.ROOT / "LICENSE").read_text(encoding="utf-8").strip()
    assert licence in (folder / "copyright").read_text(encoding="utf-8")
    changes = (project.ROOT / "CHANGELOG.md").read_bytes()
    assert gzip.decompress((folder / "CHANGELOG.md.gz").read_bytes()) == changes


def test_files_can_be_read_by_all_and_changed_by_nobody_else(bundle: Path) -> None:
    package = deb.pack(bundle, "1.2.3", MADE)
    listed = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, encoding="utf-8", check=True)
    modes = {line.split()[0] for line in listed.stdout.splitlines()}
    assert modes == {"drwxr-xr-x", "-rw-r--r--", "-rwxr-xr-x", "lrwxrwxrwx"}
    assert {line.split()[1] for line in listed.stdout.splitlines()} == {"root/root"}


def test_the_same_bundle_makes_the_same_package(bundle: Path) -> None:
    before = deb.pack(bundle, "1.2.3", MADE).read_bytes()
    (bundle / "kzstay").touch()
    usual = os.umask(0o077)  # of a builder who keeps all to themselves
    try:
        assert deb.pack(bundle, "1.2.3", MADE).read_bytes() == before
    finally:
        os.umask(usual)


def test_it_needs_the_newest_libc_that_a_file_of_it_names(bundle: Path) -> None:
    (bundle / "lib.so").write_bytes(b"\x7fELF GLIBC_2.4 GLIBC_2.36 GLIBC_2.17")
    (bundle / "text").write_bytes(b"GLIBC_2.99")
    assert deb.needed(bundle) == f"{NEEDS}, libgcc-s1, libstdc++6"


def test_what_dpkg_is_told() -> None:
    told = deb.control("1.2.3", 1000, NEEDS, Identity())
    assert fields(told) == {
        "Package": "kzstay",
        "Version": "1.2.3",
        "Architecture": "amd64",
        "Maintainer": "The kzstay maintainers",
        "Installed-Size": "1000",
        "Depends": NEEDS,
        "Section": "utils",
        "Priority": "optional",
        "Description": "how long a foreigner may stay in Kazakhstan",
    }
    assert max(map(len, told.splitlines())) < 80


def test_on_another_processor_it_is_for_that_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "aarch64")
    assert processor.download("1.2.3", ".deb") == "kzstay-1.2.3-linux-arm64.deb"
    assert fields(deb.control("1.2.3", 1, NEEDS, Identity()))["Architecture"] == "arm64"
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    with pytest.raises(project.BuildError, match="no Qt for riscv64"):
        processor.here()


def test_the_address_is_told_where_there_is_one() -> None:
    address = "https://github.com/owner/kzstay"
    assert fields(deb.control("1", 1, NEEDS, Identity(address)))["Homepage"] == address


@pytest.mark.parametrize(
    ("version", "shown"), [("1.0.0rc1", "1.0.0~rc1"), ("1.0.0", "1.0.0"), ("2.0b2", "2.0~b2")]
)
def test_a_version_for_trying_comes_before_the_one_it_leads_to(version: str, shown: str) -> None:
    assert fields(deb.control(version, 1, NEEDS, Identity()))["Version"] == shown
    if shown != "1.0.0":
        final = shown.partition("~")[0]
        assert subprocess.run(["dpkg", "--compare-versions", shown, "lt", final], check=False).returncode == 0


@pytest.mark.skipif(sys.platform != "linux" or not shutil.which("lintian"), reason="lintian is not installed")
def test_lintian_finds_nothing_that_is_not_explained(bundle: Path) -> None:
    package, _ = deb.build(bundle, "1.2.3", MADE)
    command = ["lintian", "--no-tag-display-limit", "--allow-root", package]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    found = [line for line in told.stdout.splitlines() if line.startswith(("E:", "W:"))]
    assert found == []
    reasons = deb.OVERRIDES.read_text(encoding="utf-8").split("\n\n", 1)[1]
    assert reasons.startswith("#")
