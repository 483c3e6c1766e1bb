"""Render the program's icon and the page of its cases for Linux (PNG), Windows (ICO) and macOS (ICNS)."""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
SOURCES = {
    "kzstay": ROOT / "resources" / "icons" / "kzstay.svg",
    "case": PACKAGING / "icons" / "case.svg",
}
PNG_SIZES = 16, 22, 24, 32, 48, 64, 128, 256, 512  # the folders of the theme that all others fall back to
ICO_SIZES = 16, 20, 24, 32, 40, 48, 64, 128, 256
# Apple's name of a PNG by its side in pixels; the second ones are for screens with twice the pixels
ICNS_NAMES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512} | {
    b"ic11": 32,
    b"ic12": 64,
    b"ic13": 256,
    b"ic14": 512,
    b"ic10": 1024,
}


def png(source: Path, size: int) -> bytes:
    """Return a picture as a square PNG, as small as PNG gets it."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    writer.setCompression(100)
    writer.write(image)
    return bytes(buffer.data().data())


def ico(images: dict[int, bytes]) -> bytes:
    """Return a Windows icon of PNG images by size: a header, a directory, the images."""
    header = struct.pack("<HHH", 0, 1, len(images))  # reserved, type: icon, count
    offset = len(header) + 16 * len(images)
    directory = b""
    for size, data in images.items():
        side = size % 256  # 0 stands for 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return header + directory + b"".join(images.values())


def icns(images: dict[bytes, bytes]) -> bytes:
    """Return an icon of macOS of PNG images by Apple's names: each behind its name and length."""
    body = b"".join(name + struct.pack(">I", 8 + len(data)) + data for name, data in images.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def files(name: str) -> dict[Path, bytes]:
    """Return every form of one of the pictures, by the file that holds it."""
    source = SOURCES[name]
    images = {size: png(source, size) for size in {*PNG_SIZES, *ICO_SIZES, *ICNS_NAMES.values()}}
    return {
        **{PACKAGING / "linux" / "icons" / f"{name}-{size}.png": images[size] for size in PNG_SIZES},
        PACKAGING / "windows" / f"{name}.ico": ico({size: images[size] for size in ICO_SIZES}),
        PACKAGING / "macos" / f"{name}.icns": icns({kind: images[size] for kind, size in ICNS_NAMES.items()}),
    }


if __name__ == "__main__":
    for name in SOURCES:
        for path, data in files(name).items():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
