"""The AppImage: the bundle in one file that runs as it is, without being installed.

It is a squashfs with the runtime of AppImage before it, which mounts the rest and starts ``AppRun``. No package of
Python or Debian has that runtime, so the build takes the file that ``KZSTAY_APPIMAGE_RUNTIME`` names, and no other
than that of ``RUNTIME``. Without one the squashfs is made and tried all the same.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import project
from kzstay.identity import IDENTITY, Identity
from linux import processor, share, stranger
from parts import Part
from project import BuildError

HERE = Path(__file__).resolve().parent
TOOL = "mksquashfs"
GIVEN = "KZSTAY_APPIMAGE_RUNTIME"  # in the environment: the file of the version below
RUNTIME = Part(
    name="appimage-type2-runtime",
    version="20251108",
    licence="MIT",
    home="https://github.com/AppImage/type2-runtime",
    kind="generic",
    texts={},
)
PARTS = [RUNTIME]
NOTICE = HERE / "appimage-runtime.txt"
SKIPPED = f"SKIPPED: no runtime ({GIVEN}), so there is no AppImage"
LIB = "usr/lib/kzstay"
# The runtime reads zstd and zlib. Whole blocks of a megabyte pack better; a start reads few of them
PACKING = "-comp", "zstd", "-Xcompression-level", "19", "-b", "1M", "-processors", "2"
PLAIN = "-all-root", "-no-xattrs", "-noappend", "-no-progress", "-quiet"
_MAGIC = b"AI\x02"  # after the eight bytes that every ELF file has: an AppImage of the second type


def runtime() -> bytes | None:
    """Return the runtime that is given, or None. Raises BuildError for another one than ours."""
    given = os.environ.get(GIVEN, "")
    if not given:
        return None
    data = Path(given).read_bytes()
    wanted = processor.here()
    if hashlib.sha256(data).hexdigest() != wanted.sha256:
        raise BuildError(f"{given} is not {wanted.runtime} of AppImage, version {RUNTIME['version']}")
    return data


def tree(folder: Path, bundle: Path, made: Mapping[str, bytes], identity: Identity = IDENTITY) -> None:
    """Lay out the bundle as AppImage has it: what starts it, its entry and its icon on top, the rest under usr."""
    shutil.copytree(bundle, folder / LIB, symlinks=True)
    share.write(folder / "usr/share", made)
    (folder / "usr/share/doc/kzstay").mkdir(parents=True, exist_ok=True)
    shutil.copy(NOTICE, folder / "usr/share/doc/kzstay")
    (folder / "usr/bin").mkdir()
    for name in ("kzstay", "kzstay-cli"):
        (folder / "usr/bin" / name).symlink_to(f"../lib/kzstay/{name}")
    (folder / "AppRun").symlink_to(f"{LIB}/kzstay")
    name = identity.desktop_name
    icons = "usr/share/icons/hicolor"
    (folder / f"{name}.desktop").symlink_to(f"usr/share/applications/{name}.desktop")
    (folder / f"{name}.svg").symlink_to(f"{icons}/scalable/apps/{name}.svg")
    (folder / ".DirIcon").symlink_to(f"{icons}/256x256/apps/{name}.png")
    for path in folder.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == folder / LIB / "kzstay" else 0o644)
    folder.chmod(0o755)


def squash(folder: Path, image: Path) -> None:
    """Pack a folder as a squashfs, the same each time. Raises BuildError."""
    image.unlink(missing_ok=True)
    # The tool takes the time of all files, and of itself, from here
    environment = {"SOURCE_DATE_EPOCH": "0", **os.environ}
    command = [TOOL, folder, image, *PLAIN, *PACKING]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise BuildError(f"{TOOL} ended with {done.returncode}\n{done.stdout}{done.stderr}")


def build(bundle: Path, version: str, made: Mapping[str, bytes]) -> tuple[Path | None, str]:
    """Make and try the AppImage, and return it, or None without a runtime, and how it was tried."""
    before = runtime()
    whole = project.DIST / processor.download(version, ".AppImage")
    whole.unlink(missing_ok=True)  # one of an earlier build is none of this bundle
    with tempfile.TemporaryDirectory() as place:
        folder, image = Path(place) / "AppDir", Path(place) / "kzstay.squashfs"
        tree(folder, bundle, made)
        squash(folder, image)
        told = try_image(image, version)
        if before is None:
            return None, f"{SKIPPED}; its contents, {image.stat().st_size / 1e6:.1f} MB, were {told}"
        join(before, image, whole)
    return whole, f"{whole.name} was {told}, and {try_whole(whole, version)}"


def join(before: bytes, image: Path, whole: Path) -> None:
    """Put the runtime before a squashfs, which makes them one program. Raises BuildError."""
    if before[8:11] != _MAGIC:
        raise BuildError("The runtime is none of AppImage's second type")
    whole.write_bytes(before + image.read_bytes())
    whole.chmod(0o755)


def try_image(image: Path, version: str) -> str:
    """Let another than the builder run what is in a squashfs. Raises BuildError; says how it was tried."""
    with stranger.place() as place, _opened(image, place / "AppDir") as (folder, how):
        who = stranger.trial([folder / "AppRun"], folder / LIB / stranger.EXAMPLE, version)
    return f"{how} and {who}"


@contextmanager
def _opened(image: Path, folder: Path) -> Iterator[tuple[Path, str]]:
    """Mount a squashfs so that nobody can write to it; unpack it where this system does not let one."""
    folder.mkdir()
    mount = ["mount", "-t", "squashfs", "-o", "loop,ro,nosuid,nodev", image, folder]
    if os.geteuid() == 0 and subprocess.run(mount, capture_output=True, check=False).returncode == 0:
        try:
            yield folder, "mounted read-only"
        finally:
            subprocess.run(["umount", folder], check=True)
        return
    unpacked = folder / "unpacked"
    subprocess.run(
        ["unsquashfs", "-quiet", "-no-progress", "-dest", unpacked, image], check=True, capture_output=True
    )
    yield unpacked, "unpacked"


def try_whole(whole: Path, version: str) -> str:
    """Start an AppImage as a person does, without the rights to mount. Raises BuildError."""
    with stranger.place() as place:
        copy = place / whole.name
        shutil.copy(whole, copy)
        example = place / "anna.kzstay"
        shutil.copy(project.ROOT / "resources" / "examples" / example.name, example)
        return "started: " + stranger.trial([copy], example, version, APPIMAGE_EXTRACT_AND_RUN="1")
