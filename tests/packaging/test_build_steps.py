"""Sizes, notices, the bill of materials, the checksum and the notes of a release."""

from __future__ import annotations

import ast
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

import budget
import build
import contents
import measure
import notices
import parts
import project
import release_notes
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
    assert budget.memory(80, 50) == "memory of 80 MB against 50 MB: 1.60 times a bare window of at most 1.6"
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
        "answer after 0.44 s against 0.20 s: 2.20 times a bare window of at most 2.3"
    )
    with pytest.raises(project.BuildError, match="over the budget"):
        budget.start(0.28, 0.44, 0.2)
    with pytest.raises(project.BuildError, match=r"answer .* over the budget"):
        budget.start(0.24, 0.64, 0.2)


# Works of others


def test_every_work_has_a_version_and_a_licence(found: list[Part]) -> None:
    own = [part for part in found if "within" not in part]
    assert {part["name"] for part in own} == {
        *(name.lower() for name in contents.DISTRIBUTIONS),
        *("python", "qt", "pyinstaller"),
    }
    assert [part["name"] for part in own if not (part["version"] and part["licence"])] == []


def test_what_is_linked_into_the_packages_is_told_with_its_licence(found: list[Part]) -> None:
    inside = {(part["within"], part["name"]): part for part in found if "within" in part}
    assert {("lxml", "libxml2"), ("lxml", "libxslt"), ("python-calamine", "calamine")} <= set(inside)
    assert [name for name, part in inside.items() if not (part["version"] and part["licence"])] == []


def test_a_file_of_which_nobody_knows_whose_it_is_fails_the_build(tmp_path: Path) -> None:
    (tmp_path / "stray.bin").touch()
    with pytest.raises(project.BuildError, match=r"Nobody knows whose odd/stray\.bin is"):
        parts.describe([("odd/stray.bin", str(tmp_path / "stray.bin"))])


def test_every_licence_has_its_text(found: list[Part]) -> None:
    assert {"msgspec.txt", "python-dateutil.txt", "six.txt", "PyInstaller.txt"} <= set(notices.texts(found))


def test_a_work_without_a_text_fails_the_build() -> None:
    with pytest.raises(project.BuildError, match="No licence text was found for x"):
        notices.texts([work(texts={})])


@pytest.mark.parametrize("target", project.TARGETS)
def test_the_notices_tell_how_to_replace_the_libraries(target: str, tmp_path: Path) -> None:
    (tmp_path / "Contents" / "Resources").mkdir(parents=True)
    linked = [
        work(name="md4c", version="", within="qt", texts={}),
        work(name="pcre2", version="10", licence="BSD-3-Clause", within="qt", texts={}),
    ]
    notices.write(tmp_path, target, [work(), work(name="qt", licence="LGPL-3.0-only", texts={}), *linked])
    place = notices.folder(tmp_path, target)
    text = (place / "NOTICES.md").read_text(encoding="utf-8")
    assert "in their place" in text
    assert "| x 1 | MIT | `x.txt` |" in text
    assert "| qt 1 | LGPL-3.0-only | `LGPL-3.0.txt`, `GPL-3.0.txt` |" in text
    assert "| linked into qt: md4c (MIT), pcre2 10 (BSD-3-Clause) | each its own | see qt |" in text
    written = {path.name for path in place.iterdir()}
    assert {"x.txt", "kzstay.txt", "Inter-OFL.txt", "Noto-OFL.txt", "LGPL-3.0.txt", "GPL-3.0.txt"} <= written
    assert (place / "CLDR.txt").read_text(encoding="utf-8").startswith("UNICODE LICENSE V3")
    assert (place / "holidays.txt").read_text(encoding="utf-8").startswith("Copyright (c) Vacanza Team")


REFERRING = """\
On Debian systems the text is in '/usr/share/common-licenses/GPL-2'. For the other:
 `/usr/share/common-licenses/{MPL-1.1,LGPL-2.1}'; and /usr/share/common-licenses/Apache-2.0.
"""


def test_the_texts_that_the_files_of_debian_refer_to_go_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    monkeypatch.setattr(notices, "COMMON", shelf)
    names = ("GPL-2", "MPL-1.1", "LGPL-2.1", "Apache-2.0")
    for name in (*names, "not-referred-to"):
        (shelf / name).write_text(f"the text of {name}", encoding="utf-8")
    notices.write(tmp_path, "linux", [work(kind="deb", texts={"system/x.txt": REFERRING})])
    went = notices.folder(tmp_path, "linux") / "common"
    assert {path.name: path.read_text(encoding="utf-8") for path in went.iterdir()} == {
        name: f"the text of {name}" for name in names
    }


def test_a_text_that_is_referred_to_and_absent_fails_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "COMMON", tmp_path)
    with pytest.raises(project.BuildError, match=r"refer to .*: Apache-2\.0, GPL-2, LGPL-2\.1, MPL-1\.1"):
        notices.common([REFERRING])


def test_every_text_that_the_notices_name_goes_along(tmp_path: Path, found: list[Part]) -> None:
    (tmp_path / "Contents" / "Resources").mkdir(parents=True)
    notices.write(tmp_path, "macos", found)
    place = notices.folder(tmp_path, "macos")
    kept = (notices.LICENSES / "NOTICES.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([\w.-]+(?:\.txt|-LICEN[CS]E[\w.]*))`", kept))
    assert len(named) > 15
    of_linux = {path.name for path in (notices.LICENSES / "linux").iterdir()}
    assert {name for name in named if not (place / name).is_file()} == of_linux


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
