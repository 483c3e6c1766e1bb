"""What cannot run here is data: the values for macOS, and its wheel against the lists of the bundle."""

from __future__ import annotations

import plistlib
import re
import runpy
import struct
import subprocess
import sys
from pathlib import Path

import pytest

import contents
import project
from kzstay.identity import Identity
from macos import info, steps

HERE = project.PACKAGING / "macos"
PLIST = info.plist("1.2.3")


def wheel() -> dict[str, tuple[str, set[str]]]:
    """Return the files of the wheel: the oldest macOS of each, and what it links to."""
    lines = [line.split() for line in (HERE / "wheel.txt").read_text(encoding="utf-8").splitlines()]
    return {name: (system, set(links)) for name, system, *links in lines if name != "#"}


def frameworks() -> dict[str, set[str]]:
    """Return what each framework of Qt links to."""
    return {name.rpartition("/")[2]: links for name, (_, links) in wheel().items() if ".framework/" in name}


def behind(names: set[str]) -> set[str]:
    """Return frameworks and all that is behind them."""
    found = {name for name in names if name in frameworks()}
    more = set().union(*(frameworks()[name] for name in found)) - found if found else set()
    return behind(found | more) if more else found


def used() -> list[str]:
    """Return the plugins and the bindings that go into the bundle."""
    plugins = [name for name in wheel() if "/plugins/" in name and contents.chosen(name, "darwin")]
    parts = {f"PySide6/Qt{part}.abi3.so" for part in contents.QT_PARTS["darwin"]}
    left_out = {f"{module.replace('.', '/')}.abi3.so" for module in contents.LEFT_OUT}
    return plugins + sorted((parts & set(wheel())) - left_out)


# The wheel


def test_the_wheel_has_every_plugin_and_language_of_the_list() -> None:
    there = {contents.plugin(name, "darwin") for name in wheel() if "/plugins/" in name}
    wanted = {(folder, name) for folder, names in contents.plugins("darwin").items() for name in names}
    assert wanted <= there
    assert {name.rpartition("/")[2] for name in wheel() if name.endswith(".qm")} >= contents.TRANSLATIONS


def test_the_parts_of_qt_are_those_that_plugins_and_bindings_link_to_and_no_more() -> None:
    links = set().union(*(wheel()[name][1] for name in used()))
    assert behind(links) == {f"Qt{part}" for part in contents.QT_PARTS["darwin"]}


def test_nothing_that_is_chosen_is_refused() -> None:
    parts = {f"Qt{part}" for part in contents.QT_PARTS["darwin"]}
    kept = [name for name in wheel() if ".framework/" in name and name.rpartition("/")[2] in parts]
    assert len(kept) == len(parts)
    assert contents.refused([*kept, *used()], "darwin") == []


def test_the_rest_of_the_wheel_is_refused() -> None:
    parts = {f"Qt{part}" for part in contents.QT_PARTS["darwin"]}
    rest = [name for name in wheel() if ".framework/" in name and name.rpartition("/")[2] not in parts]
    plugins = [name for name in wheel() if "/plugins/" in name and name not in used()]
    assert len(contents.refused([*rest, *plugins], "darwin")) == len(rest) + len(plugins)


def test_qt_runs_on_the_oldest_system_that_is_named() -> None:
    systems = {system for name, (system, _) in wheel().items() if ".framework/" in name or name in used()[:5]}
    assert systems == {info.MINIMUM_SYSTEM}


def test_the_wheel_is_of_the_version_that_the_release_takes() -> None:
    head = (HERE / "wheel.txt").read_text(encoding="utf-8").splitlines()[0]
    version = re.search(r"pyside6_essentials-([\d.]+)-\S+-macosx_(\d+)_(\d+)_universal2", head)
    assert version is not None
    assert f"pyside6-essentials=={version[1]} " in (project.PACKAGING / "requirements-build.txt").read_text(
        encoding="utf-8"
    )
    assert f"{version[2]}.{version[3]}" == info.MINIMUM_SYSTEM


# Info.plist


def test_the_values_can_be_written() -> None:
    assert plistlib.loads(plistlib.dumps(PLIST)) == PLIST


def test_a_case_is_a_document_of_the_program() -> None:
    (document,) = PLIST["CFBundleDocumentTypes"]
    (kind,) = PLIST["UTExportedTypeDeclarations"]
    assert document["CFBundleTypeRole"] == "Editor"
    assert document["LSHandlerRank"] == "Owner"
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert kind["UTTypeTagSpecification"] == {
        "public.filename-extension": ["kzstay"],
        "public.mime-type": ["application/x-kzstay"],
    }
    assert kind["UTTypeConformsTo"] == ["public.json"]


def test_version_languages_system_and_category() -> None:
    assert PLIST["CFBundleShortVersionString"] == PLIST["CFBundleVersion"] == "1.2.3"
    assert PLIST["CFBundleLocalizations"] == ["en", "ru", "kk"]
    assert PLIST["LSMinimumSystemVersion"] == "13.0"
    assert PLIST["LSApplicationCategoryType"] == "public.app-category.productivity"
    assert PLIST["NSHighResolutionCapable"] is True
    assert PLIST["NSRequiresAquaSystemAppearance"] is False
    assert PLIST["LSBackgroundOnly"] is False


@pytest.mark.parametrize("suffix", ["", "rc1", ".dev4", "a2", ".post1"])
def test_the_version_that_macos_compares_has_digits_and_dots_alone(suffix: str) -> None:
    values = info.plist(f"1.20.3{suffix}")
    assert values["CFBundleVersion"] == "1.20.3"
    assert values["CFBundleShortVersionString"] == f"1.20.3{suffix}", "which is the one that a person sees"


def test_a_version_without_three_numbers_is_refused() -> None:
    with pytest.raises(ValueError, match="three numbers"):
        info.plist("1.2")


@pytest.mark.parametrize(
    ("identity", "name"),
    [(Identity(), "kzstay"), (Identity(id="org.example.kzstay"), "org.example.kzstay")],
)
def test_the_program_and_its_files_go_by_the_identity(identity: Identity, name: str) -> None:
    assert info.identifier(identity) == name
    values = info.plist("1.2.3", identity)
    (document,), (declared,) = values["CFBundleDocumentTypes"], values["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [f"{name}.case"] == [declared["UTTypeIdentifier"]]
    assert re.fullmatch(r"[A-Za-z0-9.-]+", name), "what macOS takes in a name of a program and of a type"


def test_no_domain_is_named_that_nobody_holds() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (*HERE.glob("*.py"), HERE.parent / "kzstay.spec")]
    assert not re.search(r"\b(org|com|io|net)\.\w+", "".join(sources))


def test_nothing_of_a_person_or_the_machine_is_asked_for() -> None:
    assert [name for name in PLIST if name.endswith("UsageDescription")] == []
    entitlements = plistlib.loads((HERE / "entitlements.plist").read_bytes())
    assert entitlements == {"com.apple.security.cs.disable-library-validation": True}


def test_the_icon_holds_pictures_up_to_1024() -> None:
    data = (HERE / "kzstay.icns").read_bytes()
    assert data[:8] == b"icns" + struct.pack(">I", len(data))
    sides, place = set(), 8
    while place < len(data):
        size = struct.unpack_from(">I", data, place + 4)[0]
        assert data[place + 8 : place + 16] == b"\x89PNG\r\n\x1a\n"
        sides.add(struct.unpack_from(">I", data, place + 24)[0])
        place += size
    assert sides == {16, 32, 64, 128, 256, 512, 1024}


# The disk image


def test_the_disk_image_shows_the_app_and_where_it_goes() -> None:
    app = str(Path("somewhere", "kzstay.app"))
    settings = runpy.run_path(str(HERE / "dmg_settings.py"), {"defines": {"app": app}})
    assert settings["files"] == [app]
    assert settings["symlinks"] == {"Applications": "/Applications"}
    assert set(settings["icon_locations"]) == {"kzstay.app", "Applications"}
    assert settings["format"] == "ULMO"


# Signing: the scripts run with stand-ins for Apple's tools, which write down how they were called

unix = pytest.mark.skipif(sys.platform == "win32", reason="the scripts are for a Unix shell")
KEY = {"APPLE_API_KEY_FILE": "key.p8", "APPLE_API_KEY": "K", "APPLE_API_ISSUER": "I"}
SECRETS = {"MACOS_SIGN_IDENTITY": "Developer ID Application: X", **KEY}
SENT = "Submission ID received\n  id: 12-34\nWaiting for processing to complete.\nCurrent status: In Progress..."
ANSWER = SENT + "\nProcessing complete\n  id: 12-34\n  status: {}\n"
LATE = SENT + "\nTimeout of 1800 second(s) was reached before processing completed.\n  id: 12-34\n"


def tried(
    script: str, tmp_path: Path, *arguments: Path, apple: str = ANSWER.format("Accepted"), **environment: str
) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """Run a script; ``apple`` is what notarytool says of what it is given."""
    tools, calls = tmp_path / "tools", tmp_path / "calls"
    tools.mkdir(exist_ok=True)
    for tool in ("codesign", "xcrun", "spctl", "security", "ditto"):
        (tools / tool).write_text(f'#!/bin/sh\necho "{tool} $*" >>"{calls}"\n', encoding="utf-8")
        (tools / tool).chmod(0o755)
    (tmp_path / "apple").write_text(apple, encoding="utf-8")
    with (tools / "xcrun").open("a", encoding="utf-8") as file:
        file.write(f'case $2 in submit) cat "{tmp_path}/apple" ;; log) echo "no hardened runtime" ;; esac\n')
    done = subprocess.run(
        ["sh", HERE / script, *arguments],
        env={"PATH": f"{tools}:/usr/bin:/bin", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done, calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []


def run(script: str, tmp_path: Path, *arguments: Path, **environment: str) -> tuple[str, list[str]]:
    done, calls = tried(script, tmp_path, *arguments, **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout, calls


def short(calls: list[str]) -> list[str]:
    return [" ".join(call.split()[:3]) for call in calls]


def app(tmp_path: Path) -> Path:
    made = tmp_path / "kzstay.app"
    for name in (
        "Contents/MacOS/kzstay",
        "Contents/MacOS/kzstay-cli",
        "Contents/Frameworks/libpython3.13.dylib",
        "Contents/Frameworks/PySide6/QtCore.abi3.so",
        "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
    ):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).touch()
    return made


@unix
def test_the_app_is_signed_from_the_inside_out_with_the_hardened_runtime(tmp_path: Path) -> None:
    said, calls = run("sign.sh", tmp_path, app(tmp_path), MACOS_SIGN_IDENTITY="Developer ID Application: X")
    assert "SKIPPED" not in said
    signed = [call.rpartition("/")[2] for call in calls[:-1]]
    assert set(signed[:2]) == {"libpython3.13.dylib", "QtCore.abi3.so"}
    assert signed[2:] == ["QtCore.framework", "kzstay-cli", "kzstay.app"]
    assert all("--options runtime --timestamp --sign Developer ID Application: X" in call for call in calls[:-1])
    assert [("--entitlements" in call) for call in calls[:-1]] == [False, False, False, True, True]
    assert calls[-1].startswith("codesign --verify --deep --strict")


@unix
def test_without_a_certificate_the_app_is_signed_ad_hoc_and_that_is_said(tmp_path: Path) -> None:
    said, calls = run("sign.sh", tmp_path, app(tmp_path))
    assert said.startswith("SKIPPED: no certificate")
    assert all("--timestamp=none --sign -" in call for call in calls[:-1])


@unix
@pytest.mark.parametrize("name", ["kzstay.dmg", "kzstay.app"])
def test_without_secrets_nothing_is_notarised_and_that_is_said(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    said, calls = run("notarise.sh", tmp_path, file)
    assert (said.partition(":")[0], calls) == ("SKIPPED", [])
    assert name in said
    said, calls = run("notarise.sh", tmp_path, file, MACOS_SIGN_IDENTITY="X")
    assert said.startswith("SKIPPED: no key for Apple")
    assert calls == ([f"codesign --force --timestamp --sign X {file}"] if name.endswith(".dmg") else [])
    said, calls = run("keychain.sh", tmp_path)
    assert said.startswith("SKIPPED: no certificate in the secrets")


@unix
def test_with_the_secrets_the_image_is_signed_notarised_and_stapled(tmp_path: Path) -> None:
    image = tmp_path / "kzstay.dmg"
    said, calls = run("notarise.sh", tmp_path, image, **SECRETS)
    assert "status: Accepted" in said
    assert short(calls) == [
        "codesign --force --timestamp",
        "xcrun notarytool submit",
        "xcrun stapler staple",
        "spctl --assess --type",
    ]
    sent = f"xcrun notarytool submit {image} --wait --timeout 30m --key key.p8 --key-id K --issuer I"
    assert calls[1] == sent
    assert calls[2] == f"xcrun stapler staple {image}"


@unix
def test_the_app_is_sent_as_an_archive_and_stapled_itself(tmp_path: Path) -> None:
    made = app(tmp_path)
    calls = run("notarise.sh", tmp_path, made, **SECRETS)[1]
    assert short(calls) == [
        "ditto -c -k",
        "xcrun notarytool submit",
        "xcrun stapler staple",
        "spctl --assess --type",
    ]
    archive = calls[0].split()[-1]
    assert calls[0] == f"ditto -c -k --keepParent {made} {archive}"
    assert archive.endswith("/kzstay.app.zip")
    assert f" submit {archive} --wait --timeout 30m " in calls[1]
    assert calls[2] == f"xcrun stapler staple {made}"
    assert calls[3].startswith("spctl --assess --type execute")
    assert not Path(archive).parent.exists(), "what was made on the way is gone"


@unix
@pytest.mark.parametrize("state", ["Invalid", "Rejected"])
def test_a_refusal_ends_it_with_what_apple_found(tmp_path: Path, state: str) -> None:
    done, calls = tried("notarise.sh", tmp_path, tmp_path / "a.dmg", apple=ANSWER.format(state), **SECRETS)
    assert done.returncode == 1
    assert "Apple refused a.dmg" in done.stderr
    assert "no hardened runtime" in done.stderr, "the log"
    assert calls[-1] == "xcrun notarytool log 12-34 --key key.p8 --key-id K --issuer I"
    assert "stapler" not in "".join(calls)


@unix
@pytest.mark.parametrize("apple", [LATE, "Error: HTTP status code: 503\n"])
def test_no_answer_in_time_ends_it_with_how_to_ask_later(tmp_path: Path, apple: str) -> None:
    done, calls = tried("notarise.sh", tmp_path, tmp_path / "a.dmg", apple=apple, **SECRETS)
    assert done.returncode == 1
    assert "within 30m" in done.stderr
    assert f"notarytool info {'12-34' if apple is LATE else 'ID'}" in done.stderr
    assert short(calls)[-1] == "xcrun notarytool submit"


def test_the_app_has_its_answer_before_the_image_is_made_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def call(command: list[object], **_: object) -> None:
        done.append(" ".join(Path(str(part)).name for part in command))

    monkeypatch.setattr(steps.subprocess, "run", call)
    monkeypatch.setattr(project, "DIST", tmp_path)
    image = steps.installer(app(tmp_path), "1.2.3").name
    assert [line for line in done if "dmgbuild" not in line] == [
        "sh sign.sh kzstay.app",
        "sh notarise.sh kzstay.app",
        f"sh notarise.sh {image}",
    ]
    assert [number for number, line in enumerate(done) if "dmgbuild" in line] == [2]
