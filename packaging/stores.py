"""What winget, Scoop and Homebrew ask for, filled from a release: ``python packaging/stores.py FOLDER``.

All of them lead to files of the release, so nothing is written where the project has no address, and of each only
what all files are there for: the images for macOS come from two machines.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any
from urllib.parse import urlsplit

import project
from kzstay.i18n import LANGUAGES, SOURCE, SPOKEN, Language
from kzstay.identity import IDENTITY, Identity
from kzstay.ui.system.portable import FOLDER
from linux import metainfo
from macos import info
from project import BuildError
from windows.version_resource import PUBLISHER

CASK = project.PACKAGING / "macos" / "cask.rb.in"
WINGET = "1.10.0"  # the form of the manifests
OLDEST_WINDOWS = "10.0.18362.0"  # OLDEST_BUILD of windows/installer.nsi
LOCALES: dict[Language, str] = {language: SPOKEN[language].locale.replace("_", "-") for language in LANGUAGES}
LOCALES[SOURCE] = "en-US"  # that of the stores themselves
WORDS = metainfo.words()  # what every store says of the program
TAGS = ["kazakhstan", "migration", "registration", "visa"]
# What the setup ends with, see windows/installer.nsi; 0 alone is good
RETURNS = {1: "cancelledByUser", 3: "packageInUse", 4: "systemNotSupported", 5: "installInProgress"}
SYSTEMS = {"13.0": "ventura", "14.0": "sonoma", "15.0": "sequoia"}  # what Homebrew calls them
PROCESSORS = "arm64", "x86_64"
# What the program keeps on a Mac, which a person may ask Homebrew to take away
KEPT_ON_MACOS = "~/Library/Application Support/kzstay", "~/Library/Preferences/kzstay"


@dataclass(frozen=True)
class Release:
    """The files of a version: where they are downloaded from, and the SHA-256 of each by its name."""

    version: str
    identity: Identity
    digests: Mapping[str, str]

    def url(self, file: str) -> str:
        """Return where a file is downloaded from."""
        return f"{self.identity.releases}/download/v{self.version}/{file}"

    def has(self, *files: str) -> bool:
        """Tell whether the release holds all of some files."""
        return set(files) <= set(self.digests)


def read(folder: Path, version: str, identity: Identity) -> Release:
    """Return the release in a folder, by the checksums beside its files. Raises BuildError where one is wrong."""
    digests: dict[str, str] = {}
    for path in sorted(folder.glob(f"kzstay-{version}-*.sha256")):
        digest, name = path.read_text(encoding="utf-8").split()
        with (folder / name).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != digest:
                raise BuildError(f"{name} is not the file that {path.name} tells of")
        digests[name] = digest
    return Release(version, identity, digests)


def licences() -> list[str]:
    """Return the licences that hold together for what is installed, by their SPDX names."""
    about = tomllib.loads((project.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return about["license"].split(" AND ")


def package(identity: Identity) -> str:
    """Return the name in winget, of the owner and the project, or "" where the address names no owner."""
    parts = urlsplit(identity.address).path.strip("/").split("/")
    return ".".join(parts[-2:]) if len(parts) > 1 else ""


def winget(release: Release) -> dict[str, dict[str, Any]]:
    """Return the manifests for winget by the names of their files."""
    name, setup = package(release.identity), project.SETUP.format(release.version)
    head = {"PackageIdentifier": name, "PackageVersion": release.version}

    def manifest(kind: str, **values: object) -> dict[str, Any]:
        return {**head, **values, "ManifestType": kind, "ManifestVersion": WINGET}

    installer = manifest(
        "installer",
        Platform=["Windows.Desktop"],
        MinimumOSVersion=OLDEST_WINDOWS,
        InstallerType="nullsoft",
        Scope="user",
        InstallModes=["interactive", "silent", "silentWithProgress"],
        ExpectedReturnCodes=[
            {"InstallerReturnCode": code, "ReturnResponse": response} for code, response in RETURNS.items()
        ],
        UpgradeBehavior="install",
        FileExtensions=["kzstay"],
        ProductCode="kzstay",
        AppsAndFeaturesEntries=[{"DisplayName": "kzstay", "Publisher": PUBLISHER, "ProductCode": "kzstay"}],
        Installers=[
            {
                "Architecture": "x64",
                "InstallerUrl": release.url(setup),
                "InstallerSha256": release.digests[setup].upper(),
            }
        ],
    )
    made = {
        f"{name}.yaml": manifest("version", DefaultLocale=LOCALES["en"]),
        f"{name}.installer.yaml": installer,
    }
    for language, locale in LOCALES.items():
        made[f"{name}.locale.{locale}.yaml"] = manifest(
            "defaultLocale" if language == "en" else "locale",
            PackageLocale=locale,
            Publisher=PUBLISHER,
            PublisherSupportUrl=release.identity.issues,
            PackageName="kzstay",
            PackageUrl=release.identity.address,
            License=" AND ".join(licences()),
            ShortDescription=WORDS[language]["summary"],
            Description="\n\n".join(metainfo.paragraphs(WORDS[language]["description"])),
            Tags=TAGS,
            ReleaseNotesUrl=release.identity.changelog,
        )
    return made


def scoop(release: Release) -> dict[str, Any]:
    """Return the manifest for a bucket of Scoop, which hands what the zip keeps from version to version."""
    zipped, new = project.PORTABLE.format(release.version), Release("$version", release.identity, {})
    return {
        "version": release.version,
        "description": WORDS["en"]["summary"],
        "homepage": release.identity.address,
        "license": ",".join(licences()),
        "architecture": {
            "64bit": {
                "url": release.url(zipped),
                "hash": release.digests[zipped],
                "extract_dir": project.PORTABLE_FOLDER.format(release.version),
            }
        },
        "bin": "kzstay-cli.exe",
        "shortcuts": [["kzstay.exe", "kzstay"]],
        "persist": FOLDER,
        "checkver": {"github": release.identity.address},
        "autoupdate": {
            "architecture": {
                "64bit": {
                    "url": new.url(project.PORTABLE.format("$version")),
                    "extract_dir": project.PORTABLE_FOLDER.format("$version"),
                }
            },
            "hash": {"url": "$url.sha256"},
        },
    }


def cask(release: Release) -> str:
    """Return the cask for Homebrew, as Ruby."""
    images = {each: project.IMAGE.format(release.version, each) for each in PROCESSORS}
    of_any = Release("#{version}", release.identity, {})
    return Template(CASK.read_text(encoding="utf-8")).substitute(
        {each: release.digests[image] for each, image in images.items()},
        version=release.version,
        url=of_any.url(project.IMAGE.format("#{version}", "#{arch}")),
        summary=WORDS["en"]["summary"],
        homepage=release.identity.address,
        system=SYSTEMS[info.MINIMUM_SYSTEM],
        folders="\n".join(f'    "{folder}",' for folder in KEPT_ON_MACOS),
    )


def yaml(value: object, indent: str = "") -> str:
    """Return what JSON could hold as YAML in blocks; a text is quoted, so that none reads as anything else."""
    if isinstance(value, dict):
        return "".join(f"{indent}{name}:{_behind(each, indent)}" for name, each in value.items())
    assert isinstance(value, list)
    lines: list[str] = []
    for each in value:
        inner = yaml(each, f"{indent}  ") if isinstance(each, dict) else f"{indent}  {_scalar(each)}\n"
        lines.append(f"{indent}- {inner.removeprefix(f'{indent}  ')}")
    return "".join(lines)


def _behind(value: object, indent: str) -> str:
    if isinstance(value, dict):
        return f"\n{yaml(value, f'{indent}  ')}"
    return f"\n{yaml(value, indent)}" if isinstance(value, list) else f" {_scalar(value)}\n"


def _scalar(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def files(release: Release) -> dict[str, str]:
    """Return what can be filled, by its place, as text."""
    made: dict[str, str] = {}
    if release.has(project.SETUP.format(release.version)) and package(release.identity):
        for name, manifest in winget(release).items():
            kind = manifest["ManifestType"]
            head = (
                f"# yaml-language-server: $schema=https://aka.ms/winget-manifest.{kind}.{WINGET}.schema.json\n\n"
            )
            made[f"winget/{name}"] = head + yaml(manifest)
    if release.has(project.PORTABLE.format(release.version)):
        made["scoop/kzstay.json"] = json.dumps(scoop(release), ensure_ascii=False, indent=4) + "\n"
    if release.has(*(project.IMAGE.format(release.version, each) for each in PROCESSORS)):
        made["homebrew/kzstay.rb"] = cask(release)
    return made


def write(folder: Path, version: str, identity: Identity = IDENTITY) -> str:
    """Write to ``stores`` in the folder of a release what can be filled, and say what. Raises BuildError."""
    if not identity.address:
        return "SKIPPED: the project has no address (kzstay/identity.py), so no package manager is told of it"
    made = files(read(folder, version, identity))
    for place, text in made.items():
        path = folder / "stores" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return f"for package managers: {', '.join(made) or 'nothing, as their files are not there'}"


def main() -> int:
    """Fill what the files of the folder that is named allow."""
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        print("usage: stores.py FOLDER", file=sys.stderr)
        return 2
    try:
        print(write(Path(sys.argv[1]), project.version()))
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
