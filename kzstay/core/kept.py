"""Kept: a property that is worked out when it is first asked for, and kept.

What ``functools.cached_property`` does. Up to Python 3.11 that takes a lock at each first access, which of many
travellers, each asked a few things once, is a tenth of all the time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class kept(Generic[Owner, Value]):  # noqa: N801 - it is written as the decorators of Python are
    """Turn a method without arguments into a value of the instance, which hides the method once it is known."""

    def __init__(self, work_out: Callable[[Owner], Value]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> kept[Owner, Value]: ...

    @overload
    def __get__(self, instance: Owner, owner: type[Any]) -> Value: ...

    def __get__(self, instance: Owner | None, owner: type[Any]) -> kept[Owner, Value] | Value:
        if instance is None:
            return self
        value = self._work_out(instance)
        setattr(instance, self._name, value)
        return value
