"""What the Python package tells of the project and holds beside its modules, for the hooks of hatchling.

The address stands in ``kzstay/identity.py`` alone. Without one the metadata name no page, and the pictures of the
README stay where they are.
"""

from __future__ import annotations

import re
import runpy
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

if TYPE_CHECKING:
    from kzstay.identity import Identity

_LINK = re.compile(r"""(\]\(|\b(?:src|srcset|href)=")([^)\s"]+)""")
_ELSEWHERE = re.compile(r"[a-z]+:|#")
_PICTURES = ".png", ".svg"


class IdentityHook(MetadataHookInterface):
    """Fill in the pages of the project and the README, as an index shows it."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict[str, Any]) -> None:
        root = Path(self.root)
        identity = runpy.run_path(str(root / "kzstay" / "identity.py"))["IDENTITY"]
        version = runpy.run_path(str(root / "kzstay" / "__init__.py"))["__version__"]
        text = (root / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": readme(text, identity.address, f"v{version}"),
        }
        metadata["urls"] = urls(identity)


def urls(identity: Identity) -> dict[str, str]:
    """Return the pages of the project as an index names them; none without an address."""
    if not identity.address:
        return {}
    return {
        "Homepage": identity.address,
        "Documentation": f"{identity.address}#readme",
        "Source": identity.address,
        "Issues": identity.issues,
        "Changelog": identity.changelog,
        "Releases": identity.releases,
    }


def readme(text: str, address: str, tag: str) -> str:
    """Return the README for an index, which has none of the files that it leads to: they are at a release's tag.

    Without an address it stays as it is.
    """
    if not address:
        return text

    def whole(found: re.Match[str]) -> str:
        before, path = found.groups()
        folder = "raw" if path.endswith(_PICTURES) else "blob"
        return found[0] if _ELSEWHERE.match(path) else f"{before}{address}/{folder}/{tag}/{path}"

    return _LINK.sub(whole, text)


def shared_data(root: Path) -> dict[str, str]:
    """Gather what goes under share/ of an environment, as the Linux archive has it; return from where to where.

    Only a desktop of Linux looks there; elsewhere it does no harm.
    """
    folder = root / "build" / "share"
    shutil.rmtree(folder, ignore_errors=True)
    known = list(sys.path)
    sys.path[:0] = [str(root / "packaging"), str(root)]
    try:
        from kzstay.identity import IDENTITY
        from linux import share
        from linux.steps import SHARE

        share.write(folder, share.files(SHARE, IDENTITY))
    finally:
        sys.path[:] = known
    return {str(folder): "share"}
