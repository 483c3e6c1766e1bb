"""The law is data: no number of days, no article and no sum is typed into a sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

import kzstay

ROOT = Path(kzstay.__file__).parent
FILES = [
    *(ROOT / "texts").glob("*.py"),
    *(ROOT / "content").glob("*.py"),
    *(ROOT / "ui/pages/duties").glob("*.py"),
]
KEYWORDS = {"gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
# An example of how to type something, and a name that has a number in it
EXAMPLES = re.compile(r"(?:like|such as) \d\S*|UTF-8|line 1\b|--jobs 1\b|from 1 to")
# Spelled out it would hide from the eye as well
SPELLED = re.compile(r"\b(three|five|ten|fifteen|thirty|ninety)\b", re.IGNORECASE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_sentence_has_a_number_of_the_law_in_it(path: Path) -> None:
    for _, message, _, _ in extract_from_file("python", path, keywords=KEYWORDS):  # pyright: ignore[reportArgumentType]
        for text in [message] if isinstance(message, str) else message:
            bare = EXAMPLES.sub("", text or "")
            assert not re.search(r"\d", bare), text
            assert not SPELLED.search(bare), text
