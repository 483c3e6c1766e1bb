from __future__ import annotations

import re
import subprocess
import sys

import pytest

from kzstay.patterns import pattern


def test_a_pattern_answers_as_one_that_was_made_at_once() -> None:
    later, at_once = (
        pattern(r"(?P<letter>[a-z])(\d)", re.IGNORECASE),
        re.compile(r"(?P<letter>[a-z])(\d)", re.IGNORECASE),
    )
    for text in ("A1", "b2 c3", "-"):
        assert later.findall(text) == at_once.findall(text)
        assert later.sub(r"\2\1", text) == at_once.sub(r"\2\1", text)
        assert (later.fullmatch(text) is None) == (at_once.fullmatch(text) is None)
    assert (later.pattern, later.flags, later.groupindex) == (at_once.pattern, at_once.flags, at_once.groupindex)


def test_it_is_made_once_for_each_question(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = re.compile
    monkeypatch.setattr(re, "compile", lambda text, flags: made.append(text) or real(text, flags))
    later = pattern("a")
    assert made == []
    assert [later.match("a") is not None, later.match("b") is not None] == [True, False]
    assert made == ["a"]


def test_what_the_window_reads_in_makes_none_that_it_does_not_ask() -> None:
    script = (
        "import re, sys; real = re.compile; made = []\n"
        "def compile(text, flags=0):\n"
        "    made.append(sys._getframe(1).f_globals['__name__']); return real(text, flags)\n"
        "re.compile = compile\n"
        "import kzstay.ui.window.build\n"
        "print(*(name for name in made if name.startswith('kzstay')))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() == []
