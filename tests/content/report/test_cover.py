from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from kzstay.bundled import law
from kzstay.content.blocks import Heading, Table, Title
from kzstay.content.report import compose
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Traveller
from kzstay.core.register import by_urgency
from kzstay.i18n import Language
from kzstay.texts import Words
from tests.content.block_reader import GERMAN, table
from tests.helpers import day, stay, traveller

Speak = Callable[[Language], Words]


def named(who: Traveller, name: str, document: str = "") -> Traveller:
    return msgspec.structs.replace(who, name=name, document=document)


LATE = named(traveller("DE", stay("2026-09-01")), "Late", "C01X00T47")
SOON = named(traveller("DE", stay("2026-10-28")), "Soon")
OUT = named(traveller("DE"), "Out")


def assessed(*people: Traveller) -> list[Assessment]:
    return [assess(who, day("2026-11-22"), law()) for who in people]


def test_whoever_has_the_least_time_comes_first_on_the_cover_and_after_it(speak: Speak) -> None:
    found = compose(assessed(OUT, GERMAN, SOON, LATE), speak("en"))
    assert [part.name for part in found.people] == ["Late", "Soon", "Anna Schmidt", "Out"]
    rows = table(found.cover, "No.").rows
    assert [row[0] for row in rows] == ["1", "2", "3", "4"]
    assert [row[1].partition("\n")[0] for row in rows] == [part.name for part in found.people]


def test_the_cover_tells_of_each_who_it_is_how_they_stand_and_what_presses(speak: Speak) -> None:
    cover = compose(assessed(GERMAN, LATE), speak("en")).cover
    assert cover[0] == Title(
        "Report on the stays of 2 travellers",
        line := "Calculated for 22 November 2026 · strict count · law data collected on 22 November 2026",
        line,
        cover[0].mark if isinstance(cover[0], Title) else "",
    )
    _, who, standing, answer = table(cover, "No.").rows[0]
    assert who == "Late\nGermany · ordinary passport · C01X00T47"
    assert standing == "overstay"
    assert answer.startswith("The last lawful day was")
    assert "53 days over" in answer


def test_one_person_has_no_cover_and_no_title_for_all(speak: Speak) -> None:
    found = compose(assessed(GERMAN), speak("en"))
    assert found.cover == []
    assert not any(isinstance(block, Title) for block in found.end)


def test_what_is_the_same_of_all_is_told_once_at_the_end(speak: Speak) -> None:
    found = compose(assessed(GERMAN, SOON, LATE), speak("en"))
    last = {"If a deadline is missed", "Articles", "About this report"}
    assert last <= {block.text for block in found.end if isinstance(block, Heading)}
    for part in found.people:
        assert not last & {block.text for block in part.blocks if isinstance(block, Heading)}
    cited = next(block for block in found.end if isinstance(block, Table))
    numbers = [place.partition("]")[0] for row in cited.rows for place in row[1].split(" · ")]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("people", [(LATE, GERMAN), (GERMAN, LATE)])
def test_every_part_bears_the_id_of_the_whole_and_whose_it_is(speak: Speak, people: tuple[Traveller, ...]) -> None:
    found = compose(assessed(*people), speak("en"))
    titles = [blocks[0] for blocks in (found.cover, *(part.blocks for part in found.people), found.end)]
    assert len({title.mark for title in titles if isinstance(title, Title)}) == 1
    late = next(part for part in found.people if part.name == "Late").blocks[0]
    assert isinstance(late, Title)
    assert late.foot == "Late · Germany · C01X00T47 · 22 November 2026 · strict count"


def test_the_order_of_the_case_stands_among_equals() -> None:
    twins = [named(OUT, "A"), named(OUT, "B"), named(OUT, "C")]
    assert [a.traveller.name for a in by_urgency(assessed(*twins))] == ["A", "B", "C"]
