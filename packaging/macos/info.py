"""What macOS is told of the program: the values of its Info.plist."""

from __future__ import annotations

from typing import Any

import project
from kzstay.i18n import LANGUAGES
from kzstay.identity import IDENTITY, Identity

MINIMUM_SYSTEM = "13.0"  # the oldest that PySide6 6.10 and 6.11 run on; 6.12 asks for 14
CATEGORY = "public.app-category.productivity"


def identifier(identity: Identity = IDENTITY) -> str:
    """Return what macOS tells the program from others by.

    Without an id of the project it is the plain name, which macOS and codesign take: a domain that nobody here
    holds would be somebody else's. What the system remembers of the program goes by it: set it before a release.
    """
    return identity.desktop_name


def kind(identity: Identity = IDENTITY) -> str:
    """Return the name of the type of a case, which macOS has to tell from all others."""
    return f"{identifier(identity)}.case"


def plist(version: str, identity: Identity = IDENTITY) -> dict[str, Any]:
    """Return the values of Info.plist that PyInstaller does not set by itself."""
    return {
        "CFBundleName": "kzstay",
        "CFBundleExecutable": "kzstay",  # of the two programs the one with the window
        "CFBundleDisplayName": "kzstay",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": ".".join(map(str, project.numbers(version))),  # digits and dots, or macOS reads none
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": list(LANGUAGES),
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "kzstay case",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "case.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [kind(identity)],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": kind(identity),
                "UTTypeDescription": "kzstay case",
                "UTTypeIconFile": "case.icns",
                "UTTypeConformsTo": ["public.json"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["kzstay"],
                    "public.mime-type": ["application/x-kzstay"],
                },
            }
        ],
        "LSApplicationCategoryType": CATEGORY,
        "LSMinimumSystemVersion": MINIMUM_SYSTEM,
        "LSBackgroundOnly": False,
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,  # dark colours too
        "NSHumanReadableCopyright": "The kzstay maintainers, MIT licence",
    }
