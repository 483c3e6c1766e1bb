"""A save that is killed at any of its steps leaves a whole file and a whole backup."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = """
import os, sys
from pathlib import Path
from kzstay.core.case import Case, Traveller
from kzstay.files.store import open_case, save_case

def case(name):
    return Case(travellers=(Traveller(name=name, citizenship="DE"),))

def name(path):
    return open_case(path).document.case.travellers[0].name

folder, damaged = Path(sys.argv[1]), sys.argv[2] == "damaged"
path, backup = folder / "case.kzstay", folder / "case.kzstay.bak"
killed = 0
while True:
    for left in folder.iterdir():
        left.unlink()
    save_case(case("old"), path)
    save_case(case("now"), path)
    if damaged:
        path.write_bytes(b"{")
    if (child := os.fork()) == 0:
        steps = 0
        def die(event, arguments):
            # Every step that the system is asked for tells of itself before it is done
            global steps
            steps += 1
            if steps > killed:
                os._exit(9)
        sys.addaudithook(die)
        save_case(case("new"), path)
        os._exit(0)
    done = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if damaged:
        broken = folder / "case.kzstay.broken"
        assert name(backup) == "old", (killed, "the backup")
        assert path.read_bytes() == b"{" or (name(path) == "new" and broken.read_bytes() == b"{"), killed
    else:
        assert (name(path), name(backup)) in [("now", "old"), ("now", "now"), ("new", "now")], killed
    if done == 0:
        break
    killed += 1
print(killed)
"""


@pytest.mark.skipif(os.name != "posix", reason="forks")
@pytest.mark.parametrize("before", ["whole", "damaged"])
def test_a_save_may_be_killed_at_any_step(tmp_path: Path, before: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, tmp_path, before],
        cwd=ROOT,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    assert int(done.stdout) > 10
