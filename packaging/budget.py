"""How large and how slow a bundle may be."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from project import BuildError

MB = 1_000_000


@dataclass(frozen=True)
class Budget:
    """What a target may take: megabytes once unpacked, and of what is downloaded."""

    unpacked: int
    download: int


BUDGETS = {
    "linux": Budget(unpacked=130, download=40),
    "windows": Budget(unpacked=78, download=24),
    "macos": Budget(unpacked=90, download=34),  # from the sizes in the wheels; not yet measured on a Mac
}
# Megabytes of what is made of the bundle for Linux beside the archive; one is packed so that it is quick to read
PACKAGES = {".deb": 41, ".AppImage": 47}
CARRIED = 40  # megabytes of the zip for Windows, which is packed less tightly than the setup
# In times the start of a bare window of PySide6; between the two the modules are read in and the parts made
START, ANSWER, MEMORY = 1.3, 2.3, 1.6


def size(path: Path) -> int:
    """Return the bytes of a file, or of the files in a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file() and not file.is_symlink())


def within(what: str, number: float, most: float, unit: str) -> str:
    """Say what was measured. Raises BuildError where it is over the budget."""
    told = f"{what}: {number:.{2 if number < 10 else 1}f} {unit} of at most {most:g}"
    if number > most:
        raise BuildError(f"{told}: over the budget")
    return told


def unpacked(bundle: Path, target: str) -> str:
    """Compare the size of a bundle with its budget."""
    return within("unpacked", size(bundle) / MB, BUDGETS[target].unpacked, "MB")


def download(file: Path, target: str) -> str:
    """Compare the size of what is downloaded with its budget."""
    return within(file.name, size(file) / MB, BUDGETS[target].download, "MB")


def package(file: Path) -> str:
    """Compare the size of a package for Linux with its budget."""
    return within(file.name, size(file) / MB, PACKAGES[file.suffix], "MB")


def carried(file: Path) -> str:
    """Compare the size of the zip for Windows with its budget."""
    return within(file.name, size(file) / MB, CARRIED, "MB")


def start(painted: float, answered: float, bare: float) -> str:
    """Compare the seconds from the start to the first paint, and to the answer, with those of a bare window."""
    unit = "times a bare window"
    return "; ".join(
        within(f"{what} after {ours:.2f} s against {bare:.2f} s", ours / bare, most, unit)
        for what, ours, most in (("first paint", painted, START), ("answer", answered, ANSWER))
    )


def memory(ours: float, bare: float) -> str:
    """Compare the megabytes of the program once its window is there with those of a bare window."""
    return within(f"memory of {ours:.0f} MB against {bare:.0f} MB", ours / bare, MEMORY, "times a bare window")
