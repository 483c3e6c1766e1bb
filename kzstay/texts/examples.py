"""The examples in sentences: what each shows."""

from __future__ import annotations

from kzstay.texts.words import Words


def about(w: Words, name: str) -> str:
    """Say what an example shows, in a few words."""
    return {
        "anna": w.gettext("a visitor who is here and plans to come again"),
        "office": w.gettext("an employer with six foreigners"),
        "ruling": w.gettext("somebody whom a court ordered to leave"),
    }[name]
