"""A file that is open in one window is noticed by another, and by itself no more when it is let go."""

from __future__ import annotations

from pathlib import Path

from kzstay.ui.session.claim import Claim


def test_the_second_window_with_a_file_is_told_so(tmp_path: Path) -> None:
    one, two = Claim(tmp_path), Claim(tmp_path)
    file = tmp_path / "anna.kzstay"
    assert one.take(file)
    assert not two.take(file)
    assert two.take(tmp_path / "boris.kzstay")


def test_to_ask_takes_nothing(tmp_path: Path) -> None:
    one, two = Claim(tmp_path), Claim(tmp_path)
    file = tmp_path / "anna.kzstay"
    assert not one.is_elsewhere(file)
    assert two.take(file)
    assert one.is_elsewhere(file)
    two.release()
    assert not one.is_elsewhere(file)


def test_another_file_lets_the_first_go(tmp_path: Path) -> None:
    one, two = Claim(tmp_path), Claim(tmp_path)
    assert one.take(tmp_path / "anna.kzstay")
    assert one.take(tmp_path / "boris.kzstay")
    assert two.take(tmp_path / "anna.kzstay")


def test_the_folder_of_the_file_stays_as_it_is(tmp_path: Path) -> None:
    own, persons = tmp_path / "own", tmp_path / "persons"
    persons.mkdir()
    assert Claim(own).take(persons / "anna.kzstay")
    assert list(persons.iterdir()) == []
