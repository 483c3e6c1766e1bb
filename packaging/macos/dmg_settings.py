"""How the disk image looks; dmgbuild reads these names, and passes the app as ``defines["app"]``."""

from __future__ import annotations

import os.path

defines: dict[str, str] = globals().get("defines", {})  # dmgbuild puts it here

application = defines.get("app", "dist/kzstay.app")
name = os.path.basename(application)  # noqa: PTH119 - dmgbuild runs this file with names of its own

format = "ULMO"  # noqa: A001 - LZMA, which macOS reads from 10.15 on
filesystem = "HFS+"
files = [application]
symlinks = {"Applications": "/Applications"}
icon = os.path.join(application, "Contents", "Resources", "kzstay.icns")  # noqa: PTH118
icon_locations = {name: (140, 150), "Applications": (400, 150)}
icon_size = 96
text_size = 13
window_rect = ((200, 200), (540, 320))
default_view = "icon-view"
show_status_bar = show_tab_view = show_toolbar = show_pathbar = show_sidebar = False
