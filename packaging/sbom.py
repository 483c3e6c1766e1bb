"""The bill of materials: what a bundle is made of, as CycloneDX 1.6 in JSON."""

from __future__ import annotations

import json
import uuid
from pathlib import Path
from typing import Any
from urllib.parse import quote

import budget
from parts import Part

SPEC = "1.6"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "kzstay")
_NOTO = {
    "Arabic": "2.005",
    "Armenian": "2.005",
    "Devanagari": "2.001",
    "Georgian": "2.001",
    "Hebrew": "3.000",
    "Thai": "2.000",
}


def _font(name: str, version: str, home: str) -> Part:
    return Part(name=name, version=version, licence="OFL-1.1", home=home, kind="generic", texts={})


FONTS = [
    *(_font(f"Noto Sans {script}", version, "https://notofonts.github.io/") for script, version in _NOTO.items()),
    _font("Inter", "4.001", "https://rsms.me/inter/"),
]


def purl(part: Part) -> str:
    """Return the address of a work among packages."""
    folder = {"deb": "deb/debian", "pypi": "pypi", "generic": "generic"}[part["kind"]]
    return f"pkg:{folder}/{quote(part['name'].lower())}@{quote(part['version'])}"


def _licences(licence: str) -> list[dict[str, Any]]:
    if not licence:
        return []
    compound = any(word in licence for word in (" OR ", " AND ", " WITH "))
    return [{"expression": licence}] if compound else [{"license": {"id": licence}}]


def component(part: Part) -> dict[str, Any]:
    """Return a work as a component."""
    address = purl(part)
    found: dict[str, Any] = {
        "type": "library",
        "bom-ref": address,
        "name": part["name"],
        "version": part["version"],
        "purl": address,
    }
    if licences := _licences(part["licence"]):
        found["licenses"] = licences
    if part["home"]:
        found["externalReferences"] = [{"type": "website", "url": part["home"]}]
    return found


def bill(name: str, version: str, found: list[Part]) -> dict[str, Any]:
    """Return the bill of a bundle; the same parts give the same bill."""
    components = [component(part) for part in (*found, *FONTS)]
    program = f"pkg:generic/kzstay@{version}"
    number = uuid.uuid5(_NAMESPACE, json.dumps([name, version, components]))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": SPEC,
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": program,
                "name": "kzstay",
                "version": version,
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": components,
        "dependencies": [{"ref": program, "dependsOn": [each["bom-ref"] for each in components]}],
    }


def write(path: Path, version: str, found: list[Part]) -> str:
    """Write the bill and say what it holds."""
    made = bill(path.name, version, found)
    path.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    return f"{path.name}: {len(made['components'])} parts, {budget.size(path) // 1024} KB"
