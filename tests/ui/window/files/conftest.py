"""Dialogs of files that are answered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.window.files.file_dialogs import Answer


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answer the file dialogs with a path, or with nothing as Cancel does; tell what they proposed."""

    def answer_with(path: Path | str) -> list[str]:
        proposed: list[str] = []

        def ask(_parent: object, _title: str, start: str, _filter: str) -> tuple[str, str]:
            proposed.append(start)
            return str(path), ""

        monkeypatch.setattr(QFileDialog, "getOpenFileName", ask)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
        return proposed

    return answer_with
