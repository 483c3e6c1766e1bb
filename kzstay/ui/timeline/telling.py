"""What the timeline tells: of the part under the pointer, and without one of what is chosen or looked at."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from kzstay import bundled
from kzstay.core.days import Span
from kzstay.core.editing import Change
from kzstay.drawing.scene import stay_span
from kzstay.drawing.under import Under, under
from kzstay.texts import answers
from kzstay.texts import guide as guide_texts
from kzstay.texts import timeline as texts

if TYPE_CHECKING:
    from kzstay.ui.timeline.widget import Timeline


class Telling:
    """Lines for the hint at the pointer and for the line of the foot, which say the same."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self.place: QPointF | None = None  # of the pointer, while it is over the timeline

    def lines(self) -> list[str]:
        """Tell of what is dragged, pointed at, looked at or chosen, else of the day of reckoning."""
        timeline = self._timeline
        session, change = timeline.session(), timeline.pointer.change
        if change is not None and session.previewing:  # else it is one of a case that is no more
            return list(self.of_change(change))
        if self.place is not None:
            return self.at(self.place)
        w, a = session.view.w, session.assessment
        if timeline.inspected is not None:
            return self.of_day(timeline.inspected)
        if session.selection >= 0:
            return texts.stay(w, a, session.selection)
        return [*texts.reckoned(w, a.on, session.view.today)[:1], *texts.used(w, a, a.on)]

    def of_day(self, on: date) -> list[str]:
        """Tell of a day that keys go to all that the mouse would find on it: flags, the stay, papers, the trip."""
        timeline, session = self._timeline, self._timeline.session()
        w, a, scene = session.view.w, session.assessment, self._timeline.scene()
        lines = texts.day(w, a, on)
        lines += [flag.told for flag in scene.flags if timeline.day_at(flag.x) == on]
        for index in a.reckoning.among(on, on):
            lines += texts.stay(w, a, index)[:2]
        for permit in a.traveller.permits:
            if permit.first <= on <= permit.until:
                lines += texts.permit(w, permit)[:1]
        for days in session.proposal.openings if session.proposal else ():
            if days.first <= on <= days.last:
                lines += texts.opening(w, days)
        return lines

    def at(self, place: QPointF) -> list[str]:
        """Tell of what lies at a place; of the ruler there is nothing to tell."""
        found = under(self._timeline.scene(), place.x(), place.y())
        return self._of(found, place)

    def _of(self, found: Under, place: QPointF) -> list[str]:
        timeline = self._timeline
        session = timeline.session()
        w, a, on = session.view.w, session.assessment, timeline.day_at(place.x())
        match found.kind:
            case "flag":
                flag = timeline.scene().flags[found.number]
                return [flag.told, guide_texts.read_more(w, bundled.guide(), flag.topic)]
            case "stay":
                return texts.stay(w, a, found.number)
            case "left":
                return texts.left(w, a, found.number)
            case "open":
                return texts.open_plan(w, a, found.number)
            case "permit":
                return texts.permit(w, a.traveller.permits[found.number])
            case "trip" | "openings":
                return self._of_trip(found)
            case "period":
                return texts.looked_back(w, a, timeline.inspected or a.on)
            case "reckoned":
                return texts.reckoned(w, a.on, session.view.today)
            case "limit":
                return texts.limit_line(w, a)
            case "day":
                return texts.day(w, a, on)
            case "nothing":
                return []

    def _of_trip(self, found: Under) -> list[str]:
        session = self._timeline.session()
        proposal, ghost, w = session.proposal, self._timeline.scene().ghost, session.view.w
        if proposal is None or ghost is None:
            return []
        if found.kind == "openings":
            return texts.opening(w, proposal.openings[found.number])
        leaving = proposal.exit or proposal.last
        days = Span(proposal.entry, leaving) if leaving and leaving >= proposal.entry else None
        return texts.trip(w, days, proposal.entry, possible=ghost.possible)

    def of_change(self, change: Change) -> tuple[str, str]:
        """Tell what a stay that is held would be, and what it comes to."""
        session, w = self._timeline.session(), self._timeline.session().view.w
        reckoning = session.assessment.reckoning
        span = stay_span(reckoning, change.index)
        stay, found = session.assessment.stay(change.index), reckoning.verdict(change.index)
        label = answers.stay_label(w, stay)
        known = found.because is not None or session.traveller.citizenship or stay.citizenship
        second = answers.verdict(w, found) if known else answers.no_citizenship(w)
        if change.blocked:
            second += " · " + w.gettext("stops at the neighbouring stay")
        elif day := self._timeline.pointer.drawn_to:
            second += " · " + w.gettext("drawn to {day}, with Alt to any day").format(day=w.day_month(day))
        return f"{label} · {answers.days(w, span.days)}", second
