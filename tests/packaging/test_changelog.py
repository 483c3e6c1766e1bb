"""The changelog leads from each version to its changes, once the project has an address."""

from __future__ import annotations

import re

from kzstay import __version__
from kzstay.identity import IDENTITY, Identity
from release_notes import links
from tests.documents import read

TEXT = "## [1.1.0] - unreleased\n\n- New.\n\n## [1.0.0] - 2026-12-01\n\n- Old.\n"
EXAMPLE = Identity(address="https://example.org/owner/kzstay")


def test_a_version_leads_to_its_release_and_the_next_one_to_what_is_done_so_far() -> None:
    assert links(TEXT, EXAMPLE) == (
        "[1.1.0]: https://example.org/owner/kzstay/commits/main\n"
        "[1.0.0]: https://example.org/owner/kzstay/releases/tag/v1.0.0\n"
    )


def test_without_an_address_nothing_is_invented() -> None:
    assert links(TEXT, Identity()) == ""


def test_the_changelog_has_the_links_that_its_address_asks_for() -> None:
    """Who sets the address in kzstay/identity.py puts these lines at the foot."""
    text = read("CHANGELOG.md")
    assert "".join(re.findall(r"^\[[^\]]+\]: .+\n", text, re.MULTILINE)) == links(text, IDENTITY)
    assert f"## [{__version__}] - " in text
