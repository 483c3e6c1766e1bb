"""The actions: every command of the window with its name, its key and what it does; and the menus as a list."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget
from shiboken6 import isValid

from kzstay.core.readings import Reading
from kzstay.drawing.colours import LIGHT, Theme
from kzstay.i18n import LANGUAGES, OWN_NAMES
from kzstay.texts import Words, readings
from kzstay.texts.steps import step
from kzstay.ui.places.frame import Places
from kzstay.ui.places.stay.place import StayPlace
from kzstay.ui.session.session import Session
from kzstay.ui.widgets.letters import BARE, Menu
from kzstay.ui.window import action_icons
from kzstay.ui.window.controller import Controller
from kzstay.ui.window.files import FileActions
from kzstay.ui.window.importing.entrance import Importing
from kzstay.ui.window.newer import Newer
from kzstay.ui.window.preferences import LOOKS, Preferences

if TYPE_CHECKING:
    from kzstay.ui.window.key_list import Group

Key = QKeySequence.StandardKey
TAB = (
    "Meta" if sys.platform == "darwin" else "Ctrl"
)  # where Qt calls the Command key Ctrl, the Control key is Meta


class Entry(msgspec.Struct, frozen=True):
    """One command. ``where`` are the parts in which alone its keys act; with none they act in the whole window."""

    name: str
    text: Callable[[Words], str]
    do: Callable[[], object]
    keys: list[QKeySequence.StandardKey | str] = []
    where: list[QWidget] = []
    checked: bool | None = None
    group: str = ""
    role: QAction.MenuRole = QAction.MenuRole.NoRole


MENUS: list[tuple[Callable[[Words], str], list[str]]] = [
    (
        lambda w: w.gettext("&File"),
        [
            "new",
            "new_window",
            "open",
            "recent",
            "example",
            "",
            "save",
            "save_as",
            "",
            "import",
            "export",
            "print",
            "",
            "quit",
        ],
    ),
    (lambda w: w.gettext("&Edit"), ["undo", "redo", "", "paste", "add_stay", "delete_stay", "", "preferences"]),
    (
        lambda w: w.gettext("&View"),
        [
            *("zoom_in", "zoom_out", "show_all", "show_period", "go_today", "legend", ""),
            *("next_page", "previous_page", "next_pane", "previous_pane", ""),
            *("language", "appearance", "reading"),
        ],
    ),
    (lambda w: w.gettext("&Traveller"), ["edit_traveller", "add_traveller", "remove_traveller"]),
    (lambda w: w.gettext("&Help"), ["manual", "keys", "", "newer", "licences", "about_qt", "about"]),
]

SUBMENUS: dict[str, Callable[[Words], str]] = {
    "recent": lambda w: w.gettext("Recent files"),
    "language": lambda w: w.gettext("Language"),
    "appearance": lambda w: w.gettext("Appearance"),
    "reading": lambda w: w.gettext("Way of counting"),
}


# Ctrl+N is a new case and Ctrl+Shift+N a new traveller; on Windows Ctrl+Alt is AltGr, by which Poles type ń
NEW_WINDOW: list[QKeySequence.StandardKey | str] = [] if sys.platform == "win32" else ["Ctrl+Alt+N"]


def entries(
    window: QWidget,
    controller: Controller,
    files: FileActions,
    importing: Importing,
    preferences: Preferences,
    stay: StayPlace,
    newer: Newer,
) -> list[Entry]:
    """List the commands of a window."""
    timeline, panes = stay.timeline, controller.panes
    listed = [
        Entry("new", lambda w: w.gettext("New case"), files.new, [Key.New]),
        Entry("new_window", lambda w: w.gettext("New window"), files.new_window, NEW_WINDOW),
        Entry("open", lambda w: w.gettext("Open…"), files.choose_and_open, [Key.Open]),
        Entry("example", lambda w: w.gettext("Open example"), files.open_example),
        Entry("save", lambda w: w.gettext("Save"), files.save, [Key.Save]),
        Entry("save_as", lambda w: w.gettext("Save as…"), files.save_as, ["Ctrl+Shift+S"]),
        Entry("import", lambda w: w.gettext("Import…"), importing.choose, ["Ctrl+Shift+I"]),
        Entry("export", lambda w: w.gettext("Export report…"), files.export_report, ["Ctrl+Shift+E"]),
        Entry("print", lambda w: w.gettext("Print report…"), files.print_report, [Key.Print]),
        Entry("quit", lambda w: w.gettext("Quit"), window.close, [Key.Quit], role=QAction.MenuRole.QuitRole),
        Entry("paste", lambda w: w.gettext("Paste stays…"), importing.paste, [Key.Paste]),
        Entry("add_stay", lambda w: w.gettext("Add stay"), controller.add_stay, ["Ctrl+Return", "Insert"]),
        Entry(
            "delete_stay",
            lambda w: w.gettext("Delete stay"),
            controller.delete_stay,
            ["Del"],  # not the system's other keys for it: Ctrl+D, which people take for a copy
            [timeline],  # the table of stays has a Delete of its own, which may clear a cell
        ),
        Entry(
            "preferences",
            lambda w: w.gettext("Preferences…"),
            lambda: _ask_preferences(window, preferences),
            ["Ctrl+,"],  # Qt's own key for them is nothing outside macOS
            role=QAction.MenuRole.PreferencesRole,
        ),
        Entry("zoom_in", lambda w: w.gettext("Zoom in"), lambda: timeline.zoom(1.25), [Key.ZoomIn, "Ctrl+="]),
        Entry("zoom_out", lambda w: w.gettext("Zoom out"), lambda: timeline.zoom(0.8), [Key.ZoomOut]),
        Entry("show_all", lambda w: w.gettext("Show all stays"), timeline.show_all, ["Ctrl+0"]),
        Entry("show_period", lambda w: w.gettext("Show the rolling period"), timeline.show_period, ["Ctrl+1"]),
        Entry("go_today", lambda w: w.gettext("Go to today"), controller.go_today, ["Ctrl+T"]),
        Entry("legend", lambda w: w.gettext("Legend of the timeline"), timeline.shelf.show_legend),
        Entry(
            "next_page",
            lambda w: w.gettext("Next page"),
            lambda: controller.go_to_page(1),
            [f"{TAB}+Tab", "Ctrl+PgDown"],
            [stay],
        ),
        Entry(
            "previous_page",
            lambda w: w.gettext("Previous page"),
            lambda: controller.go_to_page(-1),
            [f"{TAB}+Shift+Tab", "Ctrl+PgUp"],
            [stay],
        ),
        Entry("next_pane", lambda w: w.gettext("Next part of the window"), lambda: panes.go(1), ["F6"]),
        Entry(
            "previous_pane", lambda w: w.gettext("Previous part of the window"), lambda: panes.go(-1), ["Shift+F6"]
        ),
        Entry("edit_traveller", lambda w: w.gettext("Change traveller…"), controller.edit_traveller, ["Ctrl+I"]),
        Entry("add_traveller", lambda w: w.gettext("Add traveller"), controller.add_traveller, ["Ctrl+Shift+N"]),
        Entry("remove_traveller", lambda w: w.gettext("Remove traveller"), controller.remove_traveller),
        Entry("manual", lambda w: w.gettext("Manual"), controller.manual.show_here, ["F1"]),
        Entry("keys", lambda w: w.gettext("Keyboard"), controller.manual.show_keys, ["Shift+F1"]),
        Entry("licences", lambda w: w.gettext("Licences…"), controller.show_licences),
        Entry(
            "about_qt",
            lambda w: w.gettext("About Qt"),
            controller.show_about_qt,
            role=QAction.MenuRole.AboutQtRole,
        ),
        Entry(
            "about", lambda w: w.gettext("About kzstay"), controller.show_about, role=QAction.MenuRole.AboutRole
        ),
    ]
    if newer.offered:
        listed.append(Entry("newer", newer.name, newer.look))
    settings = preferences.settings
    listed += [
        Entry(
            f"language_{language}",
            lambda _w, language=language: OWN_NAMES[language],
            lambda language=language: preferences.set_language(language),
            checked=settings.language == language,
            group="language",
        )
        for language in LANGUAGES
    ]
    listed += [
        Entry(
            f"appearance_{look}",
            text,
            lambda look=look: preferences.set_appearance(look),
            checked=settings.appearance == look,
            group="appearance",
        )
        for look, text in LOOKS.items()
    ]
    counts: dict[str, Callable[[Words], str]] = {
        "safe": lambda w: readings.title(w, Reading.SAFE),
        "usual": lambda w: readings.title(w, Reading.USUAL),
    }
    listed += [
        Entry(
            f"reading_{reading}",
            text,
            lambda reading=reading: preferences.set_reading(Reading(reading)),
            checked=settings.reading == reading,
            group="reading",
        )
        for reading, text in counts.items()
    ]
    return listed


def _ask_preferences(window: QWidget, preferences: Preferences) -> None:
    from kzstay.ui.window.preferences_dialog import PreferencesDialog

    PreferencesDialog(preferences, window).open()


def sequences(keys: list[QKeySequence.StandardKey | str]) -> list[QKeySequence]:
    """List keys as the system has them, each once: a key that stands twice in one command does nothing."""
    found: list[QKeySequence] = []
    for key in keys:
        found += [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
    return list(dict.fromkeys(found))


class Actions:
    """The commands of a window as Qt's actions, in its menus, in the window's language."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        controller: Controller,
        files: FileActions,
        importing: Importing,
        preferences: Preferences,
        places: Places,
        newer: Newer,
    ) -> None:
        self._session = session
        listed = entries(window, controller, files, importing, preferences, places.stay, newer)
        self._entries = {entry.name: entry for entry in listed}
        self._rail = places.rail
        self._elsewhere = places.rail.keys()  # of places, which a command gives way to
        self._menus: list[tuple[QMenu, Callable[[Words], str]]] = []
        self.submenus: dict[str, QMenu] = {}
        self._theme: Theme = LIGHT
        self._dressed: set[QMenu] = set()  # in these colours
        self.by_name: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for entry in self._entries.values():
            self.by_name[entry.name] = self._made(entry, window)
        stack = session.undo_stack
        self.undo = QAction(window)
        self.redo = QAction(window)
        self.undo.setShortcuts(sequences([Key.Undo]))
        self.redo.setShortcuts(sequences([Key.Redo, "Ctrl+Y"]))
        self.undo.triggered.connect(controller.undo)
        self.redo.triggered.connect(session.redo)
        stack.indexChanged.connect(self._name_steps)
        self.by_name |= {"undo": self.undo, "redo": self.redo}
        self.undo.setObjectName("undo")
        self.redo.setObjectName("redo")
        for text, names in MENUS:
            menu = self._menu(window.menuBar())
            window.menuBar().addMenu(menu)
            self._menus.append((menu, text))
            self._fill(menu, names)
        recent = self.submenus["recent"]
        recent.aboutToShow.connect(lambda: files.recent.fill(recent))
        controller.manual.commands = self
        session.changed.connect(self._refresh)
        preferences.changed.connect(lambda _name: self._check(preferences))
        self.retranslate()
        places.stay.foot.offer(self.by_name)

    def set_theme(self, theme: Theme) -> None:
        """Take icons in other colours, each as a menu opens that it is in: they take a while and a megabyte."""
        self._theme = theme
        self._dressed.clear()

    def _menu(self, parent: QWidget) -> QMenu:
        menu = Menu(parent)
        menu.aboutToShow.connect(lambda: self._dress(menu))
        return menu

    def _dress(self, menu: QMenu) -> None:
        if menu not in self._dressed:
            action_icons.dress(menu, self._theme)
            self._dressed.add(menu)

    def _made(self, entry: Entry, parent: QWidget) -> QAction:
        action = QAction(parent)
        action.setObjectName(entry.name)
        action.setShortcuts([key for key in sequences(entry.keys) if key.toString() not in self._elsewhere])
        if entry.where:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            for part in entry.where:
                part.addAction(action)
        action.setMenuRole(entry.role)
        action.triggered.connect(lambda _checked=False: entry.do())
        if entry.checked is not None:
            action.setCheckable(True)
            action.setChecked(entry.checked)
            group = self._groups.setdefault(entry.group, QActionGroup(parent))
            group.addAction(action)
        return action

    def _fill(self, menu: QMenu, names: list[str]) -> None:
        for name in names:
            if not name:
                menu.addSeparator()
            elif name in SUBMENUS:
                submenu = self._menu(menu)
                menu.addMenu(submenu).setObjectName(name)
                self.submenus[name] = submenu
                for entry in self._entries.values():
                    if entry.group == name:
                        submenu.addAction(self.by_name[entry.name])
            elif name in self.by_name:  # all but what there is no page for
                menu.addAction(self.by_name[name])

    def _refresh(self) -> None:
        self.by_name["delete_stay"].setEnabled(bool(self._session.traveller.stays))

    def _check(self, preferences: Preferences) -> None:
        """Check what is chosen, however it was."""
        settings = preferences.settings
        for group in ("language", "appearance", "reading"):
            self.by_name[f"{group}_{getattr(settings, group)}"].setChecked(True)

    def list_keys(self) -> list[Group]:
        """List all keys of the window, those of the commands as they are."""
        from kzstay.ui.window.key_list import groups

        menus = [(menu.title(), menu.actions()) for menu, _text in self._menus]
        places = [(button.text(), button.shortcut()) for button in self._rail.buttons.values()]
        return groups(self._session.view.w, menus, places)

    def retranslate(self) -> None:
        """Name everything in the window's language."""
        w = self._session.view.w
        self._refresh()
        for menu, text in self._menus:
            menu.setTitle(text(w))
        for name, menu in self.submenus.items():
            menu.setTitle(SUBMENUS[name](w))
        for entry in self._entries.values():
            self.by_name[entry.name].setText(entry.text(w))
        self._name_steps()

    def _name_steps(self) -> None:
        w, stack = self._session.view.w, self._session.undo_stack
        if not isValid(stack):
            # Qt tells of a stack that empties itself while it goes
            return
        for action, can, done, named, bare in (
            (
                self.undo,
                stack.canUndo(),
                step(w, stack.undoText()),
                w.gettext("Undo: {step}"),
                w.gettext("Undo"),
            ),
            (
                self.redo,
                stack.canRedo(),
                step(w, stack.redoText()),
                w.gettext("Redo: {step}"),
                w.gettext("Redo"),
            ),
        ):
            action.setEnabled(can)
            action.setText(named.format(step=done) if can and done else bare)
            action.setProperty(BARE, bare)
