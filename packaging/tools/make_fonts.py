"""Subset Inter and Noto Sans for resources/fonts: `make_fonts.py INTER_DIR NOTO_DIR`.

INTER_DIR holds the static fonts Inter-Regular, -Medium, -SemiBold and -Bold with TrueType outlines, as .ttf
or .woff2, and there or one folder up their licence: the folder `web` of the npm package inter-ui (now 4.1.1).
NOTO_DIR holds NotoSansArabic-Regular.ttf and the others: /usr/share/fonts/truetype/noto of the Debian package
fonts-noto-core (now 20201225-1).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parents[2] / "resources" / "fonts"
SCRIPTS = TARGET / "scripts"
WEIGHTS = "Regular", "Medium", "SemiBold", "Bold"

# U+02BC and U+02EE stay out: they share glyphs with ’ and ”, and a PDF would give them back in their place
CHARACTERS = {
    *range(0x20, 0x7F),  # Basic Latin
    *range(0xA0, 0x250),  # Latin-1, Latin Extended-A and -B with the Romanian letters
    *range(0x300, 0x370),  # combining accents
    *range(0x370, 0x400),  # Greek
    *range(0x400, 0x500),  # Cyrillic with the Kazakh letters
    *range(0x1E00, 0x1F00),  # Latin Extended Additional with the Vietnamese letters
    *range(0x2000, 0x2070),  # punctuation and spaces
    *map(ord, "₫₸€₽№™←↑→↓↔×−±≤≥≈≠·…✓✗✕✔■□▲△▶▼▽◀◆◇●○"),
}
# Without calt: it sets other glyphs for a dash between figures, for looks alone, and from a PDF written by Qt
# a glyph without a character of its own cannot be read back. For the same reason tnum and case, off unless
# asked for, are for the screen only.
FEATURES = ["kern", "mark", "mkmk", "liga", "tnum", "ccmp", "locl", "case"]

_JOINERS = {0x200C, 0x200D}
_CIRCLE = {0x25CC}  # which a mark without its letter stands on
# Presentation forms too: a PDF written by Qt names the letters of a glyph by them
NOTO = {
    "Arabic": {*range(0x600, 0x700), *range(0x750, 0x780), *range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)}
    | _JOINERS
    | _CIRCLE,
    "Armenian": {*range(0x530, 0x590), *range(0xFB13, 0xFB18)},
    "Devanagari": {*range(0x900, 0x980), *_JOINERS, *_CIRCLE},
    "Georgian": {*range(0x10A0, 0x1100), *range(0x1C90, 0x1CC0)},
    "Hebrew": {*range(0x590, 0x600), *range(0xFB1D, 0xFB50), *_CIRCLE},
    "Thai": {*range(0xE00, 0xE60), *_CIRCLE},
}


def subset(source: Path, target: Path, characters: Iterable[int], features: list[str] | None = None) -> TTFont:
    """Write the part of a font that kzstay needs, as TrueType, with its names; return the font.

    Without ``features`` it keeps what a script needs to be written right.
    """
    options = Options(
        name_IDs=["*"],
        name_languages=["*"],
        notdef_outline=True,
        glyph_names=False,
        hinting=False,
    )
    if features is not None:
        options.layout_features = features
    # Keep the date of the source: the same source gives the same bytes
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font.flavor = None
    font.save(target)
    return font


def find(folder: Path, *names: str) -> Path:
    """Return the first of the names that exists in a folder or the one above it."""
    candidates = [place / name for place in (folder, folder.parent) for name in names]
    for path in candidates:
        if path.is_file():
            return path
    sys.exit(f"none of {', '.join(names)} in {folder}")


def main(inter: Path, noto: Path) -> None:
    """Write the four weights of Inter, the other scripts, and their licences."""
    SCRIPTS.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        name = f"Inter-{weight}"
        subset(find(inter, f"{name}.ttf", f"{name}.woff2"), TARGET / f"{name}.ttf", CHARACTERS, FEATURES)
    licence = find(inter, "LICENSE.txt", "OFL.txt").read_text(encoding="utf-8")
    (TARGET / "OFL.txt").write_text(licence, encoding="utf-8", newline="\n")
    owners: dict[str, None] = {}
    for script, characters in NOTO.items():
        name = f"NotoSans{script}-Regular.ttf"
        font = subset(find(noto, name), SCRIPTS / name, characters)
        owners[f"Noto Sans {script}: {font['name'].getDebugName(0)}"] = None
    # The package has no file of the licence alone; its text is the same but for who holds the copyright
    _, _, terms = licence.partition("\n")
    (SCRIPTS / "OFL.txt").write_text("\n".join(owners) + "\n" + terms, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: make_fonts.py INTER_DIR NOTO_DIR")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
