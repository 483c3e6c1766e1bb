"""A small dose of each campaign with a fixed seed, and what the campaigns must notice; nothing is timed here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import msgspec
import pytest
from PySide6.QtWidgets import QApplication

from kzstay.ui.app import open_window
from tests.campaign import faults, fuzz, growth, kill, monkey
from tests.campaign.killed import Life, Log
from tests.campaign.killed_hand import Hand, digest
from tests.campaign.processes import Clock, kind_of_traceback, side_by_side
from tests.campaign.random_cases import UNLIKE, case_of, written
from tests.campaign.refusing import refusing
from tests.campaign.spoiling import OTHERS, spoilt_case
from tests.campaign.table import Failure, Table

SEED = 20261122


def told(failures: Iterable[Failure | None]) -> list[str]:
    """List what went wrong."""
    return [f"{failure.kind}\n{failure.told}" for failure in failures if failure]


# The doses


def test_spoilt_files_and_arguments_end_in_a_sentence(tmp_path: Path, qapp: QApplication) -> None:
    found = fuzz.batch(fuzz.Task(SEED, 200), tmp_path)
    assert qapp is not None, "reports are among them"
    assert set(found.codes) == {0, 1, 2}
    assert told(failure for _, failure in found.failures) == []


def test_whatever_is_done_to_the_window_it_goes_on() -> None:
    acts, failure = monkey.outcome(monkey.drawn(Random(SEED), 70))
    assert acts > 0
    assert told([failure]) == []


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")
def test_who_is_killed_while_saving_keeps_what_was_saved() -> None:
    life = Life(seed=SEED, file=None, log="", pause=40, slow=0.05, saving=1)
    lives = kill.outcome(kill.Chain(0, True, [kill.Death(life, "SIGKILL", 0.5, False)]))
    assert sum(life.edits for life in lives) > 0
    assert told(Failure(kind=kind, told=what) for life in lives for kind, what in life.failures) == []


def test_a_disk_that_refuses_costs_nothing() -> None:
    names = [
        "disk: open EACCES file",
        "disk: write ENOSPC both",
        "disk, no file yet: replace EROFS",
        "disk, once: drawn 0",
        "disk, way back: what is damaged becomes no backup",
        "links: a link stays, and what it points to is saved",
        "others: two windows",
        "others: one digit changed, the same size and time",
        *(name for name in faults.CHECKS if name.startswith("settings: 11 ")),
    ]
    results = faults.outcome(names)
    assert [name for name, _ in results] == names
    assert told(failure for _, failure in results) == []


def test_growth_is_measured() -> None:
    measure = growth.Measure("check", 60)
    took = growth.measured(measure)
    assert growth.failure_of(measure, took) is None
    assert took.seconds > 0


# What the campaigns notice


def test_of_each_kind_the_smallest_input_is_kept(tmp_path: Path) -> None:
    table = Table("fuzz", 7, tmp_path)
    table.ran("check", 3)
    sizes = [(3, True), (1, False), (2, False)]
    for size, first in sizes:
        assert table.failed("check", Failure(kind="a kind", told="", kept={"input": b"x" * size})) is first
    assert (table.place_of("a kind") / "input").read_bytes() == b"x"
    assert (table.runs, table.failures) == (3, 3)
    assert "seed 7" in str(table)


def test_an_input_is_made_smaller(tmp_path: Path) -> None:
    data = written(case_of({**UNLIKE[0], "born": "1890-01-01"}))
    long = Failure(kind="a case is refused", told="", kept=fuzz.Input(["check", fuzz.CASE, "--json"], data).kept())

    def found(one: fuzz.Input, _folder: Path) -> Failure | None:
        return Failure(kind=long.kind, told="", kept=one.kept()) if b"1890" in one.data else None

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fuzz, "failure_of", found)
        kept = fuzz.smaller(long, tmp_path).kept
    assert kept[fuzz.CASE_FILE] == b"1890"
    assert kept[fuzz.ARGUMENTS_FILE] == b'["check"]'


@pytest.mark.parametrize(
    ("code", "out", "err", "wrong"),
    [
        (0, "Anna\n", "", ""),
        (2, "", "case.kzstay: no.\n", ""),
        (3, "", "", "ended with 3"),
        (2, "", "a\nb\n", "bad input told in no or several lines"),
        (2, "", "a\u202eb\n", "a harmful character in err"),
        (0, "a\x1b[31m\n", "", "a harmful character in out"),
        (2, "", "x" * 700 + "\n", "a line of err without end"),
        (0, "a\n", "b\n", "an answer, and something on the other stream"),
    ],
)
def test_a_wrong_end_is_seen(code: int, out: str, err: str, wrong: str) -> None:
    assert fuzz.wrong_end(code, out, err, as_json=False) == wrong


def test_an_edit_that_rested_and_is_lost_is_seen() -> None:
    life = Life(seed=0, file=None, log="", pause=1, slow=0, saving=0)
    states = [(0.0, "a"), (1.0, "b"), (1.5, "c")]

    def lost(kept: str, end: float, name: str = "SIGKILL") -> list[str]:
        return [kind for kind, _ in kill.lost(states, {kept}, end, kill.Death(life, name, 0, False))]

    assert lost("c", 9.0) == []
    assert lost("b", 2.0) == []
    assert lost("b", 4.0) == ["an edit is lost that had rested"]
    assert lost("b", 2.0, "SIGTERM") == ["SIGTERM loses an edit"]


class Listed(Log):
    """What happened, in no file."""

    def __init__(self) -> None:
        self.listed: list[str] = []

    def __call__(self, what: str, digest: str = "-") -> None:
        self.listed.append(what)


@pytest.fixture
def hand(tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Hand, list[str]]]:
    """A hand on a window without a file, and what it logs."""
    assert qapp is not None
    monkeypatch.setattr("kzstay.ui.system.folders.folder", lambda _: tmp_path)
    log = Listed()
    life = Life(seed=SEED, file=None, log="", pause=60_000, slow=0, saving=0)
    window = open_window()
    yield Hand(window, life, log), log.listed
    window.session().undo_stack.setClean()
    window.close()
    window.deleteLater()


def test_an_edit_counts_where_it_changes_something(hand: tuple[Hand, list[str]]) -> None:
    one, logged = hand
    one.begin()
    for _ in range(40):
        one._edit()
    done = [what for what in logged if what not in ("turn", "edit")]
    assert done[0] == "opened"
    assert set(done[1:]) == {"edited", "same"}


def test_a_closed_window_gets_no_key(hand: tuple[Hand, list[str]]) -> None:
    one, logged = hand
    one.begin()
    one._window.close()
    one._edit()
    assert "edit" not in logged


def test_whatever_a_case_is_spoilt_with_is_in_one_place_and_stays_as_it_was() -> None:
    random = Random(SEED)
    before = repr(OTHERS)
    for _ in range(3000):
        written(spoilt_case(random, case_of(UNLIKE[0])))
    assert repr(OTHERS) == before


def test_who_asks_for_help_gets_no_report(tmp_path: Path) -> None:
    asked = fuzz.Input(["report", fuzz.CASE, "-o", fuzz.REPORT, "-h"], written(case_of(UNLIKE[0])))
    assert fuzz.failure_of(asked, tmp_path) is None


@pytest.mark.parametrize(("entered", "wrong"), [(False, []), (True, ["SIGTERM loses an edit"])])
def test_where_nothing_was_entered_nothing_is_missed(entered: bool, wrong: list[str], tmp_path: Path) -> None:
    """What was entered and taken back is kept by nobody."""
    assert _judged(tmp_path, ["blank", "edited", "edited again" if entered else "blank"], {}) == wrong


@pytest.mark.parametrize(("kept", "wrong"), [(True, []), (False, ["a recovered case is gone"])])
def test_a_recovered_case_that_is_taken_back_is_still_kept(kept: bool, wrong: list[str], tmp_path: Path) -> None:
    if kept:
        data = tmp_path / "home" / "data" / "kzstay"
        data.mkdir(parents=True)
        (data / "unsaved.kzstay").write_bytes(written(case_of(UNLIKE[0])))
    assert _judged(tmp_path, ["recovered", "blank"], {"unsaved.kzstay": "recovered"}) == wrong


def _judged(folder: Path, states: list[str], before: dict[str, str]) -> list[str]:
    """Judge a life in a home without a file that showed this, and was then asked to end."""
    home = kill.Home(folder, kill.Chain(0, False, []))
    life = Life(seed=0, file=None, log="", pause=1, slow=0, saving=0)
    shown = [digest(kill.BLANK) if state == "blank" else state for state in states]
    events = [(float(at), "edited" if at else "opened", state) for at, state in enumerate(shown)]
    death = kill.Death(life, "SIGTERM", 0, False)
    return [kind for kind, _ in kill.judge(home, before, death, [*events, (9.0, "turn", "-")], 0, "")]


def test_who_tidies_up_is_not_counted_as_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lives = [kill.Told("SIGKILL, disk", "writing", 3, []), kill.Told(kill.TIDIED, "between edits", 2, [])]
    monkeypatch.setattr(kill, "side_by_side", lambda chains, *_: ((chain, lives) for chain in chains))
    table = Table("kill", SEED, tmp_path)
    kill.campaign(table, Clock(None), 16, 1)
    assert table.figures == {"kills": "2", "edits": "10", "moments": "writing 2"}
    assert kill.TIDIED in str(table)


def test_steady_work_that_is_lost_is_seen() -> None:
    life = Life(seed=0, file=None, log="", pause=1, slow=0, saving=0)
    states = [(number / 2, str(number)) for number in range(20)]
    found = kill.lost(states, {"0"}, 9.6, kill.Death(life, "SIGKILL", 0, False))
    assert [kind for kind, _ in found] == ["steady work is lost"]


def test_a_refusing_disk_refuses_there_and_then(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with refusing("open", "ENOSPC", tmp_path / "there", after=1) as disk:
        (tmp_path / "elsewhere").write_text("a")
        (tmp_path / "there" / "first").write_text("a")
        with pytest.raises(OSError, match="No space"):
            (tmp_path / "there" / "second").write_text("a")
    assert disk.refused == 1
    assert (tmp_path / "there" / "first").read_text() == "a"


def test_a_crash_is_named_after_its_place() -> None:
    text = 'Traceback (most recent call last):\n  File "/x/kzstay/core/plan.py", line 7, in trip\nValueError: no\n'
    assert kind_of_traceback(text) == "ValueError in core/plan.py, trip"


def test_runs_of_a_seed_are_the_same() -> None:
    first, second = (msgspec.json.encode(monkey.drawn(Random(SEED), 50)) for _ in range(2))
    assert first == second
    assert kill.drawn(Random(SEED)) == kill.drawn(Random(SEED))
    assert fuzz.drawn(Random(SEED)) == fuzz.drawn(Random(SEED))


def test_work_side_by_side_is_all_done() -> None:
    done = dict(side_by_side(range(5), lambda number: number * 2, 2, Clock(None)))
    assert done == {0: 0, 1: 2, 2: 4, 3: 6, 4: 8}
    assert dict(side_by_side(range(5), lambda number: number, 2, Clock(-1))) == {}
