"""Build the bundle that runs without Python, and try it: ``python packaging/build.py --target linux``.

The environment needs ``pip install -e ".[build]"``. The result is the folder ``dist/kzstay``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
BUNDLE = ROOT / "dist" / "kzstay"
TARGETS = {"linux": "linux"}  # name -> sys.platform; a bundle is built on the system that it is for


def run(*command: str | Path) -> None:
    """Run a command of this environment in the root of the project."""
    subprocess.run([sys.executable, *map(str, command)], cwd=ROOT, check=True)


def measure(folder: Path) -> tuple[int, int]:
    """Return the bytes and the number of files in a folder."""
    sizes = [file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink()]
    return sum(sizes), len(sizes)


def build() -> None:
    """Compile the catalogs, freeze the program and try the result."""
    began = time.monotonic()
    run(PACKAGING / "build_catalogs.py")
    shutil.rmtree(BUNDLE, ignore_errors=True)
    # The same sources give the same bytes
    os.environ.setdefault("PYTHONHASHSEED", "1")
    run(
        *("-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
        *("--distpath", ROOT / "dist", "--workpath", ROOT / "build", PACKAGING / "kzstay.spec"),
    )
    built = time.monotonic()
    run(PACKAGING / "smoke.py", BUNDLE)
    size, files = measure(BUNDLE)
    print(
        f"{BUNDLE.relative_to(ROOT)}: {size / 1e6:.1f} MB in {files} files; "
        f"built in {built - began:.0f} s, tried in {time.monotonic() - built:.0f} s"
    )


def main() -> int:
    """Build for one target."""
    parser = argparse.ArgumentParser(description="Build the bundle that runs without Python, and try it.")
    parser.add_argument("--target", choices=sorted(TARGETS), required=True)
    target = parser.parse_args().target
    if sys.platform != TARGETS[target]:
        parser.error(f"a bundle for {target} is built on {target}, and this is {sys.platform}")
    try:
        build()
    except subprocess.CalledProcessError as error:
        return error.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
