"""Print how fast kzstay is, as ratios against a plain reference in the same run: ``python -m tests.bench``.

Seconds of a machine say little of another; the ratio is what to watch. The milliseconds stand beside it for the
aims of the design.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench import (
    bench_batch,
    bench_core,
    bench_guide,
    bench_imports,
    bench_paper,
    bench_people,
    bench_tables,
    bench_window,
)


def main() -> None:
    """Measure everything and print it."""
    print(f"{'what':58} {'ours, ms':>10} {'plain, ms':>11} {'ours/plain':>11}")
    parts = (
        bench_core,
        bench_guide,
        bench_window,
        bench_people,
        bench_paper,
        bench_tables,
        bench_imports,
        bench_batch,
    )
    for part in parts:
        for name, ours, plain in part.measure():
            print(f"{name:58} {ours * 1e3:10.3f} {plain * 1e3:11.3f} {ours / plain:11.3g}")


if __name__ == "__main__":
    main()
