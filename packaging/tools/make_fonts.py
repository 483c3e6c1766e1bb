"""Subset Inter for resources/fonts: `make_fonts.py SOURCE_DIR`.

SOURCE_DIR holds the static fonts Inter-Regular, -Medium, -SemiBold and -Bold with TrueType outlines, as .ttf
or .woff2, and there or one folder up their licence: the folder `web` of the npm package inter-ui (now 4.1.1).
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parents[2] / "resources" / "fonts"
WEIGHTS = "Regular", "Medium", "SemiBold", "Bold"

# U+02BC and U+02EE stay out: they share glyphs with ’ and ”, and a PDF would give them back in their place
CHARACTERS = {
    *range(0x20, 0x7F),  # Basic Latin
    *range(0xA0, 0x180),  # Latin-1, Latin Extended-A
    *range(0x300, 0x370),  # combining accents
    *range(0x400, 0x500),  # Cyrillic with the Kazakh letters
    *range(0x2000, 0x2070),  # punctuation and spaces
    *map(ord, "₸€₽№™←↑→↓↔×−±≤≥≈≠·…✓✗✕✔■□▲△▶▼▽◀◆◇●○"),
}
# Without calt: it sets other glyphs for a dash between figures, for looks alone, and from a PDF written by Qt
# a glyph without a character of its own cannot be read back. For the same reason tnum and case, off unless
# asked for, are for the screen only.
FEATURES = ["kern", "mark", "mkmk", "liga", "tnum", "ccmp", "locl", "case"]


def subset(source: Path, target: Path) -> None:
    """Write the part of a font that kzstay needs, as TrueType, with its names."""
    options = Options(
        layout_features=FEATURES,
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        glyph_names=False,
        hinting=False,
    )
    # Keep the date of the source: the same source gives the same bytes
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    font.flavor = None
    font.save(target)


def find(folder: Path, *names: str) -> Path:
    """Return the first of the names that exists in a folder or the one above it."""
    candidates = [place / name for place in (folder, folder.parent) for name in names]
    for path in candidates:
        if path.is_file():
            return path
    sys.exit(f"none of {', '.join(names)} in {folder}")


def main(source: Path) -> None:
    """Write the four weights and the licence."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        name = f"Inter-{weight}"
        subset(find(source, f"{name}.ttf", f"{name}.woff2"), TARGET / f"{name}.ttf")
    shutil.copyfile(find(source, "LICENSE.txt", "OFL.txt"), TARGET / "OFL.txt")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: make_fonts.py SOURCE_DIR")
    main(Path(sys.argv[1]))
