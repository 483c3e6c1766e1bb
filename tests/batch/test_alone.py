"""Who is answered after many others, or beside them, or by another process, is answered as if they were alone."""

from __future__ import annotations

import copy
import gc
import pickle
import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kzstay import bundled
from kzstay.batch.answers import Answers, unswept
from kzstay.batch.form import head_of
from kzstay.batch.pieces import Piece
from kzstay.core.assess import assess
from kzstay.core.case import Stay, Traveller
from kzstay.core.law.loading import Law
from kzstay.core.readings import Reading
from kzstay.core.summary import Summary, summary
from tests.batch.tables import ON, answered, cells, many, order
from tests.helpers import day

PEOPLE = sorted(bundled.law().by_person) + [(code, "national") for code in sorted(bundled.countries())]
DAYS = [ON, day("2019-07-01"), day("2020-05-01"), day("2022-02-10"), day("2027-06-01")]
MANY = 1500


def somebody(seed: int) -> tuple[Traveller, int, Reading]:
    """Make a traveller, with the day and the reading under which they are asked for."""
    chance = random.Random(seed)
    on = chance.randrange(len(DAYS))
    citizenship, passport = chance.choice(PEOPLE)
    stays: list[Stay] = []
    entry = DAYS[on] - (DAYS[0] - day("2025-11-22")) * chance.random()
    for _ in range(chance.randrange(7)):
        leaving = entry + (day("2026-02-01") - day("2026-01-01")) * (chance.random() * chance.choice([0.2, 1, 3]))
        stays.append(Stay(entry=entry, exit=None if chance.random() < 0.1 else leaving))
        entry = leaving + (day("2026-01-21") - day("2026-01-01")) * chance.random() + (ON - day("2026-11-21"))
    born = None if chance.random() < 0.3 else day(f"{chance.randrange(1950, 2012)}-02-28")
    who = Traveller(name=f"T{seed}", citizenship=citizenship, passport=passport, born=born, stays=tuple(stays))
    return who, on, chance.choice(list(Reading))


def told(seed: int, law: Law) -> Summary:
    who, on, reading = somebody(seed)
    return summary(assess(who, DAYS[on], law, reading))


def test_after_many_others_the_answer_is_as_alone() -> None:
    seeds = list(range(MANY))
    law = bundled.law()
    together = {seed: told(seed, law) for seed in seeds}
    random.Random(1).shuffle(seeds)
    assert {seed: told(seed, law) for seed in seeds} == together
    for seed in seeds[:60]:
        assert told(seed, anew()) == together[seed]  # with nothing kept for anybody


def anew() -> Law:
    """Return the law as it is where nobody was answered with it."""
    law = bundled.law()
    return type(law)(**{name: getattr(law, name) for name in type(law).__dataclass_fields__})


def test_by_several_threads_at_once_the_answers_are_the_same() -> None:
    law, alone = anew(), [told(seed, bundled.law()) for seed in range(300)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda seed: told(seed, law), range(300))) == alone


def test_a_law_that_was_sent_or_copied_answers_alike() -> None:
    law, alone = bundled.law(), [told(seed, bundled.law()) for seed in range(100)]
    for other in (pickle.loads(pickle.dumps(law)), copy.copy(law), copy.deepcopy(law)):
        assert [told(seed, other) for seed in range(100)] == alone


def test_other_processes_answer_as_one_traveller_alone(tmp_path: Path) -> None:
    text = many(400)
    _, one, _ = answered(tmp_path, text, jobs=2, size=5000)
    rows = cells(one)
    for row in rows[::40]:
        name = row["traveller"].removeprefix("'")
        mine = [record for record in cells(text) if record["traveller"] == name]
        lines = ["\n".join(mine[0]).replace("\n", ","), *(quoted(record) for record in mine)]
        assert cells(answered(tmp_path, "\n".join(lines))[1]) == [row]


def quoted(record: dict[str, str]) -> str:
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in record.values())


def test_who_was_answered_leaves_no_ring_of_objects_behind() -> None:
    data = many(300).encode()
    head = head_of(data)
    answers = Answers(order(head.form), bundled.law(), bundled.countries())
    piece = Piece(head.start, head.line, data[head.start :], len(data))
    answers.answer(piece)
    gc.collect()
    with unswept():
        answers.answer(piece)
        assert not gc.isenabled()
        assert gc.collect() < 10
    assert gc.isenabled()
