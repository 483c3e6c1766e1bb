"""The processors that a bundle for Linux is made for: always that of the machine which makes it."""

from __future__ import annotations

import platform
from dataclasses import dataclass

from project import BuildError


@dataclass(frozen=True)
class Processor:
    """How a processor is called in downloads, by Debian and by AppImage, and the SHA-256 of its runtime."""

    name: str
    debian: str
    runtime: str
    sha256: str


PROCESSORS = {  # as the system calls it
    "x86_64": Processor(
        name="x64",
        debian="amd64",
        runtime="runtime-x86_64",
        sha256="2fca8b443c92510f1483a883f60061ad09b46b978b2631c807cd873a47ec260d",
    ),
    "aarch64": Processor(
        name="arm64",
        debian="arm64",
        runtime="runtime-aarch64",
        sha256="00cbdfcf917cc6c0ff6d3347d59e0ca1f7f45a6df1a428a0d6d8a78664d87444",
    ),
}


def here() -> Processor:
    """Return the processor of this machine. Raises BuildError for one that Qt is not built for."""
    machine = platform.machine()
    if machine not in PROCESSORS:
        raise BuildError(f"There is no Qt for {machine}")
    return PROCESSORS[machine]


def download(version: str, ending: str = "") -> str:
    """Return the name of what people download of a version."""
    return f"kzstay-{version}-linux-{here().name}{ending}"
