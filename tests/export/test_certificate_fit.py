"""The estimated height of a certificate; how high it is in a browser is held where one can be asked."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import combinations
from pathlib import Path

import pytest

from kzstay.bundled import law
from kzstay.content.certificate import ROOMS, certificate
from kzstay.core.assess import assess
from kzstay.export.certificate_fit import height
from kzstay.export.certificate_html import fitted, html_text
from kzstay.export.certificate_style import HEIGHT, SIZES
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from tests.content.certificate_cases import ON, PEOPLE

PAIRS = list(combinations(LANGUAGES, 2))


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("pair", PAIRS, ids="+".join)
def test_whoever_it_is_about_it_should_fit_on_a_sheet(name: str, pair: tuple[Language, Language]) -> None:
    a = assess(PEOPLE[name], ON, law())
    for spoken in ([words(one) for one in pair], [words(pair[0])]):
        number, sheets = fitted(a, spoken, ON, (9, 9))
        assert height(sheets, SIZES[number]) < HEIGHT


def test_smaller_letters_and_fewer_rows_take_less() -> None:
    a = assess(PEOPLE["many stays"], ON, law())
    whole, tight = (certificate(a, [words("kk"), words("ru")], ON, room, (0, 0)) for room in (ROOMS[0], ROOMS[-1]))
    heights = [height(whole, points) for points in SIZES]
    assert heights == sorted(heights, reverse=True)
    assert height(tight, SIZES[-1]) < heights[-1]
    assert height(whole[:1], 8) < height(whole, 8)


def test_a_short_page_has_the_largest_letters() -> None:
    assert fitted(assess(PEOPLE["no regime"], ON, law()), [words("en")], ON, (0, 0))[0] == 0


def test_a_browser_prints_each_traveller_on_a_sheet(tmp_path: Path) -> None:
    browser = shutil.which("chromium")
    if browser is None:
        pytest.skip("needs Chromium")
    found = [assess(who, ON, law()) for who in PEOPLE.values()]
    page, paper = tmp_path / "c.html", tmp_path / "c.pdf"
    page.write_text(html_text(found, [words("kk"), words("ru")], ON, left_out=(2, 2)), encoding="utf-8")
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}"]
    subprocess.run(
        [*command, f"--print-to-pdf={paper}", page.as_uri()], check=True, capture_output=True, timeout=120
    )
    assert len(re.findall(rb"/Type\s*/Page\b", paper.read_bytes())) == len(found)
