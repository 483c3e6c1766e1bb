"""Citations and sources of the law."""

from __future__ import annotations

from collections.abc import Iterable

from kzstay.core.law import Law, cited
from kzstay.texts.words import Words


def citation(w: Words, law: Law, article: str) -> str:
    """Cite a place such as ``ML 6(4)`` in full."""
    place = cited(article)
    source = law.sources[place.act]
    name = source.name[w.language]
    if not place.article:
        return name
    if source.parts == "point":
        return w.gettext("{act}, para. {part}").format(act=name, part=place.article)
    if not place.parts:
        return w.gettext("{act}, art. {article}").format(act=name, article=place.article)
    pattern = (
        w.gettext("{act}, art. {article}, part {part}")
        if source.parts == "part"
        else w.gettext("{act}, art. {article}, para. {part}")
    )
    return pattern.format(act=name, article=place.article, part=place.parts[0])


def citations(w: Words, law: Law, articles: Iterable[str]) -> str:
    """Cite several places."""
    return "; ".join(citation(w, law, article) for article in articles)


def certainty(w: Words, code: str) -> str:
    """Name how sure a row is."""
    return {
        "high": w.pgettext("certainty", "high"),
        "medium": w.pgettext("certainty", "medium"),
        "low": w.pgettext("certainty", "low"),
    }[code]


def question(w: Words, code: str) -> str:
    """State an open question of counting and how each reading settles it."""
    return {
        "rolling-look-back": w.gettext(
            "The period that is looked back on: the strict count takes one day more at its far end."
        ),
        "host-notice-first-day": w.gettext(
            "The host's working days: the strict count takes a working day of arrival as the first, the "
            "usual count begins on the next day."
        ),
        "registration-last-day": w.gettext(
            "The last day for registration: the day of entry is the first day by the strict count, and is "
            "not counted by the usual one."
        ),
        "birthday-term": w.gettext(
            "A birthday from which a permit is needed: by the strict count the days after it run even where the "
            "visa-free term is longer."
        ),
        "treaty-without-window": w.gettext(
            "A treaty that gives days but names no period: by the strict count the general limit holds too."
        ),
    }[code]


def disclaimer(w: Words) -> str:
    """Say what an answer is not."""
    return w.gettext(
        "This is a calculation from the dates entered and from published rules. It is not legal advice and "
        "binds no authority. Ask the migration service about your case."
    )
