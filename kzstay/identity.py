"""The program's public identity: where the project lives, and its reverse-DNS id; both are set here alone.

Neither is known yet, so both are empty, and what needs them is left out rather than invented. Whoever publishes
sets them in ``IDENTITY``; ``packaging/RELEASING.md`` says what then appears.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# The build reads this file by itself, so nothing of kzstay is imported here
_ADDRESS = r"https://[a-z0-9.-]+(/[\w.-]+)*"
_ID = r"[a-z][a-z0-9_]*(\.[a-z_][a-z0-9_]*){2,}"  # as D-Bus, Flathub, Android and Apple all take it


@dataclass(frozen=True)
class Identity:
    """Where the project lives in public, and what tells its program from all others.

    Args:
        address: The page of the project as GitHub lays it out, such as ``https://github.com/OWNER/kzstay``, or "".
        id: The reverse-DNS name of the program, such as ``io.github.owner.kzstay``, or "".

    Raises:
        ValueError: An address or an id that stores and systems would refuse.
    """

    address: str = ""
    id: str = ""

    def __post_init__(self) -> None:
        if self.address and not re.fullmatch(_ADDRESS, self.address):
            raise ValueError(f"{self.address!r} is no address: https, and no slash at its end")
        if self.id and not re.fullmatch(_ID, self.id):
            raise ValueError(f"{self.id!r} is no reverse-DNS id of three parts or more, in small letters")

    @property
    def releases(self) -> str:
        """Return where newer versions are, or ""."""
        return self._at("releases")

    @property
    def issues(self) -> str:
        """Return where a fault is reported, or ""."""
        return self._at("issues")

    @property
    def changelog(self) -> str:
        """Return where the changes of each version are told, or ""."""
        return self._at("blob/main/CHANGELOG.md")

    @property
    def desktop_name(self) -> str:
        """Return what the desktop entry, its icon and the windows go by: the id, or the plain name."""
        return self.id or "kzstay"

    def _at(self, path: str) -> str:
        return f"{self.address}/{path}" if self.address else ""


IDENTITY = Identity()
