"""The Python package: what its metadata tell, what wheel and sdist hold, and what their scripts start."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from email.parser import Parser
from pathlib import Path

import pytest

import package
import project
from kzstay.i18n import LANGUAGES
from kzstay.identity import IDENTITY, Identity
from linux import share
from linux.steps import SHARE

EXAMPLE = Identity(address="https://example.org/owner/kzstay", id="org.example.kzstay")
README = (project.ROOT / "README.md").read_text(encoding="utf-8")
NOT_SOURCES = ".git", "build", "dist", "*-env", ".*_cache", ".hypothesis", "__pycache__", "*.mo"


def hatchling(tree: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "hatchling", *arguments]
    done = subprocess.run(command, cwd=tree, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources in a folder of their own, as nothing of a build is to be seen by others."""
    return shutil.copytree(
        project.ROOT, tmp_path_factory.mktemp("package") / "tree", ignore=shutil.ignore_patterns(*NOT_SOURCES)
    )


@pytest.fixture(scope="module")
def built(tree: Path) -> Path:
    """The folder with the sdist, and with the wheel that is made of the sdist alone."""
    hatchling(tree, "build", "--target", "sdist")
    (sdist,) = (tree / "dist").glob("*.tar.gz")
    with tarfile.open(sdist) as packed:
        packed.extractall(tree / "again", filter="data")
    hatchling(next((tree / "again").iterdir()), "build", "--target", "wheel", "--directory", str(tree / "dist"))
    return tree / "dist"


@pytest.fixture(scope="module")
def sdist(built: Path) -> set[str]:
    """What the sdist holds, without the folder round all of it."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as packed:
        return {name.partition("/")[2] for name in packed.getnames()}


@pytest.fixture(scope="module")
def wheel(built: Path) -> dict[str, bytes]:
    """What the wheel holds."""
    with zipfile.ZipFile(next(built.glob("*.whl"))) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def of_the_sources(folder: str) -> set[str]:
    paths = (project.ROOT / folder).rglob("*")
    found = {path.relative_to(project.ROOT).as_posix() for path in paths if path.is_file()}
    return {name for name in found if "__pycache__" not in name}


def the_one(wheel: dict[str, bytes], end: str) -> str:
    (name,) = (name for name in wheel if name.endswith(f".dist-info/{end}"))
    return wheel[name].decode("utf-8")


def test_a_wheel_holds_every_module_and_resource_and_says_that_it_is_typed(wheel: dict[str, bytes]) -> None:
    assert of_the_sources("kzstay") <= set(wheel)
    needed = {name for name in of_the_sources("resources") if not name.endswith((".po", ".mo"))}
    assert {f"kzstay/{name}" for name in needed} <= set(wheel)
    assert "kzstay/py.typed" in wheel


def test_a_wheel_holds_the_catalogs_compiled_and_not_their_sources(wheel: dict[str, bytes]) -> None:
    catalogs = {f"kzstay/resources/i18n/{name}/LC_MESSAGES/kzstay.mo" for name in LANGUAGES if name != "en"}
    assert {name for name in wheel if name.endswith((".mo", ".po", ".pot"))} == catalogs


def test_a_wheel_holds_nothing_that_is_no_part_of_the_program(wheel: dict[str, bytes]) -> None:
    places = {re.match(r"kzstay(/|-[\d.]+\.(data/data/share|dist-info)/)", name) for name in wheel}
    assert None not in places


def test_a_wheel_brings_what_a_desktop_and_the_shells_look_for(wheel: dict[str, bytes]) -> None:
    shared = {name.partition("/data/share/")[2]: held for name, held in wheel.items() if "/data/share/" in name}
    assert shared == share.files(SHARE, IDENTITY)
    assert {"man/man1/kzstay.1", "bash-completion/completions/kzstay"} <= set(shared)


def test_a_wheel_starts_by_the_names_of_the_bundles_and_without_a_console(wheel: dict[str, bytes]) -> None:
    start = "kzstay.__main__:run"
    told = the_one(wheel, "entry_points.txt").split()
    assert " ".join(told) == (
        f"[console_scripts] kzstay = {start} kzstay-cli = {start} [gui_scripts] kzstay-gui = {start}"
    )


def test_a_wheel_tells_what_a_person_looks_for_on_an_index(wheel: dict[str, bytes]) -> None:
    told = Parser().parsestr(the_one(wheel, "METADATA"))
    assert told["Version"] == project.version()
    assert told["Description-Content-Type"] == "text/markdown"
    assert told.get_payload() == package.readme(README, IDENTITY.address, f"v{project.version()}")


def test_a_packager_finds_the_checks_and_all_that_they_look_at_in_the_sdist(sdist: set[str]) -> None:
    kept = {"kzstay", "resources", "packaging", "tests", ".github"}
    wanted = {name for folder in kept for name in of_the_sources(folder)}
    assert wanted <= sdist
    named = {".ci/run", ".gitattributes", "pyproject.toml", "LICENSE", "PKG-INFO"}
    assert named | {path.name for path in project.ROOT.glob("*.md")} <= sdist


@contextmanager
def with_identity(tree: Path, identity: Identity) -> Iterator[None]:
    """Have the sources bear another identity for a while."""
    path = tree / "kzstay" / "identity.py"
    text = path.read_text(encoding="utf-8")
    other, changed = re.subn(r"^IDENTITY = .*", f"IDENTITY = {identity!r}", text, flags=re.MULTILINE)
    assert changed == 1
    path.write_text(other, encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(text, encoding="utf-8")


def test_without_an_address_the_metadata_name_no_page(tree: Path) -> None:
    with with_identity(tree, Identity()):
        told = json.loads(hatchling(tree, "metadata"))
    assert "urls" not in told
    assert told["readme"]["text"] == README


def test_an_address_is_told_with_every_page_that_it_makes(tree: Path) -> None:
    with with_identity(tree, EXAMPLE):
        told = json.loads(hatchling(tree, "metadata"))
    assert told["urls"] == package.urls(EXAMPLE)
    assert {EXAMPLE.address, EXAMPLE.issues, EXAMPLE.changelog, EXAMPLE.releases} <= set(told["urls"].values())
    assert f"]({EXAMPLE.address}/raw/v{project.version()}/packaging/pictures/" in told["readme"]["text"]


def test_what_a_desktop_looks_for_goes_by_the_id(tree: Path) -> None:
    with with_identity(tree, EXAMPLE):
        hatchling(tree, "build", "--target", "wheel", "--directory", "by-the-id")
    with zipfile.ZipFile(next((tree / "by-the-id").glob("*.whl"))) as packed:
        names = {name.partition("/data/share/")[2] for name in packed.namelist() if "/data/share/" in name}
    assert names == set(share.files(SHARE, EXAMPLE))
    assert f"applications/{EXAMPLE.id}.desktop" in names


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("![A window](a/b.png)", "![A window](https://example.org/owner/kzstay/raw/v1.0/a/b.png)"),
        (
            "[![A page](p.png)](p.pdf)",
            f"[![A page]({EXAMPLE.address}/raw/v1.0/p.png)]({EXAMPLE.address}/blob/v1.0/p.pdf)",
        ),
        ('<img src="a.svg">', '<img src="https://example.org/owner/kzstay/raw/v1.0/a.svg">'),
        ('<a href="README.ru.md">', '<a href="https://example.org/owner/kzstay/blob/v1.0/README.ru.md">'),
        ("[a heading](#install)", "[a heading](#install)"),
        ("[elsewhere](https://example.com/a.png)", "[elsewhere](https://example.com/a.png)"),
        ("words (in brackets)", "words (in brackets)"),
    ],
)
def test_on_an_index_links_lead_to_the_files_of_the_release(written: str, shown: str) -> None:
    assert package.readme(written, EXAMPLE.address, "v1.0") == shown
    assert package.readme(written, "", "v1.0") == written
