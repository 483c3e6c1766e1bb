from __future__ import annotations

import copy
import subprocess
import sys
from enum import Enum, EnumType, Flag, FlagBoundary, IntEnum, IntFlag

import pytest

from kzstay.ui.system import enumerations

PLAIN = [("None_", 0), ("One", 1), ("Two", 2), ("Again", 1), ("Far", 0x1000000), ("Under", -1)]
BITS = [("No", 0), ("Late", 8), ("A", 1), ("B", 2), ("Both", 3), ("B2", 2), ("Both2", 3), ("Mask", 0xFF0000)]
ORDERED = [("No", 0), ("A", 1), ("B", 2), ("Both", 3), ("C", 4)]
SAMPLES = [(Enum, PLAIN), (IntEnum, PLAIN)] + [
    (kind, names) for kind in (Flag, IntFlag) for names in (BITS, ORDERED, [])
]

create = vars(EnumType)["_create_"]
create = getattr(create, "__wrapped__", create)  # a start in another test may have put the quick one in its place


def made(maker: enumerations.Create, kind: type[Enum], names: object) -> enumerations.Made:
    return maker(kind, "Sample", names, module="sample", boundary=FlagBoundary.KEEP, start=1)


def books(kind: type[Enum]) -> dict[str, str]:
    told = {name: repr(value) for name, value in vars(kind).items() if not name.startswith("__")}
    return {name: value for name, value in told.items() if " object " not in value and "bound" not in value}


@pytest.mark.parametrize(("kind", "names"), SAMPLES)
def test_an_enumeration_is_what_python_makes_of_it(kind: type[Enum], names: list[tuple[str, int]]) -> None:
    ours, right = made(enumerations.quick(create), kind, names), made(create, kind, names)
    assert set(vars(ours)) == set(vars(right))
    assert books(ours) == books(right)
    assert [repr(member) for member in ours] == [repr(member) for member in right]
    for name, member in ours.__members__.items():
        other = right.__members__[name]
        own, its = dict(vars(member)), dict(vars(other))
        assert (own.pop("__objclass__"), its.pop("__objclass__")) == (ours, right)
        assert own == its
        assert getattr(ours, name) is ours[name] is ours(member.value)
        assert (str(member), hash(member), bool(member)) == (str(other), hash(other), bool(other))
        assert copy.copy(member) is member


@pytest.mark.parametrize("kind", [Flag, IntFlag])
def test_flags_are_joined_as_those_that_python_makes(kind: type[Flag]) -> None:
    ours: dict[str, Flag] = dict(made(enumerations.quick(create), kind, BITS[:-1]).__members__)
    right: dict[str, Flag] = dict(made(create, kind, BITS[:-1]).__members__)
    for one in ours:
        for other in ours:
            joined, expected = ours[one] | ours[other], right[one] | right[other]
            assert (joined.value, repr(joined)) == (expected.value, repr(expected))
            assert [part.name for part in joined] == [part.name for part in expected]
        assert repr(~ours[one]) == repr(~right[one])
        assert repr(ours[one] & ours["B"]) == repr(right[one] & right["B"])


@pytest.mark.parametrize(
    "names",
    [
        "One Two",
        ["One", "Two"],
        {"One": 1},
        [("One", "word")],
        [("One", True)],
        [("name", 1), ("value", 2)],  # which each member has too
        [("_own", 1)],
    ],
)
def test_what_is_unusual_is_left_to_python(names: object) -> None:
    asked: list[object] = []

    def maker(kind: type[Enum], name: str, names: object, **how: object) -> enumerations.Made:
        asked.append(names)
        return create(kind, name, names, **how)

    ours = made(enumerations.quick(maker), Enum, names)
    assert asked == [names]
    assert list(ours.__members__) == list(made(create, Enum, names).__members__)


def test_a_name_that_is_there_twice_is_refused_as_ever() -> None:
    with pytest.raises(TypeError):
        made(enumerations.quick(create), Enum, [("One", 1), ("One", 2)])


def test_python_may_give_all_that_is_asked_by_name() -> None:
    ours = enumerations.quick(create)(
        Enum, class_name="Sample", names=PLAIN, module="sample", qualname=None, type=None, start=1, boundary=None
    )
    assert list(ours.__members__) == [name for name, _ in PLAIN]


def test_a_python_that_asks_otherwise_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def other(cls: type[Enum], name: str, members: object) -> None: ...

    monkeypatch.setattr(EnumType, "_create_", other)
    enumerations.make_quickly()
    assert vars(EnumType)["_create_"] is other


def test_a_python_that_keeps_other_books_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enumerations, "KNOWN", enumerations.KNOWN - {"_member_map_"})
    monkeypatch.setattr(enumerations, "_fill", lambda *_: pytest.fail("it was filled"))
    assert len(made(enumerations.quick(create), Enum, PLAIN)) == len(made(create, Enum, PLAIN))


SCRIPT = """
import sys
if sys.argv[1] == "quick":
    from kzstay.ui.system.enumerations import make_quickly
    make_quickly()
    make_quickly()  # which changes nothing
from PySide6 import QtCore, QtGui, QtWidgets
for module in (QtCore, QtGui, QtWidgets):
    for name, kind in ((name, getattr(module, name)) for name in dir(module)):
        for found in list(vars(kind).values()) if isinstance(kind, type) else []:
            if hasattr(found, "__members__"):
                print(module.__name__, name, found.__module__, found.__qualname__, found.__mro__[1:])
                print(sorted(vars(found)), [(key, repr(one)) for key, one in found.__members__.items()])
"""


def test_all_of_qt_has_the_enumerations_that_it_has_without() -> None:
    quick, plain = (
        subprocess.run(
            [sys.executable, "-c", SCRIPT, how], capture_output=True, encoding="utf-8", check=True
        ).stdout
        for how in ("quick", "plain")
    )
    assert len(plain) > 100_000
    assert quick == plain
