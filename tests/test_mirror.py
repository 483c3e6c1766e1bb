"""A module kzstay/x/y.py has its tests in tests/x/test_y.py or in the folder tests/x/y, and nowhere twice."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import kzstay

ROOT = Path(kzstay.__file__).parent
TESTS = Path(__file__).parent
# What is about the program as a whole, or about a rule that many modules keep
CROSS_CUTTING = {
    "test_any_case.py",
    "test_campaign.py",
    "test_conformance.py",
    "test_mirror.py",
    "test_documents.py",
    "test_readme.py",
    "test_time_zones.py",
    "batch/test_alone.py",  # nothing is left of one traveller in the answer for another
    "batch/test_same_pieces.py",  # however a table is cut
    "cli/test_foreign_text.py",  # of whatever command, nothing that was brought in reaches the terminal as it is
    "cli/test_process.py",  # the whole program as a process: from any folder, into any encoding
    "core/test_isolation.py",
    "core/test_papers_in_plans.py",
    "core/test_plan_day_by_day.py",
    "core/test_vectors.py",
    "core/test_what_changes_nothing.py",
    "texts/test_no_numbers.py",
    "ui/test_first_picture.py",  # of whatever is gone to
    "ui/test_focus.py",  # wherever the keyboard comes to
    "ui/test_errors_are_heard.py",  # in whichever field
    "ui/test_foreign_text.py",
    "ui/test_interrupted_drags.py",
    "ui/test_large_letters.py",  # in whatever is read
    "ui/test_nothing_is_cut.py",
    "ui/test_nothing_is_lost.py",
    "ui/test_signs.py",
    "ui/test_situations.py",
    "ui/test_standing.py",
    "ui/test_tab_order.py",
    "ui/test_time_zones.py",
    "ui/test_assistive_technology.py",  # the program as a real one finds it, on a bus of its own
    "ui/test_what_is_heard.py",
    "ui/pages/test_models.py",
    "ui/session/test_identity.py",  # what is meant of two that say the same, whatever has to do with them
}
ELSEWHERE = {"bench", "campaign", "packaging", "core/law_cases", "core/visa_table"}  # tests of no module
STARTS = {"__init__.py", "__main__.py"}  # nothing is done in them but to begin
PENDING: set[str] = set()  # modules whose tests are still to come
PENDING_TESTS: set[str] = set()  # tests that still stand where they do not belong


@cache
def modules() -> list[str]:
    """List the modules as paths without their suffix."""
    paths = [path.relative_to(ROOT) for path in ROOT.rglob("*.py") if path.name not in STARTS]
    return sorted(path.with_suffix("").as_posix() for path in paths)


@cache
def files_of_tests() -> list[Path]:
    """List the files of tests that are about modules."""
    found = [path.relative_to(TESTS) for path in TESTS.rglob("test_*.py")]
    return sorted(path for path in found if not any(path.is_relative_to(folder) for folder in ELSEWHERE))


def places_of(module: str) -> list[Path]:
    """List where a module has tests: a file, a folder, or by mistake both."""
    path = Path(module)
    file = path.with_name(f"test_{path.name}.py")
    return list({place for test in files_of_tests() for place in (file, path) if test.is_relative_to(place)})


@pytest.mark.parametrize("module", modules())
def test_every_module_has_its_tests_where_one_looks_for_them(module: str) -> None:
    places = places_of(module)
    if module in PENDING:
        assert places == [], "It has its tests now: take it from the list"
    else:
        assert len(places) == 1


@pytest.mark.parametrize("path", files_of_tests(), ids=Path.as_posix)
def test_every_test_is_about_a_module_or_about_many(path: Path) -> None:
    named = [path.with_name(path.stem.removeprefix("test_")), *path.parents]
    about = [place for place in named if place.as_posix() in modules()]
    if path.as_posix() in CROSS_CUTTING | PENDING_TESTS:
        assert about == []
    else:
        assert len(about) == 1


def test_nothing_is_listed_that_is_not_there() -> None:
    assert {path.as_posix() for path in files_of_tests()} >= CROSS_CUTTING | PENDING_TESTS
    assert set(modules()) >= PENDING
    assert all((TESTS / folder).is_dir() for folder in ELSEWHERE)
