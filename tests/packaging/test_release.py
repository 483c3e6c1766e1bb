"""The release workflow, as text: what it runs and on which systems, and what waits for what."""

from __future__ import annotations

import re

import pytest

import project
import signing
from kzstay import display
from linux import appimage
from tests.packaging.workflows import FILES, jobs

WORKFLOW = FILES["release"]
RELEASE = jobs("release")
GUIDE = (project.PACKAGING / "RELEASING.md").read_text(encoding="utf-8")
DEBIAN = re.compile(r"\blib[a-z0-9+.-]+")


def needs(job: str) -> set[str]:
    """Return the jobs that one waits for, and those that these wait for."""
    found = re.search(r"^    needs: \[?(.+?)\]?$", RELEASE[job], re.MULTILINE)
    direct = set(found[1].split(", ")) if found else set()
    return direct.union(*map(needs, direct))


def test_the_release_builds_every_target_and_the_package() -> None:
    for target in project.TARGETS:
        assert f"packaging/build.py --target {target} --release" in RELEASE[target]
    assert ".ci/package build " in RELEASE["package"]


def test_nothing_is_built_before_the_tests_of_every_system_have_passed() -> None:
    tests = {job for job, text in RELEASE.items() if "-m pytest" in text}
    assert len(tests) == 2
    for system in ("debian:12@", "windows-2022", "macos-15\n", "macos-15-intel"):
        assert system in "".join(RELEASE[job] for job in tests)
    for job in ("package", *project.TARGETS):
        assert tests | {"notes"} <= needs(job)


def test_nothing_is_published_before_every_target_was_tried() -> None:
    assert {"bare-linux", "try-package", *project.TARGETS} <= needs("publish")
    assert "publish" in needs("pypi")


def test_the_package_is_uploaded_as_it_was_tried_by_whom_the_index_trusts() -> None:
    assert ".ci/package try " in RELEASE["try-package"]
    assert re.findall(r"^      ([\w-]+: \w+)", RELEASE["pypi"], re.MULTILINE) == ["id-token: write"]
    assert re.search(r"^    environment: pypi\b", RELEASE["pypi"], re.MULTILINE)
    assert "run:" not in RELEASE["pypi"]
    assert "password" not in RELEASE["pypi"].replace("there is no password", "")
    for job in ("try-package", "pypi"):
        assert "name: package" in RELEASE[job]


def test_windows_is_signed_by_a_service_that_no_secret_opens() -> None:
    text = RELEASE["windows"]
    assert "secrets." not in text
    assert ".pfx" not in WORKFLOW
    assert text.index("azure/login@") < text.index(signing.COMMAND) < text.index("packaging/build.py")
    assert '`"%1`""' in text  # the file, in quotes, as its place may have spaces
    assert re.search(r'choco install nsis "--version=\$env:NSIS" ', text)


def test_linux_is_given_the_runtime_of_appimage_that_it_takes_and_the_tools_of_its_packages() -> None:
    text = RELEASE["linux"]
    assert f'RUNTIME: "{appimage.RUNTIME["version"]}"' in text
    assert appimage.GIVEN in text
    asked = re.search(r'^tools="(.+)"$', (project.ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)
    assert asked is not None
    assert {tool for tool in asked[1].split() if not re.search(rf" {tool}\b", text)} == set()
    for ending in (".tar.xz", ".deb"):
        assert f"-linux-x64{ending}" in RELEASE["bare-linux"]


@pytest.mark.parametrize("kind", ["secrets", "vars"])
def test_every_secret_and_variable_is_explained_and_no_other(kind: str) -> None:
    used = set(re.findall(rf"\b{kind}\.(\w+)", WORKFLOW))
    assert used
    told = {"secrets": "secret", "vars": "variable"}[kind]
    rows = re.findall(rf"^\| {told} \| (.+?) \|", GUIDE, re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == used


@pytest.mark.parametrize("elsewhere", ["what Qt loads", "what CI installs"])
def test_linux_is_built_and_tested_with_every_library_that_is_known_to_be_needed(elsewhere: str) -> None:
    loaded = {packages[0] for packages in (display._LIBRARIES | display._X11 | display._WAYLAND).values()}
    ci = (project.ROOT / ".ci" / "run").read_text(encoding="utf-8")
    installed = set(re.findall(r'^    "lib[^"]+": "([^"]+)",$', ci, re.MULTILINE))
    assert installed
    needed = loaded if elsewhere == "what Qt loads" else installed
    for job in ("tests-linux", "linux"):
        assert needed <= set(DEBIAN.findall(RELEASE[job]))
