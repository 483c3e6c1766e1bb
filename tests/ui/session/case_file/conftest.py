from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kzstay.files import atomic
from tests.ui.sessions import OnFile, file_of

Refuse = Callable[..., None]


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[OnFile]:
    desk = OnFile(tmp_path)
    yield desk
    file_of(desk.session).let_go()


@pytest.fixture
def refuse(monkeypatch: pytest.MonkeyPatch) -> Refuse:
    """Let some folders take nothing, for a reason; none of them any more where none is named."""
    refused: dict[Path, int] = {}
    make = atomic.create

    def create(path: str, flags: int) -> int:
        if (number := refused.get(Path(path).parent)) is not None:
            raise OSError(number, os.strerror(number))
        return make(path, flags)

    def refuse_in(*folders: Path, number: int = errno.ENOSPC) -> None:
        refused.clear()
        refused.update(dict.fromkeys(folders, number))

    monkeypatch.setattr("kzstay.files.atomic.create", create)
    return refuse_in
