"""The manual: the same chapters in three languages, with a name for each section."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from kzstay import bundled
from kzstay.guide import manual, topics
from kzstay.guide.manual import Chapter
from kzstay.i18n import LANGUAGES, Language
from kzstay.paths import resource

MANUAL, FOLDER = bundled.manual(), resource("manual")
_CODE = re.compile(r"(?ms)^```.*?^```$|`[^`]*`")
_BLOCK = re.compile(r"(?ms)^```sh\n(.*?)^```$")
_STEP = re.compile(r"(?m)^\d+\. ")


@pytest.fixture(params=MANUAL.chapters)
def chapter(request: pytest.FixtureRequest) -> Chapter:
    return MANUAL.chapters[request.param]


def test_every_chapter_of_the_list_is_there_in_three_languages() -> None:
    for language in LANGUAGES:
        assert {path.stem for path in (FOLDER / language).iterdir()} == set(MANUAL.chapters)
    assert len(MANUAL.chapters) == len(MANUAL.chapter)
    assert manual.KEYS not in MANUAL.chapters


def test_a_chapter_says_the_same_in_three_languages(chapter: Chapter) -> None:
    shapes = {language: _shape(MANUAL.text(chapter.id, language)) for language in LANGUAGES}
    assert shapes["ru"] == shapes["en"]
    assert shapes["kk"] == shapes["en"]


def _shape(text: str) -> dict[str, object]:
    """Return what must be alike in all languages: sections, steps, entries, rows, names, commands."""
    return {
        "sections": len(re.findall(r"(?m)^## ", text)),
        "steps": len(_STEP.findall(text)),
        "entries": len(re.findall(r"(?m)^- ", text)),
        "rows": [line.count("|") for line in re.sub(r"\{[^}]*\}", "", text).splitlines() if line.startswith("|")],
        "placeholders": sorted(topics.placeholders(text)),
        "commands": _BLOCK.findall(text),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chapter_begins_with_a_short_title_and_has_a_name_for_each_section(
    chapter: Chapter, language: Language
) -> None:
    text = MANUAL.text(chapter.id, language)
    assert text.startswith("# ")
    assert len(MANUAL.title(chapter.id, language)) <= 32
    assert not re.search(r"(?m)^###", text)
    assert len(re.findall(r"(?m)^# ", _CODE.sub("", text))) == 1
    assert len(topics.headings(text)) == len(chapter.sections) == len(set(chapter.sections))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_is_typed_that_the_law_could_set(chapter: Chapter, language: Language) -> None:
    text = _CODE.sub("", topics.fill(MANUAL.text(chapter.id, language), lambda _inner: ""))
    assert not re.search(r"\d", _STEP.sub("", text).replace("UTF-8", ""))


def test_a_place_is_a_chapter_or_a_section_of_one() -> None:
    assert MANUAL.place("timeline") == ("timeline", 0)
    assert MANUAL.place("timeline/change") == ("timeline", 2)
    assert MANUAL.part("timeline", 2) == "timeline/change"
    assert MANUAL.part("timeline", 0) == "timeline"
    for missing in ("nothing", "timeline/nothing", "nothing/change"):
        with pytest.raises(KeyError):
            MANUAL.place(missing)


def test_a_link_is_found_in_a_text() -> None:
    text = "See [one](manual:timeline/look), [two](guide:overstay) and [three](manual:keys)."
    assert manual.leads_to(text) == ["timeline/look", "keys"]


def test_a_list_with_a_wrong_field_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.toml").write_text('[keys]\n[[chapter]]\nid = "a"\nsection = ["b"]\n', encoding="utf-8")
    with pytest.raises(msgspec.ValidationError):
        manual.load(tmp_path)
