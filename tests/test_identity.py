"""The public identity: what is not set is left out, and what is set makes every address."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kzstay import identity
from kzstay.identity import Identity


def test_what_is_not_set_makes_no_address() -> None:
    nothing = Identity()
    assert (nothing.releases, nothing.issues, nothing.changelog) == ("", "", "")
    assert nothing.desktop_name == "kzstay"


def test_an_address_makes_the_others() -> None:
    ours = Identity(address="https://example.org/owner/kzstay", id="org.example.kzstay")
    assert ours.releases == "https://example.org/owner/kzstay/releases"
    assert ours.issues == "https://example.org/owner/kzstay/issues"
    assert ours.changelog == "https://example.org/owner/kzstay/blob/main/CHANGELOG.md"
    assert ours.desktop_name == "org.example.kzstay"


@pytest.mark.parametrize("address", ["http://example.org", "https://example.org/", "example.org", "https://a b"])
def test_an_address_that_no_store_takes_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        Identity(address=address)


@pytest.mark.parametrize("name", ["kzstay", "org.kzstay", "Org.Example.kzstay", "org.exam-ple.kzstay", "org.1.x"])
def test_an_id_that_some_system_refuses_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="reverse-DNS"):
        Identity(id=name)


def test_the_build_reads_it_without_kzstay() -> None:
    """As hatchling does where nothing is installed yet."""
    command = "import runpy, sys; print(runpy.run_path(sys.argv[1])['IDENTITY'].desktop_name)"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", command, identity.__file__], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == identity.IDENTITY.desktop_name
