"""Apache PDFBox Preflight, which tells whether a file is PDF/A-1b."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

JARS = [
    Path("/usr/share/java", f"{name}.jar")
    for name in (
        *("preflight", "pdfbox2", "fontbox2", "xmpbox"),
        *("commons-logging", "commons-io", "javax.activation", "jaxb-api"),
    )
]


def invalid(files: list[Path], folder: Path) -> list[str]:
    """Return what is wrong with some files, nothing where all are valid; skip without Preflight."""
    if not shutil.which("java") or not all(jar.exists() for jar in JARS):
        pytest.skip("needs Java and the jars of Apache PDFBox Preflight")
    listed = folder / "list"
    listed.write_text("\n".join(map(str, files)))
    command = ["java", "-cp", ":".join(map(str, JARS)), "org.apache.pdfbox.preflight.Validator_A1b"]
    subprocess.run([*command, "xml", "group", str(listed)], check=True, capture_output=True, timeout=300)
    told = Path(f"{listed}.preflight.xml").read_text()
    found = re.findall(r"<isValid[^>]*>(\w+)", told)
    assert len(found) == len(files)
    wrong = found.count("false")
    return [*re.findall(r"<details>[^<]*", told), f"{wrong} files"] if wrong else []
