"""Three cases, and how their files are read and refused."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any, NoReturn

import pytest

from kzstay.core.case import Case
from kzstay.files.store import StoreError, open_case, save_case
from tests.helpers import case, traveller

OLD = case(traveller("DE", name="Old"))
NEW = case(traveller("DE", name="New"))
NEWER = case(traveller("DE", name="Newer"))
POSIX = pytest.mark.skipif(os.name != "posix", reason="links and modes of POSIX")


def read(path: Path) -> Case:
    return open_case(path).document.case


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def failing(*_: Any, **__: Any) -> NoReturn:  # noqa: ANN401
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def why_not_opened(path: Path) -> StoreError:
    with pytest.raises(StoreError) as caught:
        open_case(path)
    return caught.value


def why_not_saved(found: Case, path: Path, **options: Any) -> StoreError:  # noqa: ANN401
    with pytest.raises(StoreError) as caught:
        save_case(found, path, **options)
    return caught.value
