"""Sizes, notices, the bill of materials, the checksum and the notes of a release."""

from __future__ import annotations

import ast
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

import budget
import build
import contents
import measure
import notices
import parts
import project
import release_notes
import sbom
import signing
from kzstay.ui import app
from parts import Part

ROOT = project.ROOT


@pytest.fixture(scope="module")
def found() -> list[Part]:
    pytest.importorskip("PyInstaller", reason="describes what froze the bundle")
    return parts.describe([])


def work(**changed: object) -> Part:
    plain = {"name": "x", "version": "1", "licence": "MIT", "home": "", "kind": "pypi", "texts": {"x.txt": "free"}}
    return Part(**(plain | changed))  # type: ignore[typeddict-item]


# Sizes


def test_a_size_within_the_budget_is_told_and_one_over_it_fails(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(bytes(2_000_000))
    if sys.platform != "win32":  # where not everybody may make one
        (tmp_path / "link").symlink_to("file")
    assert budget.unpacked(tmp_path, "linux") == "unpacked: 2.00 MB of at most 130"
    with pytest.raises(project.BuildError, match=r"131\.0 MB of at most 130: over the budget"):
        budget.within("unpacked", 131, 130, "MB")


def test_memory_is_compared_with_that_of_a_bare_window() -> None:
    assert budget.memory(80, 50) == "memory of 80 MB against 50 MB: 1.60 times a bare window of at most 1.75"
    with pytest.raises(project.BuildError, match="over the budget"):
        budget.memory(100, 50)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell it")
def test_the_memory_of_a_program_is_told_once_it_has_ended(tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text(f"#!{sys.executable}\nheld = bytearray(60_000_000)\n", encoding="utf-8")
    program.chmod(0o755)
    assert 60 < measure.resident(program, tmp_path, "answer") < 120


def test_the_budgets_are_those_that_were_promised() -> None:
    assert budget.BUDGETS["linux"].unpacked == 130
    assert budget.BUDGETS["windows"] == budget.Budget(unpacked=78, download=24)
    assert set(budget.BUDGETS) == set(project.TARGETS)


def test_a_slow_start_fails() -> None:
    assert budget.start(0.24, 0.44, 0.2) == (
        "first paint after 0.24 s against 0.20 s: 1.20 times a bare window of at most 1.3; "
        "answer after 0.44 s against 0.20 s: 2.20 times a bare window of at most 2.75"
    )
    with pytest.raises(project.BuildError, match="over the budget"):
        budget.start(0.28, 0.44, 0.2)
    with pytest.raises(project.BuildError, match=r"answer .* over the budget"):
        budget.start(0.24, 0.64, 0.2)


# Works of others


def test_every_work_has_a_version_and_a_licence(found: list[Part]) -> None:
    assert {part["name"] for part in found} == {
        *(name.lower() for name in contents.DISTRIBUTIONS),
        *("python", "qt", "pyinstaller"),
    }
    assert [part["name"] for part in found if not (part["version"] and part["licence"])] == []


def test_every_licence_has_its_text(found: list[Part]) -> None:
    assert {"msgspec.txt", "python-dateutil.txt", "six.txt", "PyInstaller.txt"} <= set(notices.texts(found))


def test_a_work_without_a_text_fails_the_build() -> None:
    with pytest.raises(project.BuildError, match="No licence text was found for x"):
        notices.texts([work(texts={})])


@pytest.mark.parametrize("target", project.TARGETS)
def test_the_notices_tell_how_to_replace_the_libraries(target: str, tmp_path: Path) -> None:
    (tmp_path / "Contents" / "Resources").mkdir(parents=True)
    notices.write(tmp_path, target, [work(), work(name="qt", licence="LGPL-3.0-only", texts={})])
    place = notices.folder(tmp_path, target)
    text = (place / "NOTICES.md").read_text(encoding="utf-8")
    assert "in their place" in text
    assert "| x 1 | MIT | `x.txt` |" in text
    assert "| qt 1 | LGPL-3.0-only | `LGPL-3.0.txt`, `GPL-3.0.txt` |" in text
    written = {path.name for path in place.iterdir()}
    assert {"x.txt", "kzstay.txt", "Inter-OFL.txt", "Noto-OFL.txt", "LGPL-3.0.txt", "GPL-3.0.txt"} <= written


# The bill of materials


def test_the_bill_is_cyclonedx_and_names_every_part() -> None:
    made = sbom.bill("kzstay.tar.xz", "1.2.3", [work(licence="MIT OR Apache-2.0"), work(name="y", kind="deb")])
    assert (made["bomFormat"], made["specVersion"], made["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", made["serialNumber"])
    assert [each["purl"] for each in made["components"]] == [
        "pkg:pypi/x@1",
        "pkg:deb/debian/y@1",
        *map(sbom.purl, sbom.FONTS),
    ]
    assert [each["licenses"] for each in made["components"][:2]] == [
        [{"expression": "MIT OR Apache-2.0"}],
        [{"license": {"id": "MIT"}}],
    ]
    assert made["dependencies"][0]["dependsOn"] == [each["bom-ref"] for each in made["components"]]


def test_the_bill_names_the_fonts_that_are_carried() -> None:
    fonts = ROOT / "resources" / "fonts"
    listed = {part["name"]: part["version"] for part in sbom.FONTS}
    assert listed == {
        f"Noto Sans {path.stem}" if path.parent != fonts else "Inter": _version(path)
        for path in (*fonts.glob("*.ttf"), *fonts.glob("scripts/*.ttf"))
    }


def _version(path: Path) -> str:
    names: Any = TTFont(path)["name"]
    return names.getDebugName(5).partition(";")[0].removeprefix("Version ")


def test_the_same_parts_make_the_same_bill(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        sbom.write(tmp_path / name / "kzstay.cdx.json", "1", [work()])
    first, second = ((tmp_path / name / "kzstay.cdx.json").read_bytes() for name in ("a", "b"))
    assert first == second
    assert json.loads(first)["metadata"]["component"]["name"] == "kzstay"


# Signing


def test_without_a_certificate_nothing_is_signed_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(signing.COMMAND, raising=False)
    assert signing.programs(tmp_path) == signing.SKIPPED


def test_both_programs_are_signed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("kzstay.exe", "kzstay-cli.exe", "other.dll"):
        (tmp_path / name).write_text("as built", encoding="utf-8")
    stand_in = tmp_path / "sign.py"
    stand_in.write_text("import sys; open(sys.argv[1], 'a').write(' and signed')", encoding="utf-8")
    monkeypatch.setenv(signing.COMMAND, f'"{sys.executable}" "{stand_in}" "%1"')
    assert signing.programs(tmp_path) == "signed: kzstay-cli.exe, kzstay.exe"
    signed = {path.name for path in tmp_path.iterdir() if "signed" in path.read_text(encoding="utf-8")}
    assert signed == {"kzstay.exe", "kzstay-cli.exe", "sign.py"}


# The start


def test_the_program_knows_how_it_is_told_where_to_end() -> None:
    source = (project.PACKAGING / "entry.py").read_text(encoding="utf-8")
    assert measure.ENDS_AT in source
    found = re.search(r"\{(.*?)\}\[stage\]", source)
    assert found is not None
    steps = ast.literal_eval(f"{{{found[1]}}}")
    assert tuple(steps) == measure.STAGES
    assert all(callable(getattr(app, step)) for step in steps.values())
    # It takes whatever the program gives that step: an error would leave a window that never ends
    functions = [part for part in ast.walk(ast.parse(source)) if isinstance(part, ast.FunctionDef)]
    ends = [part for part in functions if part.name == "end"]
    assert [bool(end.args.vararg and end.args.kwarg) for end in ends] == [True]


# The rest


def test_the_checksum_is_what_sha256sum_reads(tmp_path: Path) -> None:
    setup = tmp_path / "kzstay-1-setup.exe"
    setup.write_bytes(b"all of it")
    told = build.checksum(setup).read_text(encoding="utf-8")
    assert told == f"{hashlib.sha256(b'all of it').hexdigest()}  {setup.name}\n"


def test_a_target_that_cannot_be_built_here_is_refused() -> None:
    there = "macos" if sys.platform != "darwin" else "linux"
    command = [sys.executable, ROOT / "packaging" / "build.py", "--target", there]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert f"a bundle for {there} cannot be built on {sys.platform}" in done.stderr


def test_each_target_has_its_steps() -> None:
    for target in project.TARGETS:
        text = (project.PACKAGING / target / "steps.py").read_text(encoding="utf-8")
        for step in ("prepare", "freeze", "installer", "try_installer"):
            assert f"\ndef {step}(" in text


def test_the_version_is_that_of_the_program() -> None:
    import kzstay

    assert project.version() == kzstay.__version__


def test_the_notes_of_a_release_are_its_section() -> None:
    changelog = "# Changelog\n\n## [2.0.0] - 2026-12-01\n\n- New.\n\n## [1.0.0] - 2026-11-01\n\n- Old.\n"
    assert release_notes.notes(changelog, "2.0.0") == "- New.\n"
    assert release_notes.notes(changelog, "1.0.0") == "- Old.\n"


@pytest.mark.parametrize(
    ("version", "why"), [("3.0.0", "no section for 3.0.0"), ("2.0.0", "no date for 2.0.0, but unreleased")]
)
def test_a_release_without_notes_or_date_is_none(version: str, why: str) -> None:
    with pytest.raises(project.BuildError, match=why):
        release_notes.notes("## [2.0.0] - unreleased\n\n- New.\n", version)


def test_every_build_requirement_is_pinned_and_hashed_and_names_no_index() -> None:
    text = (project.PACKAGING / "requirements-build.txt").read_text(encoding="utf-8")
    lines = [line for line in text.replace("\\\n", " ").splitlines() if line and not line.startswith("#")]
    assert len(lines) > 10
    assert [line for line in lines if not re.match(r"[\w.-]+==[\w.]+ .*--hash=sha256:[0-9a-f]{64}", line)] == []
    assert "://" not in text


def test_the_build_requirements_hold_all_that_the_bundle_carries() -> None:
    text = (project.PACKAGING / "requirements-build.txt").read_text(encoding="utf-8")
    pinned = set(re.findall(r"^([\w.-]+)==", text, re.MULTILINE))
    assert {name.lower() for name in contents.DISTRIBUTIONS} | {"pyinstaller", "babel", "hatchling"} <= pinned
