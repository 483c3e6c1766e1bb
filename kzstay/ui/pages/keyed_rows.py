"""Rows of a model that are told apart by key: what Qt holds of a row goes where the row goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel

from kzstay.core.case import Number
from kzstay.ui.session.records.rows import Row


def renew(
    model: QAbstractTableModel, before: Sequence[Row], after: Sequence[Row], take_up: Callable[[], None]
) -> None:
    """Let a model take up its rows anew, so that views follow: also an editor that is open, and the chosen row.

    Where rows come or go, views begin anew.
    """
    were, are = [row.key for row in before], [row.key for row in after]
    if were == are:
        take_up()
    elif sorted(were) == sorted(are):
        model.layoutAboutToBeChanged.emit()
        take_up()
        _move(model, were, {key: place for place, key in enumerate(are)})
        model.layoutChanged.emit()
    else:
        model.beginResetModel()
        take_up()
        model.endResetModel()


def _move(model: QAbstractTableModel, were: Sequence[Number], places: dict[Number, int]) -> None:
    held = model.persistentIndexList()
    model.changePersistentIndexList(
        held, [model.index(places[were[index.row()]], index.column()) for index in held]
    )
