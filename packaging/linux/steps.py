"""The archive for Linux: the bundle, and a script that puts it into the menu of one person."""

from __future__ import annotations

import os
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

import freeze as freezing
import project
from kzstay.identity import IDENTITY
from linux import processor, share
from project import BuildError

HERE = Path(__file__).resolve().parent
SHELL = project.PACKAGING / "shell"
# Where it goes under share/ -> where it comes from; the places bear the names that share.py gives
SHARE = {
    "applications/{name}.desktop": HERE / "kzstay.desktop",
    "mime/packages/{name}.xml": HERE / "kzstay.xml",
    **share.ICONS,
    "man/man1/kzstay.1": SHELL / "kzstay.1",
    "bash-completion/completions/kzstay": SHELL / "kzstay.bash",
    "fish/vendor_completions.d/kzstay.fish": SHELL / "kzstay.fish",
    "zsh/site-functions/_kzstay": SHELL / "_kzstay",
}
XZ = "4"  # level 6 takes half as long again for four hundredths of the size


def prepare() -> None:
    """Get nothing ready: all that freezing needs is in the environment."""


def freeze() -> Path:
    """Freeze the program and return its folder."""
    return freezing.freeze()


def installer(bundle: Path, version: str, sign: str | None = None) -> Path:
    """Pack the bundle with its desktop file, type of file, icons and script, and return the archive.

    Nothing is signed on Linux; who built the archive is attested when it is released.
    """
    name = processor.download(version)
    archive = project.DIST / f"{name}.tar.xz"
    with tempfile.TemporaryDirectory() as place:
        tree = Path(place) / name
        shutil.copytree(bundle, tree / "kzstay", symlinks=True)
        share.write(tree / "share", share.files(SHARE, IDENTITY))
        shutil.copy(HERE / "install.sh", tree)
        (tree / "install.sh").chmod(0o755)
        plain = Path(place) / "plain.tar"
        with tarfile.open(plain, "w", format=tarfile.PAX_FORMAT) as packed:
            packed.add(tree, name, filter=_plain)  # in the order of names
        with archive.open("wb") as file:
            subprocess.run(["xz", f"-{XZ}", "-T0", "-c", plain], stdout=file, check=True)
    return archive


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out who built it and when, so that the same bundle makes the same archive."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mtime = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
    return member


def try_installer(setup: Path, bundle: Path, version: str) -> None:
    """Install the archive into an empty home, twice, try it and remove it. Raises BuildError."""
    with tempfile.TemporaryDirectory(prefix="kzstay Әліби ") as place:
        home = Path(place) / "home"
        home.mkdir()
        own = home / "Құжаттар" / "case.kzstay"
        own.parent.mkdir()
        own.write_text("a file of the person", encoding="utf-8")
        subprocess.run(["tar", "-xJf", setup, "-C", place], check=True)
        script = Path(place) / setup.name.removesuffix(".tar.xz") / "install.sh"
        _run(home, script)
        stale = home / ".local" / "lib" / "kzstay" / "of-an-older-version"
        stale.touch()
        _run(home, script)  # as an upgrade
        if stale.exists():
            raise BuildError("An upgrade leaves files of the older version behind")
        program = home / ".local" / "bin" / "kzstay-cli"
        told = _run(home, program, "--version").strip()
        if told != f"kzstay {version}":
            raise BuildError(f"The installed program is {told}, and not {version}")
        _run(home, program, "self-test")
        for target in share.files(SHARE, IDENTITY):
            if not (home / ".local" / "share" / target).is_file():
                raise BuildError(f"{target} was not installed")
        _run(home, script, "--remove")
        # The desktop's own lists of types of files stay, now without ours
        names = [path for path in home.rglob("*") if "kzstay" in str(path.relative_to(home))]
        left = [path for path in names if path.is_symlink() or not path.is_dir()]
        if left != [own]:
            raise BuildError("Removing it leaves or takes the wrong files: " + ", ".join(map(str, left)))


def _run(home: Path, *command: str | Path) -> str:
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    done = subprocess.run(command, env=environment, cwd=home, capture_output=True, encoding="utf-8", check=False)
    if done.returncode or done.stderr.strip():
        raise BuildError(f"{Path(command[0]).name} ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout
