from __future__ import annotations

import os
from pathlib import Path

import pytest

from kzstay.files import kept
from kzstay.files.codec import decode, encode
from tests.helpers import case, traveller


@pytest.mark.parametrize("name", ["case.kzstay", "Әлия 100% #1?.kzstay", "a\nb", "a%00b"])
def test_a_path_comes_back_as_it_was(tmp_path: Path, name: str) -> None:
    assert kept.origin(kept.told(tmp_path / name)) == Path(os.path.realpath(tmp_path)) / name


@pytest.mark.skipif(os.name != "posix", reason="names of bytes")
def test_a_path_that_is_no_text_comes_back_too(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"c\xe9.kzstay")
    assert kept.told(path).isascii()
    assert kept.origin(kept.told(path)) == Path(os.path.realpath(path))


@pytest.mark.parametrize("text", ["", "%00", "a%00b"])
def test_what_is_no_path_tells_none(text: str) -> None:
    assert kept.origin(text) is None


def test_no_file_is_told_as_nothing() -> None:
    assert kept.told(None) == ""


def test_the_origin_is_no_part_of_the_case_and_goes_no_further() -> None:
    anna = case(traveller("DE"))
    document = decode(encode(anna, "/home/anna/case.kzstay"))
    assert (document.case, document.kept_from) == (anna, "/home/anna/case.kzstay")
    assert b"kept-from" not in encode(document.case)


@pytest.mark.parametrize("value", ["7", "null", "[]"])
def test_an_origin_of_a_wrong_kind_is_none(value: str) -> None:
    text = f'{{"format": "kzstay", "version": 1, "travellers": [], "kept-from": {value}}}'
    assert decode(text.encode()).kept_from == ""


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_file_is_the_same_however_it_is_reached(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert kept.same_file(tmp_path / "link", tmp_path / "below" / ".." / "file")
    assert not kept.same_file(tmp_path / "link", tmp_path / "other")


def test_what_no_system_takes_for_a_name_is_no_file(tmp_path: Path) -> None:
    assert not kept.same_file(Path("a\0b"), tmp_path)
