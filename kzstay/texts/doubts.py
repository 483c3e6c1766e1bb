"""Doubts about a rule in sentences: how certain its row is, and where the sources part on its limits."""

from __future__ import annotations

from kzstay.core.assess import Assessment
from kzstay.core.law.schema import Regime
from kzstay.core.readings import Reading
from kzstay.texts import answers
from kzstay.texts import law as law_texts
from kzstay.texts.words import Words


def doubts(w: Words, a: Assessment) -> list[str]:
    """List what makes the rule of an answer less than sure; empty where nothing does."""
    row = a.regime or a.reckoning.need(a.entry)
    if row is None:
        return []
    told: list[str] = []
    if row.certainty != "high":
        told.append(
            w.gettext("Certainty of the rule: {certainty}.").format(
                certainty=law_texts.certainty(w, row.certainty)
            )
        )
    if a.regime and (text := conflict(w, a.regime)):
        told.append(text)
    return told


def conflict(w: Words, regime: Regime) -> str:
    """Say which limits each way of counting takes where sources differ; empty where it is the same ones."""
    rules = {
        side: [answers.limit_rule(w, limit) for limit in regime.limits_under(side) if limit.reading]
        for side in Reading
    }
    return law_texts.conflict(w, rules)
