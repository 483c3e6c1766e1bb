"""The words of the Windows installer: three languages, and Kazakh as complete as what NSIS brings for English."""

from __future__ import annotations

import itertools
import re
import shutil
from pathlib import Path

import pytest

WINDOWS = Path(__file__).resolve().parents[2] / "packaging" / "windows"
NSIS = Path("/usr/share/nsis/Contrib/Language files")


def _names(text: str) -> list[str]:
    return text.split()


# The strings of NSIS 3.08, in the order in which the .nlf file has to have them
NLF = [
    "Branding",
    "SetupCaption",
    "UninstallCaption",
    "LicenseSubCaption",
    "ComponentsSubCaption",
    "DirSubCaption",
    "InstallingSubCaption",
    "CompletedSubCaption",
    "UnComponentsSubCaption",
    "UnDirSubCaption",
    "ConfirmSubCaption",
    "UninstallingSubCaption",
    "UnCompletedSubCaption",
    "BackBtn",
    "NextBtn",
    "AgreeBtn",
    "AcceptBtn",
    "DontAcceptBtn",
    "InstallBtn",
    "UninstallBtn",
    "CancelBtn",
    "CloseBtn",
    "BrowseBtn",
    "ShowDetailsBtn",
    "ClickNext",
    "ClickInstall",
    "ClickUninstall",
    "Name",
    "Completed",
    "LicenseText",
    "LicenseTextCB",
    "LicenseTextRB",
    "UnLicenseText",
    "UnLicenseTextCB",
    "UnLicenseTextRB",
    "Custom",
    "ComponentsText",
    "ComponentsSubText1",
    "ComponentsSubText2_NoInstTypes",
    "ComponentsSubText2",
    "UnComponentsText",
    "UnComponentsSubText1",
    "UnComponentsSubText2_NoInstTypes",
    "UnComponentsSubText2",
    "DirText",
    "DirSubText",
    "DirBrowseText",
    "UnDirText",
    "UnDirSubText",
    "UnDirBrowseText",
    "SpaceAvailable",
    "SpaceRequired",
    "UninstallingText",
    "UninstallingSubText",
    "FileError",
    "FileError_NoIgnore",
    "CantWrite",
    "CopyFailed",
    "CopyTo",
    "Registering",
    "Unregistering",
    "SymbolNotFound",
    "CouldNotLoad",
    "CreateFolder",
    "CreateShortcut",
    "CreatedUninstaller",
    "Delete",
    "DeleteOnReboot",
    "ErrorCreatingShortcut",
    "ErrorCreating",
    "ErrorDecompressing",
    "ErrorRegistering",
    "ExecShell",
    "Exec",
    "Extract",
    "ErrorWriting",
    "InvalidOpcode",
    "NoOLE",
    "OutputFolder",
    "RemoveFolder",
    "RenameOnReboot",
    "Rename",
    "Skipped",
    "CopyDetails",
    "LogInstall",
    "Byte",
    "Kilo",
    "Mega",
    "Giga",
]
NSH = [
    "MUI_BUTTONTEXT_FINISH",
    "MUI_INNERTEXT_COMPONENTS_DESCRIPTION_INFO",
    "MUI_INNERTEXT_COMPONENTS_DESCRIPTION_TITLE",
    "MUI_INNERTEXT_LICENSE_BOTTOM",
    "MUI_INNERTEXT_LICENSE_BOTTOM_CHECKBOX",
    "MUI_INNERTEXT_LICENSE_BOTTOM_RADIOBUTTONS",
    "MUI_INNERTEXT_LICENSE_TOP",
    "MUI_INNERTEXT_STARTMENU_CHECKBOX",
    "MUI_INNERTEXT_STARTMENU_TOP",
    "MUI_TEXT_ABORTWARNING",
    "MUI_TEXT_ABORT_SUBTITLE",
    "MUI_TEXT_ABORT_TITLE",
    "MUI_TEXT_COMPONENTS_SUBTITLE",
    "MUI_TEXT_COMPONENTS_TITLE",
    "MUI_TEXT_DIRECTORY_SUBTITLE",
    "MUI_TEXT_DIRECTORY_TITLE",
    "MUI_TEXT_FINISH_INFO_REBOOT",
    "MUI_TEXT_FINISH_INFO_TEXT",
    "MUI_TEXT_FINISH_INFO_TITLE",
    "MUI_TEXT_FINISH_REBOOTLATER",
    "MUI_TEXT_FINISH_REBOOTNOW",
    "MUI_TEXT_FINISH_RUN",
    "MUI_TEXT_FINISH_SHOWREADME",
    "MUI_TEXT_FINISH_SUBTITLE",
    "MUI_TEXT_FINISH_TITLE",
    "MUI_TEXT_INSTALLING_SUBTITLE",
    "MUI_TEXT_INSTALLING_TITLE",
    "MUI_TEXT_LICENSE_SUBTITLE",
    "MUI_TEXT_LICENSE_TITLE",
    "MUI_TEXT_STARTMENU_SUBTITLE",
    "MUI_TEXT_STARTMENU_TITLE",
    "MUI_TEXT_WELCOME_INFO_TEXT",
    "MUI_TEXT_WELCOME_INFO_TITLE",
    "MUI_UNINNERTEXT_LICENSE_BOTTOM",
    "MUI_UNINNERTEXT_LICENSE_BOTTOM_CHECKBOX",
    "MUI_UNINNERTEXT_LICENSE_BOTTOM_RADIOBUTTONS",
    "MUI_UNTEXT_ABORTWARNING",
    "MUI_UNTEXT_ABORT_SUBTITLE",
    "MUI_UNTEXT_ABORT_TITLE",
    "MUI_UNTEXT_COMPONENTS_SUBTITLE",
    "MUI_UNTEXT_COMPONENTS_TITLE",
    "MUI_UNTEXT_CONFIRM_SUBTITLE",
    "MUI_UNTEXT_CONFIRM_TITLE",
    "MUI_UNTEXT_DIRECTORY_SUBTITLE",
    "MUI_UNTEXT_DIRECTORY_TITLE",
    "MUI_UNTEXT_FINISH_INFO_REBOOT",
    "MUI_UNTEXT_FINISH_INFO_TEXT",
    "MUI_UNTEXT_FINISH_INFO_TITLE",
    "MUI_UNTEXT_FINISH_SUBTITLE",
    "MUI_UNTEXT_FINISH_TITLE",
    "MUI_UNTEXT_LICENSE_SUBTITLE",
    "MUI_UNTEXT_LICENSE_TITLE",
    "MUI_UNTEXT_UNINSTALLING_SUBTITLE",
    "MUI_UNTEXT_UNINSTALLING_TITLE",
    "MUI_UNTEXT_WELCOME_INFO_TEXT",
    "MUI_UNTEXT_WELCOME_INFO_TITLE",
    "MULTIUSER_INNERTEXT_INSTALLMODE_ALLUSERS",
    "MULTIUSER_INNERTEXT_INSTALLMODE_CURRENTUSER",
    "MULTIUSER_INNERTEXT_INSTALLMODE_TOP",
    "MULTIUSER_TEXT_INSTALLMODE_SUBTITLE",
    "MULTIUSER_TEXT_INSTALLMODE_TITLE",
]

# What has to stand in a translation as often as in the original: what gets filled in, ends of lines, and keys
KEPT = re.compile(r"\$\(\^\w+\)|\$_CLICK|\$\d|%s|\$?\\r\$?\\n|&")


def kept(text: str) -> list[str]:
    return sorted(KEPT.findall(text))


def key(text: str) -> str:
    return text.partition("&")[2][:1].lower()


def nlf(path: Path) -> dict[str, str]:
    lines = [line for line in path.read_text(encoding="utf-8-sig").splitlines() if line]
    pairs = itertools.pairwise(lines)
    return {name.removeprefix("# ^"): value for name, value in pairs if name.startswith("# ^")}


def nsh(path: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    text = path.read_text(encoding="utf-8-sig")
    for name, value in re.findall(r'\$\{LangFileString\} (\w+) "(.*)"', text):
        found.setdefault(name, []).append(value)
    return found


def words() -> dict[str, list[str]]:
    text = (WINDOWS / "words.nsh").read_text(encoding="utf-8-sig")
    found = re.findall(r'!insertmacro WORD (\w+) \\\n  "(.*)" \\\n  "(.*)" \\\n  "(.*)"\n', text)
    return {name: values for name, *values in found}


def test_kazakh_has_every_string_of_the_dialogs_in_their_order() -> None:
    assert list(nlf(WINDOWS / "Kazakh.nlf")) == NLF


def test_kazakh_has_every_string_of_the_pages() -> None:
    assert sorted(nsh(WINDOWS / "Kazakh.nsh")) == NSH


def test_kazakh_is_the_language_that_windows_calls_1087() -> None:
    lines = (WINDOWS / "Kazakh.nlf").read_text(encoding="utf-8-sig").splitlines()
    assert lines[1] == "NLF v6"
    assert [line for line in lines if not line.startswith("#")][1] == "1087"


@pytest.mark.parametrize("name", ["Kazakh.nlf", "Kazakh.nsh", "words.nsh", "installer.nsi"])
def test_makensis_knows_the_files_for_utf_8(name: str) -> None:
    assert (WINDOWS / name).read_bytes().startswith(b"\xef\xbb\xbf")


def test_kazakh_says_nothing_twice_that_differs_in_meaning() -> None:
    found = nlf(WINDOWS / "Kazakh.nlf")
    buttons = [found[name].replace("&", "") for name in NLF if name.endswith("Btn")]
    assert len(set(buttons)) == len(buttons)


def test_each_button_has_a_key_of_its_own_where_it_stands_with_others() -> None:
    found = nlf(WINDOWS / "Kazakh.nlf")
    for together in (("BackBtn", "NextBtn"), ("BackBtn", "InstallBtn", "BrowseBtn"), ("BackBtn", "CloseBtn")):
        keys = [key(found[name]) for name in together]
        assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", ["Kazakh.nlf", "Kazakh.nsh", "words.nsh"])
def test_no_word_mixes_latin_and_cyrillic_letters(name: str) -> None:
    text = (WINDOWS / name).read_text(encoding="utf-8-sig").replace("\\r\\n", " ").replace("$\\r$\\n", " ")
    assert re.findall(r"\w*(?:[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z])\w*", text) == []


def test_the_installer_says_everything_in_three_languages() -> None:
    text = (WINDOWS / "words.nsh").read_text(encoding="utf-8-sig")
    assert len(words()) == text.count("!insertmacro WORD ")
    for values in words().values():
        assert len(set(values)) == 3
        assert all(values)
        assert len({tuple(kept(value)) for value in values}) == 1


def test_the_installer_names_no_word_that_is_not_there() -> None:
    script = (WINDOWS / "installer.nsi").read_text(encoding="utf-8-sig")
    assert set(re.findall(r"\$\((\w+)\)", script)) == set(words())


@pytest.mark.skipif(not NSIS.is_dir(), reason="NSIS is not installed")
def test_the_lists_here_are_those_of_nsis() -> None:
    assert list(nlf(NSIS / "English.nlf")) == NLF
    assert sorted(nsh(NSIS / "English.nsh")) == NSH


@pytest.mark.skipif(not NSIS.is_dir(), reason="NSIS is not installed")
def test_kazakh_sets_each_string_where_nsis_does() -> None:
    def frame(path: Path) -> list[str]:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        bare = [re.sub(r'".*"', '""', line).rstrip() for line in lines if line]
        return bare[bare.index("!ifdef MUI_WELCOMEPAGE") :]

    assert frame(WINDOWS / "Kazakh.nsh") == frame(NSIS / "English.nsh")


@pytest.mark.skipif(not NSIS.is_dir(), reason="NSIS is not installed")
def test_kazakh_keeps_what_nsis_fills_in() -> None:
    ours, theirs = nlf(WINDOWS / "Kazakh.nlf"), nlf(NSIS / "English.nlf")
    for name, value in theirs.items():
        assert kept(ours[name]) == kept(value), name
        for sign in (" ", '"'):
            assert ours[name].startswith(sign) == value.startswith(sign), name
            assert ours[name].strip('"').endswith(sign) == value.strip('"').endswith(sign), name
    pages, original = nsh(WINDOWS / "Kazakh.nsh"), nsh(NSIS / "English.nsh")
    for name, values in original.items():
        for value, our in zip(values, pages[name], strict=True):
            assert kept(our) == kept(value), name


@pytest.mark.skipif(not NSIS.is_dir(), reason="NSIS is not installed")
@pytest.mark.parametrize(("place", "language"), [(0, "English"), (1, "Russian"), (2, "Kazakh")])
def test_the_boxes_and_buttons_of_the_last_page_have_keys_of_their_own(place: int, language: str) -> None:
    folder = WINDOWS if language == "Kazakh" else NSIS
    pages = nsh(folder / f"{language}.nsh")
    texts = [nlf(folder / f"{language}.nlf")["BackBtn"], words()["DESKTOP_ICON"][place]]
    texts += [pages[name][0] for name in ("MUI_TEXT_FINISH_RUN", "MUI_BUTTONTEXT_FINISH")]
    assert len({key(text) for text in texts} - {""}) == len(texts)


def test_kazakh_tells_to_press_a_button_that_is_there() -> None:
    strings, pages = nlf(WINDOWS / "Kazakh.nlf"), nsh(WINDOWS / "Kazakh.nsh")
    buttons = {strings[name].replace("&", "").strip("<> .") for name in NLF if name.endswith("Btn")}
    buttons |= {pages["MUI_BUTTONTEXT_FINISH"][0].replace("&", "")}
    buttons |= {"Тоқтату", "Қайталау", "Елемеу", "Болдырмау"}  # of a message box of Windows
    told = [*strings.values(), *(value for values in pages.values() for value in values)]
    told += [kazakh for _, _, kazakh in words().values()]
    named = {name for text in told for name in re.findall("«(.+?)»", text)}
    assert named - {"Бастау"} <= buttons  # the start menu


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed")
def test_makensis_takes_the_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(WINDOWS.parent)
    from windows import steps

    bundle = tmp_path / "kzstay"
    bundle.mkdir()
    (bundle / "kzstay.exe").write_bytes(b"program")
    monkeypatch.setattr(steps, "WORK", tmp_path / "work")
    setup = steps.pack(bundle, "1.2.3", tmp_path / "kzstay-setup.exe", quick=True)
    # 64 bits: the machine in the header of the program
    header = setup.read_bytes()
    start = int.from_bytes(header[0x3C:0x40], "little")
    assert header[start : start + 6] == b"PE\0\0\x64\x86"
