"""The bill of materials: every part with its address, licence, files and what is linked into it."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

import project
import sbom
from parts import Part

ROOT = project.ROOT


def work(**changed: object) -> Part:
    plain = {"name": "x", "version": "1", "licence": "MIT", "home": "", "kind": "pypi", "texts": {"x.txt": "free"}}
    return Part(**(plain | changed))  # type: ignore[typeddict-item]


WORKS = [
    work(licence="MIT OR Apache-2.0"),
    work(
        name="liby",
        kind="deb",
        licence="",
        named=["Expat", "odd-permissive", "GPL-2+ or ISC"],
        qualifiers={"distro": "bookworm", "arch": "amd64"},
    ),
    work(name="libz", kind="deb", licence="", texts={"system/libz.txt": "free"}),
    work(
        name="qt",
        kind="generic",
        licence="LGPL-3.0-only",
        home="https://www.qt.io",
        texts={},
        files=["a/one.so", "absent.so"],
    ),
    work(name="pcre2", kind="generic", licence="BSD-3-Clause", within="qt", texts={}),
    work(name="md4c", kind="generic", version="", within="qt", texts={}),
    work(name="pcre2", kind="generic", licence="BSD-3-Clause", within="liby", texts={}),
    work(name="python", kind="generic", licence="PSF-2.0"),
]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Make a bundle that holds one library, and what is carried as data."""
    made = tmp_path / "kzstay"
    for place in ("a/one.so", *(place for part in sbom.CARRIED for place in part.get("files", []))):
        path = made / "_internal" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"all of it")
    return made


@pytest.fixture
def made(bundle: Path) -> dict[str, Any]:
    setup = bundle.with_name("kzstay.tar.xz")
    setup.write_bytes(b"packed")
    sbom.write(setup, "1.2.3", WORKS, bundle)
    return json.loads(setup.with_name("kzstay.tar.xz.cdx.json").read_text(encoding="utf-8"))


def of(made: dict[str, Any], ref: str) -> dict[str, Any]:
    (found,) = (each for each in made["components"] if each["bom-ref"] == ref)
    return found


def test_the_bill_is_what_the_schema_of_cyclonedx_asks_for(made: dict[str, Any]) -> None:
    validation = pytest.importorskip("cyclonedx.validation.json", reason="of the extra test")
    schema = pytest.importorskip("cyclonedx.schema")
    validator = validation.JsonStrictValidator(schema.SchemaVersion.V1_6)
    assert validator.validate_str(json.dumps(made)) is None
    made["components"][0]["licenses"] = [{"license": {"id": "no licence of SPDX"}}]
    assert validator.validate_str(json.dumps(made)) is not None


def test_the_bill_names_every_part_by_its_address(made: dict[str, Any]) -> None:
    assert (made["bomFormat"], made["specVersion"], made["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", made["serialNumber"])
    assert [each["purl"] for each in made["components"]] == [
        "pkg:pypi/x@1",
        "pkg:deb/debian/liby@1?arch=amd64&distro=bookworm",
        "pkg:deb/debian/libz@1",
        "pkg:generic/qt@1",
        "pkg:generic/pcre2@1",
        "pkg:generic/md4c",
        "pkg:generic/pcre2@1",
        "pkg:generic/python@1",
        *map(sbom.purl, sbom.CARRIED),
    ]


def test_a_licence_is_an_expression_or_names_or_the_place_of_its_text(made: dict[str, Any]) -> None:
    assert [each["licenses"] for each in made["components"][:4]] == [
        [{"expression": "MIT OR Apache-2.0"}],
        [
            {"license": {"id": "MIT"}},
            {"license": {"name": "odd-permissive"}},
            {"license": {"name": "GPL-2.0-or-later OR ISC"}},
        ],
        [{"license": {"name": "see licenses/system/libz.txt"}}],
        [{"license": {"id": "LGPL-3.0-only"}}],
    ]


def test_every_file_of_a_part_bears_its_hash_and_so_does_the_download(made: dict[str, Any]) -> None:
    held = [{"alg": "SHA-256", "content": hashlib.sha256(b"all of it").hexdigest()}]
    assert of(made, "pkg:generic/qt@1")["components"] == [{"type": "file", "name": "a/one.so", "hashes": held}]
    for part in sbom.CARRIED:
        assert [each["hashes"] for each in of(made, sbom.purl(part))["components"]] == [held] * len(
            part.get("files", [])
        )
    packed = [{"alg": "SHA-256", "content": hashlib.sha256(b"packed").hexdigest()}]
    assert made["metadata"]["component"]["hashes"] == packed


def test_the_program_depends_on_the_parts_and_they_on_what_is_linked_into_them(made: dict[str, Any]) -> None:
    told = {each["ref"]: each["dependsOn"] for each in made["dependencies"]}
    inside = {ref for refs in list(told.values())[1:] for ref in refs}
    assert told["pkg:generic/qt@1"] == ["qt/pkg:generic/pcre2@1", "qt/pkg:generic/md4c"]
    assert told["pkg:deb/debian/liby@1?arch=amd64&distro=bookworm"] == ["liby/pkg:generic/pcre2@1"]
    assert set(told["pkg:generic/kzstay@1.2.3"]) | inside == {each["bom-ref"] for each in made["components"]}
    assert not set(told["pkg:generic/kzstay@1.2.3"]) & inside


def test_only_libraries_are_called_so(made: dict[str, Any]) -> None:
    kinds = {each["name"]: each["type"] for each in made["components"]}
    assert (kinds["x"], kinds["qt"], kinds["python"]) == ("library", "framework", "platform")
    assert {kinds[part["name"]] for part in sbom.CARRIED} == {"data"}
    assert sbom.component(work(name="pyinstaller"))["type"] == "application"


def test_two_parts_of_one_address_are_no_bill(bundle: Path) -> None:
    with pytest.raises(project.BuildError, match=r"one address: pkg:pypi/x@1$"):
        sbom.write(bundle.with_name("kzstay.tar.xz"), "1", [work(), work()], bundle)


def test_the_bill_names_the_fonts_that_are_carried() -> None:
    fonts = ROOT / "resources" / "fonts"
    listed = {part["name"]: part["version"] for part in sbom.FONTS}
    assert listed == {
        f"Noto Sans {path.stem}" if path.parent != fonts else "Inter": _version(path)
        for path in (*fonts.glob("*.ttf"), *fonts.glob("scripts/*.ttf"))
    }


def _version(path: Path) -> str:
    names: Any = TTFont(path)["name"]
    return names.getDebugName(5).partition(";")[0].removeprefix("Version ")


def test_the_bill_names_the_data_of_others_with_their_versions() -> None:
    told = {part["name"]: (part["version"], part["licence"]) for part in sbom.DATA}
    generator = re.search(
        r'generator = "holidays ([\d.]+)"', (ROOT / "resources/calendar/kz.toml").read_text(encoding="utf-8")
    )
    outline = json.loads((ROOT / "resources/imports/outline.json").read_text(encoding="utf-8"))
    assert generator is not None
    assert told["holidays"] == (generator[1], "MIT")
    assert re.fullmatch(r"\d+", told["Unicode CLDR"][0])
    assert told["Unicode CLDR"][1] == "Unicode-3.0"
    assert f"Natural Earth {told['Natural Earth'][0]}," in outline["source"]
    assert all(part.get("files") for part in sbom.CARRIED)


def test_the_same_parts_make_the_same_bill(bundle: Path) -> None:
    bills: list[bytes] = []
    for _ in range(2):
        sbom.write(bundle.with_name("kzstay.tar.xz"), "1", WORKS, bundle)
        bills.append(bundle.with_name("kzstay.tar.xz.cdx.json").read_bytes())
    assert bills[0] == bills[1]
