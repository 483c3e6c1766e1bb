"""The Windows installer as data: what it lays, what it takes away, what it asks for. Nothing here needs Wine."""

from __future__ import annotations

import importlib
import os
import re
import sys
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any

import pytest

from kzstay import __version__

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = ROOT / "packaging" / "windows"
SCRIPT = (WINDOWS / "installer.nsi").read_text(encoding="utf-8-sig")


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401
    monkeypatch.syspath_prepend(ROOT / "packaging")
    return importlib.import_module


@pytest.fixture
def file_list(load: Any) -> ModuleType:  # noqa: ANN401
    return load("windows.file_list")


@pytest.fixture
def resource(load: Any) -> ModuleType:  # noqa: ANN401
    return load("windows.version_resource")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    for name in (
        "kzstay.exe",
        "_internal/b.dll",
        "_internal/PySide6/Qt6Core.dll",
        "_internal/a.dll",
        "licenses/x.txt",
    ):
        path = tmp_path / "bundle" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path / "bundle"


# The script


def test_the_target_comes_first() -> None:
    assert SCRIPT.splitlines()[0] == "Target ${TARGET}"


def test_the_installer_asks_for_no_administrator() -> None:
    assert re.findall(r"^RequestExecutionLevel (.*)$", SCRIPT, re.MULTILINE) == ["user"]
    assert 'InstallDir "$LOCALAPPDATA\\Programs\\${NAME}"' in SCRIPT
    assert not re.search(r"HKLM|HKEY_LOCAL|SHCTX|SetShellVarContext all", SCRIPT)


def test_the_installer_speaks_three_languages() -> None:
    assert re.findall(r'MUI_LANGUAGE "(\w+)"', SCRIPT) == ["English", "Russian"]
    assert re.findall(r'MUI_LANGUAGEEX "\$\{HERE\}" "(\w+)"', SCRIPT) == ["Kazakh"]


def test_nothing_is_removed_but_by_name() -> None:
    assert not re.search(r"RMDir\s+(/\w+\s+)*/r", SCRIPT, re.IGNORECASE)
    assert not re.search(r"^\s*Delete .*[*?]", SCRIPT, re.MULTILINE)


def test_a_list_that_leads_out_of_the_folder_is_not_followed() -> None:
    outside = SCRIPT.partition("Function ${UN}Outside")[2].partition("FunctionEnd")[0]
    assert all(f'"{sign}"' in outside for sign in ("\\", "/", ":", "*", "?", ".."))
    removal = SCRIPT.partition("Function ${UN}RemoveListed")[2].partition("FunctionEnd")[0]
    assert removal.index("Call ${UN}Outside") < removal.index("Delete ")


def test_what_is_written_is_removed() -> None:
    section, uninstall = SCRIPT.split('Section "Uninstall"')
    keys = set(re.findall(r'WriteReg\w+ HKCU "(\$\{\w+\}(?:\\\$\{\w+\})?)', section))
    removed = set(re.findall(r'DeleteRegKey (?:/ifempty )?HKCU "(\$\{\w+\}(?:\\\$\{\w+\})?)"', uninstall))
    assert keys == removed == {"${UNINSTALL_KEY}", "${CLASSES}\\${FILE_TYPE}", "${CLASSES}\\${EXTENSION}"}
    links = set(re.findall(r'CreateShortcut "([^"]+)"', section))
    assert links == set(re.findall(r'Delete "([^"]+\.lnk)"', uninstall))
    assert len(links) == 2


@pytest.mark.parametrize(
    "value",
    [
        "DisplayName",
        "DisplayVersion",
        "DisplayIcon",
        "Publisher",
        "InstallLocation",
        "UninstallString",
        "QuietUninstallString",
        "EstimatedSize",
        "NoModify",
        "NoRepair",
    ],
)
def test_windows_is_told_what_it_shows_of_a_program(value: str) -> None:
    assert re.search(rf'WriteReg(Str|DWORD) HKCU "\$\{{UNINSTALL_KEY\}}" "{value}"', SCRIPT)


def test_a_double_click_opens_a_case() -> None:
    assert """\\shell\\open\\command" "" '"$INSTDIR\\${PROGRAM}" "%1"\'""" in SCRIPT
    assert "SHChangeNotify" in SCRIPT


def test_no_sentence_stands_in_the_script() -> None:
    # but in words.nsh, in three languages
    boxes = re.findall(r"MessageBox [\w|]+ \"([^\"]*)\"", SCRIPT)
    assert boxes
    assert all(re.fullmatch(r"\$\(\w+\)", text) for text in boxes)


def test_the_program_is_looked_at_before_anything_is_removed() -> None:
    clear = SCRIPT.partition("Function ${UN}Clear")[2].partition("FunctionEnd")[0]
    assert clear.index("WaitUntilClosed") < clear.index("RemoveListed")
    section = SCRIPT.partition("\nSection\n")[2].partition("SectionEnd")[0]
    assert section.index("Call Clear") < section.index("LAY_FILES")


def test_no_path_gets_two_backslashes() -> None:
    for name in ("\nSection\n", '\nSection "Uninstall"\n'):
        before = SCRIPT.partition(name)[2].partition("$INSTDIR")[0]
        assert "!insertmacro WITHOUT_LAST_BACKSLASH" in before


def test_the_list_is_laid_before_the_files() -> None:
    section = SCRIPT.partition("\nSection\n")[2].partition("SectionEnd")[0]
    assert section.index("${LIST_NAME}") < section.index("WriteUninstaller") < section.index("LAY_FILES")


def test_both_sides_call_things_the_same(load: Any, file_list: ModuleType, resource: ModuleType) -> None:  # noqa: ANN401
    trial = load("windows.trial")
    assert f'!define LIST_NAME "{file_list.LIST}"' in SCRIPT
    assert f'!define UNINSTALLER "{file_list.UNINSTALLER}"' in SCRIPT
    assert f'!define PUBLISHER "{resource.PUBLISHER}"' in SCRIPT
    assert trial.UNINSTALL_KEY == r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\kzstay"
    assert f"SetErrorLevel {trial.RUNNING}" in SCRIPT


# The list of files


def test_the_files_come_in_one_order(file_list: ModuleType, bundle: Path) -> None:
    assert [path.as_posix() for path in file_list.files(bundle)] == [
        "kzstay.exe",
        "_internal/a.dll",
        "_internal/b.dll",
        "_internal/PySide6/Qt6Core.dll",
        "licenses/x.txt",
    ]


def test_the_list_names_files_and_then_folders_from_within(file_list: ModuleType, bundle: Path) -> None:
    lines = file_list.listing(file_list.files(bundle)).split("\r\n")
    assert lines[3:] == [
        "_internal\\PySide6\\Qt6Core.dll",
        "licenses\\x.txt",
        "_internal\\PySide6\\",
        "_internal\\",
        "licenses\\",
        "",
    ]


def test_the_script_lays_each_file_once_in_its_folder(file_list: ModuleType, bundle: Path) -> None:
    laid, folder = [], ""
    for line in file_list.script(file_list.files(bundle)).splitlines():
        if found := re.fullmatch(r'  SetOutPath "\$INSTDIR\\?(.*)"', line):
            folder = found[1].replace("\\", "/")
        elif found := re.fullmatch(r'  File "(.*)"', line):
            path = PurePosixPath(found[1].replace(os.sep, "/"))
            assert path.parent == PurePosixPath(folder)
            laid.append(str(path))
    assert laid == [path.as_posix() for path in file_list.files(bundle)]


@pytest.mark.parametrize("name", ["қазақ.txt", "a$b.txt", 'a".txt', "installed.txt", "uninstall.exe", "a\nb.txt"])
def test_a_file_that_the_script_cannot_name_is_refused(file_list: ModuleType, bundle: Path, name: str) -> None:
    if (sys.platform == "win32" and not name.isprintable()) or ('"' in name and sys.platform == "win32"):
        pytest.skip("no such name there")
    (bundle / name).write_text("", encoding="utf-8")
    with pytest.raises(Exception, match="cannot lay"):
        file_list.files(bundle)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_is_refused(file_list: ModuleType, bundle: Path) -> None:
    (bundle / "link.dll").symlink_to("kzstay.exe")
    with pytest.raises(Exception, match=r"cannot lay link\.dll"):
        file_list.files(bundle)


# The version resource


class Kept:
    """Stands in for the classes of PyInstaller, which exist on Windows only."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401
        self.arguments, self.named = arguments, named


def read(text: str) -> Kept:
    names = [
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    ]
    return eval(text, {name: type(name, (Kept,), {}) for name in names})


@pytest.mark.parametrize("program", ["kzstay", "kzstay-cli"])
def test_the_version_resource_says_the_version_in_three_languages(resource: ModuleType, program: str) -> None:
    found = read(resource.text(program, __version__))
    expected = resource.numbers(__version__)
    assert found.named["ffi"].named["filevers"] == found.named["ffi"].named["prodvers"] == expected
    strings, variables = found.named["kids"]
    assert variables.arguments[0][0].arguments == ("Translation", [0x409, 1200, 0x419, 1200, 0x43F, 1200])
    (tables,) = strings.arguments
    assert [table.arguments[0] for table in tables] == ["040904B0", "041904B0", "043F04B0"]
    for table in tables:
        values = dict(entry.arguments for entry in table.arguments[1])
        assert values["ProductVersion"] == values["FileVersion"] == __version__
        assert values["OriginalFilename"] == f"{program}.exe"
        assert all(values.values())


@pytest.mark.parametrize(
    ("version", "four"), [("1.2.3", (1, 2, 3, 0)), ("0.10.0rc1", (0, 10, 0, 0)), ("2.0.1.dev4", (2, 0, 1, 0))]
)
def test_windows_gets_four_numbers(resource: ModuleType, version: str, four: tuple[int, ...]) -> None:
    assert resource.numbers(version) == four


def test_a_version_without_three_numbers_is_refused(resource: ModuleType) -> None:
    with pytest.raises(ValueError, match="three numbers"):
        resource.numbers("1.2")


# What the build takes from outside


@pytest.mark.parametrize("name", ["requirements.txt", "python.txt"])
def test_every_requirement_is_pinned_and_hashed_and_names_no_index(name: str) -> None:
    lines = [
        line for line in (WINDOWS / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    assert lines
    assert all(re.fullmatch(r"[\w-]+==[\w.]+ --hash=sha256:[0-9a-f]{64}", line) for line in lines)


def test_the_qt_that_loses_references_under_python_3_11_is_not_taken() -> None:
    pins = dict(re.findall(r"^([\w-]+)==(\S+)", (WINDOWS / "requirements.txt").read_text("utf-8"), re.MULTILINE))
    assert pins["PySide6-Essentials"] == pins["shiboken6"]
    assert tuple(map(int, pins["PySide6-Essentials"].split("."))) < (6, 12)


def test_no_stub_gets_into_a_bundle(load: Any) -> None:  # noqa: ANN401
    contents = load("contents")
    for place in ("icuuc.dll", "_internal/ICUUC.dll", "_internal/PySide6/icuuc.dll"):
        assert contents.refused([place], "win32"), place
    assert not contents.chosen("icuuc.dll", "win32")


def test_the_wine_prefix_spells_paths_as_windows_does(load: Any, tmp_path: Path) -> None:  # noqa: ANN401
    wine = load("windows.machine").Wine(tmp_path / "wine")
    assert wine.shown(tmp_path / "wine" / "drive_c" / "users" / "a b") == "C:\\users\\a b"
    if sys.platform != "win32":
        assert wine.shown(Path("/srv/Құжат.kzstay")) == "Z:\\srv\\Құжат.kzstay"


def test_wine_gets_neither_the_display_nor_the_home(
    load: Any,  # noqa: ANN401
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    found = load("windows.machine").Wine(tmp_path).environment()
    assert "DISPLAY" not in found
    assert found["HOME"] == str(tmp_path / "home")
    assert found["WINEPREFIX"] == str(tmp_path)


def test_a_program_that_does_not_end_is_told_of(load: Any, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ANN401
    machine = load("windows.machine")
    monkeypatch.setattr(machine, "SECONDS", 0.1)
    with pytest.raises(Exception, match=r"did not end within 0\.1 seconds"):
        machine.Windows().run(sys.executable, "-c", "import time; time.sleep(60)")


def test_a_program_gets_the_variables_that_are_asked_for(load: Any) -> None:  # noqa: ANN401
    script = "import os; print(os.environ['KZSTAY_ENDS_AT'])"
    done = (
        load("windows.machine").Windows().run(sys.executable, "-c", script, variables={"KZSTAY_ENDS_AT": "answer"})
    )
    assert done.stdout.strip() == "answer"
