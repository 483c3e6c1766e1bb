"""Where a case is kept that has no file: neither a crash nor another case costs it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kzstay.core.case import Case
from kzstay.files.codec import CaseFileError
from kzstay.files.store import StoreError, open_case
from kzstay.ui.session import unsaved
from kzstay.ui.session.unsaved import Kept, Unsaved, lock_of
from tests.helpers import case, stay, traveller

ANNA, BORIS, CLARA = (case(traveller("DE", stay("2026-11-11"), name=name)) for name in ("Anna", "Boris", "Clara"))
Run = Callable[[], Unsaved]


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return tmp_path / "own" / "unsaved.kzstay"


@pytest.fixture
def run(first: Path) -> Iterator[Run]:
    """Begin a run of the program; all of them have ended when the test has."""
    begun: list[Unsaved] = []

    def begin() -> Unsaved:
        begun.append(Unsaved(first))
        return begun[-1]

    yield begin
    for one in begun:
        one.let_go()


def held(folder: Path) -> list[Case]:
    """List the cases that lie in a folder, whatever they are called."""
    return [open_case(path).document.case for path in sorted(folder.glob("*.kzstay"))]


def test_the_next_run_takes_up_what_was_kept(run: Run, tmp_path: Path) -> None:
    before = run()
    assert before.take_up() is None
    assert before.keep(ANNA, tmp_path / "anna.kzstay") is None
    assert before.ours
    before.let_go()
    after = run()
    assert after.take_up() == Kept(ANNA, after.path, tmp_path / "anna.kzstay")
    assert after.ours


def test_what_never_had_a_file_says_so(run: Run) -> None:
    before = run()
    before.keep(ANNA)
    before.let_go()
    found = run().take_up()
    assert found is not None
    assert found.origin is None


def test_windows_side_by_side_keep_each_its_own(run: Run, first: Path) -> None:
    windows = [run() for _ in range(3)]
    for window, kept in zip(windows, (ANNA, BORIS, CLARA), strict=True):
        assert window.keep(kept) is None
    assert len({window.path for window in windows}) == 3
    assert windows[0].path == first
    assert sorted(held(first.parent), key=repr) == sorted((ANNA, BORIS, CLARA), key=repr)


def test_what_an_earlier_run_left_comes_before_a_new_place(run: Run) -> None:
    one, other = run(), run()
    one.keep(ANNA)
    other.keep(BORIS)
    one.forget()
    for window in (one, other):
        window.let_go()
    found = run().take_up()
    assert found is not None
    assert found.case == BORIS


def test_an_older_case_that_stands_in_the_way_is_put_aside_and_named(run: Run, first: Path) -> None:
    before = run()
    before.keep(ANNA)
    before.let_go()
    after = run()
    aside = after.keep(BORIS)
    assert aside is not None
    assert open_case(aside).document.case == ANNA
    assert open_case(after.path).document.case == BORIS
    assert after.keep(CLARA) is None, "now it is its own that it keeps anew"
    assert held(first.parent) == [ANNA, CLARA]


@pytest.mark.parametrize("number", [1, 5])
def test_no_case_that_was_put_aside_takes_the_place_of_another(run: Run, first: Path, number: int) -> None:
    for one in range(number):
        window = run()
        window.keep(case(traveller("DE", name=str(one))))
        window.set_aside()
        window.let_go()
    assert {held_one.travellers[0].name for held_one in held(first.parent)} == {str(one) for one in range(number)}


def test_what_was_put_aside_twice_as_it_was_is_kept_once(run: Run, first: Path) -> None:
    for kept in (ANNA, BORIS, ANNA):
        window = run()
        window.keep(kept)
        window.set_aside()
        window.let_go()
    assert sorted(held(first.parent), key=lambda one: one.travellers[0].name) == [ANNA, BORIS]
    assert [one.case for one in run().copies()] == [ANNA, BORIS], "the last one first"


def test_where_nothing_can_be_kept_the_older_case_is_as_it_was(
    run: Run, first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run()
    before.keep(ANNA)
    before.let_go()

    def full(*_args: object, **_options: object) -> None:
        raise StoreError("unwritable", first, "No space left on device")

    monkeypatch.setattr(unsaved, "save_case", full)
    with pytest.raises(StoreError):
        run().keep(BORIS)
    assert held(first.parent) == [ANNA]
    assert first.exists()


def test_the_same_case_is_not_written_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    window, written = run(), list[Case]()
    keep = unsaved.save_case

    def save(kept: Case, *args: Path, **options: object) -> None:
        written.append(kept)
        keep(kept, *args, **options)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(unsaved, "save_case", save)
    for kept in (ANNA, ANNA, BORIS, BORIS, ANNA):
        window.keep(kept)
    assert written == [ANNA, BORIS, ANNA]


@pytest.mark.parametrize("content", [b'{"format": "kzstay", "ver', b"\xff\xfe\x00", b"[]"])
def test_a_damaged_one_is_put_aside_and_told_of(run: Run, first: Path, content: bytes) -> None:
    first.parent.mkdir()
    for _ in range(2):
        first.write_bytes(content)
        window = run()
        with pytest.raises((CaseFileError, StoreError)):
            window.take_up()
        assert not first.exists()
        window.let_go()
    aside = [path for path in first.parent.iterdir() if path.suffix != ".lock"]
    assert [path.read_bytes() for path in aside] == [content, content], "the second replaced no first one"


def test_only_ones_own_is_dropped(run: Run, first: Path) -> None:
    before = run()
    before.keep(ANNA)
    before.let_go()
    after = run()
    after.forget()
    assert held(first.parent) == [ANNA], "nobody has taken it up yet"
    after.take_up()
    after.forget()
    assert held(first.parent) == []


# Edits of a file that takes none


def test_the_last_edits_of_a_file_are_found(run: Run, tmp_path: Path) -> None:
    path, other = tmp_path / "anna.kzstay", tmp_path / "other.kzstay"
    for kept, origin in ((BORIS, other), (ANNA, path)):
        window = run()
        window.keep(kept, origin)
        window.set_aside()
        window.let_go()
    found = run().kept_of(path)
    assert found is not None
    assert (found.case, found.origin) == (ANNA, path)
    assert run().kept_of(tmp_path / "third.kzstay") is None


def test_edits_that_another_window_holds_are_not_found(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "anna.kzstay"
    holder = run()
    holder.keep(ANNA, path)
    other = run()
    assert other.kept_of(path) is None
    assert holder.kept_of(path) is None, "nor one's own, which is open"
    holder.let_go()
    assert other.kept_of(path) is not None


def test_one_window_alone_holds_a_lock(tmp_path: Path) -> None:
    place = tmp_path / "case.kzstay"
    one, other = lock_of(place), lock_of(place)
    assert one.tryLock(0)
    assert not other.tryLock(0)
    one.unlock()
    assert other.tryLock(0)
    other.unlock()
