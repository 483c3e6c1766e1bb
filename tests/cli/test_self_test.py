"""``kzstay self-test`` ends with 1 as soon as a part of this copy does not work."""

from __future__ import annotations

import subprocess
import sys
from typing import NoReturn

import pytest

from kzstay import self_test
from kzstay.cli.parser import main
from tests.cli.command_line import ROOT, Told


def breaks() -> NoReturn:
    raise ValueError("a wheel came off")


@pytest.mark.parametrize(("broken", "code"), [(0, 0), (1, 1), (2, 1)])
def test_one_broken_part_or_many_end_it_alike(
    broken: int, code: int, monkeypatch: pytest.MonkeyPatch, capsys: Told
) -> None:
    parts = [*[breaks] * broken, lambda: "as it should"]
    monkeypatch.setattr(self_test, "TESTS", {f"part {number}": part for number, part in enumerate(parts)})
    assert main(["self-test"]) == code
    out, err = capsys.readouterr()
    assert out.splitlines()[0] == f"ok      part {broken}: as it should"
    assert err.count("FAILED") == broken


def test_its_parts_are_read_in_only_when_it_is_run() -> None:
    """Every command is asked for its help, and this one would bring all the others with it."""
    script = "import sys, kzstay.cli.self_test; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True)
    assert "kzstay.self_test" not in done.stdout.split()
