"""Load the spare libraries that this system lacks, before Qt looks for them; runs when the bundle starts."""

from __future__ import annotations


def _lacking(names: list[str]) -> list[str]:
    """Return the libraries that the linker of this system does not know; its list is read at once."""
    try:
        with open("/etc/ld.so.cache", "rb") as file:  # noqa: PTH123 - pathlib would cost each start a little
            known = file.read()
    except OSError:
        known = b""
    return [name for name in names if name.encode() + b"\0" not in known]


def _load() -> None:
    import os
    import sys

    folder = os.path.join(sys._MEIPASS, "spares")  # type: ignore[attr-defined]  # noqa: PTH118, SLF001
    with open(os.path.join(folder, "order.txt"), encoding="utf-8") as file:  # noqa: PTH118, PTH123
        lacking = _lacking(file.read().split())
    if not lacking:
        return
    import ctypes

    for name in lacking:
        try:
            ctypes.CDLL(name)  # a system without the list may have the library all the same
        except OSError:
            ctypes.CDLL(os.path.join(folder, name), mode=ctypes.RTLD_GLOBAL)  # noqa: PTH118
    # Without any settings fontconfig complains; the program brings its own font
    if not os.path.exists("/etc/fonts/fonts.conf"):  # noqa: PTH110
        os.environ.setdefault("FONTCONFIG_FILE", os.path.join(folder, "fonts.conf"))  # noqa: PTH118


_load()
