"""The folder of an MSIX package: what it tells Windows, and that nobody publishes who is not named."""

from __future__ import annotations

import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest

import project
import stores
from kzstay.i18n import LANGUAGES
from tests.packaging import bundles
from windows import msix, tiles

WHO = msix.Publisher("12345Example.kzstay", 'CN=An "Example" & Co', "An Example & Co")
NAMES = {
    "": "http://schemas.microsoft.com/appx/manifest/foundation/windows10",
    "uap": "http://schemas.microsoft.com/appx/manifest/uap/windows10",
    "uap5": "http://schemas.microsoft.com/appx/manifest/uap/windows10/5",
    "desktop4": "http://schemas.microsoft.com/appx/manifest/desktop/windows10/4",
    "rescap": "http://schemas.microsoft.com/appx/manifest/foundation/windows10/restrictedcapabilities",
}


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return bundles.small(tmp_path)


@pytest.fixture(scope="module")
def top() -> ElementTree.Element:
    return ElementTree.fromstring(msix.manifest("1.2.3rc1", WHO))


def found(top: ElementTree.Element, path: str) -> list[ElementTree.Element]:
    return top.findall(path, NAMES)


def one(top: ElementTree.Element, path: str) -> ElementTree.Element:
    (only,) = found(top, path)
    return only


# The manifest


def test_the_package_is_that_of_the_publisher_who_is_named(top: ElementTree.Element) -> None:
    assert one(top, "Identity").attrib == {
        "Name": WHO.name,
        "Publisher": WHO.publisher,
        "Version": "1.2.3.0",
        "ProcessorArchitecture": "x64",
    }
    assert one(top, "Properties/PublisherDisplayName").text == WHO.shown


def test_the_program_runs_with_the_rights_of_the_person_and_no_more(top: ElementTree.Element) -> None:
    assert [each.attrib for each in one(top, "Capabilities")] == [{"Name": "runFullTrust"}]
    programs = {each.get("Executable"): each.get("EntryPoint") for each in found(top, "Applications/Application")}
    assert programs == dict.fromkeys(("kzstay.exe", "kzstay-cli.exe"), "Windows.FullTrustApplication")
    for each in found(top, "Applications/Application"):
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*", each.get("Id", ""))


def test_a_double_click_opens_a_case(top: ElementTree.Element) -> None:
    opened = one(top, "Applications/Application[@Id='kzstay']/Extensions/uap:Extension/uap:FileTypeAssociation")
    kind = one(opened, "uap:SupportedFileTypes/uap:FileType")
    assert (kind.text, kind.get("ContentType")) == (".kzstay", "application/x-kzstay")


def test_the_command_line_has_a_name_everywhere_and_is_in_no_menu(top: ElementTree.Element) -> None:
    cli = one(top, "Applications/Application[@Executable='kzstay-cli.exe']")
    assert cli.get(f"{{{NAMES['desktop4']}}}Subsystem") == "console"
    assert one(cli, "uap:VisualElements").get("AppListEntry") == "none"
    assert [each.get("Alias") for each in found(cli, ".//uap5:ExecutionAlias")] == ["kzstay-cli.exe"]


def test_the_languages_are_those_of_the_program_and_the_system_that_of_the_setup(top: ElementTree.Element) -> None:
    spoken = [each.get("Language", "") for each in found(top, "Resources/Resource")]
    assert [each[:2] for each in spoken] == list(LANGUAGES)
    (family,) = found(top, "Dependencies/TargetDeviceFamily")
    assert family.get("MinVersion") == stores.OLDEST_WINDOWS


def test_every_prefix_is_known(top: ElementTree.Element) -> None:
    text = msix.manifest("1.2.3", WHO)
    assert set(top.get("IgnorableNamespaces", "").split()) == set(NAMES) - {""}
    assert set(re.findall(r'xmlns:(\w+)="', text)) == set(NAMES) - {""}
    assert "$" not in text


# The folder


def test_the_folder_holds_the_bundle_and_every_picture_that_is_named(bundle: Path, tmp_path: Path) -> None:
    folder = tmp_path / "msix"
    (folder / "of an earlier build").mkdir(parents=True)
    msix.lay_out(bundle, folder, "1.2.3", WHO)
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert there >= {"kzstay.exe", "kzstay-cli.exe", "_internal/a.dll", "AppxManifest.xml"}
    named = re.findall(r"Assets\\(\S+\.png)", (folder / "AppxManifest.xml").read_text(encoding="utf-8"))
    assert {f"Assets/{name}" for name in named} <= there
    assert not (folder / "of an earlier build").exists()
    assert "portable.txt" not in there, "the Store has a folder for what it keeps"


def test_every_picture_has_the_size_that_its_name_tells(tmp_path: Path) -> None:
    tiles.write(tmp_path)
    for path in tmp_path.iterdir():
        name, _, variant = path.stem.partition(".")
        side = tiles.TILES[name][1]
        if scaled := re.fullmatch(r"scale-(\d+)", variant):
            side = side * int(scaled[1]) // 100
        elif target := re.fullmatch(r"targetsize-(\d+)_altform-unplated", variant):
            side = int(target[1])
        else:
            assert variant == ""
        assert struct.unpack_from(">II", path.read_bytes(), 16) == (side, side)
    assert {path.name for path in tmp_path.iterdir()} == set(tiles.sizes())


# Who publishes


def test_where_nobody_publishes_nothing_is_laid_out(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (msix.NAME, msix.PUBLISHER, msix.SHOWN):
        monkeypatch.delenv(name, raising=False)
    assert msix.make(bundle, "1.2.3").startswith("SKIPPED: nobody publishes in the Store")


@pytest.mark.parametrize(
    ("name", "publisher", "shown", "told"),
    [
        ("", "CN=1", "An Example", msix.NAME),
        ("a name", "CN=1", "An Example", msix.NAME),
        ("Example.kzstay", "An Example", "An Example", msix.PUBLISHER),
        ("Example.kzstay", "CN=1", "", msix.SHOWN),
    ],
)
def test_who_is_named_by_halves_is_refused(name: str, publisher: str, shown: str, told: str) -> None:
    named = {msix.NAME: name, msix.PUBLISHER: publisher, msix.SHOWN: shown}
    with pytest.raises(project.BuildError, match=told):
        msix.publisher(named)


def named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ((msix.NAME, WHO.name), (msix.PUBLISHER, WHO.publisher), (msix.SHOWN, WHO.shown)):
        monkeypatch.setenv(name, value)


def test_without_the_tools_the_commands_are_named(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named(monkeypatch)
    monkeypatch.setattr(msix, "FOLDER", tmp_path / "msix")
    monkeypatch.setattr(msix.shutil, "which", lambda _: None)
    told = msix.make(bundle, "1.2.3")
    assert (tmp_path / "msix" / "AppxManifest.xml").is_file()
    assert [line.split()[0] for line in told.splitlines()[1:]] == ["makepri", "makepri", "makeappx"]


def test_with_the_tools_the_index_is_made_before_the_package(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[list[str]] = []

    class Done:
        returncode = 0

    def run(command: list[str], **_: object) -> Done:
        called.append(command)
        return Done()

    named(monkeypatch)
    monkeypatch.setattr(msix, "FOLDER", tmp_path / "msix")
    monkeypatch.setattr(msix.shutil, "which", lambda tool: tool)
    monkeypatch.setattr(msix.subprocess, "run", run)
    assert msix.make(bundle, "1.2.3") == "kzstay-1.2.3-windows-x64.msix is packed; the Store signs it"
    assert [command[:2] for command in called] == [
        ["makepri", "createconfig"],
        ["makepri", "new"],
        ["makeappx", "pack"],
    ]
    assert called[2][-2].endswith("kzstay-1.2.3-windows-x64.msix")
    Done.returncode = 1
    with pytest.raises(project.BuildError, match="makepri createconfig failed"):
        msix.make(bundle, "1.2.3")
