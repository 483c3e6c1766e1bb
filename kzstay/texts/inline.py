"""Inline: a sentence within a line, after a label."""

from __future__ import annotations


def inside(sentence: str) -> str:
    """Write a sentence after a colon; what is written in capitals, such as JSON or KoAP, stays so."""
    first = sentence.partition(" ")[0]
    return sentence if any(letter.isupper() for letter in first[1:]) else sentence[:1].lower() + sentence[1:]
