"""Many crossings in a data frame, answered where they are: in the partitions of PySpark or Dask.

``answers`` takes an iterator of frames and gives one of frames, as ``mapInPandas`` of PySpark wants it. All rows
of a person must be in one partition, and in one frame of it where a partition comes in several; so repartition by
what tells a person first::

    from frames import COLUMNS, PERSON, answers

    # PySpark: each partition holds whole people, and comes as one frame
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 0)
    crossings.repartition(*PERSON).mapInPandas(lambda frames: answers(frames, day), COLUMNS)

    # Dask
    crossings.shuffle(on=list(PERSON)).map_partitions(lambda frame: next(answers([frame], day)))

A frame has the columns of ``PERSON``, and ``entry`` and ``exit``, as texts such as 2026-12-15 or as days; what
is empty is None, NaN or NaT. Only ``frame.to_dict("records")`` and
``type(frame)(rows, columns=...)`` are asked of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import msgspec

from kzstay import bundled
from kzstay.core.assess import assess
from kzstay.core.case import Stay, Traveller
from kzstay.core.summary import Summary, summary

PERSON = ("traveller", "citizenship", "born")
# The names and types of the answers, as PySpark takes them
COLUMNS = (
    "traveller string, citizenship string, on date, standing string, leave_by date, because string, "
    "days_left int, used int, remaining int, overstay_days int, next_entry date, next_days int, "
    "next_duty string, next_due date, missed int"
)


def answers(frames: Iterable[Any], on: date) -> Iterator[Any]:
    """Yield a frame of answers for each frame of crossings, one row for each person."""
    law = bundled.law()  # loaded once in each process
    for frame in frames:
        stays: dict[tuple[str, str, date | None], list[Stay]] = {}
        for row in frame.to_dict("records"):
            person = row["traveller"], row["citizenship"], day_of(row["born"])
            held, entry = stays.setdefault(person, []), day_of(row["entry"])
            if entry is not None:
                held.append(Stay(entry=entry, exit=day_of(row["exit"])))
        rows = [
            msgspec.structs.astuple(
                summary(
                    assess(Traveller(name=name, citizenship=citizenship, born=born, stays=tuple(held)), on, law)
                )
            )
            for (name, citizenship, born), held in stays.items()
        ]
        yield type(frame)(rows, columns=list(Summary.__struct_fields__))


def day_of(value: object) -> date | None:
    """Return the day that a cell holds; None for an empty one."""
    if value is None or value == "" or value != value:  # NaN and NaT are not even themselves
        return None
    return date.fromisoformat(str(value)[:10])
