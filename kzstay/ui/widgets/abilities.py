"""Abilities: what Qt asks a part of the accessible tree for beside its words, handed over as Qt takes it.

An object of two of Qt's classes is two in memory, and the binding would hand over the first, whichever was asked
for; "none" would come out as an address of something else.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessibleInterface
from shiboken6 import VoidPtr, getCppPointer

NONE = VoidPtr(0)


def second(part: QAccessibleInterface) -> VoidPtr:
    """Return what a part is by its second class of Qt."""
    return VoidPtr(getCppPointer(part)[1])


def inherited(ability: object) -> VoidPtr:
    """Return what the first class of Qt has answered itself."""
    return NONE if ability is None else ability  # type: ignore[return-value]
