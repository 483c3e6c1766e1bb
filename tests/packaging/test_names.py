"""A case has one name in each language, wherever a person meets it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

import project
from kzstay.i18n import LANGUAGES, Language, catalog
from macos import info

XML = "{http://www.freedesktop.org/standards/shared-mime-info}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def on_windows() -> dict[Language, str]:
    words = (project.PACKAGING / "windows" / "words.nsh").read_text(encoding="utf-8-sig")
    found = re.search(r"WORD CASE((?: \\\n  \"[^\"]+\"){3})", words)
    assert found is not None
    return dict(zip(LANGUAGES, re.findall(r'"([^"]+)"', found[1]), strict=True))


def on_linux() -> dict[str, str]:
    root = ElementTree.parse(project.PACKAGING / "linux" / "kzstay.xml").getroot()
    return {each.get(LANGUAGE, "en"): each.text or "" for each in root.iter(f"{XML}comment")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_and_the_desktops_call_a_case_the_same(language: Language) -> None:
    name = catalog(language).gettext("kzstay case")
    assert on_windows()[language] == name
    assert on_linux()[language] == name


def test_a_mac_calls_it_so_too() -> None:
    (kind,) = info.plist("1.2.3")["CFBundleDocumentTypes"]
    assert kind["CFBundleTypeName"] == "kzstay case"


def test_the_store_calls_it_so_too() -> None:
    manifest = (project.PACKAGING / "windows" / "AppxManifest.xml").read_text(encoding="utf-8")
    assert "<uap:DisplayName>kzstay case</uap:DisplayName>" in manifest
