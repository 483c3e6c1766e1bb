"""What macOS is told of the program: the values of its Info.plist."""

from __future__ import annotations

from typing import Any

from kzstay.i18n import LANGUAGES
from kzstay.identity import IDENTITY

IDENTIFIER = IDENTITY.id or "org.kzstay.kzstay"
TYPE = f"{IDENTITY.id or 'org.kzstay'}.case"
MINIMUM_SYSTEM = "13.0"  # the oldest that PySide6 6.10 and 6.11 run on; 6.12 asks for 14
CATEGORY = "public.app-category.productivity"


def plist(version: str) -> dict[str, Any]:
    """Return the values of Info.plist that PyInstaller does not set by itself."""
    return {
        "CFBundleName": "kzstay",
        "CFBundleExecutable": "kzstay",  # of the two programs the one with the window
        "CFBundleDisplayName": "kzstay",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": list(LANGUAGES),
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "kzstay case",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "case.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [TYPE],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": TYPE,
                "UTTypeDescription": "kzstay case",
                "UTTypeIconFile": "case.icns",
                "UTTypeConformsTo": ["public.json"],
                "UTTypeTagSpecification": {"public.filename-extension": ["kzstay"]},
            }
        ],
        "LSApplicationCategoryType": CATEGORY,
        "LSMinimumSystemVersion": MINIMUM_SYSTEM,
        "LSBackgroundOnly": False,
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,  # dark colours too
        "NSHumanReadableCopyright": "The kzstay maintainers, MIT licence",
    }
