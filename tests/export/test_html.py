from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import msgspec
import pytest

from kzstay.content.blocks import (
    Answer,
    Block,
    Box,
    Facts,
    Figure,
    Heading,
    Link,
    Paragraph,
    Prose,
    Table,
    Title,
    Ways,
)
from kzstay.core.case import Host
from kzstay.core.verdict import Standing
from kzstay.export.html import Paper, render
from kzstay.i18n import Language
from kzstay.texts import Words
from kzstay.texts.words import words
from tests.drawing.test_colours import TEXT, contrast
from tests.helpers import day, stay, traveller

Pages = Callable[..., list[Block]]
Speak = Callable[[Language], Words]

ATTACK = """<script>alert(1)</script><img src=x onerror="a()"> ' & </td></table>"""


class Tags(HTMLParser):
    """What a browser would see: the tags, whether each is closed, and the words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_what_a_person_wrote_stays_text(report: Pages, speak: Speak) -> None:
    who = traveller("DE", stay("2026-11-11", note=ATTACK), name=ATTACK)
    who = msgspec.structs.replace(who, host=Host(kind="large", name=ATTACK))
    tags = Tags(render(report(who), speak("en")))
    assert not {"script", "img"} & {tag for tag, _ in tags.seen}
    assert sum(ATTACK in words for words in tags.words) == 3
    assert tags.open == []


@pytest.mark.parametrize(
    "block",
    [
        Title(ATTACK, ATTACK),
        Heading(ATTACK),
        Paragraph(ATTACK),
        Facts([(ATTACK, ATTACK)]),
        Table(header=[ATTACK], rows=[[ATTACK]], align="l"),
        Figure("timeline", ATTACK),
        Answer(
            number=ATTACK,
            unit=ATTACK,
            lead=ATTACK,
            standing_code=Standing.LAWFUL,
            standing_text=ATTACK,
            facts=[ATTACK],
        ),
    ],
)
def test_every_kind_of_block_is_escaped(block: Block, speak: Speak) -> None:
    page = render([block], speak("en"), figure=lambda figure: "")
    assert "<script" not in page
    assert "<img" not in page
    assert Tags(page).open == []


def test_characters_that_no_page_should_hold_are_left_out(speak: Speak) -> None:
    page = render([Paragraph("A\x00\x1b\u202eB\ufffcC\ud800D\nE\tF")], speak("en"))
    assert "<p>ABCD E F</p>" in page


@pytest.mark.parametrize("mark", [*"\u202a\u202b\u202c\u202d\u202e", *"\u2066\u2067\u2068\u2069"], ids=ascii)
def test_no_mark_of_direction_turns_words_around(mark: str, speak: Speak) -> None:
    assert "<p>AB</p>" in render([Paragraph(f"A{mark}B")], speak("en"))


def test_word_too_long_for_a_line_may_be_broken(speak: Speak) -> None:
    page = render([Paragraph("a" * 100 + "&" * 100 + " " + "b" * 40)], speak("en"))
    (line,) = [line for line in page.splitlines() if line.startswith("<p>")]
    assert line.count("\N{ZERO WIDTH SPACE}") == 2
    assert line.count("&amp;") == 100


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_page_says_its_language(language: Language, report: Pages, speak: Speak) -> None:
    tags = Tags(render(report(language=language), speak(language)))
    assert ("html", {"lang": language}) in tags.seen


def test_tables_have_headers_with_their_scope(report: Pages, speak: Speak) -> None:
    tags = Tags(render(report(), speak("en")))
    scopes = [attributes.get("scope") for tag, attributes in tags.seen if tag == "th"]
    assert set(scopes) == {"row", "col"}
    assert [tag for tag, _ in tags.seen].count("thead") == 6


def test_figure_is_left_out_where_nobody_draws_it(report: Pages, speak: Speak) -> None:
    caption = "Bars are stays"
    assert caption not in render(report(), speak("en"))
    drawn = render(report(), speak("en"), figure=lambda figure: f'<svg id="{figure.name}"></svg>')
    assert '<svg id="timeline"></svg>' in drawn
    assert caption in drawn


@pytest.mark.parametrize("name", ["text", "muted", "within", "close", "over", "planned"])
@pytest.mark.parametrize("ground", ["#FFFFFF", Paper().tint])
def test_every_colour_of_words_can_be_read_on_paper(name: str, ground: str) -> None:
    assert contrast(getattr(Paper(), name), ground) >= TEXT


def test_colours_are_those_of_whoever_shows_the_page(speak: Speak) -> None:
    page = render([Paragraph("x")], speak("en"), colours=Paper(text="#FEDCBA"), points=12)
    assert "#FEDCBA" in page
    assert Paper().text not in page
    assert "font-size: 12pt" in page


@pytest.mark.parametrize(
    ("code", "colour"),
    [
        (Standing.LAWFUL, Paper().within),
        (Standing.ENDING, Paper().close),
        (Standing.OVERSTAY, Paper().over),
        (Standing.NO_REGIME, Paper().planned),
    ],
)
def test_standing_has_colour_and_sign(code: Standing, colour: str, speak: Speak) -> None:
    block = Answer(number="3", unit="days", lead="Go", standing_code=code, standing_text="so", facts=[])
    page = render([block], speak("en"))
    assert f'style="color: {colour}">3</span>' in page
    assert page.count("&nbsp;so") == 1


def test_answer_without_a_number_has_no_room_for_one(speak: Speak) -> None:
    block = Answer(
        number="", unit="", lead="Go", standing_code=Standing.OUTSIDE, standing_text="out", facts=["a", "b"]
    )
    page = render([block], speak("en"))
    assert 'class="number"' not in page
    assert page.count('<p class="fact">') == 2


def test_page_loads_nothing(report: Pages, speak: Speak) -> None:
    page = render(report(), speak("en"))
    for address in ("http:", "https:", "src=", "url(", "@import", "href="):
        assert address not in page


LINK = Link("Guide: I stayed too long", "overstay")
BOX = Box(name="For Anna", line="today", told=["3 days over"], show="Show on the timeline", day=day("2026-11-22"))


def test_ways_into_the_guide_are_there_where_they_can_be_followed_and_nowhere_else() -> None:
    blocks: list[Block] = [Paragraph("A note.", link=LINK), Ways((LINK,)), BOX]
    page = render(blocks, words("en"), links=True)
    assert page.count('<a href="guide:overstay">Guide: I stayed too long</a>') == 2
    assert '<a href="timeline:">Show on the timeline</a>' in page
    paper = render(blocks, words("en"))
    assert "href" not in paper
    assert "Guide:" not in paper
    assert "Show on the timeline" not in paper
    assert "<p></p>" not in paper


def test_a_box_without_a_day_leads_nowhere() -> None:
    assert "timeline:" not in render([msgspec.structs.replace(BOX, day=None)], words("en"), links=True)


def test_a_box_has_a_bar_whose_colour_says_whether_it_presses() -> None:
    colours = Paper()
    calm, pressing = (render([msgspec.structs.replace(BOX, pressing=one)], words("en")) for one in (False, True))
    assert f"border-left: 4px solid {colours.within}" in calm
    assert f"border-left: 4px solid {colours.over}" in pressing


def test_what_a_box_says_of_a_person_is_escaped() -> None:
    page = render([Box(name=ATTACK, line=ATTACK, told=[ATTACK], show=ATTACK)], words("en"), links=True)
    assert "<script>" not in page
    assert not Tags(page).open


def test_on_paper_a_citation_is_plain_and_what_else_is_named_is_underlined() -> None:
    paper = render([Prose("See [fines](guide:fines) ([ML 48](act:ML)).")], words("en"))
    assert '<u>fines</u> (<span class="cite">ML 48</span>).' in paper


def test_a_second_line_of_a_cell_is_small_and_a_day_is_not_parted(speak: Speak) -> None:
    page = render([Table(header=["Duty"], rows=[["Leave by 1 May 2026\nhost & guest"]], align="l")], speak("en"))
    day = "1 May 2026".replace(" ", "\N{NO-BREAK SPACE}")
    assert f'Leave by {day}<br><span class="under">host &amp; guest</span>' in page
