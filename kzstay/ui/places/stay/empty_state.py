"""The empty state: an invitation where nothing was entered yet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from kzstay.drawing.shapes import BRACKET, RULER
from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.ui.timeline.widget import Timeline
from kzstay.ui.widgets import parts
from kzstay.ui.widgets.theme import scaled

EDGE = 3  # pixels that it leaves free over and under itself
WORDS = 9  # pixels from the line of the bracket to the foot of the words in it
AMPLE, TIGHT = ((28, 20, 28, 20), 14), ((16, 6, 16, 8), 6)  # pixels round it, and between what is on it


@guarded
class EmptyState(QFrame):
    """An invitation over the lane of the timeline; it hides as soon as there is a stay.

    Where the lane is low it has less air, then no question, which the answer over it has asked already.
    """

    def __init__(self, timeline: Timeline) -> None:
        super().__init__(timeline)
        self._timeline = timeline
        self.setObjectName("card")
        self.text = parts.label("heading", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add = parts.button("empty_add", look="primary")
        self.bring = parts.button("empty_import")
        self.example = parts.button("empty_example")
        buttons = parts.row(1, self.add, self.bring, self.example, 1, spacing=10)
        self._column = parts.column(self.text, buttons, spacing=AMPLE[1], margins=AMPLE[0])
        self.setLayout(self._column)

    def retranslate(self, w: Words) -> None:
        """Speak the window's language."""
        self.text.setText(w.gettext("When did you enter, when did you leave?"))
        self.add.setText(w.gettext("Add your first stay"))
        self.bring.setText(w.gettext("Import…"))
        self.example.setText(w.gettext("Open example"))
        self.place()

    def place(self) -> None:
        """Stand in the middle of the lane, under the names of the days and the words of the bracket."""
        room = self._timeline.size()  # in pixels, as the timeline's own width is not where letters are large
        said = self._timeline.scene().bracket is not None
        above = scaled(BRACKET + WORDS if said else RULER) + EDGE
        lane = room.height() - above - EDGE
        width = high = 0
        for asked, air in ((True, AMPLE), (True, TIGHT), (False, TIGHT)):
            self.text.setVisible(asked)
            self._column.setContentsMargins(*air[0])
            self._column.setSpacing(air[1])
            width = min(max(scaled(560), self.minimumSizeHint().width()), room.width() - 40)
            high = max(self.sizeHint().height(), self.heightForWidth(width))
            if high <= lane:
                break
        self.resize(width, high)
        lowest = room.height() - high
        self.move((room.width() - width) // 2, max(0, min(lowest, above + max(0, lane - high) // 2)))
