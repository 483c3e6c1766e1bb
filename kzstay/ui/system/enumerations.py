"""The enumerations of Qt, made quickly: a class of PySide6 that is touched makes all of its own.

A start touches some three hundred with four thousand members, and Python, which takes each member out of its class
and puts it in again, spent a quarter of the start on them. They come out as Python makes them, which a test holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import EnumType, Flag
from functools import cache, wraps
from types import FunctionType
from typing import Any

Made = Any  # a class of which only the enum module knows the type
Create = Callable[..., Made]

# What an enumeration without members has beside what it inherits: a Python that keeps other books is left alone
BOOKS = {"_member_names_", "_member_map_", "_value2member_map_", "_unhashable_values_", "_unhashable_values_map_"}
OF_CLASS = {"_new_member_", "_use_args_", "_member_type_", "_value_repr_", "_generate_next_value_"}
OF_FLAG = {"_boundary_", "_flag_mask_", "_singles_mask_", "_all_bits_", "_inverted_"}
# Python gives them by their names from 3.12 on; one with others is left alone
ASKED_BY = "cls", "class_name", "names"
KNOWN = BOOKS | OF_CLASS | OF_FLAG


def make_quickly() -> None:
    """Have enumerations that are made by a call, as all of PySide6 are, made quickly from now on."""
    create = vars(EnumType)["_create_"]
    if isinstance(create, FunctionType) and create.__code__.co_varnames[: len(ASKED_BY)] == ASKED_BY:
        EnumType._create_ = quick(create)  # type: ignore[attr-defined]


def quick(create: Create) -> Create:
    """Return what makes the same as Python's own maker, the usual kinds quickly."""
    patterns: dict[tuple[type[Any], object], Made | None] = {}

    @wraps(create)
    def made(kind: type[Any], class_name: str, names: object, **how: object) -> Made:  # as Python calls them
        pairs = _pairs(kind, names)
        if pairs is None or how.get("type"):
            return create(kind, class_name, names, **how)
        boundary = how.get("boundary")
        if (kind, boundary) not in patterns:
            patterns[kind, boundary] = _pattern(create, kind, boundary)
        pattern = patterns[kind, boundary]
        if pattern is None:
            return create(kind, class_name, names, **how)
        module = how.get("module") or __name__  # PySide6 sets it by itself, and else it would be looked for
        said = {"__module__": module, "__qualname__": how.get("qualname") or class_name}
        found = _like(pattern, kind, class_name, said)
        _fill(found, pairs)
        return found

    return made


def _pattern(create: Create, kind: type[Any], boundary: object) -> Made | None:
    """Return an enumeration without members, or nothing where this Python keeps other books."""
    found = create(kind, "Pattern", (), module=__name__, boundary=boundary)
    return found if {own for own in vars(found) if not own.startswith("__")} <= KNOWN else None


def _like(pattern: Made, kind: type[Any], name: str, said: dict[str, object]) -> Made:
    """Return another one as the pattern is: to make it from nothing is what takes Python so long."""
    own = {
        key: type(value)() if type(value) in (list, dict) else value  # a book of its own
        for key, value in vars(pattern).items()
        if key not in ("__dict__", "__weakref__")
    }
    return type.__new__(EnumType, name, (kind,), own | said)


def _pairs(kind: type[Any], names: object) -> list[tuple[str, int]] | None:
    """Return names with whole numbers, or nothing where that is no such list or a name means something else."""
    if not isinstance(names, list):
        return None
    pairs: list[tuple[str, int]] = []
    for pair in names:
        if not (isinstance(pair, tuple) and type(pair[1]) is int) or pair[0].startswith("_"):
            return None
        pairs.append(pair)
    words = {name for name, _ in pairs}
    return pairs if len(words) == len(pairs) and words.isdisjoint(_own_names(kind)) else None


@cache
def _own_names(kind: type[Any]) -> frozenset[str]:
    return frozenset(name for base in kind.__mro__ for name in vars(base)) | {"mro"}


def _fill(made: Made, names: Iterable[tuple[str, int]]) -> None:
    """Put members into an enumeration that has none."""
    create, takes_value, flags = made._new_member_, made._use_args_, issubclass(made, Flag)
    order, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    mask = bits = 0
    for name, value in names:
        member = create(made, value) if takes_value else create(made)
        member._value_, member._name_ = value, name
        member.__objclass__ = made
        member._sort_order_ = len(order)
        is_bit = value > 0 and not value & (value - 1)
        mask |= value
        bits |= value if is_bit else 0
        if value in by_value:  # another name of the same
            member = by_value[value]
        else:
            by_value[value] = member
            if is_bit or not flags:
                order.append(name)
        by_name[name] = member
        type.__setattr__(made, name, member)
    if flags:
        made._flag_mask_, made._singles_mask_ = mask, bits
        made._all_bits_ = 2 ** mask.bit_length() - 1
        values = [by_name[name]._value_ for name in order]
        if values != sorted(values):
            made._iter_member_ = made._iter_member_by_def_
