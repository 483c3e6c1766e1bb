"""How wide the words of cells are, and how columns share the room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from kzstay.ui.widgets import theme
from kzstay.ui.widgets.cell_room import longest_word, one_line, shared, two_lines

TEXTS = [
    "",
    "host",
    "Notice of arrival",
    "Уведомление принимающего лица о прибытии",
    "қабылдаушы тұлғаның хабарламасы",
    "12.01.2027 (обычный: 13.01.2027)",
]


@pytest.fixture(scope="module")
def letters(qapp: QApplication) -> QFontMetrics:
    theme.load_fonts()
    font = QFont("Inter")
    font.setPixelSize(15)
    return QFontMetrics(font)


def lines(letters: QFontMetrics, text: str, width: int) -> int:
    place = letters.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, text)
    return round(place.height() / letters.height())


@pytest.mark.parametrize("text", TEXTS)
def test_in_the_width_of_two_lines_there_are_no_three(letters: QFontMetrics, text: str) -> None:
    assert lines(letters, text, two_lines(letters, [text])) <= 2
    assert lines(letters, text, one_line(letters, [text]) + 1) <= 1


def test_the_longest_text_tells_and_none_needs_no_room(letters: QFontMetrics) -> None:
    for measure in (one_line, two_lines, longest_word):
        assert measure(letters, TEXTS) == max(measure(letters, [text]) for text in TEXTS)
        assert measure(letters, []) == 0
    assert longest_word(letters, TEXTS) <= two_lines(letters, TEXTS) <= one_line(letters, TEXTS)


widths = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400)), min_size=1, max_size=8)


@given(widths, st.integers(0, 3000), st.sets(st.integers(0, 7)))
def test_columns_have_what_they_want_or_share_what_there_is(
    found: list[tuple[int, int]], room: int, first: set[int]
) -> None:
    least = {column: min(pair) for column, pair in enumerate(found)}
    wanted = {column: max(pair) for column, pair in enumerate(found)}
    given_to = shared(wanted, least, room, first)
    assert all(least[column] <= width <= wanted[column] for column, width in given_to.items())
    if sum(wanted.values()) <= room:
        assert given_to == wanted
    else:
        assert sum(given_to.values()) <= max(room, sum(least.values()))
    givers = [column for column in first if column in wanted]
    if any(given_to[column] > least[column] for column in givers):
        others = [column for column in wanted if column not in first]
        assert all(given_to[column] == wanted[column] for column in others), (
            "those who give way first have more to give"
        )
