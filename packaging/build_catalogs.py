"""Compile the message catalogs: the build hook of hatchling, and a command for translators.

``python packaging/build_catalogs.py`` compiles every ``resources/i18n/<language>/LC_MESSAGES/kzstay.po``
beside itself after an edit.
"""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogs(root: Path) -> list[Path]:
    """Write a .mo file beside every .po file under resources/i18n and return what was written."""
    written = []
    for source in sorted((root / "resources" / "i18n").glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalog = read_po(file, locale=source.parent.parent.name)
        target = source.with_suffix(".mo")
        with target.open("wb") as file:
            write_mo(file, catalog)
        written.append(target)
    return written


class CatalogHook(BuildHookInterface):
    """Compile the catalogs before a wheel, an sdist or an editable install is made; add what a wheel shares."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        compile_catalogs(root)
        if self.target_name == "wheel":
            beside = runpy.run_path(
                str(root / "packaging" / "package.py")
            )  # hatchling knows one hook of this name
            build_data["shared_data"].update(beside["shared_data"](root))


if __name__ == "__main__":
    for path in compile_catalogs(Path(__file__).resolve().parent.parent):
        print(path.name, path.parent.parent.name)
