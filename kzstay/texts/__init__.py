"""Codes and numbers turned into sentences, for the window, the report and the command line alike.

Every function takes ``Words``, a language with its catalog, its dates and its names. No sentence of the law or
of an answer is made anywhere else.
"""

from __future__ import annotations

from kzstay.texts.words import Words

__all__ = ["Words"]
