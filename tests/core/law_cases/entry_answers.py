"""What a law answers where a case asks for an entry."""

from __future__ import annotations

from collections.abc import Iterator

from kzstay.core.assess import Assessment
from kzstay.core.entry_check import EntryCheck, check_entry
from tests.core.law_cases.schema import EntryExpected, Sided


def entry_answers(a: Assessment, expected: EntryExpected) -> Iterator[tuple[str, Sided, object]]:
    """Yield what of an entry is expected, with what is found."""
    found = check_entry(a, expected.entry, expected.days, expected.purpose)
    for name, value in _values(found).items():
        yield name, getattr(expected, name), value
    papers = [paper.row.id for paper in found.papers]
    yield "papers", expected.papers, papers
    for paper in expected.brings:
        yield paper, True, paper in papers
    for paper in expected.not_brings:
        yield paper, False, paper in papers
    yield "found", expected.found, [ground.row.id for ground in found.found]
    others = [ground.row.id for ground in found.to_rule_out]
    for ground in expected.to_rule_out:
        yield ground, True, ground in others
    if expected.duties is not None:
        dues = {duty.kind: duty.due.under(a.reading) for duty in found.duties}
        yield "duties", sorted(expected.duties), sorted(dues)
        for kind, day in expected.duties.items():
            yield kind, day, dues.get(kind)


def entry_rows(a: Assessment, expected: EntryExpected) -> set[str]:
    """Name the rows that give the answer."""
    found = check_entry(a, expected.entry, expected.days, expected.purpose)
    rows = {row.id for row in (found.regime, found.need) if row}
    rows |= {paper.row.id for paper in found.papers} | {ground.row.id for ground in found.grounds}
    rows |= set(expected.duties or ())
    if found.purpose is not None:
        rows.add(f"purpose-{found.purpose.row.id}")
        uses = (
            [a.law.entry.uses[one] for one in found.regime.remarks if one in a.law.entry.uses]
            if found.regime
            else []
        )
        rows |= {use.id for use in uses if found.purpose.row.id in (*use.allows, *use.refuses)}
    return rows


def _values(found: EntryCheck) -> dict[str, object]:
    purpose = found.purpose
    return {
        "way": found.way,
        "longest": found.longest and found.longest.days,
        "fit": purpose and purpose.fit,
        "visas": purpose and purpose.visas,
        "electronic": purpose and purpose.electronic,
        "rvp": purpose and purpose.rvp,
        "certainty": purpose and purpose.certainty,
        "unfit": found.unfit,
        "refused": found.refused,
    }
