"""What holds of every workflow: what it runs is pinned, what it may do is said, and secrets wait for a person."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import project
from tests.packaging.workflows import ACTION, FILES, FOLDER, JOBS

# A checker of text is a release of its own, of an exact version; it sees no secret and signs nothing
CHECKERS = re.compile(r"pip install (twine|pip-audit)==[\d.]+$")
IMAGE = re.compile(r"\bdebian:[\w.-]+\S*")
HASHED = re.compile(r"pip install .*--require-hashes|pip install --no-deps --no-build-isolation -e \.$")


def test_every_action_is_pinned_by_commit_and_of_one_version_everywhere() -> None:
    used = {action for text in FILES.values() for action in ACTION.findall(text)}
    assert used
    assert [action for action in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)] == []
    assert len({action.partition("@")[0] for action in used}) == len(used)


def test_every_image_is_pinned_by_digest_and_of_one_digest_everywhere() -> None:
    used = {image for text in FILES.values() for image in IMAGE.findall(text)}
    assert used
    assert [image for image in used if not re.fullmatch(r"debian:[\w.-]+@sha256:[0-9a-f]{64}", image)] == []
    assert len({image.partition("@")[0] for image in used}) == len(used)


@pytest.mark.parametrize("name", FILES)
def test_a_workflow_may_do_nothing_by_itself_and_runs_once_at_a_time(name: str) -> None:
    assert re.search(r"^permissions: \{\}$", FILES[name], re.MULTILINE)
    assert re.search(r"^concurrency:$", FILES[name], re.MULTILINE)


@pytest.mark.parametrize("job", JOBS)
def test_a_job_says_what_it_may_do_and_why_and_ends_in_time(job: str) -> None:
    assert re.search(r"^    timeout-minutes: \d+", JOBS[job], re.MULTILINE)
    asked = re.search(r"^    permissions:\n((?:      .+\n)+)", JOBS[job], re.MULTILINE)
    assert asked is not None
    assert [line for line in asked[1].splitlines() if not re.fullmatch(r" +[\w-]+: (read|write) # .+", line)] == []


@pytest.mark.parametrize("job", JOBS)
def test_secrets_and_whatever_can_be_written_wait_for_a_person(job: str) -> None:
    if "secrets." in JOBS[job] or re.search(r": write\b", JOBS[job]):
        assert re.search(r"^    environment: (release|pypi)\b", JOBS[job], re.MULTILINE)


@pytest.mark.parametrize("job", JOBS)
def test_no_job_keeps_the_token_in_the_sources(job: str) -> None:
    assert JOBS[job].count("persist-credentials: false") == JOBS[job].count("actions/checkout@")


@pytest.mark.parametrize(
    "job", [job for job, text in JOBS.items() if "environment:" in text or "dist/kzstay" in text]
)
def test_what_signs_publishes_or_builds_for_it_runs_only_what_is_pinned(job: str) -> None:
    text = JOBS[job]
    assert [line for line in re.findall(r"pip install .*", text) if not HASHED.search(line)] == []
    for other in ("pytest", ".ci/package try", "requirements-test", ".[test]", "README.md"):
        assert other not in text


@pytest.mark.parametrize("job", JOBS)
def test_what_tests_install_is_pinned_in_the_release_and_named_in_the_readme_elsewhere(job: str) -> None:
    for line in re.findall(r"pip install .*", JOBS[job]):
        if "README.md" not in line:
            assert HASHED.search(line) or CHECKERS.search(line)


def test_what_the_tests_of_a_release_run_with_is_pinned_hashed_and_whole() -> None:
    text = (project.PACKAGING / "requirements-test.txt").read_text(encoding="utf-8")
    lines = [line for line in text.replace("\\\n", " ").splitlines() if line and not line.startswith("#")]
    assert [line for line in lines if not re.match(r"[\w.-]+==[\w.]+ .*--hash=sha256:[0-9a-f]{64}", line)] == []
    assert "://" not in text
    pinned = set(re.findall(r"^([\w.-]+)==", text, re.MULTILINE))
    asked = tomllib.loads((project.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = asked["optional-dependencies"]
    named = [
        Requirement(line) for line in (*asked["dependencies"], *extras["test"], *extras["tools"], *extras["build"])
    ]
    assert {canonicalize_name(one.name) for one in named} - {"kzstay"} <= pinned


def test_what_others_look_after_is_taken_up_after_some_days() -> None:
    text = (FOLDER.parent / "dependabot.yml").read_text(encoding="utf-8")
    kinds = re.findall(r"package-ecosystem: (\S+)", text)
    assert set(kinds) == {"github-actions", "pip"}
    assert text.count("cooldown:") == len(kinds)


def test_zizmor_finds_nothing() -> None:
    zizmor = shutil.which("zizmor", path=str(Path(sys.executable).parent)) or shutil.which("zizmor")
    if zizmor is None:
        pytest.skip("There is no zizmor")
    command = [zizmor, "--offline", "--pedantic", "--no-progress", FOLDER.parent]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
