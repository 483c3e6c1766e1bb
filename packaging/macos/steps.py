"""The disk image for macOS: the app, signed and notarised where the secrets for that are given.

Nothing of this runs but on a Mac; the tests check its data.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import freeze as freezing
import project
from project import BuildError

HERE = Path(__file__).resolve().parent


def prepare() -> None:
    """See that the tools are there. Raises BuildError."""
    for tool in ("codesign", "hdiutil"):
        if not shutil.which(tool):
            raise BuildError(f"{tool} is missing; it comes with Apple's command line tools")


def freeze() -> Path:
    """Freeze the app, and return it; PyInstaller leaves out what is for the other processor."""
    app = freezing.freeze(name="kzstay.app")
    shutil.rmtree(project.DIST / "kzstay")  # the same files once more, not in the form of an app
    return app


def installer(bundle: Path, version: str, sign: str | None = None) -> Path:
    """Sign the app, put it into a disk image, and have both notarised where they can be.

    The scripts beside this sign, by the secrets in the environment.
    """
    subprocess.run(["sh", HERE / "sign.sh", bundle], check=True)
    subprocess.run(["sh", HERE / "notarise.sh", bundle], check=True)
    image = project.DIST / project.IMAGE.format(version, platform.machine())
    image.unlink(missing_ok=True)
    command = ["-m", "dmgbuild", "-s", HERE / "dmg_settings.py", "-D", f"app={bundle}", f"kzstay {version}", image]
    subprocess.run([sys.executable, *command], check=True)
    subprocess.run(["sh", HERE / "notarise.sh", image], check=True)
    return image


def try_installer(setup: Path, bundle: Path, version: str) -> None:
    """Open the disk image, copy the app as a person does, and let it try all of its parts. Raises BuildError."""
    with tempfile.TemporaryDirectory(prefix="kzstay Әліби ") as place:
        volume = Path(place) / "volume"
        command = ["hdiutil", "attach", "-nobrowse", "-readonly", "-mountpoint", volume, setup]
        subprocess.run(command, check=True, capture_output=True)
        try:
            app = Path(place) / bundle.name
            shutil.copytree(volume / bundle.name, app, symlinks=True)
        finally:
            subprocess.run(["hdiutil", "detach", volume], check=True, capture_output=True)
        subprocess.run(["codesign", "--verify", "--deep", "--strict", app], check=True)
        told = _run(app, "--version").strip()
        if told != f"kzstay {version}":
            raise BuildError(f"The installed program is {told}, and not {version}")
        _run(app, "self-test")


def _run(app: Path, argument: str) -> str:
    program = app / "Contents" / "MacOS" / "kzstay-cli"
    done = subprocess.run([program, argument], capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise BuildError(f"{program.name} {argument} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout
