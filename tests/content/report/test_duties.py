from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from kzstay.content.blocks import Block, Heading, Table
from kzstay.core.case import Host
from kzstay.core.readings import Reading
from kzstay.i18n import Language
from kzstay.texts import Words
from tests.content.block_reader import PAPERS, sentences, table
from tests.helpers import move, stay, traveller

Pages = Callable[..., list[Block]]
Speak = Callable[[Language], Words]


def rows(blocks: list[Block]) -> dict[tuple[str, str], list[str]]:
    """Return the rows of duties by what they are of and their name without marks, each with its second line."""
    found: dict[tuple[str, str], list[str]] = {}
    group = ""
    for block in blocks:
        group = block.text if isinstance(block, Heading) else group
        if isinstance(block, Table) and block.header[0] == "Duty":
            for named, *rest in block.rows:
                name, under = named.split("\n")
                found[group, name.partition(" [")[0]] = [name, under, *rest]
    return found


HERE = "Stay 4 · 11 Nov 2026 – still here"


def test_duties_name_their_articles_by_number(report: Pages) -> None:
    blocks = report()
    name, under, due, state = rows(blocks)[HERE, "Host's notice of arrival"]
    assert (under, due, state) == ("host", "13 Nov 2026\nusual count: 16 Nov 2026", "done · 13 Nov 2026")
    numbers = re.findall(r"\d+", name)
    cited = table(blocks, "Act")
    places = {
        place for _, found, _ in cited.rows for place in found.replace("\N{NO-BREAK SPACE}", " ").split(" · ")
    }
    assert f"[{numbers[0]}] art. 6, para. 4" in places
    assert cited.rows[0][::2] == [
        "Law on Migration of Population\nedition of 27 Sep 2025",
        "adilet.zan.kz/rus/docs/Z1100000477",
    ]
    assert len({place.partition("]")[0] for place in places}) == len(places)


def test_duties_stand_under_their_stay_and_those_of_earlier_stays_together(report: Pages) -> None:
    blocks = report()
    groups = [group for group, _ in rows(blocks)]
    assert list(dict.fromkeys(groups)) == [HERE, "Earlier stays", "Stay 5 · 8 Jan 2027 – 24 Jan 2027"]
    earlier = [row for block in blocks if isinstance(block, Table) for row in block.rows if "\nstay " in row[0]]
    assert [row[0].partition("\n")[2].partition(" · ")[0] for row in earlier] == ["stay 1", "stay 2", "stay 3"]


def test_the_other_count_is_told_only_where_its_day_is_another(report: Pages) -> None:
    found = rows(report())
    assert found[HERE, "Host's notice of arrival"][2] == "13 Nov 2026\nusual count: 16 Nov 2026"
    assert found[HERE, "Obtain a visa or leave"][2] == "10 Dec 2026"
    usual = rows(report(reading=Reading.USUAL))
    assert usual[HERE, "Host's notice of arrival"][2] == "16 Nov 2026\nstrict count: 13 Nov 2026"


def test_settled_duties_of_earlier_stays_are_left_out(report: Pages) -> None:
    blocks = report()
    found = rows(blocks)
    assert found["Earlier stays", "Host's notice of arrival"][3] == "not recorded"
    assert ("Earlier stays", "Leave Kazakhstan") not in found
    assert "Duties of earlier stays that are done or were not required are left out." in sentences(blocks)


def test_duties_after_a_ruling_are_listed_without_a_stay(report: Pages) -> None:
    found = rows(report(PAPERS))
    assert found["Rulings", "Pay the fine (ruling served on 5 Nov 2026)"][3] == "to be done"
    passed = "the ordinary term has passed"
    assert found["Rulings", "Appeal against the fine (ruling served on 5 Nov 2026)"][3] == passed
    assert found["Rulings", "Appeal against the expulsion (ruling served on 20 Mar 2020)"][3] == passed


def test_change_of_address_is_named(report: Pages) -> None:
    who = traveller("DE", stay("2026-11-11", notified="2026-11-12", moves=[move("2026-11-18")]))
    names = [name for _, name in rows(report(who))]
    assert "Host's notice of arrival, change of address on 18 Nov 2026" in names


def test_a_line_under_a_duty_says_what_it_costs_in_short(report: Pages) -> None:
    found = rows(report(msgspec.structs.replace(PAPERS, host=Host(kind="small"), rulings=())))
    plain = {key: row[1].replace("\N{NO-BREAK SPACE}", " ") for key, row in found.items()}
    assert plain["Earlier stays", "Leave Kazakhstan"] == "stay 1 · traveller · penalty: fine of 10 MCI (43 250 ₸)"
    here = "Stay 2 · 11 Nov 2026 – still here"
    assert plain[here, "Host's notice of arrival"] == "host · if missed: fine of 10 MCI (43 250 ₸)"
    longer = "traveller · if missed: at least: warning; at most: fine of 25 MCI or expulsion"
    assert plain[here, "Obtain a visa or leave"] == longer
