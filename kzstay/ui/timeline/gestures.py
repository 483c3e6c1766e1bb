"""What the mouse does on the timeline, in words: the list that F1 tells. The doing is the ``pointer``'s."""

from __future__ import annotations

from collections.abc import Callable

from kzstay.texts import Words

GESTURES: list[tuple[Callable[[Words], str], Callable[[Words], str]]] = [
    (lambda w: w.gettext("click a stay"), lambda w: w.gettext("choose it")),
    (lambda w: w.gettext("drag a stay"), lambda w: w.gettext("move it by whole days")),
    (lambda w: w.gettext("drag an edge of a stay"), lambda w: w.gettext("change its entry or exit")),
    (lambda w: w.gettext("drag where no stay is"), lambda w: w.gettext("add a stay")),
    (lambda w: w.gettext("double click where no stay is"), lambda w: w.gettext("add a stay of one day")),
    (
        lambda w: w.gettext("drag the dates above, or with the middle button"),
        lambda w: w.gettext("show other days"),
    ),
    (lambda w: w.gettext("wheel"), lambda w: w.gettext("zoom about the pointer")),
    (lambda w: w.gettext("Shift and wheel, or wheel sideways"), lambda w: w.gettext("show other days")),
    (lambda w: w.gettext("point below the stays"), lambda w: w.gettext("see the days used until that day")),
    (
        lambda w: w.gettext("right click a stay or a flag"),
        lambda w: w.gettext("open its menu"),
    ),
]
