"""The workflow of a pull request, as text: what it runs, by which versions, and with which rights."""

from __future__ import annotations

import re

import project

FOLDER = project.ROOT / ".github" / "workflows"
WORKFLOW = (FOLDER / "checks.yml").read_text(encoding="utf-8")
RELEASE = (FOLDER / "release.yml").read_text(encoding="utf-8")
CI = (project.ROOT / ".ci" / "run").read_text(encoding="utf-8")
ACTION = re.compile(r"uses: (.+)")


def test_every_action_is_pinned_as_in_the_release() -> None:
    used = set(ACTION.findall(WORKFLOW))
    assert used
    assert used <= set(ACTION.findall(RELEASE))


def test_a_change_may_read_and_nothing_else() -> None:
    assert re.search(r"^on: pull_request$", WORKFLOW, re.MULTILINE)
    assert re.findall(r"^ *permissions:\n((?: +.+\n)+)", WORKFLOW, re.MULTILINE) == ["  contents: read\n"]
    assert "secrets." not in WORKFLOW
    assert WORKFLOW.count("persist-credentials: false") == WORKFLOW.count("actions/checkout@")


def test_a_change_is_tried_on_the_systems_of_the_release() -> None:
    for machine in ("ubuntu-24.04", "windows-2022", "macos-15"):
        assert re.search(rf"{machine}\b", WORKFLOW)
        assert re.search(rf"{machine}\b", RELEASE)
    assert "container: debian:12" in WORKFLOW


def test_linux_runs_what_must_hold_and_the_others_what_they_can_of_it() -> None:
    linux, elsewhere = WORKFLOW.split("  elsewhere:\n")
    assert "run: .ci/run\n" in linux
    steps = re.findall(r"^(ruff .+|pyright|lint-imports|python packaging/tools/.+)$", CI, re.MULTILINE)
    assert len(steps) > 4
    assert re.findall(r"- run: (.+)", elsewhere) == steps


def test_the_tests_are_run_by_the_command_of_the_readme() -> None:
    asked = re.search(r"grep -E '(.+?)' README\.md", WORKFLOW)
    assert asked is not None
    assert f"grep -E '{asked[1]}' README.md" in CI
    readme = (project.ROOT / "README.md").read_text(encoding="utf-8")
    assert len(re.findall(asked[1], readme, re.MULTILINE)) == 1
