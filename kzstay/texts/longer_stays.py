"""Longer stays in words: what one beyond the visa-free term needs, on which grounds, and who asks for it."""

from __future__ import annotations

from kzstay.core.law.loading import Law
from kzstay.core.law.schema import Ground, Longer
from kzstay.texts.words import Words

Fact = tuple[str, str]  # a label and its value


def rule(w: Words, law: Law, longer: Longer | None) -> str:
    """Say what the law asks for."""
    begin = {
        None: w.gettext(
            "Before the visa-free term ends, obtain a temporary residence permit (RVP) or a visa, by the "
            "citizenship, or leave."
        ),
        "rvp": w.gettext("Before the visa-free term ends, obtain a temporary residence permit (RVP) or leave."),
        "visa": w.gettext(
            "Before the visa-free term ends, obtain a visa or leave. A temporary residence permit is not known to "
            "be given to these citizens."
        ),
    }[longer]
    # Translators: {grounds} is such as “joining family – the relative; a labour contract – the employer”
    named = w.gettext("The permit is given on these grounds, each with who asks for it: {grounds}.")
    listed = named.format(grounds=found) if (found := grounds(w, law, longer)) else ""
    filed = w.gettext("An application that is only filed does not stop the count.")
    return " ".join(filter(None, (begin, listed, filed)))


def grounds(w: Words, law: Law, longer: Longer | None) -> str:
    """Say on which grounds a residence permit is given; empty for those who need a visa."""
    asked: dict[Ground, str] = {
        "family": w.gettext("joining family – the relative"),
        "work": w.gettext("a labour contract – the employer"),
        "study": w.gettext("full-time study – the school or university"),
        "treatment": w.gettext("treatment in a hospital – the hospital"),
        "mission": w.gettext("missionary work – the religious organisation"),
        "business": w.gettext("doing business – the local authority"),
    }
    return "" if longer == "visa" else "; ".join(asked[ground] for ground in law.duties["longer"].grounds)


def brief(w: Words, law: Law, longer: Longer | None) -> list[Fact]:
    """Tell the grounds in short, and that to have asked is not to have."""
    filed = w.gettext("Application"), w.gettext("one that is only filed does not stop the count")
    found = grounds(w, law, longer)
    return [(w.gettext("Grounds, and who asks"), found), filed] if found else [filed]
