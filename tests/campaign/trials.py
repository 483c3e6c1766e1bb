"""The checks of ``faults``, each with a window of its own; run in a process of their own.

A check yields what is wrong, the kind of the failure first; nothing where all is well.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import msgspec

from kzstay.files.codec import CaseFileError
from tests.campaign import trials_disk, trials_files
from tests.campaign.desk import Desk
from tests.campaign.processes import hand_in, take_task

CHECKS = trials_disk.CHECKS | trials_files.CHECKS


def outcome(name: str) -> list[str]:
    """Do one check in a folder and a home of its own."""
    with TemporaryDirectory(prefix="fault-") as place:
        folders = [Path(place) / part for part in ("files", "home")]
        for folder_ in folders:
            folder_.mkdir()
        environment = {f"XDG_{kind.upper()}_HOME": str(folders[1] / kind) for kind in ("config", "data", "cache")}
        with patch.dict(os.environ, {**environment, "HOME": str(folders[1])}):
            desk = Desk(*folders)
            try:
                return [*CHECKS[name](desk), *desk.exceptions]
            except CaseFileError as error:
                return ["a case file is damaged", str(error)]
            finally:
                desk.leave()


def main() -> None:
    """Do the checks that this process was given, and note them one by one."""
    names, own = take_task(list[str])
    found: dict[str, list[str]] = {}
    for name in names:
        found[name] = outcome(name)
        (own / "so far").write_bytes(msgspec.json.encode(found))
    hand_in(own, found)


if __name__ == "__main__":
    main()
