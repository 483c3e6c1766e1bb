"""The table that shows how the counting agrees with others is what the vectors come to."""

from __future__ import annotations

from pathlib import Path

from tests.core.vectors import DIVERGENT, OUTSIDE, Vector, answers

PAGE = Path(__file__).resolve().parent / "vectors" / "README.md"


def source(vector: Vector) -> str:
    """Shorten a source to who it is."""
    return vector["source"].removeprefix("github ").split(" ")[0]


def table() -> str:
    """Write how many expectations of each source come out as it has them."""
    lines = ["| source | cases | expectations | agree |", "|---|---|---|---|"]
    names = sorted({source(vector) for vector in OUTSIDE}, key=str.casefold)
    total = [0, 0, 0]
    for name in names:
        vectors = [vector for vector in OUTSIDE if source(vector) == name]
        asked = sum(len(vector["expect"]) for vector in vectors)
        found = [answers(vector, vector["expect"]) for vector in vectors]
        agree = sum(
            given[key] == value
            for vector, given in zip(vectors, found, strict=True)
            for key, value in vector["expect"].items()
        )
        lines.append(f"| {name} | {len(vectors)} | {asked} | {agree} |")
        total = [total[0] + len(vectors), total[1] + asked, total[2] + agree]
    lines.append("| all | {} | {} | {} |".format(*total))
    return "\n".join(lines)


def test_the_page_shows_how_the_counting_agrees_with_others() -> None:
    assert table() in PAGE.read_text(encoding="utf-8"), f"\n{table()}\n"


def test_the_page_counts_the_cases_in_which_others_miscount() -> None:
    assert f"{len(DIVERGENT)} more cases" in PAGE.read_text(encoding="utf-8")
