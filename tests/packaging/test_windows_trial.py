"""The trial of the Windows installer notices what it is there to notice."""

from __future__ import annotations

import importlib
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from kzstay import __version__

ROOT = Path(__file__).resolve().parents[2]
ANSWER = "Анна · Қазақстанда болу мерзімі\n  18 күн\n"


class Machine:
    """A Windows on which a setup copies a bundle, and does one thing wrong."""

    def __init__(self, folder: Path, wrong: str = "") -> None:
        self.local_data, self.roaming_data, self.wrong = folder / "local", folder / "roaming", wrong
        self.place = self.local_data / "Programs" / "kzstay"
        self.menu = self.roaming_data / "Microsoft/Windows/Start Menu/Programs/kzstay.lnk"
        self.setups: dict[Path, tuple[Path, str]] = {}
        self.laid: list[Path] = []
        self.version = ""
        self.offscreen = {"PLATFORM": "offscreen"}

    def shown(self, path: Path) -> str:
        return f"C:{path}"

    def run(self, program: Any, *arguments: Any, variables: Any = None) -> Any:  # noqa: ANN401
        code, told = 0, ""
        if program == "reg":
            told = self.registry(arguments[1])
        elif program in self.setups:
            self.lay(*self.setups[program])
        elif program.name == "uninstall.exe":
            self.uninstall()
        elif arguments[0] == "check":
            # as a pipe gets it in the code page of a Western Windows, or in UTF-8
            lost = self.wrong == "letters"
            told = ANSWER.encode("cp1252", "replace").decode("cp1252") if lost else ANSWER.replace("\n", "\r\n")
        elif program.name == "kzstay.exe":
            assert variables == {"PLATFORM": "offscreen", "KZSTAY_ENDS_AT": "answer"}
            code, told = (1, "RuntimeError: no answer") if self.wrong == "window" else (0, "")
        elif self.wrong == "self-test":
            code, told = 1, "FAILED  window"
        else:
            told = "9 of 9 parts work\r\n"
        return subprocess.CompletedProcess([], code, told)

    def lay(self, bundle: Path, version: str) -> None:
        self.remove()
        for path in (path for path in bundle.rglob("*") if path.is_file()):
            target = self.place / path.relative_to(bundle)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(b"" if (self.wrong, version) == ("contents", __version__) else path.read_bytes())
            self.laid.append(target)
        for path in (self.place / "installed.txt", self.place / "uninstall.exe", self.menu):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("", encoding="utf-8")
        self.version = version

    def remove(self) -> None:
        for path in self.laid:
            if self.wrong != "stale" or path.name != "gone.txt":
                path.unlink()
        self.laid = []

    def uninstall(self) -> None:
        self.remove()
        for path in (self.place / "installed.txt", self.place / "uninstall.exe"):
            path.unlink()
        if self.wrong != "menu":
            self.menu.unlink()
        if self.wrong == "own":
            next(self.place.rglob("*.kzstay")).unlink()
        if self.wrong != "registry":
            self.version = ""

    def registry(self, key: str) -> str:
        if not self.version:
            return "reg: there is no such key\r\n"
        program = self.shown(self.place / "kzstay.exe")
        size = sum(path.stat().st_size for path in self.laid)
        if key.endswith(r"Uninstall\kzstay"):
            names = ["Publisher", "DisplayIcon", "UninstallString", "QuietUninstallString"]
            values = dict.fromkeys(names, "there")
            if self.wrong == "pages":
                values["HelpLink"] = "https://example.org"
            values["DisplayVersion"] = "0.0.1" if self.wrong == "version" else self.version
            values["InstallerLanguage"] = "1033" if self.wrong == "language" else "1087"
            told = "".join(f"    {name}    REG_SZ    {value}\r\n" for name, value in values.items())
            return f"{told}    EstimatedSize    REG_DWORD    {-(-size // 1024):#x}\r\n"
        values = {"command": f'"{program}" "%1"', "DefaultIcon": f"{program},1"}
        return f"    (по умолчанию)    REG_SZ    {values.get(key.split(chr(92))[-1], 'kzstay.case')}\r\n"


@pytest.fixture
def trial(monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401
    monkeypatch.syspath_prepend(ROOT / "packaging")
    return importlib.import_module("windows.trial")


def test_the_sources_answer_in_the_language_that_is_asked_for(trial: Any) -> None:  # noqa: ANN401
    assert "Германия" in trial.answer("ru")
    assert "қараша" in trial.answer("kk")


def test_sources_that_do_not_answer_end_the_trial(trial: Any) -> None:  # noqa: ANN401
    with pytest.raises(Exception, match="exit code 2"):
        trial.answer("de")


@pytest.mark.parametrize("signed", [True, False])
def test_where_a_service_signs_every_installed_program_bears_a_signature(
    trial: Any,  # noqa: ANN401
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    signed: bool,
) -> None:
    monkeypatch.setenv(trial.signing.COMMAND, "a service")
    monkeypatch.setattr(trial.signing, "is_signed", lambda path: signed or path.name != "uninstall.exe")
    bundle, setup = tmp_path / "kzstay", tmp_path / "setup.exe"
    (bundle / "licenses").mkdir(parents=True)
    (bundle / "kzstay.exe").write_text("program", encoding="utf-8")
    machine = Machine(tmp_path / "machine")
    machine.setups = {setup: (bundle, __version__)}
    tried = trial.Trial(machine, setup, bundle, __version__)
    if signed:
        assert tried.install(setup, bundle, __version__).startswith("1 files")
        return
    with pytest.raises(Exception, match=r"nobody signed uninstall\.exe"):
        tried.install(setup, bundle, __version__)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("", ""),
        ("stale", "gone.txt"),
        ("contents", "other contents"),
        ("version", "the version that Windows shows"),
        ("language", "the language of the installer"),
        ("pages", "the pages that Windows shows"),
        ("self-test", "FAILED  window"),
        ("letters", "the answer in en is ['???? · "),
        ("window", "RuntimeError: no answer"),
        ("menu", "start menu"),
        ("registry", "left in the registry"),
        ("own", ".kzstay"),
    ],
)
def test_the_trial_notices_what_is_wrong(
    trial: Any,  # noqa: ANN401
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    wrong: str,
    told: str,
) -> None:
    monkeypatch.setattr(trial, "answer", lambda _: ANSWER)
    bundle = tmp_path / "kzstay"
    for name in (
        "kzstay.exe",
        "kzstay-cli.exe",
        trial.EXAMPLE,
        "_internal/kzstay/resources/icons/kzstay.svg",
    ):
        (bundle / name).parent.mkdir(parents=True, exist_ok=True)
        (bundle / name).write_text(name, encoding="utf-8")
    earlier = trial.earlier_bundle(bundle, tmp_path / "earlier")
    setup, old = tmp_path / "setup.exe", tmp_path / "old.exe"
    machine = Machine(tmp_path / "machine", wrong)
    machine.setups = {setup: (bundle, __version__), old: (earlier, trial.EARLIER)}
    tried = trial.Trial(machine, setup, bundle, __version__)
    tried.refused_while_running = lambda: "not tried here"
    if not told:
        tried.run(old, earlier)
        return
    with pytest.raises(Exception, match=re.escape(told)):
        tried.run(old, earlier)
