"""The setup as NSIS makes it, of a small bundle: that it compiles, what it is told, and what is signed when."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

import project
import signing
from kzstay.identity import Identity
from tests.packaging import bundles
from tests.packaging.test_signing import stand_in
from windows import steps

SCRIPT = (project.PACKAGING / "windows" / "installer.nsi").read_text(encoding="utf-8-sig")
EXAMPLE = Identity("https://example.org/owner/kzstay", "org.example.kzstay")
URLS = {"URLInfoAbout": "ADDRESS", "HelpLink": "ISSUES", "URLUpdateInfo": "RELEASES"}

with_nsis = pytest.mark.skipif(
    sys.platform == "win32" or not shutil.which("makensis"), reason="makes a setup with NSIS"
)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return bundles.small(tmp_path)


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "WORK", tmp_path / "work")


@pytest.fixture
def definitions(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What makensis is told, as it stands after a call; nothing is made."""
    told: dict[str, str] = {}

    class Done:
        returncode = 0

    def run(command: list[str], **_: Any) -> Done:  # noqa: ANN401
        for part in command:
            name, found, value = part.removeprefix("-D").partition("=")
            told[name] = value if found else ""
        return Done()

    monkeypatch.setattr(steps, "makensis", lambda: "makensis")
    monkeypatch.setattr(steps.subprocess, "run", run)
    return told


def of_init() -> str:
    return SCRIPT.partition("Function .onInit")[2].partition("FunctionEnd")[0]


# Which Windows


@with_nsis
@pytest.mark.parametrize("quick", [True, False])
def test_a_setup_is_made(bundle: Path, tmp_path: Path, quick: bool) -> None:
    made = steps.pack(bundle, "1.2.3", tmp_path / "kzstay-setup.exe", quick=quick, identity=EXAMPLE)
    assert made.read_bytes().startswith(b"MZ")


@with_nsis
def test_the_stub_of_windows_takes_the_script_too(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps.machine, "native", lambda: True)
    assert steps.pack(bundle, "1.2.3", tmp_path / "kzstay-setup.exe", quick=True).read_bytes().startswith(b"MZ")


def test_a_windows_of_32_bits_is_refused_with_a_reason() -> None:
    refusal = of_init().partition("${IfNot} ${RunningX64}")[2].partition("${EndIf}")[0]
    assert "$(NOT_64_BIT)" in refusal
    assert "SetErrorLevel 4" in refusal
    assert refusal.index("SetErrorLevel") < refusal.index("Quit")


def test_an_arm_processor_is_refused_before_windows_11() -> None:
    refusal = of_init().partition("${If} ${IsNativeARM64}")[2].partition("${EndIf}")[0]
    assert "${AndIfNot} ${AtLeastBuild} ${OLDEST_ARM_BUILD}" in refusal
    assert "!define OLDEST_ARM_BUILD 22000" in SCRIPT
    assert "$(ARM_TOO_OLD)" in refusal
    assert "SetErrorLevel 4" in refusal


def test_every_refusal_leaves_a_code_that_says_why_and_asks_nobody_in_silence() -> None:
    init = of_init()
    assert init.count("Quit") == init.count("SetErrorLevel") == init.count("MessageBox") == init.count("/SD IDOK")


# What Windows shows of the project


@pytest.mark.parametrize(("value", "name"), URLS.items())
def test_windows_is_told_the_pages_of_the_project(value: str, name: str) -> None:
    shown = SCRIPT.partition("!ifdef ADDRESS")[2].partition("!endif")[0]
    assert f'WriteRegStr HKCU "${{UNINSTALL_KEY}}" "{value}" "${{{name}}}"' in shown


def test_the_pages_are_those_of_the_identity(bundle: Path, tmp_path: Path, definitions: dict[str, str]) -> None:
    steps.pack(bundle, "1.2.3", tmp_path / "kzstay-setup.exe", identity=EXAMPLE)
    assert {name: definitions[name] for name in URLS.values()} == {
        "ADDRESS": EXAMPLE.address,
        "ISSUES": EXAMPLE.issues,
        "RELEASES": EXAMPLE.releases,
    }


def test_without_an_address_no_page_is_told(bundle: Path, tmp_path: Path, definitions: dict[str, str]) -> None:
    steps.pack(bundle, "1.2.3", tmp_path / "kzstay-setup.exe", identity=Identity())
    assert definitions["VERSION"] == "1.2.3"
    assert not set(URLS.values()) & set(definitions)


# Signing: a stand-in writes down what it is given, and marks it as signed


@pytest.fixture
def signed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(signing.COMMAND, stand_in(tmp_path))
    return tmp_path / "signed"


@with_nsis
def test_the_uninstaller_is_signed_before_the_setup_that_holds_it(
    bundle: Path, tmp_path: Path, signed: Path
) -> None:
    made = steps.pack(bundle, "1.2.3", tmp_path / "kzstay-setup.exe", quick=True, sign=signing.for_nsis())
    first, last = signed.read_text(encoding="utf-8").split()
    assert last == made.name
    assert first != last
    assert signing.is_signed(made)


@with_nsis
@pytest.mark.parametrize("refused", ["", "kzstay-setup.exe"])
def test_a_signature_that_fails_ends_the_build(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str
) -> None:
    monkeypatch.setenv(signing.COMMAND, stand_in(tmp_path, refused=refused))
    with pytest.raises(project.BuildError, match="was not signed"):
        steps.pack(bundle, "1.2.3", tmp_path / "kzstay-setup.exe", quick=True, sign=signing.for_nsis())
