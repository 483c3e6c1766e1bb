"""What the monkey does, from outside, as a person and a screen reader would.

An act is a function of the hands and of its own ``Random``. It may be a generator: where it yields, the loop
turns, for so many milliseconds if a number is yielded.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from random import Random

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QAccessibleInterface, QDropEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTabWidget
from shiboken6 import isValid

from kzstay.core.readings import Reading
from kzstay.i18n import LANGUAGES
from tests.campaign.hands import Hands, Steps, moved_to
from tests.campaign.random_cases import ON
from tests.ui.sessions import show_traveller

Do = Callable[[Hands, Random], Steps | None]
Key, Button, Modifier = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier

NAMED_KEYS = (
    "Left Right Up Down Home End PageUp PageDown Tab Backtab Return Enter Escape Space Delete Backspace Insert "
    "Menu F1 F2 F10 A C D E I N S T V X Y Z 0 1 2 5 Plus Minus Period"
)
KEYS = tuple(getattr(Key, f"Key_{name}") for name in NAMED_KEYS.split())
MODIFIERS = (
    *(Modifier.NoModifier, Modifier.NoModifier, Modifier.NoModifier, Modifier.ShiftModifier),
    *(Modifier.ControlModifier, Modifier.AltModifier, Modifier.ControlModifier | Modifier.ShiftModifier),
)
TEXTS = (
    *("03.10.2026", "31.02.2026", "1.1.1991", "31.12.2199", "2026-12-01", "22.11.2026", "5.12", "1.1.2200"),
    *("today", "+5", "", " ", "9999", "0", "-1", "30", "Германия", "DE", "zz", "Әлия", "<b>x</b>", "a & b"),
    "xyz" * 8,
)
SIZES = (900, 690), (900, 690), (1280, 900), (1600, 1000), (960, 700)
DAYS = (0, 0, 0, 1, -1, 10, 60, -200, 365, 2000, -12000)  # from the day of the run
LEAVES = "quit"  # the command that ends it all
NODES = 400  # of what a screen reader sees, in one walk

ACTS: dict[str, Do] = {}
WEIGHTS: dict[str, int] = {}


def act(weight: int) -> Callable[[Do], Do]:
    """Make a function an act that is done so often among others."""

    def listed(do: Do) -> Do:
        name = getattr(do, "__name__", "")
        ACTS[name], WEIGHTS[name] = do, weight
        return do

    return listed


def done(name: str, seed: int, hands: Hands) -> Steps:
    """Do an act."""
    random = Random(seed)
    hands.named = random.choice((None, hands.files[0].parent / random.choice(("saved", "other.kzstay"))))
    yield from ACTS[name](hands, random) or ()


# Keys and texts


@act(14)
def key(hands: Hands, random: Random) -> None:
    pressed, modifier = random.choice(KEYS), random.choice(MODIFIERS)
    for _ in range(random.choice((1, 1, 1, 4))):
        QTest.keyClick(hands.focused(), pressed, modifier)


@act(6)
def type_text(hands: Hands, random: Random) -> None:
    fields = [found for found in hands.widgets() if isinstance(found, QLineEdit)]
    if fields:
        field = random.choice(fields)
        field.setFocus()
        if random.random() < 0.5:
            field.selectAll()
        _type(random, field)


@act(8)
def type_in_table(hands: Hands, random: Random) -> Steps:
    table = hands.table(random)
    if table is None:
        return
    index = table.model().index(
        random.randrange(table.model().rowCount()), random.randrange(table.model().columnCount())
    )
    table.scrollTo(index)
    QTest.mouseClick(table.viewport(), Button.LeftButton, pos=table.visualRect(index).center())
    yield
    if isValid(table) and table.isVisible():
        QTest.keyClick(table, Key.Key_F2)
    yield
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit):
        focused.selectAll()
        _type(random, focused)


def _type(random: Random, field: QLineEdit) -> None:
    for letter in random.choice(TEXTS):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            # QTest knows the keys of Latin letters only
            if isValid(field):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Modifier.NoModifier, letter))
    end = random.choice((Key.Key_Return, Key.Key_Tab, Key.Key_Escape, None))
    if end is not None and isValid(field):
        QTest.keyClick(field, end)


# The mouse


@act(12)
def click(hands: Hands, random: Random) -> None:
    widget = hands.widget(random)
    button = random.choices((Button.LeftButton, Button.RightButton, Button.MiddleButton), (8, 1, 1))[0]
    QTest.mouseClick(widget, button, random.choice(MODIFIERS), hands.place(random, widget))


@act(4)
def double_click(hands: Hands, random: Random) -> None:
    widget = hands.widget(random)
    QTest.mouseDClick(widget, Button.LeftButton, pos=hands.place(random, widget))


@act(4)
def wheel(hands: Hands, random: Random) -> None:
    widget = hands.widget(random)
    place = QPointF(hands.place(random, widget))
    turn = QPoint(random.choice((0, 0, 120)), random.choice((-120, 120, 1200, -15)))
    event = QWheelEvent(
        place,
        widget.mapToGlobal(place),
        QPoint(),
        turn,
        Button.NoButton,
        random.choice(MODIFIERS),
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


@act(12)
def drag(hands: Hands, random: Random) -> Steps:
    """Press, move, most often let something else happen, move on and let go."""
    widget = hands.widget(random) if random.random() < 0.4 else hands.window.stay.timeline
    if not widget.isVisible():
        return
    place = hands.place(random, widget)
    QTest.mousePress(widget, Button.LeftButton, pos=place)
    yield
    meanwhile = random.choice(MEANWHILE)
    steps = random.randint(1, 5)
    for number in range(steps):
        if not hands.has(widget):
            return
        place = place + QPoint(random.randint(-90, 90), random.randint(-9, 9))
        moved_to(widget, place)
        yield random.choice((None, None, None, 40))
        if meanwhile and number == steps // 2:
            yield from ACTS[meanwhile](hands, random) or ()
            yield
    if hands.has(widget):
        QTest.mouseRelease(widget, Button.LeftButton, pos=place)


@act(1)
def drop_file(hands: Hands, random: Random) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(random.choice(hands.files)))])
    event = QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, Button.LeftButton, Modifier.NoModifier)
    QApplication.sendEvent(hands.window, event)


@act(2)
def import_list(hands: Hands, random: Random) -> None:
    """Paste a list; what is asked then is answered, or not, by whatever is touched next."""
    lines = ["name;citizenship;entry;exit"]
    for _ in range(random.randrange(6)):
        first = ON + timedelta(random.randrange(-400, 60))
        last = first + timedelta(random.randrange(-2, 40))
        days = random.choice((f"{first};{last}", f"{first};", f"{first:%d/%m/%Y};{last:%d/%m/%Y}", f"?;{last}"))
        lines.append(f"{random.choice(('', 'Anna Schmidt', 'Boris Brown'))};{random.choice(('', 'DE'))};{days}")
    hands.window.importing.import_text("\n".join(lines))


# Commands and switches


@act(8)
def command(hands: Hands, random: Random) -> None:
    name = random.choice(sorted(set(hands.window.commands.by_name) - {LEAVES}))
    hands.window.commands.by_name[name].trigger()


@act(8)
def switch_traveller(hands: Hands, random: Random) -> None:
    session = hands.window.session()
    show_traveller(session, random.randrange(len(session.case.travellers)))


@act(8)
def switch_page(hands: Hands, random: Random) -> None:
    tabs = hands.window.findChild(QTabWidget, "tabs")
    if isinstance(tabs, QTabWidget):
        tabs.setCurrentIndex(random.randrange(tabs.count()))


@act(3)
def switch_language(hands: Hands, random: Random) -> None:
    hands.window.preferences.set_language(random.choice(LANGUAGES))


@act(2)
def switch_reading(hands: Hands, random: Random) -> None:
    hands.window.preferences.set_reading(random.choice(list(Reading)))


@act(1)
def switch_colours(hands: Hands, random: Random) -> None:
    hands.window.preferences.set_appearance(random.choice(("light", "dark", "system")))


@act(4)
def switch_day(hands: Hands, random: Random) -> None:
    hands.window.session().view.set_day(ON + timedelta(random.choice(DAYS)))


@act(1)
def day_changed(hands: Hands, random: Random) -> None:
    hands.window.session().view.day_changed(ON + timedelta(random.choice((0, 1, 2, 40))))


@act(3)
def resize(hands: Hands, random: Random) -> None:
    hands.window.resize(*random.choice(SIZES))


@act(3)
def undo(hands: Hands, random: Random) -> None:
    for _ in range(random.choice((1, 1, 3, 10))):
        hands.window.commands.by_name["undo"].trigger()


@act(2)
def redo(hands: Hands, random: Random) -> None:
    for _ in range(random.choice((1, 1, 3, 10))):
        hands.window.commands.by_name["redo"].trigger()


@act(3)
def remove_and_switch(hands: Hands, random: Random) -> Steps:
    """Remove a traveller, have them back and show another, with or without a turn of the loop between."""
    hands.window.commands.by_name["remove_traveller"].trigger()
    if random.random() < 0.5:
        yield
    hands.window.commands.by_name["undo"].trigger()
    if random.random() < 0.5:
        yield
    switch_traveller(hands, random)


@act(2)
def open_file(hands: Hands, random: Random) -> None:
    hands.window.files.open(random.choice(hands.files))


@act(1)
def close_and_open(hands: Hands, random: Random) -> Steps:
    size, path = hands.window.size(), hands.window.case_file.path
    yield from hands.close()
    hands.open((size.width(), size.height()), path)
    yield


@act(1)
def wait(_hands: Hands, random: Random) -> Steps:
    """Let the timers of the window go off."""
    yield random.choice((50, 300, 1100))


# What is looked at


@act(2)
def listen(hands: Hands, _random: Random) -> None:
    """Walk over everything that a screen reader sees."""
    left = [QAccessible.queryAccessibleInterface(hands.window)]
    seen = 0
    while left and seen < NODES:
        node = left.pop()
        if node is None or not node.isValid():
            continue
        seen += 1
        _heard(node)
        left += [node.child(number) for number in range(node.childCount())]


def _heard(node: QAccessibleInterface) -> None:
    for text in (
        QAccessible.Text.Name,
        QAccessible.Text.Description,
        QAccessible.Text.Value,
        QAccessible.Text.Help,
    ):
        node.text(text)
    for ask in (node.role, node.state, node.rect, node.parent):
        ask()


@act(2)
def undo_and_redo_all(hands: Hands, _random: Random) -> Steps:
    """Undo to the bottom and redo to where it was: the case must be the same."""
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    yield
    session = hands.window.session()
    stack, before, here = session.undo_stack, session.case, session.undo_stack.index()
    stack.setIndex(0)
    stack.setIndex(here)
    if session.case != before:
        hands.complaints.append("undone to the bottom and redone the case is another")


MEANWHILE = (
    *(
        None,
        None,
        "switch_language",
        "switch_reading",
        "switch_day",
        "switch_traveller",
        "undo",
        "redo",
        "command",
    ),
    *("open_file", "switch_page", "resize", "key", "day_changed", "listen", "wheel", "close_and_open", "wait"),
)
