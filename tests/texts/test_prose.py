"""Prose: Markdown for the terminal and for pages."""

from __future__ import annotations

from kzstay.texts import prose

TEXT = """# I stayed too long

Leave **as soon** as you
can ([art. 6](act:ML)).

## What to do

1. Take the passport.
2. Go to the police.

| For | What follows |
| --- | --- |
| a day | warning |

- one
- <b>two</b>
"""


def test_a_terminal_gets_a_line_for_each_paragraph_row_and_entry() -> None:
    assert prose.plain(TEXT).splitlines() == [
        "I stayed too long",
        "Leave as soon as you can (art. 6).",
        "",
        "What to do",
        "1. Take the passport.",
        "2. Go to the police.",
        "For | What follows",
        "a day | warning",
        "- one",
        "- <b>two</b>",
    ]


def test_a_page_gets_lists_tables_and_links_and_nothing_that_acts() -> None:
    html = prose.html(TEXT)
    assert '<a href="act:ML" class="cite">art. 6</a>' in html
    assert '<table class="list"' in html
    assert "&lt;b&gt;two&lt;/b&gt;" in html


def test_the_acts_that_a_text_cites_are_told_as_often_as_it_does() -> None:
    assert list(prose.cited("[a](act:ML), [b](guide:fines), [c](act:KoAP), [d](act:ML)")) == ["ML", "KoAP", "ML"]


def test_without_links_their_words_stay_and_none_is_left_that_could_be_followed() -> None:
    page = prose.html("[a](act:ML), [b](guide:fines)", links=False)
    assert page == '<p><span class="cite">a</span>, <u>b</u></p>\n'


def test_commands_are_set_in_on_lines_of_their_own() -> None:
    text = "Try this:\n\n```sh\nkzstay\nkzstay check a.kzstay\n```\n\nThen that."
    assert prose.plain(text).splitlines() == ["Try this:", "    kzstay", "    kzstay check a.kzstay", "Then that."]
    assert "check a.kzstay</code></pre>" in prose.html(text)  # with no empty line behind the last
