"""The workflow of a pull request, as text: what it runs, on which systems, and with which rights."""

from __future__ import annotations

import re

import project
from tests.packaging.workflows import FILES, JOBS, jobs

WORKFLOW, RELEASE = FILES["checks"], FILES["release"]
CI = (project.ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_a_change_may_read_and_nothing_else() -> None:
    assert re.search(r"^on:\n  pull_request:\n  push:\n    branches: \[main\]$", WORKFLOW, re.MULTILINE)
    assert set(re.findall(r"^      ([\w-]+: (?:read|write))\b", WORKFLOW, re.MULTILINE)) == {"contents: read"}
    assert "secrets." not in WORKFLOW


def test_a_change_is_tried_on_the_systems_of_the_release_and_on_two_pythons() -> None:
    for machine in ("ubuntu-24.04", "windows-2022", "macos-15"):
        assert re.search(rf"{machine}\b", RELEASE)
        for job in ("elsewhere", "package"):
            assert re.search(rf"machine: \[.*{machine}\b", jobs("checks")[job])
    assert WORKFLOW.count('python: ["3.11", "3.14"]') == 2
    (image,) = set(re.findall(r"container: (\S+)", WORKFLOW + RELEASE))
    assert image.startswith("debian:12@")


def test_the_package_names_no_python_newer_than_what_is_tried() -> None:
    (tried,) = set(re.findall(r"python: \[(.+)\]", WORKFLOW))
    told = (project.ROOT / "pyproject.toml").read_text(encoding="utf-8")
    named = re.findall(r'"Programming Language :: Python :: (3\.\d+)"', told)
    oldest = re.search(r'requires-python = ">=(.+)"', told)
    assert oldest is not None
    assert [oldest[1], named[-1]] == [named[0], named[-1]] == re.findall(r"[\d.]+", tried)


def test_linux_runs_what_must_hold_and_the_others_what_they_can_of_it() -> None:
    assert "run: .ci/run\n" in jobs("checks")["linux"]
    kinds = r"ruff .+|pyright|lint-imports|zizmor .+|python packaging/tools/.+"
    steps = re.findall(rf"^({kinds})$", CI, re.MULTILINE)
    assert len(steps) > 5
    assert re.findall(r"- run: (.+)", jobs("checks")["elsewhere"]) == steps


def test_the_tests_are_run_by_the_command_of_the_readme() -> None:
    asked = re.search(r"grep -E '(.+?)' README\.md", WORKFLOW)
    assert asked is not None
    assert f"grep -E '{asked[1]}' README.md" in CI
    readme = (project.ROOT / "README.md").read_text(encoding="utf-8")
    assert len(re.findall(asked[1], readme, re.MULTILINE)) == 1


def test_the_package_is_built_and_tried_as_in_the_release() -> None:
    for text in (jobs("checks")["package"], CI):
        assert re.search(r"\.ci/package build ", text)
        assert re.search(r"\.ci/package try ", text)
    assert "check --strict dist/*" in jobs("checks")["package"]
    script = (project.ROOT / ".ci" / "package").read_text(encoding="utf-8")
    for command in ("--version", "check case.kzstay", "report case.kzstay -o report.pdf", "self-test"):
        assert command in script


def test_what_grows_old_by_itself_is_looked_at_every_month() -> None:
    assert re.search(r'- cron: "\d+ \d+ \d+ \* \*"', FILES["monthly"])
    lists = set(re.findall(r"- (packaging/\S+\.txt)", JOBS["monthly, holes"]))
    hashed = {path for path in project.PACKAGING.rglob("*.txt") if "--hash=" in path.read_text(encoding="utf-8")}
    names = {path.relative_to(project.ROOT).as_posix() for path in hashed}
    assert names - {"packaging/windows/python.txt"} == lists  # a Python in a package, which no advisory names
    assert "check_law.py" in JOBS["monthly, law"]
