"""Trying the installer as people use it: over an earlier version, while the program runs, and away again."""

from __future__ import annotations

import filecmp
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import measure
import project
import signing
from kzstay.i18n import LANGUAGES
from kzstay.identity import IDENTITY
from project import BuildError
from windows import file_list, machine

EARLIER = "0.0.9"
UNINSTALL_KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\kzstay"
CLASSES = r"HKCU\Software\Classes"
ONLY_EARLIER = "_internal/only-earlier/gone.txt"  # what an upgrade has to take away
OPENS = rf"{CLASSES}\kzstay.case\shell\open\command"
KAZAKH = "1087"
RUNNING = 3  # the exit code of a silent setup that finds the program running
EXAMPLE = "_internal/kzstay/resources/examples/anna.kzstay"
ON = "--on", "2026-11-22"


def earlier_bundle(bundle: Path, folder: Path) -> Path:
    """Make an earlier version of a bundle: with one file less, one more, and one that has other contents."""
    shutil.copytree(bundle, folder)
    (folder / EXAMPLE).write_text("an earlier example", encoding="utf-8")
    (folder / "_internal" / "kzstay" / "resources" / "icons" / "kzstay.svg").unlink()
    (folder / ONLY_EARLIER).parent.mkdir(parents=True)
    (folder / ONLY_EARLIER).write_text("of the earlier version", encoding="utf-8")
    return folder


def answer(language: str) -> str:
    """Return what the sources print about the example, in the Python that builds."""
    example = project.ROOT / "resources" / "examples" / Path(EXAMPLE).name
    command = [sys.executable, "-X", "utf8", "-m", "kzstay", "check", str(example), *ON, "--lang", language]
    done = subprocess.run(
        command, cwd=project.ROOT, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise BuildError(f"The sources answer with exit code {done.returncode}\n{done.stderr}".rstrip())
    return done.stdout


class Trial:
    """One setup on one machine; each step raises BuildError with what is wrong."""

    def __init__(self, windows: machine.Windows, setup: Path, bundle: Path, version: str) -> None:
        self.windows = windows
        self.setup = setup
        self.bundle = bundle
        self.version = version
        self.place = windows.local_data / "Programs" / "kzstay"
        self.menu = windows.roaming_data / "Microsoft/Windows/Start Menu/Programs/kzstay.lnk"
        # beside the program and among its files, where nobody should keep anything
        self.own = [self.place / "Құжаттарым.kzstay", self.place / "_internal" / "own" / "anna.kzstay"]

    def run(self, earlier_setup: Path, earlier: Path) -> None:
        """Take every step."""
        if self.place.exists():
            raise BuildError(f"kzstay is installed in {self.place}; remove it before its installer is tried")
        self._step("installed an earlier version", self.install, earlier_setup, earlier, EARLIER)
        for path in self.own:
            path.parent.mkdir(exist_ok=True)
            path.write_text("a person's own", encoding="utf-8")
        self._step("upgraded", self.install, self.setup, self.bundle, self.version, "/LANG=kk")
        self._step("self-test", self.self_test)
        self._step("answers in UTF-8", self.answers)
        self._step("opened a case", self.opens)
        self._step("while it runs", self.refused_while_running)
        self._step("uninstalled", self.uninstall)

    def _step(self, name: str, step: object, *arguments: object) -> None:
        assert callable(step)
        began = time.monotonic()
        print(f"  {name}: {step(*arguments)} ({time.monotonic() - began:.0f} s)", flush=True)

    def install(self, setup: Path, bundle: Path, version: str, *switches: str) -> str:
        """Install silently, and compare what lies there and what Windows knows of it."""
        self._run(setup, "/S", *switches)
        theirs = {self.place / path for path in file_list.files(bundle)}
        made = {self.place / file_list.LIST, self.place / file_list.UNINSTALLER}
        there = {path for path in self.place.rglob("*") if not path.is_dir()}
        _same("the files in the folder", there, theirs | made | {path for path in self.own if path.exists()})
        changed = [
            path for path in file_list.files(bundle) if not filecmp.cmp(bundle / path, self.place / path, False)
        ]
        _expect(not changed, f"other contents than in the bundle: {', '.join(map(str, changed))}")
        _expect(self.menu.is_file(), "there is no entry in the start menu")
        if setup == self.setup and signing.command():
            bare = [path.name for path in self.place.glob("*.exe") if not signing.is_signed(path)]
            _expect(not bare, f"nobody signed {', '.join(bare)}")
        known = self.values(UNINSTALL_KEY)
        _same("the version that Windows shows", known.get("DisplayVersion"), version)
        missing = {"Publisher", "DisplayIcon", "UninstallString", "QuietUninstallString"} - set(known)
        _expect(not missing, f"the uninstall entry lacks {', '.join(sorted(missing))}")
        pages = {
            "URLInfoAbout": IDENTITY.address,
            "HelpLink": IDENTITY.issues,
            "URLUpdateInfo": IDENTITY.releases,
        }
        _same("the pages that Windows shows", {name: known.get(name, "") for name in pages}, pages)
        size = sum(path.stat().st_size for path in theirs)
        _same("the size that Windows shows", int(known["EstimatedSize"], 16), -(-size // 1024))
        if "/LANG=kk" in switches:
            _same("the language of the installer", known.get("InstallerLanguage"), KAZAKH)
        program = self.windows.shown(self.place / "kzstay.exe")
        _same("what opens a case", self.values(OPENS).get(""), f'"{program}" "%1"')
        _same("the icon of a case", self.values(rf"{CLASSES}\kzstay.case\DefaultIcon").get(""), f"{program},1")
        _same("the type of .kzstay", self.values(rf"{CLASSES}\.kzstay").get(""), "kzstay.case")
        return f"{len(theirs)} files, {size / 1e6:.1f} MB"

    def self_test(self) -> str:
        """Let the installed program try all of its parts."""
        return self._run(self.place / "kzstay-cli.exe", "self-test").strip().splitlines()[-1]

    def answers(self) -> str:
        """Read what the installed program prints into a pipe, and see that it is what the sources print."""
        program, case = self.place / "kzstay-cli.exe", self.place / EXAMPLE
        for language in LANGUAGES:
            told = self._run(program, "check", case, *ON, "--lang", language)
            _same(f"the answer in {language}", told.splitlines(), answer(language).splitlines())
        return f"{', '.join(LANGUAGES)}, as the sources do"

    def opens(self) -> str:
        """Start the installed program on a case, and let it end once the answer is painted."""
        stage = {measure.ENDS_AT: "answer"}
        self._run(self.place / "kzstay.exe", self.place / EXAMPLE, variables={**self.windows.offscreen, **stage})
        return "the window came, and the answer in it"

    def refused_while_running(self) -> str:
        """Open a case as a double click does, and see that neither setup nor uninstaller removes the program."""
        case = self.place / EXAMPLE

        def running() -> bool:
            return self.windows.running("kzstay.exe")

        window = self.windows.open(case, self.values(OPENS)[""])
        try:
            machine.wait_for(running, "a double click on a case starts kzstay")
            for program in (self.setup, self.place / file_list.UNINSTALLER):
                # without _?= the uninstaller goes on from a copy, whose exit code is lost
                here = [f"_?={self.windows.shown(self.place)}"] if program != self.setup else []
                done = self.windows.run(program, "/S", *here)
                _same(f"the exit code of {program.name} while kzstay runs", done.returncode, RUNNING)
            _expect(running(), "kzstay was ended")
            lost = [path for path in file_list.files(self.bundle) if not (self.place / path).is_file()]
            _expect(not lost, f"files went away: {', '.join(map(str, lost))}")
        finally:
            self.windows.run("taskkill", "/f", "/im", "kzstay.exe")
            window.wait(timeout=60)
        machine.wait_for(lambda: not running(), "kzstay ends")
        return "a double click opened a case; setup and uninstaller left the running program alone"

    def uninstall(self) -> str:
        """Uninstall silently, and see that only what a person put there is left."""
        self._run(self.place / file_list.UNINSTALLER, "/S")
        gone = self.place / file_list.UNINSTALLER
        machine.wait_for(lambda: not gone.exists(), "the uninstaller ends")
        _same("what is left", {path for path in self.place.rglob("*") if not path.is_dir()}, set(self.own))
        _expect(not self.menu.exists(), "the entry in the start menu is left")
        for key in (UNINSTALL_KEY, rf"{CLASSES}\kzstay.case", rf"{CLASSES}\.kzstay"):
            _expect(not self.values(key), f"{key} is left in the registry")
        shutil.rmtree(self.place, ignore_errors=True)
        return f"{len(self.own)} files of a person are left, and nothing else"

    def values(self, key: str) -> dict[str, str]:
        """Return the values of a key in the registry; the nameless one stands under an empty name."""
        found = re.findall(
            r"^ {4}(.*?) {4}REG_(?:SZ|DWORD) {4}(.*?)\r?$",
            self.windows.run("reg", "query", key).stdout,
            re.MULTILINE,
        )
        # the nameless value is called (Default), in the language of this Windows
        return {"" if re.fullmatch(r"\(.*\)", name) else name: value for name, value in found}

    def _run(self, program: Path, *arguments: str | Path, variables: Mapping[str, str] | None = None) -> str:
        done = self.windows.run(program, *arguments, variables=variables)
        if done.returncode:
            told = f"{program.name} {' '.join(map(str, arguments))} ended with exit code {done.returncode}"
            raise BuildError(f"{told}\n{done.stdout}".rstrip())
        return done.stdout


def _same(what: str, found: object, expected: object) -> None:
    if isinstance(found, set) and isinstance(expected, set) and found != expected:
        names = [f"- {path}" for path in sorted(expected - found)]
        names += [f"+ {path}" for path in sorted(found - expected)]
        raise BuildError(f"{what} differ from what was expected:\n" + "\n".join(names))
    _expect(found == expected, f"{what} is {found!r} instead of {expected!r}")


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise BuildError(otherwise)
