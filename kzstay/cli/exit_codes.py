"""Exit codes: what other programs learn from the end of a command."""

from __future__ import annotations

GOOD = 0
UNSOUND = (
    1  # check: something is overstayed or missed; plan: the trip is not possible; self-test: a part is broken
)
BAD_INPUT = 2  # also an answer that could not be written, and a display that cannot be opened
