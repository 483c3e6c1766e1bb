"""Write what goes under share/ of Linux, for who packs the program otherwise: ``write_share.py FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "packaging"), str(ROOT)]  # a checkout need not be installed

from kzstay.identity import IDENTITY  # noqa: E402 - found by the line above
from linux import share  # noqa: E402
from linux.steps import SHARE  # noqa: E402

if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: write_share.py FOLDER")
    share.write(Path(sys.argv[1]), share.files(SHARE, IDENTITY))
