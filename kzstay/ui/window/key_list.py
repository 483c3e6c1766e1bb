"""The list of keys: of the commands as they are, of the timeline as it answers, and of what Qt does by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence

from kzstay.texts import Words
from kzstay.texts.markup import escape
from kzstay.ui.timeline import keys as timeline_keys
from kzstay.ui.timeline.gestures import GESTURES
from kzstay.ui.widgets.letters import BARE

Told = Callable[[Words], str]
_NATIVE = QKeySequence.SequenceFormat.NativeText
RARE = range(Qt.Key.Key_F13, Qt.Key.Key_F35 + 1)  # which hardly a keyboard has
MEDIA = Qt.Key.Key_Back  # from here on keys of the system


class Line(NamedTuple):
    """Keys, or a gesture, and what they do."""

    keys: str
    text: str


class Group(NamedTuple):
    """Lines of one part of the window."""

    title: str
    lines: list[Line]


WINDOW: list[tuple[tuple[str, ...], Told]] = [
    (("Tab", "Shift+Tab"), lambda w: w.gettext("next, previous field or button")),
    (("F10",), lambda w: w.gettext("open the menu")),
    (("Menu", "Shift+F10"), lambda w: w.gettext("the menu of what the keyboard is on")),
    (("Enter", "Space"), lambda w: w.gettext("press the marked button")),
    (("Esc",), lambda w: w.gettext("close what was opened last, take back what is being typed")),
]
TABLES: list[tuple[tuple[str, ...], Told]] = [
    (("Up", "Down", "Left", "Right"), lambda w: w.gettext("go from cell to cell")),
    (("Home", "End"), lambda w: w.gettext("first, last cell of the row")),
    (("F2", "Enter"), lambda w: w.gettext("change the cell; or simply type")),
    (("Tab",), lambda w: w.gettext("while typing: take it over and go to the next field")),
    (("Del",), lambda w: w.gettext("clear the cell; under Entry delete the stay; in Documents delete the row")),
]
PEOPLE: list[tuple[tuple[str, ...], Told]] = [
    (("Ctrl+F",), lambda w: w.gettext("search")),
    (("Enter",), lambda w: w.gettext("open the traveller in Stay")),
    (("Ctrl+D",), lambda w: w.gettext("duplicate the chosen")),
    (("Del",), lambda w: w.gettext("remove the chosen")),
]
GUIDE: list[tuple[tuple[str, ...], Told]] = [
    (("Ctrl+F",), lambda w: w.gettext("search")),
    (("Alt+Left",), lambda w: w.gettext("back to what was read before")),
]
OVERVIEW: list[tuple[tuple[str, ...], Told]] = [
    (("Left", "Right"), lambda w: w.gettext("in the overview: show days before, after")),
    (
        ("Up", "Down", "PgUp", "PgDown", "Home", "End"),
        lambda w: w.gettext("between the timeline and the pages: give more room to one of them"),
    ),
]


def groups(
    w: Words, menus: list[tuple[str, list[QAction]]], places: list[tuple[str, QKeySequence]]
) -> list[Group]:
    """List all keys in groups: ``menus`` with their commands, ``places`` with the key of each."""
    went = [Line(native([key]), title) for title, key in places if not key.isEmpty()]
    found = [Group(w.gettext("In the whole window"), [*went, *_lines(w, WINDOW)])]
    found += [Group(plain(title), [*_commands(actions)]) for title, actions in menus]
    rows = [*timeline_keys.SELECTING, *timeline_keys.ALWAYS, *timeline_keys.EDGE]
    stays = [Line(native([QKeySequence(key) for key in row.told or row.keys]), row.text(w)) for row in rows]
    found += [
        Group(w.gettext("On the timeline"), [*stays, *_lines(w, OVERVIEW)]),
        Group(w.gettext("On the timeline with the mouse"), [Line(how(w), what(w)) for how, what in GESTURES]),
        Group(w.gettext("In a table"), [*_lines(w, TABLES)]),
        Group(w.gettext("In People"), [*_lines(w, PEOPLE)]),
        Group(w.gettext("In the guide"), [*_lines(w, GUIDE)]),
    ]
    return [group for group in found if group.lines]


def as_html(found: list[Group], muted: str) -> str:
    """Return the groups as tables under their names."""
    said = []
    for group in found:
        rows = "".join(
            f"<tr><td width='38%'><b>{escape(line.keys)}</b></td><td>{escape(line.text)}</td></tr>"
            for line in group.lines
        )
        said.append(
            f"<h4 style='color: {muted}; margin: 14px 0 4px 0'>{escape(group.title)}</h4>"
            f"<table width='100%' cellpadding='3'>{rows}</table>"
        )
    return "".join(said)


def plain(text: str) -> str:
    """Return the words of a command without the mark of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


def native(keys: list[QKeySequence]) -> str:
    """Return keys as the system writes them, those that hardly a keyboard has left out."""
    usual = [key for key in keys if _first(key).key() not in RARE and _first(key).key() < MEDIA] or keys
    return ", ".join(dict.fromkeys(_usual_name(key).toString(_NATIVE) for key in usual))


def _usual_name(sequence: QKeySequence) -> QKeySequence:
    """Call the key Return by the name that it bears on keyboards."""
    first = _first(sequence)
    if first.key() != Qt.Key.Key_Return:
        return sequence
    return QKeySequence(QKeyCombination(first.keyboardModifiers(), Qt.Key.Key_Enter))


def _first(sequence: QKeySequence) -> QKeyCombination:
    found: QKeyCombination = sequence[0]  # type: ignore[index] - the stubs leave out that it has places
    return found


def _commands(actions: list[QAction]) -> Iterator[Line]:
    for action in actions:
        if action.shortcuts():
            yield Line(native(action.shortcuts()), plain(action.property(BARE) or action.text()))


def _lines(w: Words, rows: list[tuple[tuple[str, ...], Told]]) -> Iterator[Line]:
    for keys, told in rows:
        yield Line(native([QKeySequence(key) for key in keys]), told(w))
