"""The pictures of the documents come out the same for everybody, so that one that differs shows a change."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kzstay.bundled import law
from kzstay.files.store import open_case
from kzstay.i18n import LANGUAGES
from tests.documents import READMES, ROOT, links, read
from tools import make_pictures as tool

REPORTS = """
import sys
from pathlib import Path
from tools import make_pictures
list(make_pictures.reports(Path(sys.argv[1])))
"""


def test_a_report_that_is_made_anew_is_the_same(tmp_path: Path) -> None:
    made: list[list[bytes]] = []
    for name in ("first", "second"):
        folder = tmp_path / name
        folder.mkdir()
        path = os.pathsep.join([str(ROOT), str(ROOT / "packaging")])
        own = {"PYTHONPATH": path, "HOME": str(tmp_path), "TZ": "UTC", "QT_HASH_SEED": "0"}
        subprocess.run([sys.executable, "-c", REPORTS, folder], env=os.environ | own, check=True)
        made.append([(folder / f"report-{language}.pdf").read_bytes() for language in LANGUAGES])
    assert made[0] == made[1]
    assert b"D:20261122000000Z" in made[0][0]


def test_a_file_that_tells_no_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="D:"):
        tool.timeless(b"%PDF-1.4")


def test_the_moment_is_taken_out_and_the_length_stays() -> None:
    number = "66719cfd-852f-4f50-a18e-b6320f04dfb6"
    made = (
        f'/CreationDate (D:20261127203638Z) xmp:CreateDate="2026-11-27T20:36:38+00:00" uuid:{number} '
        f"/ID [ <{number.encode().hex()}> <{number.encode().hex()}> ]"
    ).encode()
    found = tool.timeless(made)
    assert len(found) == len(made)
    assert not any(part in found for part in (b"1127", b"11-27", b"66719", number.encode().hex().encode()))


def test_the_pictures_are_those_of_the_documents() -> None:
    """None lies there that nobody looks at, and each reader sees the window in their language."""
    there = {path.name for path in tool.FOLDER.iterdir()}
    shown = {
        language: {Path(link).name for link in links(read(name)) if link.startswith("packaging/pictures/")}
        for language, name in READMES.items()
    }
    assert set().union(*shown.values()) == there
    for language, names in shown.items():
        assert names == {f"{view}-light-{language}.png" for view in tool.VIEWS} | {f"report-{language}.pdf"}


def test_an_example_of_the_pictures_is_of_their_day() -> None:
    assert law().collected >= tool.ON, "so that nothing in them is told to be old"
    assert all(open_case(tool.EXAMPLES / f"{case}.kzstay") for case, _, _ in tool.VIEWS.values())
