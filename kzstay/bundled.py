"""The law that the program ships, loaded once."""

from __future__ import annotations

import json
from functools import lru_cache

from kzstay.core.law.loading import Law, load
from kzstay.guide.manual import Manual
from kzstay.guide.manual import load as load_manual
from kzstay.guide.topics import Guide
from kzstay.guide.topics import load as load_guide
from kzstay.paths import resource

EXAMPLES = ("anna", "office", "ruling")  # each a case of ``resources/examples``, made for the day of the law
EXAMPLE = "examples/anna.kzstay"  # the one that the window opens, reckoned for that day


@lru_cache(maxsize=1)
def law() -> Law:
    """Return the law of ``resources/law`` with the working days of ``resources/calendar``."""
    return load(resource("law"), resource("calendar"))


@lru_cache(maxsize=1)
def guide() -> Guide:
    """Return the guide of ``resources/guide``."""
    return load_guide(resource("guide"))


@lru_cache(maxsize=1)
def manual() -> Manual:
    """Return the manual of ``resources/manual``."""
    return load_manual(resource("manual"))


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Return the ISO 3166 alpha-2 codes that exist."""
    return frozenset(json.loads(resource("cldr/en.json").read_text(encoding="utf-8"))["countries"])
