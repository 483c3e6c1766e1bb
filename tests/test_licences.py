"""The licences of a copy: where a bundle of each system has them, and which ones the package has by itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import notices
import project
from kzstay import licences
from parts import Part

PROGRAMS = {
    "linux": "kzstay/kzstay",
    "windows": "kzstay/kzstay.exe",
    "macos": "kzstay.app/Contents/MacOS/kzstay",
}
SAID = {
    "MIT": "Permission is hereby granted, free of charge",
    "OFL-1.1": "SIL OPEN FONT LICENSE",
    "Unicode-3.0": "UNICODE LICENSE V3",
}
WORK = Part(name="x", version="1", licence="MIT", home="", kind="deb", texts={"system/x.txt": "free"})


@pytest.fixture(params=PROGRAMS)
def bundle(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Have a bundle of a system run, with what the build puts into it; return the name of the system."""
    target: str = request.param
    program = tmp_path / PROGRAMS[target]
    program.parent.mkdir(parents=True)
    program.touch()
    whole = tmp_path / Path(PROGRAMS[target]).parts[0]
    notices.folder(whole, target).parent.mkdir(parents=True, exist_ok=True)
    notices.write(whole, target, [WORK])
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "platform", project.TARGETS[target])
    return target


def test_a_bundle_finds_the_notices_and_the_texts_that_the_build_laid(bundle: str) -> None:
    folder = licences.bundled()
    assert folder is not None
    assert notices.REPLACING[bundle] in licences.notices(folder)
    found = licences.texts(folder)
    assert {"kzstay.txt", "LGPL-3.0.txt", "GPL-3.0.txt", "CLDR.txt", "holidays.txt", "system/x.txt"} <= set(found)
    assert licences.NOTICES not in found
    assert found["system/x.txt"].read_text(encoding="utf-8") == "free"


@pytest.mark.skipif(sys.platform == "win32", reason="not everybody may make a link there")
def test_a_link_to_the_program_finds_them_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "lib" / "kzstay"
    program.parent.mkdir()
    program.touch()
    (tmp_path / "kzstay-cli").symlink_to(program)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "kzstay-cli"))
    assert licences.bundled() == program.resolve().parent / "licenses"


def test_what_python_runs_is_no_bundle() -> None:
    assert licences.bundled() is None


@pytest.mark.parametrize("work", licences.own(), ids=lambda work: work.name)
def test_each_work_in_the_package_has_its_text(work: licences.Work) -> None:
    assert SAID[work.licence] in work.text.read_text(encoding="utf-8")


def test_the_works_in_the_package_are_those_that_its_metadata_tell() -> None:
    told = (project.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    texts = {work.text.relative_to(project.ROOT).as_posix() for work in licences.own()}
    assert {text for text in texts if f'"{text}"' not in told} == set()
    expression = " AND ".join(sorted({work.licence for work in licences.own()}))
    assert f'license = "{expression}"' in told


def test_an_installed_package_has_the_licence_of_the_program_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kzstay-1.2.3.dist-info" / "licenses" / "LICENSE"
    kept.parent.mkdir(parents=True)
    kept.write_text("free", encoding="utf-8")
    monkeypatch.setattr(licences, "_PACKAGE", tmp_path / "kzstay")
    assert licences.own()[0].text == kept
