"""Letters: which letter of a command or button is underlined and presses it, each once in a menu or dialog."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QMenu

from kzstay.guard import guarded

BARE = "bare_name"  # the property of a command whose words say more at times, without that


def with_letters(texts: list[str], taken: str = "") -> list[str]:
    """Mark a letter in each text: the one it has, else the first of a word, else any, that no other text has."""
    used = set(taken.casefold())
    letters: list[int | None] = [None] * len(texts)
    bare = [plain(text) for text in texts]
    for wish in (_marked, _initials, _any):
        for place, text in enumerate(texts):
            if letters[place] is None:
                free = (at for at in wish(text, bare[place]) if bare[place][at].casefold() not in used)
                letters[place] = at = next(free, None)
                if at is not None:
                    used.add(bare[place][at].casefold())
    return [_with(text, at) for text, at in zip(bare, letters, strict=True)]


def plain(text: str) -> str:
    """Return a text as it is read."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _with(text: str, at: int | None) -> str:
    if at is None:
        return text.replace("&", "&&")
    return "&".join((text[:at].replace("&", "&&"), text[at:].replace("&", "&&")))


def _marked(text: str, _bare: str) -> Iterator[int]:
    pairs = text.replace("&&", "\0")
    if 0 <= (at := pairs.find("&")) < len(pairs) - 1:
        yield at


def _initials(_text: str, bare: str) -> Iterator[int]:
    for at, letter in enumerate(bare):
        if letter.isalnum() and not bare[at - 1 : at].isalnum():
            yield at


def _any(_text: str, bare: str) -> Iterator[int]:
    yield from (at for at, letter in enumerate(bare) if letter.isalpha())


def mark_menu(menu: QMenu) -> None:
    """Mark a letter in each command that a menu shows."""
    actions: list[QAction] = [action for action in menu.actions() if action.isVisible() and action.text()]
    for action, text in zip(actions, with_letters([action.text() for action in actions]), strict=True):
        if text != action.text():
            action.setText(text)


def mark_dialog(dialog: QDialog) -> None:
    """Mark a letter on each button of a dialog that has none yet; what is marked there stays."""
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.buddy() is not None]
    taken = "".join(text[at] for text in labels for at in _marked_letter(text))
    buttons = [part for part in dialog.findChildren(QAbstractButton) if plain(part.text()) and part.isEnabled()]
    for button, text in zip(buttons, with_letters([button.text() for button in buttons], taken), strict=True):
        if text != button.text():
            button.setText(text)


def _marked_letter(text: str) -> Iterator[int]:
    at = text.replace("&&", "\0\0").find("&") + 1
    if 0 < at < len(text):
        yield at


@guarded
class Menu(QMenu):
    """A menu that marks a letter in each of its commands as it opens, in the language that it is in then."""

    def showEvent(self, event: QShowEvent) -> None:
        mark_menu(self)
        super().showEvent(event)


@guarded
class Dialog(QDialog):
    """A dialog whose buttons each have a letter, also when their words change."""

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest) and self.isVisible():
            mark_dialog(self)
        return super().event(event)
