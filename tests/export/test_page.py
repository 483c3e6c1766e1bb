"""Parts of a page for a browser."""

from __future__ import annotations

from kzstay.content.blocks import Answer, Block, Box, Facts, Figure, Heading, Paragraph, Prose, Table, Title, Ways
from kzstay.core.verdict import Standing
from kzstay.export.page import Writer, article_numbers, name, standing

NAME = "\u05d3\u05d5\u05d3 <b>"  # in Hebrew, and something that looks like markup


def written(*blocks: Block, **how: object) -> str:
    return Writer("t1-", 3, **how).write(list(blocks))  # pyright: ignore[reportArgumentType]


def answer(number: str = "3", facts: tuple[str, ...] = ("a",)) -> Answer:
    return Answer(
        number=number,
        unit="days",
        lead="Leave",
        standing_code=Standing.ENDING,
        standing_text="ending",
        facts=list(facts),
    )


def test_a_section_has_a_heading_that_can_be_linked_to() -> None:
    writer = Writer("t1-", 3)
    page = writer.write(
        [Title("Report"), Paragraph("a"), Heading("Stays"), Heading("More", minor=True), Heading("B")]
    )
    assert [(one.id, one.text) for one in writer.contents] == [("t1-s1", "Stays"), ("t1-s2", "B")]
    assert page == (
        '<p>a</p>\n<section>\n<h3 id="t1-s1">Stays</h3>\n<h4>More</h4>\n</section>\n'
        '<section>\n<h3 id="t1-s2">B</h3>\n</section>'
    )


def test_a_minor_heading_that_comes_first_leaves_no_gap() -> None:
    assert written(Heading("More", minor=True)) == "<h3>More</h3>"


def test_what_a_person_wrote_runs_in_its_own_direction() -> None:
    page = written(Facts([("Host", f"{NAME} · individual")]), names={NAME})
    assert f"<dd>{name(NAME)} · individual</dd>" in page
    assert name(NAME) == '<bdi dir="auto">\u05d3\u05d5\u05d3 &lt;b&gt;</bdi>'


def test_what_runs_from_right_to_left_is_set_apart_in_any_sentence() -> None:
    assert written(Paragraph(f"Of {NAME} and you")) == (
        '<p>Of <bdi dir="auto">\u05d3\u05d5\u05d3</bdi> &lt;b&gt; and you</p>'
    )


def test_marks_of_direction_and_control_characters_are_left_out() -> None:
    assert written(Paragraph("a\u202eb\x00c\u2066d", muted=True)) == '<p class="muted">abcd</p>'


def test_a_table_has_a_caption_scopes_and_labels() -> None:
    table = Table(header=["No.", "Days"], rows=[["1", "12"], ["", "12"]], align="lr", total=True, marked=0)
    page = written(Heading("Stays"), table)
    assert '<caption><span class="unseen">Stays</span></caption>' in page
    assert '<th scope="col" role="columnheader" class="right">Days</th>' in page
    assert '<tr role="row" class="present"><th scope="row" role="rowheader" data-label="No.">1</th>' in page
    assert '<tr role="row" class="total"><td role="cell" data-label="No."></td>' in page


def test_marks_of_articles_lead_to_their_rows() -> None:
    duties = Table(header=["Duty", "Article"], rows=[["Leave", "[1,\u00a02]"], ["Stay", "[7]"]], align="ll")
    acts = Table(
        header=["Act", "Articles", "Text"],
        rows=[
            ["KoAP", "[1]\u00a0art. 517 · [2]\u00a0art. 518", "adilet.zan.kz/rus/docs/K1400000235"],
            ["ML", "[3]", "see adilet.zan.kz/a"],
        ],
        align="lll",
    )
    listed = article_numbers([duties, acts])
    assert listed == {"1", "2", "3"}
    page = Writer("t1-", 3, articles=listed).write([duties, acts])
    assert '[<a href="#article-1">1</a>,\u00a0<a href="#article-2">2</a>]' in page
    assert ">[7]<" in page
    assert '<span id="article-2">[2]\u00a0art. 518</span>' in page
    assert 'href="https://adilet.zan.kz/rus/docs/K1400000235" rel="noreferrer"' in page
    assert page.count("https:") == 1


def test_marks_behind_words_lead_there_too_and_a_second_line_stands_apart() -> None:
    duties = Table(header=["Duty"], rows=[["Leave [1]\nhost · [2]"]], align="l")
    page = Writer("t1-", 3, articles={"1"}).write([duties])
    assert 'Leave [<a href="#article-1">1</a>]<span class="under">host · [2]</span>' in page


def test_an_address_that_a_person_wrote_is_no_link() -> None:
    assert "<a" not in written(Table(header=["Note"], rows=[["example.org/a"]], align="l"))


def test_a_day_is_one_for_programs_too() -> None:
    page = written(Facts([("Exit", "1 Dec 2026"), ("None", "")]), days={"1 Dec 2026": "2026-12-01"})
    assert '<dd><time datetime="2026-12-01">1 Dec 2026</time></dd>' in page
    assert "<dd>–</dd>" in page


def test_a_word_that_is_too_long_may_be_broken() -> None:
    page = written(Table(header=["Note"], rows=[["a" * 25], ["a" * 24]], align="l"))
    assert page.count('class="long"') == 1


def test_an_answer_has_sign_word_and_number() -> None:
    assert standing(answer()) == '<span aria-hidden="true">▲</span> ending'
    page = written(answer())
    assert 'class="answer tone-close"' in page
    assert '<p class="number"><strong>3</strong> days</p>' in page
    assert "<ul><li>a</li></ul>" in page
    bare = written(answer(number="", facts=()))
    assert "number" not in bare
    assert "<ul>" not in bare


def test_a_figure_is_left_out_where_nobody_draws_it() -> None:
    figure = Figure("timeline", "Stays")
    assert written(figure) == ""
    page = written(figure, draw=lambda _: "<svg></svg>")
    assert "<figcaption>Stays</figcaption>" in page
    assert 'tabindex="0" aria-label="Stays"' in page


def test_blocks_of_other_pages_are_written_too() -> None:
    page = written(Box(name="For Anna", line="today", told=["3 days"]), Prose("a *b*"), Ways(()), Facts([]))
    assert "<strong>For Anna</strong>" in page
    assert "<p>a <em>b</em></p>" in page
