from __future__ import annotations

from pathlib import Path

import pytest

from kzstay import paths
from kzstay.paths import resource

PARTS = [
    "law/duties.toml",
    "law/sources.toml",
    "calendar/kz.toml",
    "cldr/kk.json",
    "examples/anna.kzstay",
    "fonts",
    "icons/kzstay.svg",
    "templates",
]


@pytest.mark.parametrize("name", PARTS)
def test_what_the_program_ships_is_found(name: str) -> None:
    assert resource(name).exists()
    assert resource(name).is_absolute()


def test_what_is_not_there_means_a_broken_installation() -> None:
    with pytest.raises(FileNotFoundError, match=r"resources/law/none\.toml is missing"):
        resource("law/none.toml")


def laid_out(folder: Path, text: str) -> Path:
    (folder / "resources").mkdir(parents=True)
    (folder / "resources" / "part.txt").write_text(text, encoding="utf-8")
    return folder


def test_an_installed_package_carries_its_resources_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = laid_out(tmp_path / "kzstay", "inside")
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert resource("part.txt").read_text(encoding="utf-8") == "inside"


def test_a_source_tree_has_them_beside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out(tmp_path, "beside")
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "kzstay")
    assert resource("part.txt").read_text(encoding="utf-8") == "beside"


def test_what_lies_inside_is_nearer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out(tmp_path, "beside")
    monkeypatch.setattr(paths, "_PACKAGE", laid_out(tmp_path / "kzstay", "inside"))
    assert resource("part.txt").read_text(encoding="utf-8") == "inside"


def test_resources_do_not_depend_on_where_the_program_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = resource("law/duties.toml")
    monkeypatch.chdir(tmp_path)
    assert resource("law/duties.toml") == before
