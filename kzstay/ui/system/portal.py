"""The portal of the desktop: by it KDE and LXQt show their own file dialogs, for which Qt has no part here."""

from __future__ import annotations

import sys
from collections.abc import MutableMapping

DESKTOPS = {"KDE", "LXQT"}  # on those of GTK, Qt finds the dialogs by itself
THEME = "QT_QPA_PLATFORMTHEME"


def ask_portal(environment: MutableMapping[str, str]) -> None:
    """Have Qt ask the portal, before there is an application; where nobody answers, Qt's own dialogs are shown."""
    desktops = set(environment.get("XDG_CURRENT_DESKTOP", "").upper().split(":"))
    reached = bool(environment.get("DBUS_SESSION_BUS_ADDRESS"))
    if sys.platform == "linux" and reached and desktops & DESKTOPS:
        environment.setdefault(THEME, "xdgdesktopportal")
