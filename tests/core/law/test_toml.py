"""A bundle carries the law in a form that is quick to read; it must be the same law."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from kzstay.core.law import toml
from kzstay.core.law.loading import Law, load
from kzstay.paths import resource

FOLDERS = "law", "calendar"
TOML = sorted(path for folder in FOLDERS for path in resource(folder).rglob("*.toml"))


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """The files as a bundle has them, but with nothing left in the TOML."""
    for folder in FOLDERS:
        shutil.copytree(resource(folder), tmp_path / folder)
    for path in sorted(tmp_path.rglob("*.toml")):
        path.with_suffix(toml.COMPILED).write_bytes(toml.compiled(path))
        path.write_text("", encoding="utf-8")
    return tmp_path


def told(found: Law) -> dict[str, object]:
    """Return all that a law holds."""
    return {name: value if name != "calendar" else vars(value) for name, value in vars(found).items()}


def test_the_compiled_law_is_the_law(bundle: Path) -> None:
    compiled = load(bundle / "law", bundle / "calendar")
    written = load(resource("law"), resource("calendar"))
    assert told(compiled) == told(written)


@pytest.mark.parametrize("path", TOML, ids=lambda path: path.stem)
def test_compiling_loses_nothing(path: Path) -> None:
    assert msgspec.msgpack.decode(toml.compiled(path)) == msgspec.to_builtins(toml.parse(path))


def test_the_sources_carry_nothing_compiled() -> None:
    assert [path for folder in FOLDERS for path in resource(folder).rglob(f"*{toml.COMPILED}")] == []
