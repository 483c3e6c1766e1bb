from __future__ import annotations

import subprocess
import sys


def test_pyside_does_not_look_at_every_import() -> None:
    script = (
        "import builtins, PySide6.QtCore; looking = builtins.__import__\n"
        "from kzstay.ui.system.features import import_plainly; import_plainly()\n"
        "print(looking.__name__, builtins.__import__.__name__); import PySide6.QtGui, json"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    looking, plain = told.stdout.split()
    assert looking == "__feature_import__"
    assert plain != looking
