"""The contents of the guide: its topics under the groups they are in, or those that answer a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QWidget

from kzstay import bundled
from kzstay.guard import guarded
from kzstay.texts import Words
from kzstay.texts import guide as texts
from kzstay.ui.widgets.topic_list import TopicList


@guarded
class Contents(TopicList):
    """The list of the guide's topics."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("guide_contents", parent)

    def list_all(self, w: Words) -> None:
        """List every topic under its group."""
        groups = bundled.guide().groups.items()
        self.fill([(texts.group(w, group), _titled(w, names)) for group, names in groups])

    def list_found(self, w: Words, topics: Sequence[str]) -> None:
        """List the topics that answer a question, best first."""
        self.fill([(w.gettext("Found"), _titled(w, topics))] if topics else [])


def _titled(w: Words, topics: Iterable[str]) -> list[tuple[str, str]]:
    return [(name, bundled.guide().title(name, w.language)) for name in topics]
