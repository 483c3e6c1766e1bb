"""The report as a web page, read back as a browser reads it."""

from __future__ import annotations

import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import msgspec
import pytest

from kzstay.bundled import law
from kzstay.core.assess import Assessment, assess
from kzstay.core.case import Host, Traveller
from kzstay.core.readings import Reading
from kzstay.export.report_html import html_text, write_report
from kzstay.i18n import Language
from kzstay.texts.words import words
from tests.cli.command_line import EXAMPLE
from tests.content.block_reader import GERMAN, PAPERS
from tests.export.browser import violations
from tests.helpers import day, permit, stay, traveller

ON = day("2026-11-22")
SVG = "{http://www.w3.org/2000/svg}"
ATTACK = """<script>alert(1)</script><img src=x onerror="a()"> ' & </td></table>\u202e\x00"""
HEBREW = "\u05d3\u05d5\u05d3 Smith"
RULED = msgspec.structs.replace(PAPERS, native_name=HEBREW, host=Host(kind="large", name=ATTACK), name=ATTACK)
PEOPLE = {
    "present": GERMAN,
    "papers": PAPERS,
    "attack": RULED,
    "nobody": traveller("DE", name=""),
    "overstay": traveller("DE", stay("2026-09-01"), name="Over"),
    "no regime": traveller("AF", stay("2026-11-11")),
    "permit": traveller("DE", stay("2026-11-11"), permits=[permit("2026-11-01", "2027-01-01")]),
    "union": traveller("RU", stay("2026-08-01")),
    "long ago": traveller("DE", *(stay(f"{year}-03-01", f"{year}-03-20") for year in range(1995, 2025))),
    "not recorded": traveller("DE", stay("2026-05-01"), stay("2026-11-11", note=HEBREW * 99)),
    "years ahead": traveller("DE", stay("2029-01-01", "2029-01-20", note="a" * 10_000)),
}
ALL = [*PEOPLE.values()]
CASES = [*([who] for who in ALL), ALL, [GERMAN, GERMAN]]
every_language = pytest.mark.parametrize("language", ["en", "ru", "kk"])
every_case = pytest.mark.parametrize("case", CASES, ids=[*PEOPLE, "all", "twins"])


def found(people: list[Traveller], reading: Reading = Reading.SAFE) -> list[Assessment]:
    return [assess(who, ON, law(), reading) for who in people]


def page(people: list[Traveller], language: Language = "en") -> str:
    return html_text(found(people), words(language))


def tree(text: str) -> Element:
    """Read a page, and fail at the first thing that the standard does not allow."""
    parser: Any = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return parser.parse(text)


def said(part: Element | None) -> str:
    assert part is not None
    return "".join(part.itertext())


@every_language
@every_case
def test_the_page_is_what_the_standard_asks_for(case: list[Traveller], language: Language) -> None:
    root = tree(page(case, language))
    assert root.get("lang") == language
    every = list(root.iter())
    ids = [one.attrib["id"] for one in every if "id" in one.attrib]
    assert len(ids) == len(set(ids))
    for one in every:
        for attribute in ("aria-labelledby", "aria-describedby"):
            assert set(one.get(attribute, "").split()) <= set(ids)
        href = one.get("href", "")
        assert not href.startswith("#") or href[1:] in ids
        assert not href or href.startswith(("#", "https://"))
        for attribute in ("fill", "clip-path"):
            if one.get(attribute, "").startswith("url("):
                assert one.attrib[attribute][5:-1] in ids
    _headings(every)
    _tables(root)
    assert [len(root.findall(f".//{tag}")) for tag in ("main", "header", "nav", "footer", "h1")] == [1] * 5


def _headings(every: list[Element]) -> None:
    levels = [int(one.tag[1]) for one in every if one.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def _tables(root: Element) -> None:
    for table in root.iter("table"):
        assert said(table.find("caption"))
        assert all(said(head) and head.get("scope") for head in table.iter("th"))
    for listed in root.iter("dl"):
        assert all([one.tag for one in row] == ["dt", "dd"] for row in listed)


@every_case
def test_nothing_runs_and_nothing_is_loaded(case: list[Traveller]) -> None:
    root = tree(page(case))
    for one in root.iter():
        assert one.tag not in {"script", "img", "link", "iframe", "object", "embed", "form", "base"}
        assert not {"src", "style", "srcset", "action"} & set(one.attrib)
        assert not [name for name in one.attrib if name.startswith("on")]


def test_the_policy_names_the_style_of_the_page() -> None:
    root = tree(page([GERMAN]))
    policy = next(one.attrib["content"] for one in root.iter("meta") if one.get("http-equiv"))
    (style,) = root.iter("style")
    digest = b64encode(sha256(said(style).encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy


@every_language
@every_case
def test_the_picture_says_in_words_what_it_shows(case: list[Traveller], language: Language) -> None:
    root = tree(page(case, language))
    pictures = [one for one in root.iter() if one.tag == f"{SVG}svg"]
    assert len(pictures) == sum(bool(who.stays) for who in case)
    for one in pictures:
        assert one.get("role") == "img"
        assert said(one.find(f"{SVG}title"))
        assert said(one.find(f"{SVG}desc"))


def test_what_a_person_wrote_stays_text() -> None:
    text = page([RULED])
    root = tree(text)
    assert any("<script>alert(1)</script>" in said(one) for one in root.iter("bdi"))
    assert all(one.get("dir") == "auto" for one in root.iter("bdi"))
    assert any(said(one) == HEBREW for one in root.iter("bdi"))
    assert "\u202e" not in text
    assert "\x00" not in text


def test_whoever_has_the_least_time_comes_first() -> None:
    people = [PEOPLE["permit"], GERMAN, PEOPLE["overstay"]]
    root = tree(page(people))
    (contents,) = root.iter("nav")
    links = [(said(one), one.attrib["href"]) for one in contents.iter("a")]
    assert links == [("Over", "#t1"), ("Anna Schmidt", "#t2"), ("Anna Schmidt", "#t3")]
    assert [said(one) for one in root.iter("h2")][1:4] == ["Over", "Anna Schmidt", "Anna Schmidt"]
    assert "■" in said(contents)


def test_one_traveller_has_links_to_the_sections() -> None:
    root = tree(page([GERMAN]))
    (contents,) = root.iter("nav")
    parts = [one for part in ("article", "footer") for one in root.iter(part)]
    heads = [said(one) for part, level in zip(parts, ("h3", "h2"), strict=True) for one in part.iter(level)]
    assert [said(one) for one in contents.iter("a")] == heads


def test_days_of_a_table_are_days_for_programs() -> None:
    days = [one.attrib["datetime"] for one in tree(page([GERMAN])).iter("time")]
    assert {"2026-11-11", "2026-12-10", "2027-01-24"} <= set(days)


def test_one_input_gives_one_file(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        write_report(found(ALL), words("en"), tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    assert (tmp_path / "a.html").read_bytes() == page(ALL).encode()


def test_rows_that_cannot_be_used_yet_are_told_on_the_page() -> None:
    text = html_text(found([GERMAN]), words("en"), left_out=(2, 1))
    assert "2 rows are left out" in text
    assert "2 rows are left out" not in page([GERMAN])


def test_it_needs_no_qt(tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from kzstay.cli.parser import main\n"
        f"main(['report', {EXAMPLE!r}, '-o', {str(tmp_path / 'out.html')!r}, '--on', '2026-11-22'])\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
    tree((tmp_path / "out.html").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("dark", "width"), [(False, 1100), (True, 1100), (False, 520)], ids=["light", "dark", "narrow"]
)
@pytest.mark.parametrize("case", [ALL, [RULED]], ids=["all", "one"])
def test_nothing_keeps_people_from_the_page(case: list[Traveller], dark: bool, width: int, tmp_path: Path) -> None:
    language: Language = "ru" if dark else "kk" if width < 1000 else "en"
    assert violations(page(case, language), tmp_path, dark=dark, width=width) == []
