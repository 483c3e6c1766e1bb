"""``kzstay guide``: the list, a topic, and what is wrong."""

from __future__ import annotations

import json

import pytest

from kzstay import bundled
from kzstay.cli import parser
from kzstay.i18n import LANGUAGES


def test_the_list_names_every_topic(capsys: pytest.CaptureFixture[str]) -> None:
    for language in LANGUAGES:
        assert parser.main(["guide", "--lang", language]) == 0
        out = capsys.readouterr().out
        assert all(f"  {name} " in out for name in bundled.guide().topics)
    assert parser.main(["guide", "--json", "--lang", "en"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert listed["schema"] == 1
    assert {one["topic"] for one in listed["topics"]} == set(bundled.guide().topics)


def test_a_topic_is_printed_with_what_it_rests_on(capsys: pytest.CaptureFixture[str]) -> None:
    name = next(iter(bundled.guide().topics))
    assert parser.main(["guide", name, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(bundled.guide().title(name, "en"))
    assert "not legal advice" in out
    assert parser.main(["guide", name, "--json", "--lang", "ru"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["topic"], told["title"]) == (name, bundled.guide().title(name, "ru"))


def test_a_topic_that_does_not_exist_is_bad_input_and_a_near_one_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    name = next(iter(bundled.guide().topics))
    assert parser.main(["guide", f"{name}s", "--lang", "en"]) == 2
    error = capsys.readouterr().err
    assert f"Did you mean “{name}”?" in error
    assert parser.main(["guide", "x" * 10_000, "--lang", "en"]) == 2
    assert len(capsys.readouterr().err) < 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_visas_is_printed(capsys: pytest.CaptureFixture[str], language: str) -> None:
    assert parser.main(["guide", "visa-table", "--lang", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 500
    assert all(line.count(" | ") == 5 for line in lines[1:-1])
    assert "visa-table" not in bundled.guide().topics


def test_the_table_of_visas_is_printed_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert parser.main(["guide", "visa-table", "--json", "--lang", "en"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == 1
    rows = {(row["country"], row["passport"]): row for row in told["states"]}
    assert rows["DE", "service"]["kind"] == "visa-free"
    assert rows["DE", "service"]["limits"][0] == {"limit": "per-entry", "days": 30, "period": None}
    assert (rows["PK", "national"]["needs"], rows["PK", "national"]["from"]) == ("visa", "2025-01-31")


def test_a_question_is_answered_by_topics_and_by_whom_to_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert parser.main(["guide", "--search", "whom do I call in Almaty", "--lang", "en"]) == 0
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first == "Whom to call (contacts)"
    assert second.startswith("  Almaty, ")
    assert parser.main(["guide", "--search", "overstayed", "--lang", "en", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["hits"][0]["topic"] == "overstay"


def test_where_nothing_answers_that_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert parser.main(["guide", "--search", "pizza", "--lang", "en"]) == 0
    assert "No topic was found" in capsys.readouterr().out
    assert parser.main(["guide", "--search", " ", "--lang", "en"]) == 2
