"""A day is a day wherever the computer stands: the counting is tried in the zones in which others go wrong.

Kazakhstan moved its own clocks in 2024, Chile and Egypt change theirs at midnight, and Kiritimati is a day ahead.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TRIED = [
    "tests/core/test_vectors.py",
    "tests/core/law_cases",
    "tests/core/test_workdays.py",
    "tests/files/test_codec.py",
    "tests/test_answer_json.py",
]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows takes no zone from the environment")
@pytest.mark.parametrize("zone", ["Asia/Almaty", "America/Santiago", "Africa/Cairo", "Pacific/Kiritimati"])
def test_the_counting_is_the_same_in_every_time_zone(zone: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *TRIED],
        cwd=ROOT,
        env=os.environ | {"TZ": zone},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr
