"""Check that the rows of the law hold together: ``python packaging/tools/check_law.py``.

Types are checked as the program checks them when it reads the law. Beyond that every row tells where it comes from
and since when it is in force, nobody has two regimes on one day, the safe reading never gives more than the usual
one, and each row is reached by a case of ``tests/core/law_cases``. A finding is one line that names the file, the
row and what is wrong; the exit code is then 1. A warning says what grows old: an edition that was read more than a
year ago, a table that ends soon. It fails nothing; resources/law/README.md says where to look.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import combinations, product
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # a checkout need not be installed

from kzstay.core.case import Ruling, Stay
from kzstay.core.days import DAY
from kzstay.core.law.complaint_rows import ComplaintRow
from kzstay.core.law.loading import Person, cited, load
from kzstay.core.law.schema import (
    ContractRow,
    DutyRow,
    GeneralRow,
    Index,
    LimitRow,
    PartRow,
    PenaltyRow,
    PersonRow,
    Question,
    Regime,
    Row,
    VisaRow,
)
from kzstay.core.readings import Both, Reading
from kzstay.guide.topics import load as load_guide
from tools.law_age import warnings
from tools.law_rows import Found, Told, read

ROOT = Path(__file__).resolve().parents[2]
LAW = ROOT / "resources" / "law"
GUIDE = ROOT / "resources" / "guide"
CALENDAR = ROOT / "resources" / "calendar"
COUNTRIES = ROOT / "resources" / "cldr" / "en.json"
CASES = ROOT / "tests" / "core" / "law_cases"
HOME = "KZ"
# Of these questions the larger number gives more time; of all others it is the stricter side
MORE_GIVES_TIME = {"registration-last-day", "fine-term-begins", "term-days-off"}


# One row by itself


def alone(told: Told, found: Found, countries: frozenset[str]) -> Iterator[str]:
    """Yield what is wrong with a row that needs no other row to be seen."""
    row = told.row
    source = row.source if isinstance(row, (Row, Index)) else []
    if not source or not all(text.strip() for text in source):
        yield told.says("has no source")
    if isinstance(row, Row):
        if not row.articles:
            yield told.says("cites no article")
        for article in _cited(row):
            if cited(article).act not in found.sources:
                yield told.says(f"cites {article}, and sources.toml has no {cited(article).act}")
    if isinstance(row, PersonRow):
        yield from _people(told, row, countries)
        for reading in Reading:
            ends = row.last_entry(reading)
            if ends is not None and ends < row.first_entry(reading):
                yield told.says(f"its until is before its from in the {reading.value} reading")
    if isinstance(row, ContractRow):
        yield from _countries(told, row.countries, countries)
    for limit in _limits(row):
        if limit.kind != "per-entry" and limit.since is None:
            yield told.says(f"its {limit.kind} limit has no from, so it would count days before its beginning")
    if isinstance(row, DutyRow):
        yield from _duty(told, row)
    yield from _laxer(told)


def _cited(row: msgspec.Struct) -> list[str]:
    return row.cited if isinstance(row, ComplaintRow | DutyRow) else getattr(row, "articles", [])


def _duty(told: Told, row: DutyRow) -> Iterator[str]:
    if row.right and row.offence:
        yield told.says("is a right, and yet an offence to let go")
    if row.again and not row.offence:
        yield told.says(f"is {row.again} to miss again, and no offence to miss once")
    if row.offence and not row.again and not row.rulings:  # not to obey a ruling is no graver the second time
        yield told.says(f"is {row.offence} to miss, and does not say what it is to miss it again")
    record = Ruling if row.rulings else Stay
    if row.recorded and row.recorded not in _days(record):
        yield told.says(f"is recorded in {row.recorded}, which is no day of a {record.__name__.lower()}")


def _days(record: type[msgspec.Struct]) -> set[str]:
    """Name the fields of a record that hold a day or nothing."""
    return {one.name for one in msgspec.structs.fields(record) if one.type == date | None}


def _people(told: Told, row: PersonRow, countries: frozenset[str]) -> Iterator[str]:
    if not row.countries or not row.passports:
        yield told.says("is for nobody")
    yield from _countries(told, row.countries, countries, home=isinstance(row, VisaRow) and row.needs == "citizen")
    for passport, times in Counter(row.passports).items():
        if times > 1:
            yield told.says(f"names the {passport} passport {times} times")


def _countries(told: Told, named: list[str], countries: frozenset[str], *, home: bool = False) -> Iterator[str]:
    for code, times in Counter(named).items():
        if code == HOME and not home:
            yield told.says(f"names {HOME}, whose citizens are no foreigners")
        elif code not in countries:
            yield told.says(f"names {code}, which is no country of ISO 3166")
        if times > 1:
            yield told.says(f"names {code} {times} times")


def _limits(row: msgspec.Struct) -> list[LimitRow]:
    if isinstance(row, GeneralRow):
        return [row.limit]
    return row.limits if isinstance(row, Regime) else []


# The safe reading is the stricter one


def _laxer(told: Told) -> Iterator[str]:
    row = told.row
    if isinstance(row, Question):
        safe, usual = row.value.safe, row.value.usual
        if safe > usual if row.id in MORE_GIVES_TIME else safe < usual:
            yield told.says("its safe side is laxer than the usual one")
    for limit in _limits(row):
        if isinstance(limit.since, Both) and limit.since.safe > limit.since.usual:
            yield told.says(f"its {limit.kind} limit counts from a later day in the safe reading")
    if isinstance(row, Regime):
        yield from _laxer_limits(told, row)


def _laxer_limits(told: Told, row: Regime) -> Iterator[str]:
    for reading in Reading:
        if not row.limits_under(reading):
            yield told.says(f"has no limit in the {reading.value} reading")
            return
    if row.days_per_entry(Reading.SAFE) > row.days_per_entry(Reading.USUAL):
        yield told.says("the safe reading gives more days an entry than the usual one")
    safe, usual = ([limit for limit in row.limits_under(r) if limit.period is not None] for r in Reading)
    for limit in usual:
        if not any(_as_strict(other, limit) for other in safe):
            yield told.says(
                f"the {limit.kind} limit of {limit.days} in {limit.period} of the usual reading has "
                "none as strict in the safe one"
            )


def _as_strict(one: LimitRow, other: LimitRow) -> bool:
    # A window that looks back lets through no more than one that begins with the first entry
    if one.kind != other.kind and one.kind != "rolling":
        return False
    return one.days <= other.days and (one.period or 0) >= (other.period or 0)


# Rows beside one another


def guide_acts() -> set[str]:
    """Return the acts that the topics of the guide cite."""
    topics = load_guide(GUIDE).topics.values()
    return {cited(article).act for topic in topics for basis in topic.rests_on for article in basis.articles}


def together(found: Found) -> Iterator[str]:
    """Yield what is wrong between rows: names, dates in force, acts."""
    for name, times in Counter(told.name for told in found.rows).items():
        if times > 1:
            yield next(told for told in found.rows if told.name == name).says(f"{times} rows have this name")
    yield from _by_person(found)
    yield from _duties(found)
    yield from _parts(found)
    acts = {cited(article).act for told in found.rows for article in _cited(told.row)} | guide_acts()
    for key in found.sources:
        if key not in acts:
            yield f"sources.toml: {key}: no row and no topic of the guide cites it"


def _duties(found: Found) -> Iterator[str]:
    """Yield where a duty names a question, a duty or an offence that no row is about."""
    rows = [told.row for told in found.rows]
    kinds = {row.kind for row in rows if isinstance(row, DutyRow)}
    questions = {row.id for row in rows if isinstance(row, Question)}
    offences = {row.offence for row in rows if isinstance(row, PenaltyRow)}
    for told in found.rows:
        if not isinstance(told.row, DutyRow):
            continue
        row = told.row
        for question in row.questions:
            if question not in questions:
                yield told.says(f"asks {question}, which is no open question")
        for kind in row.implied_by:
            if kind not in kinds or kind == row.kind:
                yield told.says(f"is implied by {kind}, which is no other duty")
        for offence in (row.offence, row.again):
            if offence and offence not in offences:
                yield told.says(f"is the offence {offence}, for which there is no penalty")


def _parts(found: Found) -> Iterator[str]:
    """Yield where a repeated offence follows on a part of an article that no row is about."""
    parts = {told.row.part for told in found.rows if isinstance(told.row, PartRow)}
    for told in found.rows:
        for part in told.row.after if isinstance(told.row, PenaltyRow) else []:
            if part not in parts:
                yield told.says(f"is a repeated offence after {part}, which is no part of an article")


def _by_person(found: Found) -> Iterator[str]:
    """Yield where two rows are for one person on one day, and where the safe one of two gives more."""
    people: dict[Person, list[tuple[Told, PersonRow]]] = {}
    for told in found.rows:
        if isinstance(told.row, PersonRow):
            for person in set(product(told.row.countries, told.row.passports)):
                people.setdefault(person, []).append((told, told.row))
    clashes: dict[tuple[str, ...], str] = {}  # a list of countries clashes once and not for each of them
    for (country, passport), rows in sorted(people.items()):
        for reading in Reading:
            for (one, first), (other, second) in combinations(rows, 2):
                day = max(first.first_entry(reading), second.first_entry(reading))
                if first.in_force(day, reading) and second.in_force(day, reading):
                    what = f"is in force beside {one.name} on {day} for {country}, {passport} ({reading.value})"
                    clashes.setdefault((one.name, other.name), other.says(what))
        if laxer := _more_than_usual(rows):
            told, day = laxer
            what = f"on {day} the safe reading gives {country}, {passport}, more than the usual one"
            clashes.setdefault((told.name,), told.says(what))
    yield from clashes.values()


def _more_than_usual(rows: list[tuple[Told, PersonRow]]) -> tuple[Told, date] | None:
    """Return the first day on which a person is given more days an entry by the safe reading, and by which row."""
    regimes = [(told, row) for told, row in rows if isinstance(row, Regime)]
    for day in sorted({day for _, row in regimes for day in _edges(row)}):
        safe, usual = (
            {row.days_per_entry(r): told for told, row in regimes if row.in_force(day, r) and row.limits_under(r)}
            for r in Reading
        )
        most = max(safe, default=0)
        if most > max(usual, default=0):
            return safe[most], day
    return None


def _edges(row: PersonRow) -> Iterator[date]:
    for reading in Reading:
        yield row.first_entry(reading)
        ends = row.last_entry(reading)
        if ends is not None:
            yield ends + DAY


# The cases


def reached(found: Found, cases: Path) -> tuple[int, list[str]]:
    """Count the cases, and list the rows that none names and the names that are no row."""
    findings: list[str] = []
    names = {told.name for told in found.rows}
    count, named = 0, set[str]()
    for path in sorted(cases.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8")).get("case", []):
            count += 1
            named |= set(case["rows"])
            strange = [row for row in case["rows"] if row not in names]
            findings += [f"{path.name}: {case['name']}: {row} is no row of the law" for row in strange]
    unnamed = [told for told in found.rows if told.name not in named]
    findings += [told.says("no case of tests/core/law_cases reaches it") for told in unnamed]
    return count, findings


def check(law: Path = LAW, cases: Path = CASES, calendar: Path = CALENDAR) -> tuple[int, int, list[str]]:
    """Return the number of rows and of cases, and all findings."""
    countries = frozenset(json.loads(COUNTRIES.read_text(encoding="utf-8"))["countries"])
    found = read(law)
    for told in found.rows:
        found.findings += alone(told, found, countries)
    for key, source in found.sources.items():
        if source.country and source.country not in countries - {HOME}:
            found.add(f"sources.toml: {key}: {source.country} is no country to have an agreement with")
        if bool(source.edition) != bool(source.read):
            found.add(f"sources.toml: {key}: an edition and the copy in which it was read go together")
        if source.main and not source.edition:
            found.add(f"sources.toml: {key}: is a main act, and does not tell which edition was read")
    found.findings += together(found)
    count, missing = reached(found, cases)
    found.findings += missing
    if not found.findings:
        try:
            load(law, calendar)
        except (msgspec.ValidationError, KeyError, StopIteration, OSError) as error:
            found.add(f"the law: the program cannot read it: {error!r}")
    return len(found.rows), count, list(dict.fromkeys(found.findings))


def main(today: date) -> int:
    """Check the law that the program ships, as it stands on a day."""
    rows, cases, findings = check()
    for finding in findings:
        print(finding, file=sys.stderr)
    if findings:
        return 1
    for warning in warnings(load(LAW, CALENDAR), today):
        print(f"warning: {warning}")
    print(f"{rows} rows, {cases} cases: all in order")
    return 0


if __name__ == "__main__":
    sys.exit(main(date.today()))  # noqa: DTZ011
