"""Doubts about a rule in sentences: how certain its row is, and where the sources part on its limits."""

from __future__ import annotations

from kzstay.core.assess import Assessment
from kzstay.core.explain import questions_of
from kzstay.core.law.schema import Regime
from kzstay.core.readings import Reading
from kzstay.core.verdict import Standing
from kzstay.texts import answers, costs
from kzstay.texts import law as law_texts
from kzstay.texts.words import Words

TOLD = ("first-entry-window", "days-before-limit")  # of the open questions those that few regimes have


def doubts(w: Words, a: Assessment) -> list[str]:
    """List what a rule says of itself: what a stay is for, where sources differ, what is open, how sure it is."""
    row = a.reckoning.regime(a.entry, a.current) or a.reckoning.need(a.entry, a.current)
    if row is None or a.resides or a.standing is Standing.PERMIT:
        return []  # the rule is not what the stay goes by
    # A note says of the certificate of a stateless person what to do with it
    told = ("certificate",) if any(note.code == "stateless" for note in a.notes) else ()
    remarks = costs.remarks(w, a.law, row, a.on, told)
    if isinstance(row, Regime):
        remarks.append(conflict(w, row))
    open_ones = [law_texts.question(w, code) for code in questions_of(a, a.current) if code in TOLD]
    sure = law_texts.sure(w, row) if row.certainty != "high" else ""
    return [text for text in (" ".join(filter(None, remarks)), *open_ones, sure) if text]


def conflict(w: Words, regime: Regime) -> str:
    """Say which limits each way of counting takes where sources differ; empty where it is the same ones."""
    rules = {
        side: [answers.limit_rule(w, limit) for limit in regime.limits_under(side) if limit.reading]
        for side in Reading
    }
    return law_texts.conflict(w, rules)
