"""What an entry takes, as ``kzstay plan`` tells it after the days: papers, purpose, what follows, refusals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kzstay.core.entry_check import EntryCheck
from kzstay.texts import Words, entry_check, entry_papers


def section(w: Words, c: EntryCheck) -> list[str]:
    """List the lines; none for a citizen of Kazakhstan."""
    return [] if c.way == "citizen" else list(_lines(w, c))


def _lines(w: Words, c: EntryCheck) -> Iterator[str]:
    if c.unfit:
        yield entry_check.headline(w, c).lead
    if c.purpose is not None:
        yield _head(w.gettext("Purpose: {purpose}").format(purpose=entry_check.purpose(w, c.purpose.row.id)))
        yield from _list(entry_check.purposed(w, c))
    yield _head(w.gettext("Papers to bring"))
    for weight, papers in entry_papers.weights(c.papers):
        yield from _list(f"{entry_papers.weight(w, weight)}: {entry_papers.paper(w, one)}" for one in papers)
    if rows := entry_check.after(w, c):
        yield _head(w.gettext("After you arrive"))
        yield from _list(f"{by}: {what} ({who})" for by, what, who in rows)
        yield from _list(entry_check.after_notes(w, c))
    if c.found:
        yield _head(w.gettext("Why entry is refused now"))
        yield from _list(entry_papers.ground(w, c, one) for one in c.found)
    yield _head(w.gettext("Why entry could be refused"))
    yield from _list(entry_papers.ground(w, c, one) for one in c.to_rule_out)


def _head(text: str) -> str:
    return f"{text}:" if ":" not in text else text


def _list(items: Iterable[str]) -> Iterator[str]:
    return (f"  - {item}" for item in items)
