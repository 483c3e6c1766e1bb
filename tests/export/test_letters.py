from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from kzstay.content.blocks import Block, Facts, Heading, Paragraph, Table, Title
from kzstay.export import letters
from kzstay.export.fonts import ensure_application, register_fonts
from kzstay.i18n import Language
from kzstay.texts import Words, foreign
from tests.export.lettered import ALL, NAMES, NOBODYS, OTHERS, boxes
from tests.export.paper import opened, whole

Speak = Callable[[Language], Words]

NO_FONT = "\ue000"  # whatever fonts there are
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True, scope="module")
def fonts(qapp: object) -> None:
    ensure_application()
    register_fonts()


@pytest.fixture
def without_hangul(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let this be a machine on which no font has Hangul."""
    drawn = letters._drawn
    monkeypatch.setattr(
        letters,
        "_drawn",
        lambda text, weight: not any("가" <= one <= "힣" for one in text) and drawn(text, weight),
    )
    letters._has.cache_clear()
    yield
    letters._has.cache_clear()


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_bundled_fonts_draw_the_scripts_of_many_names(name: str) -> None:
    assert letters.missing(name) == ""
    assert letters.drawable(name) == name


@pytest.mark.parametrize("name", NOBODYS.values(), ids=NOBODYS)
def test_what_nobody_agreed_on_is_drawn_by_no_font(name: str) -> None:
    assert letters.missing(f"a {name} b") == name
    assert letters.drawable(f"a {name} b") == "a […] b"


@pytest.mark.parametrize("name", ALL.values(), ids=ALL)
def test_what_is_left_can_be_drawn(name: str) -> None:
    left = letters.drawable(f"Hotel {name}, 12")
    assert letters.missing(left) == ""
    assert letters._whole(left)
    assert left.startswith("Hotel ")
    assert left.endswith(", 12")
    assert (letters.OMITTED in left) == bool(letters.missing(name))


@settings(max_examples=200)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(list(ALL.values())),
            st.sampled_from("".join(ALL.values())),
            st.characters(codec="utf-8"),
        )
    ).map("".join)
)
def test_any_text_can_be_drawn_when_it_was_looked_through(given_text: str) -> None:
    text = foreign.clean(given_text)
    lacking, left = letters.missing(text), letters.drawable(text)
    assert letters.missing(left) == ""
    assert letters._whole(left)
    assert (left == text) == (not lacking)
    assert not set(lacking) & set(left)
    assert len(set(lacking)) == len(lacking)


@pytest.mark.usefixtures("without_hangul")
@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("김철수", "[…]"),
        ("김 철수", "[…]"),
        ("Kim 김 Cheol", "Kim […] Cheol"),
        ("김\u0301 Kim", "[…] Kim"),
        ("a\u0301 김", "a\u0301 […]"),
        ("김a철 수", "[…]a[…]"),
        ("김 ", "[…] "),
        ("Kim", "Kim"),
        ("", ""),
    ],
)
def test_a_run_of_letters_is_left_out_with_one_sign(text: str, left: str) -> None:
    assert letters.drawable(text) == left


@pytest.mark.usefixtures("without_hangul")
def test_a_name_is_given_whole_or_not_at_all(speak: Speak) -> None:
    rows = [
        ("Name", "KIM CHEOLSU"),
        ("Name in its own script", "김철수 (Kim)"),
        ("Host", "Hotel 서울 · small business"),
    ]
    blocks: list[Block] = [Title("T", foot="김"), Facts(rows), Paragraph("plain")]
    prepared, lacking = letters.prepared(blocks, speak("en"))
    assert lacking == "김철수서울"
    assert prepared[:3] == [
        Title("T", foot="[…]"),
        Facts(
            [
                ("Name", "KIM CHEOLSU"),
                ("Name in its own script", "left out: no font of the computer that wrote this page can draw it"),
                ("Host", "Hotel […] · small business"),
            ]
        ),
        Paragraph("plain"),
    ]
    assert prepared[3:] == [
        Paragraph(
            "[…] stands for letters that no font of the computer that wrote this page can draw. Their codes in "
            "Unicode: U+AE40, U+CCA0, U+C218, U+C11C, U+C6B8",
            muted=True,
        )
    ]


def test_what_lacks_nothing_stays_as_it_is(speak: Speak) -> None:
    blocks: list[Block] = [Title("T"), Facts([("Name", NAMES["Arabic"])])]
    prepared, lacking = letters.prepared(blocks, speak("en"))
    assert prepared is blocks
    assert lacking == ""


def test_no_sign_no_explanation(speak: Speak) -> None:
    prepared, lacking = letters.prepared([Facts([("Name", NO_FONT)])], speak("en"))
    assert lacking == NO_FONT
    assert len(prepared) == 1


def everywhere(name: str) -> list[Block]:
    table = Table(header=["No.", name], rows=[["1", name], ["2", name]], align="rl", total=True)
    return [Title(name, name, name), Heading(name), Facts([("Host", name)]), Paragraph(name), table]


@pytest.mark.parametrize("name", ALL.values(), ids=ALL)
def test_no_page_shows_a_box(name: str, speak: Speak) -> None:
    reader = opened(everywhere(name), speak("en"))
    assert boxes(reader) == 0
    assert (letters.OMITTED in whole(reader)) == bool(letters.missing(name))


def test_a_machine_without_fonts_draws_what_the_bundled_ones_have(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("the fonts of a Linux system are set by a file")
    settings = tmp_path / "fonts.conf"
    settings.write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>", encoding="utf-8")
    program = (
        "import json, sys\nfrom pathlib import Path\nfrom kzstay.export.pdf import Chapter, write_pdf\n"
        "from kzstay.texts import Words\nfrom tests.export.test_letters import everywhere\n"
        "from tests.export.lettered import ALL\n"
        "chapters = [Chapter(everywhere(name)) for name in ALL.values()]\n"
        "print(json.dumps(write_pdf(chapters, Words('en'), Path(sys.argv[1]), title='T')))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "out.pdf")],
        cwd=ROOT,
        env=os.environ | {"FONTCONFIG_FILE": str(settings), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    lacking = json.loads(done.stdout)
    assert done.stderr == ""
    assert set(OTHERS["Korean"] + OTHERS["Chinese"] + "".join(NOBODYS.values())) - {" "} <= set(lacking)
    assert not set(lacking) & set("".join(NAMES.values()))
    assert boxes(PdfReader(tmp_path / "out.pdf")) == 0
