"""What a file, a path or an argument brings is harmless where it is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kzstay.texts import foreign

# One of each kind that is taken out, and what stands between lines or columns
CONTROL = "\x00\x07\x08\x1b\x7f\x80\x9f"
DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HALVES = "\ud800\udbff\udc00\udfff"
BREAKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
HARMFUL = {*CONTROL, *DIRECTION, *HALVES, *BREAKS, "\ufffc", "\ufffe", "\uffff"}
SHORT = {
    foreign.echo: foreign.ECHO,
    foreign.name: foreign.NAME,
    foreign.remark: foreign.REMARK,
    foreign.message: foreign.MESSAGE,
    foreign.file: foreign.NAME,
}
texts = st.text(st.one_of(st.characters(), st.sampled_from(sorted(HARMFUL))), max_size=400)
short = pytest.mark.parametrize("form", SHORT)


@given(texts)
@example("".join(HARMFUL))
def test_a_text_of_any_length_loses_what_does_harm(text: str) -> None:
    cleaned = foreign.clean(text)
    assert not HARMFUL & set(cleaned)
    assert len(cleaned.splitlines()) <= 1
    cleaned.encode()


@short
@given(text=texts)
@example(text="".join(HARMFUL))
@example(text="".join(HARMFUL) * 100 + "x" * 5000)
def test_what_is_shown_is_one_line_of_so_many_characters(form: Callable[[str], str], text: str) -> None:
    shown = form(text)
    assert len(shown) <= SHORT[form]
    assert not HARMFUL & set(shown)
    assert len(shown.splitlines()) <= 1
    shown.encode()


@pytest.mark.parametrize(
    "text", ["Anna Schmidt", "Әлия Ким", "محمد بن سلمان", "王小明", "नमिता", "O’Brien 👩‍👧", "2026-02-30", "-3"]
)
@short
def test_what_is_harmless_stays_as_it_is(form: Callable[[str], str], text: str) -> None:
    assert form(text) == foreign.clean(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("red\x1b[31m\x1b]0;title\x07", "red[31m]0;title"),
        ("Anna\nAnna: all is well", "Anna Anna: all is well"),
        ("\u202egnp.exe", "gnp.exe"),
        ("a\tb\u2028c\x85d", "a b c d"),
        ("  Anna \r\n", "Anna"),
        ("\n", ""),
    ],
)
def test_a_sentence_cannot_be_forged(text: str, shown: str) -> None:
    assert foreign.name(text) == shown


@pytest.mark.parametrize("form", [foreign.echo, foreign.name, foreign.remark])
def test_what_is_cut_says_so(form: Callable[[str], str]) -> None:
    most = SHORT[form]
    assert form("x" * most) == "x" * most
    assert form("x" * (most + 1)) == "x" * (most - 1) + "…"
    assert form("x" + " " * 10_000_000 + "y") == "x…"


def test_a_long_name_of_a_file_keeps_its_ending() -> None:
    shown = foreign.file(Path("folder") / ("x" * 300 + ".kzstay"))
    assert shown.startswith("xxx")
    assert shown.endswith("xxxxx.kzstay")
    assert shown.count("…") == 1


def test_a_name_that_is_no_text_shows_where() -> None:
    assert foreign.file(Path("a\udce9b.kzstay")) == "a\N{REPLACEMENT CHARACTER}b.kzstay"


@pytest.mark.parametrize(("path", "shown"), [("/", str(Path("/"))), (".", "."), ("..", ".."), ("a/b", "b")])
def test_what_has_no_name_is_shown_as_it_was_given(path: str, shown: str) -> None:
    assert foreign.file(Path(path)) == shown


def test_of_a_long_message_its_end_can_still_be_read() -> None:
    told = foreign.message(f"invalid choice: '{'x' * 5000}' (choose from 'safe', 'usual')")
    assert told.startswith("invalid choice: 'xxx")
    assert told.endswith("(choose from 'safe', 'usual')")
