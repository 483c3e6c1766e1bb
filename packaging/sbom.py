"""The bill of materials: what a bundle is made of, as CycloneDX 1.6 in JSON.

A part that has files of its own in the bundle bears the SHA-256 of each. What is linked into another has none, and
is what that one depends on.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import budget
import dep5
import project
from parts import Part
from project import BuildError

SPEC = "1.6"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "kzstay")
OWN_LICENCE = "MIT"
_NOTO = {
    "Arabic": "2.005",
    "Armenian": "2.005",
    "Devanagari": "2.001",
    "Georgian": "2.001",
    "Hebrew": "3.000",
    "Thai": "2.000",
}
# What is none of these is a library
_TYPES = {"python": "platform", "pyinstaller": "application", "qt": "framework", "tzdata": "data"}
_QT_LICENCES = "https://doc.qt.io/qt-6/licenses-used-in-qt.html"

Hash = Callable[[str], "str | None"]  # of the place of a file in the bundle, None where it lies elsewhere


def _data(name: str, version: str, licence: str, home: str, files: list[str], named: Sequence[str] = ()) -> Part:
    part = Part(name=name, version=version, licence=licence, home=home, kind="generic", texts={}, files=files)
    if named:
        part["named"] = list(named)
    return part


def _places(pattern: str) -> list[str]:
    root = project.ROOT / "resources"
    return sorted(f"kzstay/resources/{path.relative_to(root).as_posix()}" for path in root.glob(pattern))


def _read(name: str) -> dict[str, Any]:
    return json.loads((project.ROOT / "resources" / name).read_text(encoding="utf-8"))


def _holidays() -> str:
    """Return the version of the package that the days off are from."""
    head = (project.ROOT / "resources/calendar/kz.toml").read_text(encoding="utf-8").partition(";")[0]
    return head.rpartition(" ")[2]


FONTS = [
    *(
        _data(
            f"Noto Sans {script}",
            version,
            "OFL-1.1",
            "https://notofonts.github.io/",
            _places(f"fonts/scripts/{script}.ttf"),
        )
        for script, version in _NOTO.items()
    ),
    _data("Inter", "4.001", "OFL-1.1", "https://rsms.me/inter/", _places("fonts/*.ttf")),
]
DATA = [
    _data(
        "Unicode CLDR",
        _read("cldr/en.json")["source"].rpartition(" ")[2],
        "Unicode-3.0",
        "https://cldr.unicode.org",
        _places("cldr/*.json") + _places("imports/own_names.json"),
    ),
    _data("holidays", _holidays(), "MIT", "https://github.com/vacanza/holidays", _places("calendar/kz.toml")),
    _data(
        "Natural Earth",
        "4.1.0",
        "",
        "https://www.naturalearthdata.com",
        _places("imports/outline.json"),
        ["public domain"],
    ),
]
CARRIED = [*FONTS, *DATA]


def purl(part: Part) -> str:
    """Return the address of a work among packages."""
    folder = {"deb": "deb/debian", "pypi": "pypi", "generic": "generic", "cargo": "cargo"}[part["kind"]]
    version = f"@{quote(part['version'])}" if part["version"] else ""
    asked = "&".join(f"{key}={quote(value)}" for key, value in sorted(part.get("qualifiers", {}).items()))
    return f"pkg:{folder}/{quote(part['name'].lower())}{version}{'?' if asked else ''}{asked}"


def _licences(part: Part) -> list[dict[str, Any]]:
    """Return the licences: as one expression where that is sure, else each by its name, or where its text is."""
    licence = part["licence"]
    if any(word in licence for word in (" OR ", " AND ", " WITH ")):
        return [{"expression": licence}]
    if licence:
        return [{"license": {"id": licence}}]
    if named := part.get("named"):
        found = (dep5.spdx(one) for one in named)
        told = [
            {"id": spdx} if spdx and " " not in spdx else {"name": spdx or one}
            for spdx, one in zip(found, named, strict=True)
        ]
        return [{"license": one} for one in {json.dumps(one): one for one in told}.values()]
    return [{"license": {"name": f"see licenses/{name}"}} for name in part["texts"]]


def component(part: Part, hashed: Hash = lambda _place: None) -> dict[str, Any]:
    """Return a work as a component, with its files in it."""
    address = purl(part)
    within = part.get("within")
    found: dict[str, Any] = {
        "type": "data" if part in CARRIED else _TYPES.get(part["name"], "library"),
        "bom-ref": f"{within}/{address}" if within else address,
        "name": part["name"],
        "version": part["version"],
        "purl": address,
    }
    if not part["version"]:
        del found["version"]  # it does not say
    if licences := _licences(part):
        found["licenses"] = licences
    if part["home"]:
        found["externalReferences"] = [{"type": "website", "url": part["home"]}]
    if part["name"] == "qt":
        found["externalReferences"].append({"type": "license", "url": _QT_LICENCES})
    digests = {place: digest for place in part.get("files", []) if (digest := hashed(place))}
    if digests:
        found["components"] = [
            {"type": "file", "name": place, "hashes": [_sha256(digest)]} for place, digest in digests.items()
        ]
    return found


def _sha256(digest: str) -> dict[str, str]:
    return {"alg": "SHA-256", "content": digest}


def bill(name: str, version: str, found: list[Part], hashed: Hash = lambda _place: None) -> dict[str, Any]:
    """Return the bill of a bundle; the same parts give the same bill."""
    listed = [*found, *CARRIED]
    components = [component(part, hashed) for part in listed]
    refs = {
        part["name"]: each["bom-ref"]
        for part, each in zip(listed, components, strict=True)
        if "within" not in part
    }
    inside: dict[str, list[str]] = {}
    for part, each in zip(listed, components, strict=True):
        if "within" in part:
            inside.setdefault(refs[part["within"]], []).append(each["bom-ref"])
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
                "licenses": [{"license": {"id": OWN_LICENCE}}],
            },
        },
        "components": components,
        "dependencies": [
            {"ref": program, "dependsOn": list(refs.values())},
            *({"ref": ref, "dependsOn": refs_inside} for ref, refs_inside in inside.items()),
        ],
    }


def of_bundle(bundle: Path) -> Hash:
    """Return what tells the SHA-256 of a file by its place, as PyInstaller has it; None where it is not there."""
    roots = [
        bundle / "_internal",
        *(bundle / "Contents" / folder for folder in ("Frameworks", "Resources", "MacOS")),
    ]

    def digest(place: str) -> str | None:
        for root in roots:
            path = root / place
            if path.is_file() and not path.is_symlink():
                return hashlib.sha256(path.read_bytes()).hexdigest()
        return None

    return digest


def write(setup: Path, version: str, found: list[Part], bundle: Path) -> str:
    """Write the bill of a bundle beside what is downloaded, and say what it holds. Raises BuildError."""
    path = setup.with_name(f"{setup.name}.cdx.json")
    made = bill(path.name, version, found, of_bundle(bundle))
    if setup.is_file():
        made["metadata"]["component"]["hashes"] = [_sha256(hashlib.sha256(setup.read_bytes()).hexdigest())]
    twice = _twice([each["bom-ref"] for each in made["components"]])
    if twice:
        raise BuildError(f"Two parts of the bill have one address: {', '.join(twice)}")
    path.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    files = sum(len(each.get("components", [])) for each in made["components"])
    return f"{path.name}: {len(made['components'])} parts, {files} of their files, {budget.size(path) // 1024} KB"


def _twice(refs: list[str]) -> list[str]:
    return sorted({ref for ref in refs if refs.count(ref) > 1})
