"""The certificate as a web page, read back as a browser reads it."""

from __future__ import annotations

import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from itertools import permutations
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from kzstay.bundled import law
from kzstay.core.assess import assess
from kzstay.core.case import Traveller
from kzstay.export.certificate_html import html_text, write_report
from kzstay.export.certificate_style import sheet
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts.words import words
from tests.cli.command_line import EXAMPLE
from tests.content.certificate_cases import ON, PEOPLE
from tests.export.browser import violations
from tests.export.test_report_html import said, tree

PAIRS: list[tuple[Language, ...]] = [*((one,) for one in LANGUAGES), *permutations(LANGUAGES, 2)]
CASES = [[who] for who in PEOPLE.values()]
CASES.append([*PEOPLE.values()])
every_case = pytest.mark.parametrize("case", CASES, ids=[*PEOPLE, "all"])
pairs = pytest.mark.parametrize("pair", PAIRS, ids="+".join)


def page(people: list[Traveller], *pair: Language, left_out: tuple[int, int] = (0, 0)) -> str:
    found = [assess(who, ON, law()) for who in people]
    return html_text(found, [words(one) for one in pair or ("en",)], ON, left_out=left_out)


@pairs
@every_case
def test_the_page_is_what_the_standard_asks_for(case: list[Traveller], pair: tuple[Language, ...]) -> None:
    root = tree(page(case, *pair, left_out=(1, 0)))
    assert root.get("lang") == pair[0]
    every = list(root.iter())
    ids = [one.attrib["id"] for one in every if "id" in one.attrib]
    assert len(ids) == len(set(ids))
    for one in every:
        assert one.tag not in {"script", "img", "link", "iframe", "object", "embed", "form", "base"}
        assert not {"src", "style", "srcset", "action"} & set(one.attrib)
        assert not [name for name in one.attrib if name.startswith("on")]
        assert set(one.get("aria-labelledby", "").split()) <= set(ids)
        href = one.get("href", "")
        assert not href or href[1:] in ids
    assert [len(root.findall(f".//{tag}")) for tag in ("main", "h1")] == [1, 1]
    assert len(root.findall(".//article")) == len(case)
    assert len(root.findall(".//nav")) == (len(case) > 1)
    for table in root.iter("table"):
        assert said(table.find("caption"))
        assert all(said(head) and head.get("scope") for head in table.iter("th"))
    for listed in root.iter("dl"):
        assert all([part.tag for part in row] == ["dt", "dd"] and said(row[0]) for row in listed)


@pairs
def test_each_language_bears_its_name(pair: tuple[Language, ...]) -> None:
    root = tree(page([PEOPLE["present"]], *pair))
    for language in pair:
        w = words(language)
        own = [said(one) for one in root.iter() if one.get("lang") == language]
        for told in (
            w.gettext("Calculated from the dates entered. Not issued by an authority."),
            w.gettext("Days counted over"),
            w.gettext("days used in {period} days").format(period=180),
            w.gettext("Articles"),
            w.gettext("Prepared by"),
        ):
            assert any(told in text for text in own)
    assert {one.get("lang") for one in root.iter() if one.get("lang")} == set(pair)


def test_numbers_and_names_are_said_once_for_both_languages() -> None:
    (article,) = tree(page([PEOPLE["present"]], "kk", "ru")).iter("article")
    told = said(article)
    assert told.count("Anna Schmidt") == 1
    assert told.count("68 / 90") == 1
    days = [one.attrib["datetime"] for one in article.iter("time")]
    assert {"2026-05-20", "2026-11-11", "2026-12-10"} <= set(days)
    (total,) = (row for row in article.iter("tr") if row.get("class") == "total")
    assert said(total[-1]) == "68"


def test_what_it_is_not_comes_first() -> None:
    (article,) = tree(page([PEOPLE["present"]], "ru", "en")).iter("article")
    assert article[0].get("class") == "caution"
    assert "не документ государственного органа" in said(article[0])


def test_what_forbids_stands_before_the_answer() -> None:
    (article,) = tree(page([PEOPLE["to be expelled"]])).iter("article")
    kinds = [one.get("class", "") for one in article]
    assert kinds.index("bad") < kinds.index("answer tone-over")
    assert list(article[kinds.index("bad")].iter("strong"))


@pytest.mark.parametrize(
    ("name", "kind"), [("present", "number"), ("over the days", "number more"), ("not recorded", "number perhaps")]
)
def test_more_than_the_limit_is_told_apart(name: str, kind: str) -> None:
    assert f'<p class="{kind}">' in page([PEOPLE[name]])


def test_the_policy_names_the_style_of_the_page() -> None:
    root = tree(page([PEOPLE["present"]]))
    policy = next(one.attrib["content"] for one in root.iter("meta") if one.get("http-equiv"))
    (style,) = root.iter("style")
    assert said(style) == sheet()
    assert f"'sha256-{b64encode(sha256(said(style).encode()).digest()).decode()}'" in policy


def test_what_a_person_wrote_stays_text() -> None:
    told = page([PEOPLE["attack"]], "kk", "ru")
    root = tree(told)
    assert any("<script>alert(1)</script>" in said(one) for one in root.iter("dd"))
    assert any("\u05d3\u05d5\u05d3" in said(one) for one in root.iter("bdi"))
    assert "\u202e" not in told
    assert "\x00" not in told
    assert len(page([PEOPLE["letters without end"]])) < 20_000


def test_travellers_are_linked_to(tmp_path: Path) -> None:
    root = tree(page([PEOPLE["present"], PEOPLE["no name"]], "kk", "en"))
    (contents,) = root.iter("nav")
    links: list[Element] = list(contents.iter("a"))
    assert [one.attrib["href"] for one in links] == ["#t1", "#t2"]
    assert said(links[0]) == "Anna Schmidt"
    assert said(links[1]) == words("kk").gettext("no name entered")
    assert [one.get("id") for one in root.iter("article")] == ["t1", "t2"]
    heard: list[float] = []
    found = [assess(PEOPLE["present"], ON, law())] * 2
    write_report(found, words("en"), tmp_path / "c.html", told=heard.append, second=words("ru"))
    assert heard == [0, 0.5]
    assert 'lang="ru"' in (tmp_path / "c.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("dark", "width"), [(False, 1100), (True, 1100), (False, 500)])
def test_nothing_keeps_people_from_reading_it(dark: bool, width: int, tmp_path: Path) -> None:
    people = [PEOPLE[name] for name in ("present", "all at once", "no regime", "attack")]
    assert violations(page(people, "kk", "ru"), tmp_path, dark=dark, width=width) == []


def test_it_needs_no_qt(tmp_path: Path) -> None:
    given = ["report", EXAMPLE, "-o", str(tmp_path / "c.html"), "--certificate", "--on", "2026-11-22"]
    program = (
        "import sys; sys.modules['PySide6'] = None\nfrom kzstay.cli.parser import main\n"
        f"raise SystemExit(main({given!r}))\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
    tree((tmp_path / "c.html").read_text(encoding="utf-8"))
