"""The voice of the timeline: what a screen reader is told of the picture, and of the stay that is chosen in it."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

from kzstay.core.case import Number
from kzstay.texts import answers
from kzstay.texts import timeline as texts
from kzstay.ui.widgets import announce

if TYPE_CHECKING:
    from kzstay.ui.timeline.widget import Timeline


class Voice:
    """Tells of the list as a whole, of the item that the keyboard is at, and of the days in sight."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self.looking = False  # at a day that keys go to
        self._told: tuple[Number | None, str, str] = None, "", ""  # which item, its name and how it stands

    def describe(self) -> None:
        """Tell the picture in a sentence; the table of stays is its full equivalent."""
        timeline, session = self._timeline, self._timeline.session()
        if not session.previewing:
            timeline.setAccessibleName(session.view.w.gettext("Timeline of stays"))
            timeline.setAccessibleDescription(answers.in_short(session.view.w, session.assessment))

    def chosen(self) -> None:
        """Have the chosen stay read as the item of a list that the keyboard is at."""
        self._keep()
        announce.tell_focus(self._timeline, self._timeline.session().selection)

    def renewed(self) -> None:
        """Tell of the item that the keyboard is at what is another about it now."""
        before = self._told
        self._keep()
        key, name, state = self._told
        if not self._timeline.hasFocus() or key is None or key != before[0]:
            return
        if sys.platform == "win32":
            return  # where readers would say it once more: it is announced with the answer
        place = self._timeline.session().selection
        if name != before[1]:
            announce.tell_name(self._timeline, place)
        if state != before[2]:
            announce.tell_description(self._timeline, place)

    def _keep(self) -> None:
        session = self._timeline.session()
        w, a, index = session.view.w, session.assessment, session.selection
        if index < 0:
            self._told = None, "", ""
            return
        stay = a.stay(index)
        key = session.traveller.stays[index].key.number
        self._told = key, answers.stay_label(w, stay), texts.aloud(texts.stay_told(w, a, index))

    def say_days(self) -> None:
        """Say which days are in sight."""
        timeline = self._timeline
        w, scale = timeline.session().view.w, timeline.scale
        timeline.say(answers.span_label(w, scale.first, scale.last))

    def look(self, by: timedelta) -> None:
        """Go on to another day to look at what is counted on it, first to the day of reckoning, and say it."""
        timeline, view = self._timeline, self._timeline.session().view
        inspected = timeline.inspected
        day = view.on if inspected is None else inspected + by
        self.looking = True
        timeline.see(day)
        timeline.inspect(day)
        timeline.say(self._of_day(day))

    def look_away(self) -> None:
        """Look at the day of reckoning again."""
        if self.looking:
            self.looking = False
            self._timeline.inspect(None)

    def _of_day(self, day: date) -> str:
        """Say of a day what the line under the picture tells of it."""
        timeline = self._timeline
        told = timeline.telling.of_day(day)
        if timeline.scene().bracket is None:
            told.insert(1, timeline.session().view.w.gettext("no days are counted on this day"))
        return texts.aloud(told)
