"""Trying what was packed as somebody else than its builder, who can write nothing of it."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from project import BuildError

NOBODY = "nobody"
EXAMPLE = "_internal/kzstay/resources/examples/anna.kzstay"
SECONDS = 300


@contextmanager
def place() -> Iterator[Path]:
    """Give a folder that others may look into, and take it away again."""
    with tempfile.TemporaryDirectory(prefix="kzstay Әліби ") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def trial(program: Sequence[str | Path], example: Path, version: str, **environment: str) -> str:
    """Ask a program for its version, its self-test and a report, in a home of its own, and say who asked.

    Who builds as root asks as nobody, who has no right to anything; else the builder asks. Raises BuildError.
    """
    import pwd  # which Windows lacks; the tests read this module in there too

    other = pwd.getpwnam(NOBODY) if os.geteuid() == 0 else None
    with place() as home:
        if other:
            os.chown(home, other.pw_uid, other.pw_gid)

        def run(*arguments: str | Path) -> str:
            done = subprocess.run(
                [*program, *arguments],
                env={
                    "HOME": str(home),
                    "TMPDIR": str(home),
                    "PATH": "/usr/bin:/bin",
                    "LANG": "C.UTF-8",
                    **environment,
                },
                cwd=home,
                user=other.pw_uid if other else None,
                group=other.pw_gid if other else None,
                extra_groups=[] if other else None,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                timeout=SECONDS,
                check=False,
            )
            if done.returncode or done.stderr.strip():
                what = f"{Path(program[0]).name} {arguments[0]}"
                raise BuildError(f"{what} ended with {done.returncode}\n{done.stdout}{done.stderr}")
            return done.stdout

        told = run("--version").strip()
        if told != f"kzstay {version}":
            raise BuildError(f"The packed program is {told}, and not {version}")
        run("self-test")
        report = home / "report.pdf"
        run("report", example, "-o", report)
        if not report.read_bytes().startswith(b"%PDF-"):
            raise BuildError("The report of the packed program is no PDF")
    return f"tried by {NOBODY if other else 'its builder'}"
