"""What Windows shows in the properties of a program: version, publisher, description in three languages."""

from __future__ import annotations

from pathlib import Path

import project

PUBLISHER = "The kzstay maintainers"
# What Windows calls the languages, and what the programs do in them
DESCRIPTIONS = {
    0x0409: {"kzstay": "kzstay", "kzstay-cli": "kzstay on the command line"},
    0x0419: {"kzstay": "kzstay", "kzstay-cli": "kzstay в командной строке"},
    0x043F: {"kzstay": "kzstay", "kzstay-cli": "Командалық жолдағы kzstay"},
}
UNICODE = 1200  # the code page of the texts


def numbers(version: str) -> tuple[int, int, int, int]:
    """Return a version as the four numbers that Windows asks for, without a suffix such as rc1."""
    return *project.numbers(version), 0


def text(program: str, version: str) -> str:
    """Return the version resource of a program, as PyInstaller reads it."""
    four = numbers(version)
    tables = [
        f"      StringTable({f'{language:04X}{UNICODE:04X}'!r}, [\n"
        + "".join(
            f"        StringStruct({name!r}, {value!r}),\n"
            for name, value in {
                "CompanyName": PUBLISHER,
                "FileDescription": descriptions[program],
                "FileVersion": version,
                "InternalName": program,
                "LegalCopyright": f"© {PUBLISHER}",
                "OriginalFilename": f"{program}.exe",
                "ProductName": "kzstay",
                "ProductVersion": version,
            }.items()
        )
        + "      ])"
        for language, descriptions in DESCRIPTIONS.items()
    ]
    languages = [number for language in DESCRIPTIONS for number in (language, UNICODE)]
    return (
        "VSVersionInfo(\n"
        f"  ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, flags=0x0, OS=0x40004,\n"
        "    fileType=0x1, subtype=0x0, date=(0, 0)),\n"
        "  kids=[\n"
        "    StringFileInfo([\n" + ",\n".join(tables) + "\n    ]),\n"
        f"    VarFileInfo([VarStruct('Translation', {languages})]),\n"
        "  ],\n"
        ")\n"
    )


def write(path: Path, program: str, version: str) -> Path:
    """Write the version resource of a program and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(program, version), encoding="utf-8")
    return path
