"""Every document keeps its word: its commands run, or it stands here why not, and its links lead somewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from argparse import Namespace
from pathlib import Path
from urllib.parse import unquote

import pytest

from kzstay.cli import parser as cli
from kzstay.cli.commands import COMMANDS, module_of
from kzstay.cli.exit_codes import GOOD
from tests import documents
from tests.documents import (
    READMES,
    ROOT,
    Command,
    Reader,
    commands,
    has_placeholder,
    headings,
    links,
    mentioned,
    read,
)

# The manual has tests of its own, with its window; the READMEs are followed from their beginning in test_readme.py
NAMES = [name for name in documents.names() if not name.startswith("resources/manual/")]
FOLLOWED = set(READMES.values())
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

# What changes the tree runs in a copy of it, and has to leave it as it was
IN_A_COPY = (
    "python packaging/build_catalogs.py",
    "python packaging/tools/make_cldr.py",
    "python packaging/tools/update_catalogs.py",
    "python packaging/tools/update_catalogs.py --check",
)
IN_THE_TREE = ("python packaging/tools/check_law.py",)

# What no test runs: a pattern, and why
NOT_RUN = {
    r"ruff .+|pyright|lint-imports": "a step of .ci/run",
    r"python -m pytest( -n auto| --onscreen| tests/\S+)?": "the tests themselves; their names are looked at below",
    r"(sudo )?apt-get .+|debootstrap .+": "changes the system, and needs its administrator",
    r"git .+|gh .+": "changes the sources, or asks a server",
    r"(.+ && )?(python -m )?pip install .+|python3? -m venv .+": "fetches from a server; .ci/run sets up by some",
    r"python packaging/build\.py .+": "takes minutes; .ci/run builds, and the tests of packaging try its steps",
    r"sh install\.sh.*|sh packaging/linux/try_in_root\.sh .+": "needs an archive; a build tries its own",
    r"sha256sum .+": "needs a file of a release; the build writes its sum in that form",
    r"python -m tests\.(bench|campaign)( .+)?": "takes minutes; test_campaign.py runs a small dose of each",
    r"coverage .+": "runs tests that run already",
    r"python packaging/tools/make_goldens\.py .+": "takes minutes; test_make_goldens.py makes some",
    r"python packaging/tools/make_shell\.py": "test_make_shell.py holds what it writes",
    r"python packaging/linux/flatpak/make\.py .+": "needs an id; test_flatpak.py makes the manifest of an example",
    r"python -m hatchling build": "fetches nothing, but takes a while; test_wheel.py builds both, twice",
    r"python packaging/tools/compare_builds\.py .+": "needs two builds; test_compare_builds.py makes small ones",
    r"python packaging/stores\.py .+": "needs the files of a release; test_stores.py has some of its own",
    r"python packaging/tools/make_pictures\.py": "test_make_pictures.py makes the reports, twice",
}


def shown() -> list[tuple[str, Command]]:
    """List all commands, but those of kzstay and of the documents that are followed."""
    return [
        (name, command)
        for name in NAMES
        for command in commands(read(name))
        if command.program not in documents.OURS
    ]


@pytest.mark.parametrize(
    ("name", "command"), shown(), ids=lambda one: one if isinstance(one, str) else one.bare[:40]
)
def test_a_command_is_run_or_says_why_not(name: str, command: Command) -> None:
    run = command.bare in (*IN_A_COPY, *IN_THE_TREE)
    reasons = [why for pattern, why in NOT_RUN.items() if re.fullmatch(pattern, command.bare)]
    assert run != bool(reasons), f"{name}: {command.bare}"


def test_nothing_is_listed_that_no_document_shows() -> None:
    bare = {command.bare for _, command in shown()}
    assert bare >= {*IN_A_COPY, *IN_THE_TREE}
    assert all(any(re.fullmatch(pattern, one) for one in bare) for pattern in NOT_RUN)


def test_the_steps_of_the_checks_are_steps_of_them() -> None:
    steps = {
        part
        for _, command in shown()
        if not command.inline and re.fullmatch(r"ruff .+|pyright|lint-imports", command.bare)
        for part in command.bare.split(" && ")
    }
    assert len(steps) == 4
    assert all(f"\n{step}\n" in CI for step in steps)


@pytest.mark.parametrize("command", IN_THE_TREE)
def test_a_tool_that_looks_is_content(command: str) -> None:
    done = run_in(ROOT, command)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy as much of the tree as the tools change and read."""
    place = tmp_path_factory.mktemp("tree") / "kzstay"
    for name in ("kzstay", "packaging", "resources"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__", "pictures"))
    return place


@pytest.mark.parametrize("command", IN_A_COPY)
def test_a_tool_that_makes_what_is_generated_finds_it_as_it_is(command: str, copy: Path) -> None:
    before = contents(copy / "resources")
    done = run_in(copy, command)
    assert done.returncode == 0, done.stdout + done.stderr
    assert contents(copy / "resources") == before


def test_the_tests_that_are_named_are_there(pytestconfig: pytest.Config) -> None:
    named = {
        word
        for _, command in shown()
        if command.bare.startswith("python -m pytest")
        for word in command.bare.split()[3:]
    } - {"-n", "auto"}
    assert len(named) > 3
    for word in named:
        if word.startswith("--"):
            assert pytestconfig.getoption(word) in (True, False)
        else:
            assert (ROOT / word).exists(), word


@pytest.mark.parametrize("name", [name for name in NAMES if mentioned(read(name))])
def test_a_command_of_kzstay_in_a_sentence_is_one_that_there_is(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given: list[Namespace] = []

    def note(options: Namespace) -> int:
        given.append(options)
        return GOOD

    for one in COMMANDS:
        monkeypatch.setattr(f"{module_of(one)}.run", note)
    for command in mentioned(read(name)):
        first, *rest = command.arguments
        if first == "--version":
            with pytest.raises(SystemExit):
                cli.main(command.arguments)
            assert capsys.readouterr().out.startswith("kzstay ")
        elif first != "FILE":  # the window
            assert first in COMMANDS
            # What is left out in a sentence is a file: its options are looked for in the help
            with pytest.raises(SystemExit):
                cli.main([first, "--help"])
            told = capsys.readouterr().out
            assert [word for word in rest if word.startswith("--") and word not in told] == []


@pytest.mark.parametrize("name", [name for name in NAMES if name not in FOLLOWED])
def test_what_a_block_gives_to_kzstay_works(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = Reader(tmp_path, capsys, monkeypatch)
    assert documents.followed(reader, documents.of_kzstay(read(name))) == {}


def test_the_library_prints_what_its_page_shows(capsys: pytest.CaptureFixture[str]) -> None:
    found = documents.blocks(read("kzstay/core/README.md"))
    place = next(place for place, block in enumerate(found) if block.language == "python")
    exec(compile(found[place].text, "kzstay/core/README.md", "exec"), {})
    assert capsys.readouterr().out.rstrip("\n") == found[place + 1].text


def anchors(text: str) -> set[str]:
    """List the names by which GitHub finds the headings of a text."""
    return {
        "".join(
            letter
            for letter in title.replace("`", "").lower().replace(" ", "-")
            if letter in "-_" or unicodedata.category(letter)[0] in "LN"
        )
        for _, title in headings(text)
    }


@pytest.mark.parametrize("name", NAMES)
def test_links_lead_somewhere(name: str) -> None:
    lost: list[str] = []
    for link in links(read(name)):
        path, _, anchor = unquote(link).partition("#")
        if re.match(r"[a-z]+:", path):
            continue
        target = (ROOT / name).parent / path if path else ROOT / name
        if not target.exists() or (anchor and anchor not in anchors(target.read_text(encoding="utf-8"))):
            lost.append(link)
    assert lost == []


def test_no_link_is_a_page_of_the_project_before_it_has_an_address() -> None:
    assert not [link for name in NAMES for link in links(read(name)) if re.search(r"//.*\bkzstay\b", link)]


def test_a_placeholder_is_seen_as_one() -> None:
    assert has_placeholder(Command("sh x kzstay-VERSION.tar.xz"))
    assert not has_placeholder(Command("kzstay guide overstay # a topic of the LAW"))


def test_a_command_that_goes_wrong_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What holds the documents is held itself."""
    text = "```sh\nkzstay check \\\n  nowhere.kzstay\nkzstay example\n```\n"
    text += "\n```text\n$ kzstay example --list\nothers\n```\n"
    reader = Reader(tmp_path, capsys, monkeypatch)
    wrong = documents.followed(reader, documents.of_kzstay(text))
    assert [command.bare for command in wrong] == ["kzstay check nowhere.kzstay", "kzstay example --list"]


def contents(folder: Path) -> dict[str, bytes]:
    """Return what the files of a folder hold; a compiled catalog tells when it was made."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".mo"
    }


def run_in(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of the tree in a folder, with the Python of the tests."""
    return subprocess.run(
        [sys.executable, *command.split()[1:]],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
