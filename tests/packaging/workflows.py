"""The workflows as text: their files, and the jobs of each."""

from __future__ import annotations

import re

import project

FOLDER = project.ROOT / ".github" / "workflows"
FILES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yml"))}
ACTION = re.compile(r"uses: (.+)")
_JOB = re.compile(r"^  ([\w-]+):\n((?:    .*\n|\n)+)", re.MULTILINE)


def jobs(name: str) -> dict[str, str]:
    """Return the jobs of a workflow by their names."""
    return dict(_JOB.findall(FILES[name].partition("\njobs:\n")[2]))


JOBS = {f"{name}, {job}": text for name in FILES for job, text in jobs(name).items()}
