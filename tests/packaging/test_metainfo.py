"""The metadata for software centres: there by an id alone, in three languages, made of what is told elsewhere."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

import project
from kzstay.i18n import LANGUAGES
from kzstay.identity import Identity
from linux import metainfo

ID = "io.github.owner.kzstay"
WITHOUT_ADDRESS, EXAMPLE = Identity(id=ID), Identity("https://github.com/owner/kzstay", ID)
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
SECTIONS = """# Changelog

## [2.0.0] - 2026-12-01

Law data of `today`.

### Added

- One thing, which [is told](here)
  on two lines.
- Another & more.

[2.0.0]: https://github.com/owner/kzstay/releases/tag/v2.0.0

## [1.0.0] - 2026-11-01

Before.

{many}
## [0.9.0] - unreleased

- Never out.
"""
CHANGELOG = SECTIONS.format(many="- Old.\n" * (metainfo.MOST_ITEMS + 1))


@pytest.fixture(autouse=True)
def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a changelog in which versions are released; all else is that of the project."""
    version = project.version()
    shutil.copy(project.ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG, encoding="utf-8")
    monkeypatch.setattr(project, "ROOT", tmp_path)
    monkeypatch.setattr(project, "version", lambda: version)


def made(identity: Identity) -> ElementTree.Element:
    return ElementTree.fromstring(metainfo.text(identity))


def test_without_an_id_there_is_none() -> None:
    assert metainfo.text(Identity()) == ""
    assert metainfo.text(Identity("https://github.com/owner/kzstay")) == ""


def test_it_goes_by_the_id() -> None:
    top = made(EXAMPLE)
    assert top.findtext("id") == top.findtext("icon") == ID
    assert top.findtext("launchable") == f"{ID}.desktop"
    developer = top.find("developer")
    assert developer is not None
    assert developer.get("id") == "io.github.owner"


def test_the_licence_is_that_of_the_package() -> None:
    stated = f'license = "{made(EXAMPLE).findtext("project_license")}"'
    assert stated in (project.ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_it_speaks_every_language_of_the_window() -> None:
    top = made(EXAMPLE)
    spoken = [None if language == "en" else language for language in LANGUAGES]
    for path in ("summary", "description/p", "screenshots/screenshot/caption", "screenshots/screenshot/image"):
        said = top.findall(path)
        assert [each.get(LANGUAGE) for each in said] == spoken * (len(said) // len(spoken))
        assert len({each.text for each in said}) == len(said)
    assert [each.text for each in top.findall("languages/lang")] == list(LANGUAGES)


def test_what_needs_an_address_is_left_out_without_one() -> None:
    assert "://" not in metainfo.text(WITHOUT_ADDRESS)
    urls = {each.get("type"): each.text for each in made(EXAMPLE).findall("url")}
    assert urls["bugtracker"] == "https://github.com/owner/kzstay/issues"
    assert set(urls) == {"homepage", "bugtracker", "vcs-browser"}


def test_the_pictures_are_those_of_the_project_at_the_version() -> None:
    for image in made(EXAMPLE).findall("screenshots/screenshot/image"):
        folder, _, name = (image.text or "").rpartition("/")
        assert folder == f"https://github.com/owner/kzstay/raw/v{project.version()}/packaging/pictures"
        assert (project.PACKAGING / "pictures" / name).is_file()


def test_versions_are_those_that_were_released_with_their_notes() -> None:
    first, second = made(EXAMPLE).findall("releases/release")
    assert (first.get("version"), first.get("date")) == ("2.0.0", "2026-12-01")
    assert [each.text for each in first.findall("description/p")] == ["Law data of today.", "Added"]
    assert [each.text for each in first.findall("description/ul/li")] == [
        "One thing, which is told on two lines.",
        "Another & more.",
    ]
    assert first.findtext("url") == EXAMPLE.changelog
    # More than a store shows is left to the page that the version leads to
    assert [each.text for each in second.findall("description/*")] == ["Before."]


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="appstream is not installed")
@pytest.mark.parametrize("identity", [WITHOUT_ADDRESS, EXAMPLE], ids=["no address", "an address"])
def test_appstream_takes_it(identity: Identity, tmp_path: Path) -> None:
    path = tmp_path / f"{ID}.metainfo.xml"
    path.write_text(metainfo.text(identity), encoding="utf-8")
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", "--no-color", path],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    told = done.stdout + done.stderr
    assert done.returncode == 0, told
    assert not [line for line in told.splitlines() if line.startswith(("E:", "W:"))], told
