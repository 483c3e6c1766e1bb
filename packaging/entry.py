"""The program of the bundle: what ``kzstay`` is in an installed package."""

from __future__ import annotations

from kzstay.cli import run

if __name__ == "__main__":
    run()
