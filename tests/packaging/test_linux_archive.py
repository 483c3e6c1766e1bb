"""The archive for Linux: the desktop's files, the script that installs it, the spare libraries."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec import _core  # type: ignore[attr-defined]  # any library will do

import project
from kzstay.identity import Identity
from linux import share, spares, steps
from tests.packaging import stand_in

HERE = project.PACKAGING / "linux"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="of Linux alone")


def desktop(path: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(delimiters="=", strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(path, encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return stand_in.bundle(tmp_path / "made", "1.2.3")


@pytest.fixture
def archive(bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(project, "DIST", tmp_path)
    return steps.installer(bundle, "1.2.3")


def install(archive: Path, home: Path, *arguments: str, language: str = "C") -> subprocess.CompletedProcess[str]:
    place = home.parent / "unpacked"
    if not place.exists():
        place.mkdir()
        with tarfile.open(archive) as packed:
            packed.extractall(place, filter="tar")
    home.mkdir(exist_ok=True)
    return subprocess.run(
        ["sh", place / "kzstay-1.2.3-linux-x64" / "install.sh", *arguments],
        env={"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": language},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_double_click_on_a_case_opens_the_program() -> None:
    entry = desktop(HERE / "kzstay.desktop")
    root = ElementTree.parse(HERE / "kzstay.xml").getroot()
    (kind,) = root.findall(f"{MIME}mime-type")
    assert entry["MimeType"] == f"{kind.get('type')};"
    assert entry["Exec"] == "kzstay %f"
    glob = kind.find(f"{MIME}glob")
    assert glob is not None
    assert glob.get("pattern") == "*.kzstay"
    languages = [comment.get(LANGUAGE) for comment in kind.findall(f"{MIME}comment")]
    assert languages == [None, "ru", "kk"]


def test_the_menu_speaks_three_languages() -> None:
    entry = desktop(HERE / "kzstay.desktop")
    for name in ("Comment", "GenericName"):
        assert len({entry[name], entry[f"{name}[ru]"], entry[f"{name}[kk]"]}) == 3
    assert (entry["Type"], entry["Terminal"], entry["Icon"]) == ("Application", "false", "kzstay")


def test_the_archive_names_nobody_and_is_the_same_each_time(bundle: Path, archive: Path) -> None:
    before = archive.read_bytes()
    with tarfile.open(archive) as packed:
        members = packed.getmembers()
    assert {(member.uid, member.gid, member.uname, member.mtime) for member in members} == {(0, 0, "", 0)}
    assert {member.name.split("/")[0] for member in members} == {"kzstay-1.2.3-linux-x64"}
    assert steps.installer(bundle, "1.2.3").read_bytes() == before


def test_what_is_installed_is_tried_and_removed(bundle: Path, archive: Path) -> None:
    steps.try_installer(archive, bundle, "1.2.3")


def test_another_version_than_the_one_that_was_built_is_found_out(bundle: Path, archive: Path) -> None:
    with pytest.raises(project.BuildError, match=r"is kzstay 1.2.3, and not 1.2.4"):
        steps.try_installer(archive, bundle, "1.2.4")


@pytest.mark.parametrize(
    "name", ["a home with $igns & 100%", "two\nlines", "\n", 'a "home" `with` \\ | more', "үй\t\\n"]
)
def test_the_installed_menu_entry_starts_the_installed_program(archive: Path, tmp_path: Path, name: str) -> None:
    home = tmp_path / name
    done = install(archive, home)
    assert (done.returncode, done.stderr) == (0, "")
    command = desktop(home / ".local/share/applications/kzstay.desktop")["Exec"]
    # Once for the desktop file and once for the command in it
    quoted, _, field = re.sub(r"\\(.)", lambda sign: {"n": "\n"}.get(sign[1], sign[1]), command).rpartition(" ")
    program = re.sub(r'\\(["`$\\])', r"\1", quoted.strip('"')).replace("%%", "%")
    assert (program, field) == (str(home / ".local/lib/kzstay/kzstay"), "%f")
    assert (home / ".local/bin/kzstay").resolve() == (home / ".local/lib/kzstay/kzstay").resolve()


@pytest.mark.parametrize("home", [None, "", "relative"])
@pytest.mark.parametrize(("language", "told"), [("C", "nothing was changed"), ("ru", "ничего"), ("kk", "ештеңе")])
def test_without_a_home_nothing_is_installed(
    archive: Path, tmp_path: Path, home: str | None, language: str, told: str
) -> None:
    install(archive, tmp_path / "home", "--unpack")
    script = tmp_path / "unpacked" / "kzstay-1.2.3-linux-x64" / "install.sh"
    environment = {"PATH": "/usr/bin:/bin", "LANG": language} | ({} if home is None else {"HOME": home})
    done = subprocess.run(
        ["sh", script], cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, told in done.stderr, done.stdout) == (5, True, "")
    assert not (tmp_path / "relative").exists()


def test_an_unknown_word_installs_nothing(archive: Path, tmp_path: Path) -> None:
    done = install(archive, tmp_path / "home", "--uninstall")
    assert done.returncode == 2
    assert "usage: sh install.sh [--remove]" in done.stderr
    assert list((tmp_path / "home").iterdir()) == []


def test_removing_spares_a_program_of_the_same_name_that_is_not_ours(archive: Path, tmp_path: Path) -> None:
    own = tmp_path / "home" / ".local" / "bin" / "kzstay"
    own.parent.mkdir(parents=True)
    own.write_text("another program", encoding="utf-8")
    assert install(archive, tmp_path / "home", "--remove").returncode == 0
    assert own.read_text(encoding="utf-8") == "another program"


@pytest.mark.parametrize(("language", "told"), [("C", "Remove it"), ("ru_RU", "Удалите"), ("kk_KZ", "өшіріп")])
def test_a_program_of_the_same_name_that_is_not_ours_is_not_replaced(
    archive: Path, tmp_path: Path, language: str, told: str
) -> None:
    own = tmp_path / "home" / ".local" / "bin" / "kzstay"
    own.parent.mkdir(parents=True)
    own.write_text("another program", encoding="utf-8")
    done = install(archive, tmp_path / "home", language=language)
    assert done.returncode == 4
    assert told in done.stderr
    assert own.read_text(encoding="utf-8") == "another program"
    assert not (tmp_path / "home" / ".local" / "lib").exists()


def test_a_folder_of_the_desktop_that_is_a_link_is_filled(archive: Path, tmp_path: Path) -> None:
    share = tmp_path / "home" / ".local" / "share"
    share.mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (share / "applications").symlink_to(tmp_path / "elsewhere")
    assert install(archive, tmp_path / "home").returncode == 0
    assert (tmp_path / "elsewhere" / "kzstay.desktop").is_file()


OF_THE_FIRST_VERSIONS = (
    "applications/kzstay.desktop",
    "mime/packages/kzstay.xml",
    "icons/hicolor/256x256/apps/kzstay.png",
    "icons/hicolor/256x256/mimetypes/application-x-kzstay.png",
    "icons/hicolor/scalable/apps/kzstay.svg",
)
ID = "io.github.owner.kzstay"


@pytest.fixture
def renamed(archive: Path, bundle: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the archive of the version that is the first to have an id, beside one that has none."""
    plain = archive.rename(archive.with_name("plain.tar.xz"))
    monkeypatch.setattr(steps, "IDENTITY", Identity(id=ID))
    steps.installer(bundle, "1.2.3")
    return plain


def in_share(home: Path) -> set[str]:
    folder = home / ".local" / "share"
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*kzstay*") if path.is_file()}
    return found - {"mime/application/x-kzstay.xml"}  # which the desktop makes of ours


@pytest.mark.parametrize("listed", [True, False], ids=["a list was left", "of the first versions"])
def test_an_upgrade_takes_away_what_has_another_name_now(renamed: Path, tmp_path: Path, listed: bool) -> None:
    home, unpacked = tmp_path / "home", tmp_path / "unpacked"
    assert install(renamed, home).returncode == 0
    if not listed:
        (home / ".local" / "lib" / "kzstay" / "share.txt").unlink()
        for place in in_share(home) - set(OF_THE_FIRST_VERSIONS):
            (home / ".local" / "share" / place).unlink()
    shutil.rmtree(unpacked)
    assert install(renamed.with_name("kzstay-1.2.3-linux-x64.tar.xz"), home).returncode == 0
    assert in_share(home) == set(share.files(steps.SHARE, Identity(id=ID)))
    assert desktop(home / f".local/share/applications/{ID}.desktop")["Exec"].endswith('kzstay/kzstay" %f')
    shutil.rmtree(unpacked)
    # Also the script of another version takes all of it away again
    assert install(renamed, home, "--remove").returncode == 0
    assert in_share(home) == set()


def test_a_first_install_touches_nothing_of_an_old_name(archive: Path, tmp_path: Path) -> None:
    own = tmp_path / "home" / ".local" / "share" / "applications" / "kzstay.desktop.of-another"
    own.parent.mkdir(parents=True)
    own.touch()
    assert install(archive, tmp_path / "home").returncode == 0
    assert install(archive, tmp_path / "home", "--remove").returncode == 0
    assert own.exists()


@pytest.mark.parametrize("arguments", [(), ("--remove",)])
def test_nothing_is_changed_while_the_program_runs(
    archive: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    home = tmp_path / "home"
    assert install(archive, home).returncode == 0
    program = home / ".local" / "lib" / "kzstay" / "kzstay"
    program.unlink()
    shutil.copy(shutil.which("sleep") or "", program)
    running = subprocess.Popen([program, "60"])
    try:
        done = install(archive, home, *arguments)
        assert done.returncode == 3
        assert "kzstay is running" in done.stderr
        assert program.is_file()
    finally:
        running.kill()
        running.wait()
    assert install(archive, home, *arguments).returncode == 0


# The spare libraries


def test_spares_are_loaded_after_what_they_link_to_and_without_what_is_held() -> None:
    behind = {
        "libQt6Gui.so.6": ["libEGL.so.1", "libGLdispatch.so.0", "libc.so.6", "libicuuc.so.73"],
        "libEGL.so.1": ["libGLdispatch.so.0", "libc.so.6"],
        "libGLdispatch.so.0": ["libc.so.6"],
    }

    def links(path: str) -> Iterator[tuple[str, str | None]]:
        yield from ((name, f"/lib/{name}") for name in behind[Path(path).name])
        yield "libabsent.so.1", None

    found = spares.find(["/qt/libQt6Gui.so.6"], {"libicuuc.so.73"}, links)
    assert found == ["/lib/libGLdispatch.so.0", "/lib/libEGL.so.1"]


def test_a_spare_is_loaded_where_the_system_has_none_and_only_there(tmp_path: Path) -> None:
    folder = tmp_path / "spares"
    folder.mkdir()
    library = str(_core.__file__)
    for name in ("libc.so.6", "libnowhere.so.7"):
        shutil.copy(library, folder / name)
    (folder / "order.txt").write_text("libc.so.6\nlibnowhere.so.7\n", encoding="utf-8")
    program = (
        "import runpy, sys; sys._MEIPASS = sys.argv[1]; runpy.run_path(sys.argv[2])\n"
        "print(*{line.split()[-1] for line in open('/proc/self/maps') if sys.argv[1] in line})"
    )
    command = [sys.executable, "-c", program, tmp_path, HERE / "load_spares.py"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == [str(folder / "libnowhere.so.7")]
