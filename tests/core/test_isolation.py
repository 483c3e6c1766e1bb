from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import kzstay.core

PACKAGE = Path(kzstay.core.__file__).parent
MODULES = sorted(path.stem for path in PACKAGE.glob("*.py") if path.stem != "__init__")


def test_the_core_needs_no_screen() -> None:
    script = "\n".join(
        [
            "import importlib, sys",
            *(f"importlib.import_module('kzstay.core.{module}')" for module in MODULES),
            "loaded = {name.partition('.')[0] for name in sys.modules}",
            "assert 'kzstay' in loaded",
            "print(*sorted(loaded & {'PySide6', 'shiboken6', 'openpyxl', 'jinja2', 'icalendar', 'holidays'}))",
            "print(*sorted(n for n in sys.modules if n.startswith('kzstay.') and '.core' not in n))",
        ]
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=PACKAGE.parents[1],
        check=True,
        capture_output=True,
        text=True,
    )
    assert len(MODULES) >= 9
    assert done.stdout.split() == []
    assert done.stderr == ""
