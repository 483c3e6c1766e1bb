"""The release workflow, as text: what it runs, by which versions, and on which systems."""

from __future__ import annotations

import re

import pytest

import project
from kzstay import display

WORKFLOW = (project.ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
DEBIAN = re.compile(r"\blib[a-z0-9+.-]+")


def test_every_action_of_the_release_is_pinned_by_commit() -> None:
    used = re.findall(r"uses: (.+)", WORKFLOW)
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)] == []


def test_an_action_is_of_one_version_everywhere() -> None:
    used = set(re.findall(r"uses: (.+)", WORKFLOW))
    assert len({action.partition("@")[0] for action in used}) == len(used)


def test_the_release_builds_and_tests_every_target() -> None:
    for target in project.TARGETS:
        assert f"packaging/build.py --target {target} --release" in WORKFLOW
    assert len(re.findall(r"python -m pytest", WORKFLOW)) == len(project.TARGETS)


def test_nothing_is_published_before_every_target_was_tried() -> None:
    needs = re.search(r"publish:\n.*?needs: \[(.*?)\]", WORKFLOW, re.DOTALL)
    assert needs is not None
    assert set(needs[1].split(", ")) == {"bare-linux", "windows", "macos"}


@pytest.mark.parametrize("elsewhere", ["what Qt loads", "what CI installs"])
def test_linux_is_built_with_every_library_that_is_known_to_be_needed(elsewhere: str) -> None:
    loaded = {packages[0] for packages in (display._LIBRARIES | display._X11 | display._WAYLAND).values()}
    ci = (project.ROOT / ".ci" / "run").read_text(encoding="utf-8")
    installed = set(re.findall(r'^    "lib[^"]+": "([^"]+)",$', ci, re.MULTILINE))
    assert installed
    needed = loaded if elsewhere == "what Qt loads" else installed
    assert needed <= set(DEBIAN.findall(WORKFLOW))
