"""Build the program that runs without Python, and its installer: ``python packaging/build.py --target linux``.

The environment needs ``pip install -e ".[build]"``. Each step says one line; the first that fails ends the build.
Windows, Linux and macOS each have a module of ``steps`` with the same functions: ``prepare``, ``freeze``,
``installer`` and ``try_installer``. The Windows one also runs on Linux, with Wine.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import subprocess
import sys
import time
from pathlib import Path
from typing import Protocol

import budget
import freeze
import manifest
import measure
import notices
import parts
import portable
import project
import sbom
import signing
import stores
from project import BuildError
from windows import msix

AT_HOME = {"linux": ["linux", "windows"], "win32": ["windows"], "darwin": ["macos"]}  # sys.platform -> targets


class Steps(Protocol):
    """What each target does in its own way."""

    def prepare(self) -> object:
        """Get ready what freezing needs."""

    def freeze(self) -> Path:
        """Freeze the program and return its folder."""
        ...

    def installer(self, bundle: Path, version: str, sign: str | None = None) -> Path:
        """Return the file that people download; ``sign`` is a command that signs the file ``%1`` in place."""
        ...

    def try_installer(self, setup: Path, bundle: Path, version: str) -> object:
        """Install, run the self-test of what was installed, and remove it again."""


class Log:
    """Says what was done, and how long it took."""

    def __init__(self) -> None:
        self.began = self.last = time.monotonic()

    def say(self, what: object) -> None:
        """Print a line with the seconds since the one before."""
        now = time.monotonic()
        print(f"[{now - self.last:3.0f} s] {what}", flush=True)
        self.last = now


def smoke(bundle: Path) -> str:
    """Try the frozen program as a stranger would."""
    project.python(project.PACKAGING / "smoke.py", bundle)
    return f"{project.shown(bundle)} was tried in its own folder and elsewhere"


def checksum(setup: Path) -> Path:
    """Write the SHA-256 of a file beside it, as sha256sum reads it."""
    with setup.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    path = setup.with_name(f"{setup.name}.sha256")
    path.write_text(f"{digest}  {setup.name}\n", encoding="utf-8", newline="\n")
    return path


def build(target: str, steps: Steps, options: argparse.Namespace) -> None:
    """Take every step from the sources to a tried installer. Raises BuildError."""
    log, version = Log(), project.version()
    freeze.catalogs()
    steps.prepare()
    log.say("catalogs compiled, tools ready")
    bundle = steps.freeze()
    log.say(f"frozen: {project.shown(bundle)}")
    if options.accept_manifest:
        log.say(f"written: {project.shown(manifest.accept(bundle, target))}")
    log.say(manifest.check(bundle, target, release=options.release))
    found = parts.read(bundle)
    log.say(notices.write(bundle, target, found))
    if project.TARGETS[target] == sys.platform:  # else it is tried where it gets installed
        log.say(smoke(bundle))
    log.say(budget.unpacked(bundle, target))
    if target == "windows":
        log.say(signing.programs(bundle))
    setup = steps.installer(bundle, version, sign=signing.for_nsis())
    log.say(budget.download(setup, target))
    steps.try_installer(setup, bundle, version)
    log.say(f"{setup.name} was installed, tried and removed")
    if target == "linux":
        from linux import packages

        for path, told, more in packages.make(bundle, version, release=options.release):
            log.say(told)
            if path:
                log.say(budget.package(path))
                log.say(sbom.write(path.with_name(f"{path.name}.cdx.json"), version, found + more))
                log.say(checksum(path).name)
    log.say(sbom.write(setup.with_name(f"{setup.name}.cdx.json"), version, found))
    log.say(checksum(setup).name)
    if target == "windows":
        zipped, told = portable.make(bundle, version)
        log.say(budget.carried(zipped))
        log.say(f"{zipped.name} was unpacked and tried: {told}")
        log.say(sbom.write(zipped.with_name(f"{zipped.name}.cdx.json"), version, found))
        log.say(checksum(zipped).name)
        log.say(msix.make(bundle, version))
    if target != "linux":
        log.say(stores.write(project.DIST, version))
    if options.measure:
        plain = measure.bare()
        log.say(budget.start(*measure.starts(bundle, plain)))
        if target != "windows":
            log.say(budget.memory(*measure.memory(bundle, plain)))
    print(f"{project.shown(setup)} is ready, in {time.monotonic() - log.began:.0f} s")


def main() -> int:
    """Build for one target."""
    parser = argparse.ArgumentParser(description="Build the program that runs without Python, and its installer.")
    parser.add_argument("--target", choices=sorted(project.TARGETS), required=True)
    parser.add_argument("--accept-manifest", action="store_true", help="take the files of this bundle for right")
    parser.add_argument("--measure", action="store_true", help="compare the start with that of a bare window")
    parser.add_argument("--release", action="store_true", help="fail where this system lacks what a release needs")
    options = parser.parse_args()
    if options.target not in AT_HOME.get(sys.platform, []):
        parser.error(f"a bundle for {options.target} cannot be built on {sys.platform}")
    if options.measure and project.TARGETS[options.target] != sys.platform:
        parser.error("a start is measured on the system that the bundle is for")
    steps: Steps = importlib.import_module(f"{options.target}.steps")  # type: ignore[assignment]
    try:
        build(options.target, steps, options)
    except (BuildError, subprocess.CalledProcessError) as error:
        print(f"The build failed. {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
