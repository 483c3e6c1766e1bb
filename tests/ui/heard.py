"""What a screen reader finds: every part of a window, with the words that it is told by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from kzstay.ui.widgets.link_label import LinkLabel

Role, Text = QAccessible.Role, QAccessible.Text
# What one does something with or is led by: without a name nobody knows what it is
NAMED = {
    Role.Button,
    Role.CheckBox,
    Role.RadioButton,
    Role.ComboBox,
    Role.EditableText,
    Role.Table,
    Role.List,
    Role.ListItem,
    Role.PageTab,
    Role.MenuItem,
    Role.Link,
    Role.Slider,
    Role.SpinBox,
    Role.ProgressBar,
    Role.Tree,
}
# Of all else readers leave out a description that is the name
BARE = {Role.Splitter, Role.Grip, Role.NoRole}
DOUBLED = re.compile(r"[.!?]\s?\.(?!\.)|,\s*\.|\.,\s*,|· *·")


def parts_of(widget: QObject) -> Iterator[QAccessibleInterface]:
    """Yield everything in a widget that can be come to now, as a screen reader walks it."""
    access = QAccessible.queryAccessibleInterface(widget)
    assert access is not None
    yield from _walk(access)


def _walk(access: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    state = access.state()
    if state.invisible and not state.offscreen and access.role() not in (Role.PopupMenu, Role.MenuItem):
        return
    yield access
    for place in range(access.childCount()):
        child = access.child(place)
        if child is not None and not _is_of_combo(access):
            yield from _walk(child)


def _is_of_combo(access: QAccessibleInterface) -> bool:
    """Tell whether it is a list to choose from, which speaks for what is in it."""
    return access.role() == Role.ComboBox


def name_of(access: QAccessibleInterface) -> str:
    return access.text(Text.Name).strip()


def described(access: QAccessibleInterface) -> str:
    """Tell a part by where it stands, for who reads a failure."""
    path: list[str] = []
    here: QAccessibleInterface | None = access
    while here is not None and len(path) < 4:
        what = here.object()
        path.append(f"{here.role().name}:{what.objectName() if what else ''}")
        here = here.parent()
    return " < ".join(path)


def stops_of(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab comes to in a widget now."""
    for part in widget.findChildren(QWidget):
        own = part.focusProxy() is None and not isinstance(part.parent(), QAbstractScrollArea)
        if own and part.isVisible() and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield part


def nameless(widget: QWidget) -> list[str]:
    """List what one can come to or do something with and has no name."""
    found = [described(part) for part in parts_of(widget) if part.role() in NAMED and not name_of(part)]
    for stop in stops_of(widget):
        access = QAccessible.queryAccessibleInterface(stop)
        assert access is not None
        if not name_of(access):
            found.append(f"stop {described(access)}")
    return found


def misspoken(widget: QWidget) -> list[str]:
    """List what ends with two full stops, or has a gap where a word was left out."""
    found: list[str] = []
    for part in parts_of(widget):
        for kind in (Text.Name, Text.Description, Text.Value):
            text = part.text(kind).replace("...", "")
            if at := DOUBLED.search(text):
                found.append(f"{described(part)}: {text[max(0, at.start() - 40) : at.end() + 20]!r}")
    return found


def not_as_drawn(widget: QWidget) -> list[str]:
    """List the labels of which less is heard than is drawn."""
    found: list[str] = []
    for label in widget.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        access = QAccessible.queryAccessibleInterface(label)
        assert access is not None
        if _plain(_drawn(label)) not in _plain(name_of(access)):
            found.append(f"{described(access)}: {name_of(access)!r}, {label.text()!r}")
    return found


def _drawn(label: QLabel) -> str:
    text = label.text()
    if label.buddy() is not None:
        text = re.sub(r"&(.)", r"\1", text)
    return text.removesuffix("…")  # of what is cut the rest is heard too


def _plain(text: str) -> str:
    text = re.sub(r"<style.*?</style>|<head>.*?</head>", "", text, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", text)).split()).replace(" ", "")


def proposals_told(widget: QWidget) -> list[str]:
    """List the empty fields of which what is only proposed is told as if it stood there."""
    found: list[str] = []
    for edit in widget.findChildren(QLineEdit):
        access = QAccessible.queryAccessibleInterface(edit)
        assert access is not None
        if not edit.isVisible() or edit.text() or not edit.placeholderText():
            continue
        bare = re.fullmatch(r"[\d./ ]+", edit.placeholderText())
        if access.text(Text.Value) == edit.placeholderText():
            found.append(f"value {described(access)}")
        if bare and access.text(Text.Description) == edit.placeholderText():
            found.append(f"description {described(access)}: {edit.placeholderText()}")
    return found


def said_twice(widget: QWidget) -> list[str]:
    """List the parts whose description begins with the name once more: it would be heard twice."""
    found: list[str] = []
    for part in parts_of(widget):
        name, told = name_of(part), part.text(Text.Description).strip()
        what = part.object()
        if isinstance(what, QWidget) and isinstance(what.window(), QFileDialog):
            continue  # Qt's own words
        again = name and re.match(re.escape(name) + r"(?!\w)", told)
        if again and (told != name or part.role() in BARE):
            found.append(f"{described(part)}: {told!r}")
    return found


def stops_without_use(widget: QWidget) -> list[str]:
    """List the labels that Tab comes to and that have no link to follow."""
    return [stop.objectName() for stop in stops_of(widget) if isinstance(stop, LinkLabel) and not stop.links()]


def words_of(widget: QWidget) -> set[str]:
    """Return all names and descriptions."""
    return {
        text
        for part in parts_of(widget)
        for kind in (Text.Name, Text.Description)
        if (text := part.text(kind).strip())
    }


class Ear:
    """Hears what the program says, and where it tells a screen reader to look."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.said: list[str] = []
        self.events: list[tuple[QAccessible.Event, QObject | None, int]] = []
        patch.setattr(QAccessible, "updateAccessibility", self._hear)

    def _hear(self, event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            self.said.append(event.message())
        else:
            self.events.append((event.type(), event.object(), event.child()))

    def since(self) -> list[str]:
        """Return what was said since the last time."""
        QApplication.processEvents()
        said, self.said = self.said, []
        return said


def what_is_wrong(widget: QWidget) -> list[str]:
    """List whatever is wrong with what is heard of a widget."""
    checks = (
        nameless,
        misspoken,
        not_as_drawn,
        proposals_told,
        said_twice,
        stops_without_use,
    )
    return [f"{check.__name__} {fault}" for check in checks for fault in check(widget)]
