from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.sessions import OnFile


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> OnFile:
    return OnFile(tmp_path)
