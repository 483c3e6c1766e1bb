"""The day is that of Kazakhstan wherever the computer stands: one place asks for it, and the counting asks none.

What the window makes of it is in ``tests/ui/test_time_zones.py``.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

import kzstay
from kzstay.cli.parser import main
from kzstay.files.store import save_case
from tests.clock import clock, moments, zones
from tests.helpers import case, stay, traveller

PACKAGE = Path(kzstay.__file__).parent
# Only what takes the day of reckoning from the clock may ask it
ASKING = {"today.py", "files/atomic.py", "ui/session/unsaved.py"}  # the others set aside or clean what is old


@zones
@moments
def test_check_reckons_for_the_day_in_kazakhstan(
    zone: str, moment: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.kzstay"
    save_case(case(traveller("DE", stay("2026-08-20", "2026-08-29", notified="2026-08-21"))), path)
    with clock(zone, moment) as today:
        assert main(["check", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["on"] == today.isoformat()


def asks_a_clock(path: Path) -> bool:
    """Tell whether a module reads the time or the zone of the machine."""
    asked = {"today", "now", "utcnow", "localtime", "gmtime", "currentDate", "currentDateTime", "tzset", "time"}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in asked:
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id in {"date", "datetime", "time", "QDate", "QDateTime"}:
                return True
    return False


def test_nothing_else_asks_a_clock_so_the_counting_is_the_same_in_every_time_zone() -> None:
    modules = sorted(PACKAGE.rglob("*.py"))
    asking = {path.relative_to(PACKAGE).as_posix() for path in modules if asks_a_clock(path)}
    assert asking
    assert asking <= ASKING
