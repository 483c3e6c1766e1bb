"""The files of the desktop go by one name, the reverse-DNS id; without one they go by the plain name."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kzstay.identity import Identity
from linux import share
from linux.steps import SHARE

ID = "io.github.owner.kzstay"
NONE, EXAMPLE = Identity(), Identity("https://github.com/owner/kzstay", ID)
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entry(made: dict[str, bytes], name: str) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(delimiters="=", strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(made[f"applications/{name}.desktop"].decode())
    return parser["Desktop Entry"]


def picture_of_a_case(made: dict[str, bytes], name: str) -> str:
    icon = ElementTree.fromstring(made[f"mime/packages/{name}.xml"]).find(f"{MIME}mime-type/{MIME}icon")
    assert icon is not None
    return icon.get("name", "")


def test_without_an_id_all_goes_by_the_plain_name() -> None:
    made = share.files(SHARE, NONE)
    assert (entry(made, "kzstay")["Icon"], entry(made, "kzstay")["StartupWMClass"]) == ("kzstay", "kzstay")
    assert picture_of_a_case(made, "kzstay") == "application-x-kzstay"
    assert {"icons/hicolor/48x48/apps/kzstay.png", "icons/hicolor/scalable/apps/kzstay.svg"} <= set(made)
    assert not [place for place in made if place.startswith("metainfo/")]


def test_with_an_id_entry_icons_window_type_and_metadata_go_by_it() -> None:
    made = share.files(SHARE, EXAMPLE)
    assert (entry(made, ID)["Icon"], entry(made, ID)["StartupWMClass"]) == (ID, ID)
    assert f"metainfo/{ID}.metainfo.xml" in made
    # What a sandbox hands out begins with the id
    named = [place for place in made if place.split("/")[0] in {"applications", "icons", "metainfo", "mime"}]
    assert [place for place in named if not Path(place).name.startswith(ID)] == []


def test_the_command_and_the_type_of_file_are_the_same_by_any_name() -> None:
    for identity in (NONE, EXAMPLE):
        made = share.files(SHARE, identity)
        menu = entry(made, identity.desktop_name)
        assert (menu["Exec"], menu["MimeType"]) == ("kzstay %f", "application/x-kzstay;")


@pytest.mark.parametrize("identity", [NONE, EXAMPLE], ids=["no id", "an id"])
def test_every_picture_that_is_named_is_there_in_every_size(identity: Identity) -> None:
    made = share.files(SHARE, identity)
    name = identity.desktop_name
    for icon, folder in ((name, "apps"), (picture_of_a_case(made, name), "mimetypes")):
        wanted = {f"icons/hicolor/{size}x{size}/{folder}/{icon}.png" for size in share.SIZES}
        assert wanted | {f"icons/hicolor/scalable/{folder}/{icon}.svg"} <= set(made)
    assert f"icons/hicolor/symbolic/apps/{name}-symbolic.svg" in made


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils is not installed")
@pytest.mark.parametrize("identity", [NONE, EXAMPLE], ids=["no id", "an id"])
def test_the_menu_entry_is_valid(identity: Identity, tmp_path: Path) -> None:
    share.write(tmp_path, share.files(SHARE, identity))
    (path,) = (tmp_path / "applications").iterdir()
    done = subprocess.run(["desktop-file-validate", path], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="appstream is not installed")
def test_a_store_finds_entry_picture_and_metadata_by_the_id(tmp_path: Path) -> None:
    share.write(tmp_path / "usr" / "share", share.files(SHARE, EXAMPLE))
    command = ["appstreamcli", "validate-tree", "--no-net", "--no-color", tmp_path]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
    assert not [line for line in done.stdout.splitlines() if line.strip().startswith(("E:", "W:"))], done.stdout


@pytest.mark.skipif(not shutil.which("update-mime-database"), reason="shared-mime-info is not installed")
@pytest.mark.parametrize("identity", [NONE, EXAMPLE], ids=["no id", "an id"])
def test_the_desktop_reads_the_type_of_file(identity: Identity, tmp_path: Path) -> None:
    made = share.files(SHARE, identity)
    share.write(tmp_path, made)
    command = ["update-mime-database", tmp_path / "mime"]
    environment = {"PATH": "/usr/bin:/bin", "XDG_DATA_HOME": str(tmp_path)}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    icons = (tmp_path / "mime" / "icons").read_text(encoding="utf-8")
    assert icons == f"application/x-kzstay:{picture_of_a_case(made, identity.desktop_name)}\n"


def test_the_window_goes_by_the_name_of_the_entry() -> None:
    """Held as a text: what a window is called is only seen on a display of X11."""
    source = (Path(sys.modules["kzstay"].__file__ or "").parent / "ui" / "app.py").read_text(encoding="utf-8")
    assert 'QApplication([*sys.argv[:1], "-name", IDENTITY.desktop_name])' in source
    assert "setDesktopFileName(IDENTITY.desktop_name)" in source
