"""What package managers are given, of a release with an example identity."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

import project
import stores
from kzstay.i18n import LANGUAGES
from kzstay.identity import Identity
from kzstay.ui.system.portable import FOLDER
from windows import trial, version_resource

EXAMPLE = Identity("https://example.org/owner/kzstay", "org.example.kzstay")
VERSION = "1.2.3"
SETUP, ZIP = project.SETUP.format(VERSION), project.PORTABLE.format(VERSION)
IMAGES = [project.IMAGE.format(VERSION, each) for each in stores.PROCESSORS]
NSI = (project.PACKAGING / "windows" / "installer.nsi").read_text(encoding="utf-8-sig")
PLACE = f"https://example.org/owner/kzstay/releases/download/v{VERSION}"


def dist(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).write_text(name, encoding="utf-8")
        digest = hashlib.sha256(name.encode()).hexdigest()
        (folder / f"{name}.sha256").write_text(f"{digest}  {name}\n", encoding="utf-8")
    return folder


@pytest.fixture
def release(tmp_path: Path) -> stores.Release:
    return stores.read(dist(tmp_path, SETUP, ZIP, *IMAGES), VERSION, EXAMPLE)


def sha(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


# What is written, and when


def test_without_an_address_nothing_is_written_and_that_is_said(tmp_path: Path) -> None:
    assert stores.write(dist(tmp_path, SETUP, ZIP), VERSION, Identity()).startswith("SKIPPED: the project has no")
    assert not (tmp_path / "stores").exists()


def test_all_is_written_where_all_files_are_there(tmp_path: Path) -> None:
    stores.write(dist(tmp_path, SETUP, ZIP, *IMAGES), VERSION, EXAMPLE)
    place = tmp_path / "stores"
    assert {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()} == {
        "homebrew/kzstay.rb",
        "scoop/kzstay.json",
        "winget/owner.kzstay.yaml",
        "winget/owner.kzstay.installer.yaml",
        "winget/owner.kzstay.locale.en-US.yaml",
        "winget/owner.kzstay.locale.ru-RU.yaml",
        "winget/owner.kzstay.locale.kk-KZ.yaml",
    }


@pytest.mark.parametrize(
    ("there", "written"), [([SETUP], "winget"), ([ZIP], "scoop"), (IMAGES, "homebrew"), (IMAGES[:1], "")]
)
def test_each_waits_for_its_files(tmp_path: Path, there: list[str], written: str) -> None:
    told = stores.write(dist(tmp_path, *there), VERSION, EXAMPLE)
    assert {path.name for path in (tmp_path / "stores").glob("*")} == ({written} if written else set())
    assert told.endswith("as their files are not there") is not bool(written)


def test_a_file_that_is_not_the_one_of_its_checksum_is_refused(tmp_path: Path) -> None:
    (dist(tmp_path, SETUP) / SETUP).write_text("another", encoding="utf-8")
    with pytest.raises(project.BuildError, match="is not the file that"):
        stores.write(tmp_path, VERSION, EXAMPLE)


def test_an_address_without_an_owner_has_no_name_in_winget(tmp_path: Path) -> None:
    stores.write(dist(tmp_path, SETUP, ZIP), VERSION, Identity("https://example.org"))
    assert {path.name for path in (tmp_path / "stores").iterdir()} == {"scoop"}


# winget


def test_winget_gets_the_setup_as_it_is(release: stores.Release) -> None:
    made = stores.winget(release)["owner.kzstay.installer.yaml"]
    assert made["Installers"] == [
        {"Architecture": "x64", "InstallerUrl": f"{PLACE}/{SETUP}", "InstallerSha256": sha(SETUP).upper()}
    ]
    assert (made["InstallerType"], made["Scope"]) == ("nullsoft", "user")
    assert "RequestExecutionLevel user" in NSI
    build = re.search(r"!define OLDEST_BUILD (\d+)", NSI)
    assert build is not None
    assert made["MinimumOSVersion"] == f"10.0.{build[1]}.0"
    assert made["ProductCode"] == trial.UNINSTALL_KEY.rpartition("\\")[2]
    (entry,) = made["AppsAndFeaturesEntries"]
    assert entry["Publisher"] == version_resource.PUBLISHER


def test_winget_is_told_every_code_that_the_setup_ends_with(release: stores.Release) -> None:
    made = stores.winget(release)["owner.kzstay.installer.yaml"]
    told = {each["InstallerReturnCode"]: each["ReturnResponse"] for each in made["ExpectedReturnCodes"]}
    ours = {int(code) for code in re.findall(r"SetErrorLevel (\d)", NSI)}
    assert set(told) == ours | {1}, "1 is NSIS's own, where somebody cancels"
    assert told[trial.RUNNING] == "packageInUse"
    assert "InstallerSuccessCodes" not in made, "only 0 is good"


def test_every_manifest_of_winget_has_its_head_and_its_language(release: stores.Release) -> None:
    made = stores.winget(release)
    for manifest in made.values():
        assert (manifest["PackageIdentifier"], manifest["PackageVersion"]) == ("owner.kzstay", VERSION)
        assert manifest["ManifestVersion"] == stores.WINGET
    kinds = [manifest["ManifestType"] for manifest in made.values()]
    assert kinds == ["version", "installer", "defaultLocale", "locale", "locale"]
    spoken = [manifest for manifest in made.values() if "PackageLocale" in manifest]
    assert [manifest["PackageLocale"][:2] for manifest in spoken] == list(LANGUAGES)
    assert len({manifest["ShortDescription"] for manifest in spoken}) == len(LANGUAGES)
    assert made["owner.kzstay.yaml"]["DefaultLocale"] == spoken[0]["PackageLocale"]
    assert all(3 <= len(manifest["ShortDescription"]) <= 256 for manifest in spoken)


def back(text: str) -> Any:  # noqa: ANN401
    """Read the YAML that is written here: blocks of names and lists, with values as JSON has them."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]

    def block(at: int, indent: int) -> tuple[Any, int]:
        found: Any = [] if lines[at].lstrip().startswith("- ") else {}
        while at < len(lines) and len(lines[at]) - len(lines[at].lstrip()) == indent:
            line = lines[at][indent:]
            if isinstance(found, list):
                if not line.startswith("- "):
                    break
                rest = line[2:]
                if re.match(r"\w+:", rest):
                    lines[at] = " " * (indent + 2) + rest
                    value, at = block(at, indent + 2)
                else:
                    value, at = json.loads(rest), at + 1
                found.append(value)
                continue
            name, _, rest = line.partition(":")
            if rest:
                found[name], at = json.loads(rest), at + 1
            else:
                deeper = len(lines[at + 1]) - len(lines[at + 1].lstrip())
                found[name], at = block(at + 1, deeper)
        return found, at

    return block(0, 0)[0]


def test_the_yaml_says_what_it_was_made_of(release: stores.Release) -> None:
    written = stores.files(release)
    for name, manifest in stores.winget(release).items():
        text = written[f"winget/{name}"]
        head = f"# yaml-language-server: $schema=https://aka.ms/winget-manifest.{manifest['ManifestType']}."
        assert text.startswith(f"{head}{stores.WINGET}.schema.json\n")
        assert back(text) == manifest


# Scoop


def test_scoop_gets_the_zip_and_keeps_what_the_program_keeps(release: stores.Release) -> None:
    made = json.loads(stores.files(release)["scoop/kzstay.json"])
    (only,) = made["architecture"].values()
    folder = project.PORTABLE_FOLDER.format(VERSION)
    assert only == {"url": f"{PLACE}/{ZIP}", "hash": sha(ZIP), "extract_dir": folder}
    assert made["persist"] == FOLDER
    assert made["homepage"] == EXAMPLE.address
    assert made["version"] == VERSION
    new = made["autoupdate"]["architecture"]["64bit"]
    assert {name: value.replace("$version", VERSION) for name, value in new.items()} == {
        name: value for name, value in only.items() if name != "hash"
    }
    assert made["autoupdate"]["hash"] == {"url": "$url.sha256"}


def test_the_licences_are_those_of_the_package() -> None:
    text = (project.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'license = "{" AND ".join(stores.licences())}"' in text
    assert stores.licences()[0] == "MIT"


# Homebrew


def test_the_cask_names_both_images_with_their_checksums(release: stores.Release) -> None:
    made = stores.cask(release)
    assert f'version "{VERSION}"' in made
    assert f'sha256 arm:   "{sha(IMAGES[0])}"' in made
    assert f'intel: "{sha(IMAGES[1])}"' in made
    url = re.search(r'url "(.*)"', made)
    assert url is not None
    for image, processor in zip(IMAGES, ("arm64", "x86_64"), strict=True):
        assert url[1].replace("#{version}", VERSION).replace("#{arch}", processor) == f"{PLACE}/{image}"
    assert "$" not in made
    assert made.count(" do") == made.count("\nend")


def test_the_cask_asks_for_the_system_that_the_program_asks_for(release: stores.Release) -> None:
    assert f'depends_on macos: ">= :{stores.SYSTEMS[stores.info.MINIMUM_SYSTEM]}"' in stores.cask(release)


def test_the_cask_takes_away_what_the_documents_name(release: stores.Release) -> None:
    documents = (project.ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(~/Library/[^`]+)`", documents))
    zapped = set(re.findall(r'"(~/Library/[^"]+)"', stores.cask(release)))
    assert named <= zapped == set(stores.KEPT_ON_MACOS)
