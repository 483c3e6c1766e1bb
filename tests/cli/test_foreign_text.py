"""Nothing that a file, a path or an argument brings can steer a terminal, forge a line or fill the screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kzstay.cli.parser import main
from kzstay.files.store import write_whole
from tests.cli.command_line import ON, Told
from tests.files.strategies import CONTRACT, Place, changed, places, written
from tests.texts.test_foreign import HARMFUL

LONGEST = 700  # characters of a message
FIELDS = [place for place in places(CONTRACT) if isinstance(place[-1:] and place[-1], str)]
NASTY = "\x1b[31mred\x1b]0;title\x07 \u202eevil\nAnna Schmidt: within limits\u2028\t\u200f\u061c\u2066"

texts = st.text(st.one_of(st.characters(), st.sampled_from(sorted(HARMFUL))), min_size=1, max_size=30)
anything = st.one_of(texts, st.builds(str.__mul__, texts, st.just(200)))
# A test that takes its own answer out of capsys after each example may share it
shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def judged(told: Told, *arguments: str) -> int:
    """Run a command, hold what it says to the rule, and return its code."""
    code = main(arguments)
    out, err = told.readouterr()
    for line in (*out.split("\n"), *err.split("\n")):
        assert not HARMFUL & set(line)
        assert len(line.splitlines()) <= 1
    if code == 2:
        assert out == ""
        assert err.count("\n") == 1
        assert len(err) <= LONGEST
    else:
        assert err == ""
    return code


@shared
@given(place=st.sampled_from(FIELDS), text=anything)
@example(place=("travellers", 0, "name"), text=NASTY)
@example(place=("travellers", 0, "citizenship"), text=NASTY * 50)
@example(place=("travellers", 0, "stays", 0, "entry"), text=NASTY * 50)
@example(place=("travellers", 0, "name"), text="\ud800" * 3)
def test_no_field_of_a_file_reaches_the_terminal_as_it_is(
    place: Place, text: str, capsys: Told, tmp_path: Path
) -> None:
    file = tmp_path / "case.kzstay"
    file.write_bytes(json.dumps(changed(place, text)).encode())
    judged(capsys, "check", str(file), "--on", ON)
    judged(capsys, "plan", str(file), "--on", ON, "--entry", "2026-12-15", "--days", "20")


@shared
@given(key=anything, inside=st.sampled_from([("travellers", 0), ("travellers", 0, "stays", 0)]))
def test_no_key_of_a_file_does(key: str, inside: Place, capsys: Told, tmp_path: Path) -> None:
    file = tmp_path / "case.kzstay"
    file.write_bytes(json.dumps(changed((*inside, key), 1)).encode())
    judged(capsys, "check", str(file), "--on", ON)


@shared
@given(name=texts.map(lambda name: name.replace("/", "").strip(".") or "x"))
@example(name=NASTY)
@example(name="x" * 250)
@example(name="x" * 5000)
@example(name="\udce9.kzstay")
@example(name="\x00")
def test_no_name_of_a_file_does(name: str, capsys: Told, tmp_path: Path) -> None:
    gone = str(tmp_path / "gone" / name)
    assert judged(capsys, "check", gone) == 2
    assert judged(capsys, "report", gone, "-o", "out.pdf") == 2
    case = tmp_path / "case.kzstay"
    case.write_bytes(written(CONTRACT))
    assert judged(capsys, "report", str(case), "-o", f"{gone}.txt") == 2
    with pytest.MonkeyPatch.context() as patch:  # what is written does not matter here
        patch.setattr("kzstay.export.report_pdf.write_report", lambda found, w, path: write_whole(path, b""))
        assert judged(capsys, "report", str(case), "-o", f"{gone}.pdf", "--on", ON) == 2


@pytest.mark.parametrize("option", ["--on", "--entry", "--exit", "--days", "--traveller", "--reading", "--lang"])
@shared
@given(text=anything)
@example(text=NASTY)
@example(text="x" * 100_000)
@example(text="9" * 100_000)
def test_no_argument_does(option: str, text: str, capsys: Told, tmp_path: Path) -> None:
    file = tmp_path / "case.kzstay"
    file.write_bytes(written(CONTRACT))
    judged(capsys, "plan", str(file), "--entry", "2026-12-15", f"{option}={text}")


@shared
@given(text=anything)
@example(text=NASTY)
@example(text="x" * 100_000)
def test_no_argument_that_nobody_knows_does(text: str, capsys: Told) -> None:
    assert judged(capsys, "check", "case.kzstay", f"--none{text}") == 2
    assert judged(capsys, "--none", text) == 2
    assert judged(capsys, "check", "case.kzstay", text.lstrip("-") + ".") == 2


def test_who_has_no_name_that_can_be_shown_is_told_without_one(capsys: Told, tmp_path: Path) -> None:
    file = tmp_path / "case.kzstay"
    file.write_bytes(written(changed(("travellers", 0, "name"), "\x1b\n")))
    main(["check", str(file), "--on", ON, "--lang", "en"])
    assert capsys.readouterr().out.startswith("no name entered · South Korea · ")
