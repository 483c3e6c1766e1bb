from __future__ import annotations

import json
import re
import shutil
from datetime import date
from itertools import combinations
from pathlib import Path

import msgspec
import pytest

from kzstay.bundled import countries, guide, law
from kzstay.core.days import DAY
from kzstay.core.law.loading import Act, Law, cited, load
from kzstay.core.law.schema import LimitRow, Regime, VisaRow
from kzstay.core.readings import Both, Reading
from kzstay.paths import resource
from tests.helpers import day

LAW = law()
ROWS = [
    *(LAW.regimes + LAW.visas),
    *(*LAW.duties.values(), *LAW.told.values(), *LAW.questions.values()),
    *(*LAW.prolongations, *LAW.former),
    *(LAW.contract, LAW.transport, LAW.residence),
]
GUIDED = [basis for topic in guide().topics.values() for basis in topic.rests_on]
LANGUAGES = {"en", "ru", "kk"}


# What holds for all rows


def test_every_row_tells_its_source_and_its_certainty() -> None:
    for row in ROWS:
        assert row.source, row
        assert all(source.strip() for source in row.source), row
        assert row.certainty in ("high", "medium", "low"), row


def test_every_row_cites_an_article_of_an_act_that_is_listed() -> None:
    for row in ROWS:
        assert row.articles, row
        for article in row.articles:
            assert cited(article).act in LAW.sources, f"{article} of {row}"


def test_every_act_is_cited_and_named_in_all_languages_or_an_agreement_with_a_state() -> None:
    entry = [*LAW.entry.purposes.values(), *LAW.entry.uses.values(), *LAW.entry.papers, *LAW.entry.grounds]
    acts = {cited(article).act for row in [*ROWS, *GUIDED, *entry] for article in row.articles}
    for key, source in LAW.sources.items():
        if source.name:
            assert set(source.name) == LANGUAGES, key
            assert all(source.name.values()), key
            assert not source.country, key
        else:
            assert source.country in countries(), key
            assert key.split("-")[:2] == ["A", source.country], key
            assert re.fullmatch(r"(\d{4}(-\d\d(-\d\d)?)?)?", source.signed), key
    # LF is what the guide and the sanctions speak of
    assert set(LAW.sources) - acts <= {"LF"}


def test_two_agreements_with_one_state_differ_in_form_or_day() -> None:
    told = [(s.country, s.form, s.signed) for s in LAW.sources.values() if not s.name]
    assert len(set(told)) == len(told)


def test_every_country_exists() -> None:
    known = json.loads(resource("cldr/en.json").read_text(encoding="utf-8"))["countries"]
    assert countries() == frozenset(known)
    for row in [*LAW.regimes, *LAW.visas]:
        assert row.countries, row.id
        assert set(row.countries) <= set(known), row.id
        assert sorted(set(row.countries)) == row.countries, row.id
        at_home = isinstance(row, VisaRow) and row.needs == "citizen"
        assert at_home or "KZ" not in row.countries, "nobody is a foreigner at home"


def test_the_states_of_the_unilateral_waiver_are_54() -> None:
    # eGov: 54 states; qazmonitor.com/news/570 lists them
    rows = ("unilateral-30", "unilateral-30-older", "thailand", "vietnam")
    states = [country for regime in LAW.regimes if regime.id in rows for country in regime.countries]
    assert len(states) == len(set(states)) == 54
    before = next(regime for regime in LAW.regimes if regime.id == "unilateral-30-before-pause")
    assert set(states) == set(before.countries)


def test_each_act_that_changes_tells_which_edition_was_read_and_where() -> None:
    row_cited = {cited(article).act for row in ROWS for article in row.articles} | {"LF"}
    assert {key: edition for key, edition in LAW.editions.items() if key in row_cited} == {
        "ML": day("2025-09-27"),
        "LF": day("2026-05-18"),
        "KoAP": day("2026-01-09"),
        "D148": day("2025-08-25"),
        "O923": day("2025-11-17"),
        "UNION": day("2017-04-11"),
    }
    assert all(LAW.sources[key].read for key in LAW.editions)
    assert all(edition < LAW.collected for edition in LAW.editions.values())
    assert [key for key, source in LAW.sources.items() if source.main] == ["ML", "LF", "KoAP"]


def test_every_regime_and_visa_row_has_a_name_of_its_own() -> None:
    names = [row.id for row in [*LAW.regimes, *LAW.visas]]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("reading", Reading)
def test_a_person_never_has_two_regimes_on_one_day(reading: Reading) -> None:
    def side(value: date | Both[date] | None) -> date | None:
        return value.under(reading) if isinstance(value, Both) else value

    def edges(regime: Regime) -> list[date]:
        begins, ends = side(regime.begins), side(regime.ends)
        return [begins or date.min, ends or date.max]

    for person, regimes in LAW.by_person.items():
        for regime in regimes:
            assert regime.in_force(edges(regime)[0], reading), "it ends no sooner than it begins"
        for one, other in combinations(regimes, 2):
            for edge in [*edges(one), *edges(other)]:
                assert not (one.in_force(edge, reading) and other.in_force(edge, reading)), (
                    f"{person}: {one.id} and {other.id} on {edge}"
                )


def test_where_a_row_follows_another_no_day_is_left_between() -> None:
    # The pause of the waiver in 2020 and 2021 is a gap that the law itself made; of the Union's states sources
    # tell two days for the end of the second term, and the strict reading knows nothing between them
    gaps = {"unilateral-30-before-pause"}, {"russia-180", "belarus-180"}
    for reading in Reading:
        for person, regimes in LAW.by_person.items():
            for regime in regimes:
                ends = regime.ends.under(reading) if isinstance(regime.ends, Both) else regime.ends
                known = regime.id not in gaps[0] and (reading is Reading.USUAL or regime.id not in gaps[1])
                if ends is not None and known:
                    following = [other for other in regimes if other.in_force(ends + DAY, reading)]
                    assert following, f"{person} after {regime.id}"


def test_the_safe_reading_is_never_the_laxer() -> None:
    for regime in LAW.regimes:
        assert all(
            regime.days_per_entry(reading) <= row.days
            for reading in Reading
            for row in regime.limits_under(reading)
        )
        if isinstance(regime.begins, Both) and isinstance(regime.ends, Both):
            assert regime.begins != regime.ends
        for row in regime.limits:
            safe, usual = row.begins(Reading.SAFE), row.begins(Reading.USUAL)
            assert (safe is None) == (usual is None)
            if safe and usual:
                assert safe <= usual, "a limit that begins earlier counts more"


def test_the_questions_are_those_that_the_core_asks() -> None:
    assert {name: (q.value.safe, q.value.usual) for name, q in LAW.questions.items()} == {
        "rolling-look-back": (1, 0),
        "working-days-first-day": (1, 0),
        "registration-bound": (1, 0),
        "registration-last-day": (0, 1),
        "treaty-without-window": (1, 0),
        "first-entry-window": (1, 0),
        "days-before-limit": (1, 0),
        "birthday-term": (1, 0),
        "fine-term-begins": (0, 1),
        "visa-days": (1, 0),
        "term-days-off": (0, 1),
        "late-complaint": (0, 1),
    }


def test_the_general_rule_is_90_days_in_180_since_27_january_2023() -> None:
    # ML art. 6(4); decree 1146 of 31.12.2022
    assert LAW.general.limit == LimitRow("rolling", 90, 180, day("2023-01-27"))


def test_the_law_was_read_to_a_day() -> None:
    assert LAW.collected == day("2026-11-22")
    assert LAW.ending_days == 7


# Reading rows


@pytest.mark.parametrize(
    ("article", "act"),
    [
        ("ML 6(4)", Act("ML", "6", ("4",))),
        ("ML 6-1", Act("ML", "6-1")),
        ("KoAP 517(3)(1)", Act("KoAP", "517", ("3", "1"))),
        ("D148 17", Act("D148", "17")),
        ("EAEU", Act("EAEU", "")),
        ("A-CN-1994", Act("A-CN-1994", "")),
    ],
)
def test_a_citation_is_an_act_an_article_and_its_parts(article: str, act: Act) -> None:
    assert cited(article) == act


def edited(folder: Path, name: str, old: str, new: str) -> Law:
    """Load a copy of the law in which one thing is written differently."""
    copy = folder / "law"
    shutil.copytree(resource("law"), copy)
    text = (copy / name).read_text(encoding="utf-8")
    assert old in text
    (copy / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return load(copy, resource("calendar"))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("regimes/unilateral.toml", 'certainty = "high"', 'certainty = "surely"'),
        ("regimes/unilateral.toml", 'kind = "per-entry"', 'kind = "per-exit"'),
        ("regimes/unilateral.toml", "from = 2022-07-08", "since = 2022-07-08"),
        ("regimes/unilateral.toml", 'passports = ["national"]', 'passports = ["lost"]'),
        ("duties.toml", "working_days = 3", 'working_days = "three"'),
        ("duties.toml", 'who = "host"', 'who = "guest"'),
        ("readings.toml", "safe = 1", "strict = 1"),
        ("sources.toml", 'address = "', 'adress = "'),
    ],
)
def test_a_row_with_a_slip_is_refused(tmp_path: Path, name: str, old: str, new: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        edited(tmp_path, name, old, new)


def test_a_change_of_the_law_is_a_change_of_data(tmp_path: Path) -> None:
    changed = edited(tmp_path, "duties.toml", "working_days = 3", "working_days = 5")
    assert changed.duties["host-notice"].working_days == 5
    assert LAW.duties["host-notice"].working_days == 3


def test_the_rows_that_the_guide_names_are_those_of_the_law() -> None:
    assert LAW.named["appeal"] is LAW.duties["appeal"]
    assert LAW.named["general"] is LAW.general.limit
    assert {row.id for row in LAW.penalties} <= set(LAW.named)
