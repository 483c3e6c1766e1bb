"""One guard round what Qt calls: an error that left an override would end the program inside Qt.

Knows nothing of Qt but where its classes come from, so that the report may use it as the window does.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from enum import Enum
from functools import wraps
from types import FunctionType
from typing import Any, TypeVar

Class = TypeVar("Class", bound=type)

QT = "PySide6."
# What an override answers that could not: by its name where the kind alone would say something, else by its kind
BY_NAME = {"id": -1, "indexOfChild": -1}
BY_KIND = {"None": None, "Any": None, "bool": False, "int": 0, "float": 0.0, "str": ""}
NOWHERE = "VoidPtr"  # with a nought for an address
NONE_HERE = ("QWidget", "QAccessibleInterface", "QSplitterHandle")  # Qt takes nothing for one of these


def guarded(kind: Class) -> Class:
    """Let the overrides of a class report an error to ``sys.excepthook`` and answer that nothing is there."""
    for name in overrides(kind):
        setattr(kind, name, _guard(vars(kind)[name]))
    return kind


def overrides(kind: type) -> list[str]:
    """List the methods of a class that Qt's classes have too, and may call."""
    qt = [base for base in kind.__mro__[1:] if base.__module__.startswith(QT)]
    own = [name for name, member in vars(kind).items() if isinstance(member, FunctionType)]
    return [name for name in own if not name.startswith("__") and any(name in vars(base) for base in qt)]


def neutral(override: FunctionType) -> object:
    """Return the answer of an override that says nothing: none, nought, or an empty value of its kind."""
    kind = str(override.__annotations__["return"])
    if override.__name__ in BY_NAME:
        return BY_NAME[override.__name__]
    if kind in BY_KIND:
        return BY_KIND[kind]
    if "None" in kind.split(" | ") or kind in NONE_HERE:
        return None
    if kind.startswith("list["):
        return []
    first, *rest = kind.split(".")
    found: Any = override.__globals__[first]
    for part in rest:
        found = getattr(found, part)
    return found(0) if issubclass(found, Enum) or kind.endswith(NOWHERE) else found()


def _guard(override: FunctionType) -> Callable[..., object]:
    @wraps(override)
    def guard(*args: object, **named: object) -> object:
        try:
            return override(*args, **named)
        except Exception as error:  # noqa: BLE001 - whatever it is, Qt cannot carry it
            with suppress(Exception):
                sys.excepthook(type(error), error, error.__traceback__)
            return neutral(override)

    return guard
