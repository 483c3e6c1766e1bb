"""Start kzstay with ``python -m kzstay``."""

from __future__ import annotations

from kzstay.cli import run

if __name__ == "__main__":
    run()
