"""A kept property is worked out once, when it is first asked for."""

from __future__ import annotations

from kzstay.core.kept import kept


class Person:
    def __init__(self) -> None:
        self.asked = 0

    @kept
    def age(self) -> int:
        """Return the age."""
        self.asked += 1
        return 40


def test_it_is_worked_out_once_for_each_instance() -> None:
    one, other = Person(), Person()
    assert one.asked == 0
    assert (one.age, one.age, one.asked) == (40, 40, 1)
    assert (other.age, other.asked) == (40, 1)


def test_the_class_still_tells_what_it_is() -> None:
    assert Person.age.__doc__ == "Return the age."
