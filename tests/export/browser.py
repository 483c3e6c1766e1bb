"""A web page looked at by axe in Chromium, where both are there: what keeps people from reading or using it."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import html5lib
import pytest

_NAMES = "chromium", "chromium-browser", "google-chrome"
_ASK = (
    "axe.run(document, {resultTypes: ['violations']}).then(found => {"
    "const said = document.createElement('pre'); said.id = 'axe';"
    "said.textContent = JSON.stringify({dark: matchMedia('(prefers-color-scheme: dark)').matches,"
    "passes: found.passes.length,"
    "violations: found.violations.map(one => [one.id, one.nodes[0].html])});"
    "document.body.append(said)})"
)


@cache
def _axe() -> str | None:
    """Return the source of axe; None where it is not installed."""
    found = find_spec("axe_playwright_python")  # not imported: of what it needs the file needs nothing
    places = found.submodule_search_locations if found else None
    file = Path(places[0], "axe.min.js") if places else None
    return file.read_text(encoding="utf-8") if file and file.exists() else None


def violations(page: str, folder: Path, *, dark: bool, width: int) -> list[list[str]]:
    """Return the rules that a page breaks, each with the first element; skip the test where nobody can look."""
    axe, browser = _axe(), next(filter(None, map(shutil.which, _NAMES)), None)
    if axe is None or browser is None:
        pytest.skip("axe and Chromium are not installed")
    head, _, rest = page.partition('<meta http-equiv="Content-Security-Policy"')  # which forbids any script
    scripted = rest.partition(">")[2].replace("</body>", f"<script>{axe}</script><script>{_ASK}</script></body>")
    file = folder / "page.html"
    file.write_text(head + scripted, encoding="utf-8")
    said = subprocess.run(
        [
            *(browser, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000"),
            f"--user-data-dir={folder / 'profile'}",
            f"--window-size={width},2000",
            f"--blink-settings=preferredColorScheme={0 if dark else 1}",
            *("--dump-dom", file.as_uri()),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    ).stdout
    tree = html5lib.parse(said, namespaceHTMLElements=False)
    told = json.loads(next(one for one in tree.iter("pre") if one.attrib.get("id") == "axe").text or "")
    assert told["dark"] is dark
    assert told["passes"] > 20
    return told["violations"]
