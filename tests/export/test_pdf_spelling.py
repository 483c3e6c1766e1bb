from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from kzstay.content.blocks import Paragraph
from kzstay.export import pdf
from kzstay.export.pdf_spelling import spelt, typed
from kzstay.i18n import Language
from kzstay.paths import resource
from kzstay.texts import Words
from tests.export.lettered import NAMES
from tests.export.paper import opened, whole

Speak = Callable[[Language], Words]

pytestmark = pytest.mark.usefixtures("qapp")

HEAD = b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n2 beginbfrange\n<0000> <0000> <0000>\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b"<0001> <0002> [<FEE3> <0041> ]", b"<0001> <0002> [<0645> <0041>]"),
        (b"<0001> <0003> <FEE1>", b"<0001> <0003> [<0645> <0645> <0645>]"),
        (b"<0001> <0001> <FEFB>", b"<0001> <0001> [<06440627>]"),
        (b"<0001> <0003> <0041>", b"<0001> <0003> <0041>"),
        (b"<0001> <0002> [<0041> <0042> ]", b"<0001> <0002> [<0041> <0042> ]"),
        (b"<0001> <0001> <FE7E>", b"<0001> <0001> [<0652>]"),
    ],
)
def test_a_form_is_given_back_as_its_letters(line: bytes, expected: bytes) -> None:
    tail = b"\nendbfrange\nendcmap\n"
    assert spelt(HEAD + line + tail) == HEAD + expected + tail


@pytest.mark.parametrize(
    ("form", "letters"),
    [("ﻣﺤﻤﺪ", "محمد"), ("\ufefb", "لا"), ("ﬔ", "մե"), ("A\u00b5", "A\u00b5"), ("\ufeff", "\ufeff")],
)
def test_letters_are_those_that_are_typed(form: str, letters: str) -> None:
    assert typed(form) == letters


def test_each_glyph_of_a_bundled_font_can_be_copied_out() -> None:
    for path in resource("fonts").glob("scripts/*.ttf"):
        font = TTFont(path)
        cmap = font.getBestCmap()
        assert cmap is not None
        private = {code for code in cmap if unicodedata.category(chr(code)) == "Co"}
        table = b"".join(b"<0001> <0001> <%04X>\n" % code for code in sorted(private))
        found = re.findall(rb"\[<(\w+)>\]", spelt(HEAD + table + b"endbfrange"))
        assert len(found) == len(private)
        read = "".join(bytes.fromhex(one.decode()).decode("utf-16-be") for one in found)
        assert not any(unicodedata.category(one) == "Co" for one in read)
        assert typed(read) == read


@pytest.mark.parametrize(
    "script", ["Arabic", "Persian", "Urdu", "Hebrew", "Armenian", "Georgian", "Thai", "Hindi"]
)
def test_letters_are_copied_out_as_they_were_typed(script: str, speak: Speak) -> None:
    name = NAMES[script]
    read = whole(opened([Paragraph(name)], speak("en")))
    # Each letter of the name; a mark may be read back before the letter that it stands with
    plain = [unicodedata.normalize("NFKD", text) for text in (name, read)]
    wanted, found = ({one for one in text if one.isalpha()} for text in plain)
    assert wanted <= found
    assert found <= wanted | set("page of")


@pytest.mark.parametrize("script", ["Arabic", "Persian", "Urdu", "Armenian", "Georgian", "Greek", "Vietnamese"])
def test_a_name_is_found_by_a_search(script: str, speak: Speak, tmp_path: Path) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext of Poppler")
    path = tmp_path / "out.pdf"
    pdf.write_pdf([pdf.Chapter([Paragraph(NAMES[script])])], speak("en"), path, title="T")
    read = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
    for word in NAMES[script].replace("\u200c", "").split():
        assert word in read
