"""Subset Inter and Noto Sans for resources/fonts: `make_fonts.py INTER_DIR NOTO_DIR`.

INTER_DIR holds the static fonts Inter-Regular, -Medium, -SemiBold and -Bold with TrueType outlines, as .ttf
or .woff2, and there or one folder up their licence: the folder `web` of the npm package inter-ui (now 4.1.1).
NOTO_DIR holds NotoSansArabic-Regular.ttf and the others: /usr/share/fonts/truetype/noto of the Debian package
fonts-noto-core (now 20201225-1).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from copy import copy
from pathlib import Path
from typing import Any

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

# The scripts, by their tags of OpenType, that Qt asks for in a font's table of substitutions
BESIDE = (
    *("syrc", "thaa", "sinh", "khmr", "nko "),
    *("deva", "beng", "guru", "gujr", "orya", "taml", "telu", "knda", "mlym"),
    *("dev2", "bng2", "gur2", "gjr2", "ory2", "tml2", "tel2", "knd2", "mlm2"),
)
ASCENT, DESCENT = 1000, -400  # thousandths of the size
_PRIVATE = 0xE000
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


def subset(source: Path, characters: Iterable[int], features: list[str] | None = None) -> TTFont:
    """Return the part of a font that kzstay needs, as TrueType, with its names.

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
    return font


def stand_by(font: TTFont) -> None:
    """Let Qt take spaces, figures and points from a font within a text of a script that the font has not.

    In these scripts Qt asks the table of substitutions whether a font knows them, and where it does not Qt draws
    even a space with any other font, or as a box.
    """
    table: Any = font["GSUB"].table
    scripts = table.ScriptList.ScriptRecord
    latin = next(record for record in scripts if record.ScriptTag == "latn")
    for tag in BESIDE:
        record = copy(latin)
        record.ScriptTag = tag
        scripts.append(record)
    scripts.sort(key=lambda record: record.ScriptTag)


def spell(font: TTFont, first: int) -> dict[int, str]:
    """Give the glyphs that stand for no single character one of private use; return what each is written with.

    Qt names a glyph in a PDF by its character, and one that has none could not be copied out. ``first`` is the
    first character of private use to be given.
    """
    characters: Any = font.getBestCmap()
    written = {glyph: chr(code) for code, glyph in reversed(characters.items())}
    encoded = set(written)
    tables = [table for lookup in font["GSUB"].table.LookupList.Lookup for table in lookup.SubTable]
    substitutions = [getattr(table, "ExtSubTable", table) for table in tables]
    known = 0
    while known < len(written):
        known = len(written)
        for table in substitutions:
            for parts, made in _made(table):
                if all(part in written for part in parts):
                    written.setdefault(made, "".join(written[part] for part in parts))
    given = {first + place: glyph for place, glyph in enumerate(sorted(set(written) - encoded))}
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format != 14:
            table.cmap |= given
    return {code: written[glyph] for code, glyph in given.items()}


def _made(table: Any) -> Iterator[tuple[list[str], str]]:  # noqa: ANN401 - made as fontTools reads a font
    """List what a table of substitutions puts in the place of one glyph or of several."""
    match table.LookupType:
        case 1:
            yield from (([old], new) for old, new in table.mapping.items())
        case 2:
            yield from (([old], new) for old, made in table.mapping.items() for new in made[:1])
        case 4:
            for old, ligatures in table.ligatures.items():
                yield from (([old, *one.Component], one.LigGlyph) for one in ligatures)
        case _:  # what is done where others stand beside it is one of these again
            return


def rename(font: TTFont, family: str) -> None:
    """Give a font a family of its own: the system may have another version, which Qt would mix with this one."""
    names: Any = font["name"]
    for number in (16, 17, 21, 22, 25):
        names.removeNames(nameID=number)
    for number, name in {1: family, 3: family, 4: family, 6: family.replace(" ", "-")}.items():
        for one in [one for one in names.names if one.nameID == number]:
            names.setName(name, number, one.platformID, one.platEncID, one.langID)


def level(font: TTFont) -> None:
    """Let a font be no higher than its letters are, so that a line with it is hardly higher than one of Inter."""
    line: Any = font["hhea"]
    page: Any = font["OS/2"]
    line.ascent, line.descent = min(line.ascent, ASCENT), max(line.descent, DESCENT)
    page.sTypoAscender, page.sTypoDescender = line.ascent, line.descent
    page.usWinAscent, page.usWinDescent = line.ascent, -line.descent


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
        font = subset(find(inter, f"{name}.ttf", f"{name}.woff2"), CHARACTERS, FEATURES)
        stand_by(font)
        font.save(TARGET / f"{name}.ttf")
    licence = find(inter, "LICENSE.txt", "OFL.txt").read_text(encoding="utf-8")
    (TARGET / "OFL.txt").write_text(licence, encoding="utf-8", newline="\n")
    owners: list[str] = []
    spelt: dict[int, str] = {}
    for script, characters in NOTO.items():
        font = subset(find(noto, f"NotoSans{script}-Regular.ttf"), characters)
        if "GSUB" in font:
            spelt |= spell(font, _PRIVATE + len(spelt))
        level(font)
        rename(font, f"kzstay {script}")
        font.save(SCRIPTS / f"{script}.ttf")
        owners.append(f"Noto Sans {script}, here kzstay {script}: {font['name'].getDebugName(0)}")
    table = {f"{code:04X}": text for code, text in spelt.items()}
    told = json.dumps(table, ensure_ascii=False, indent=0)
    (SCRIPTS / "spelling.json").write_text(told + "\n", encoding="utf-8", newline="\n")
    # The package has no file of the licence alone: the text is the same, but for who holds the copyright
    _, _, terms = licence.partition("\n")
    (SCRIPTS / "OFL.txt").write_text("\n".join(owners) + "\n" + terms, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: make_fonts.py INTER_DIR NOTO_DIR")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
