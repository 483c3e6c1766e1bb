"""The catalogs: complete, in step with the program, and written by the rules of the glossary."""

from __future__ import annotations

import ast
import gettext
import importlib.util
import locale
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, get_args

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from kzstay.i18n import LANGUAGES, OWN_NAMES, SOURCE, SPOKEN, TRANSLATED, Language, catalog, cldr, system_language

ROOT = Path(__file__).resolve().parents[1]
PLACEHOLDER = re.compile(r"\{\w*\}")
WORD = re.compile(r"[^\W\d_]+")
# What a hyphen may join to a number in Kazakh: the ordinal of a noun, and no ending
ORDINALS = [
    "күн",
    "бап",
    "бөлік",
    "тармақ",
    "жол",
    "кезең",
    "бет",
    "шетелдік",
    "мекенжай",
    "рұқсат",
    "қаулы",
    "өзгеріс",
]
NUMBERS = [
    "n",
    "days",
    "used",
    "period",
    "limit",
    "left",
    "free",
    "count",
    "number",
    "other",
    "over",
    "age",
    "largest",
    "size",
]

translated = pytest.mark.parametrize("language", TRANSLATED)


class Entry(NamedTuple):
    """A message and what it is in a language."""

    message: Message
    english: list[str]
    forms: list[str]

    @property
    def text(self) -> str:
        return " | ".join(self.forms)


def tool() -> Any:  # noqa: ANN401
    spec = importlib.util.spec_from_file_location("update_catalogs", ROOT / "packaging/tools/update_catalogs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def listed(texts: Any) -> list[str]:  # noqa: ANN401
    return [texts] if isinstance(texts, str) else list(texts)


def entries(language: Language) -> Iterator[Entry]:
    with (ROOT / "resources/i18n" / language / "LC_MESSAGES/kzstay.po").open("rb") as file:
        for message in read_po(file, locale=language):
            if message.id:
                yield Entry(message, listed(message.id), listed(message.string))


def wrong(language: Language, pattern: str | re.Pattern[str]) -> list[str]:
    return [entry.text for entry in entries(language) if re.search(pattern, entry.text)]


def words_of(text: str) -> list[str]:
    return WORD.findall(PLACEHOLDER.sub(" ", text).replace("&", ""))


def scripts(word: str) -> set[str]:
    return {"Cyrillic" if "\u0400" <= letter <= "\u052f" else "other" for letter in word}


# In step


@translated
def test_a_catalog_holds_every_sentence_of_the_program_and_no_other(language: Language) -> None:
    update = tool()
    assert update.path_of(language).read_text(encoding="utf-8") == update.merged(language, update.collected())


@translated
def test_nothing_is_left_untranslated(language: Language) -> None:
    update = tool()
    assert update.untranslated(language, update.collected()) == []


@translated
def test_the_compiled_catalog_is_not_of_yesterday(language: Language) -> None:
    found = catalog(language)
    numbers = {"ru": [1, 2, 5], "kk": [1, 2]}[language]
    for message, english, forms in entries(language):
        if not all(forms):
            continue  # said above
        if isinstance(message.id, str):
            context = message.context
            told = found.pgettext(context, message.id) if context else found.gettext(message.id)
            assert [told] == forms
        else:
            assert [found.ngettext(english[0], english[1], n) for n in numbers] == forms


# Placeholders


@translated
def test_every_form_has_the_placeholders_of_its_message(language: Language) -> None:
    for _, english, forms in entries(language):
        texts = [*english, *filter(None, forms)]
        assert len({tuple(sorted(PLACEHOLDER.findall(text))) for text in texts}) == 1, english


@translated
def test_no_brace_stands_alone(language: Language) -> None:
    assert not [entry for entry in entries(language) if re.search(r"[{}]", PLACEHOLDER.sub("", entry.text))]


@translated
def test_a_key_and_an_ellipsis_stay(language: Language) -> None:
    for _, english, forms in entries(language):
        assert {text.count("&") for text in forms} == {english[0].count("&")}
        assert {text.endswith("…") for text in forms} == {english[0].endswith("…")}


@translated
def test_no_text_begins_or_ends_with_a_space(language: Language) -> None:
    forms = [form for entry in entries(language) for form in entry.forms]
    assert [form for form in forms if form != form.strip() or "  " in form] == []


# Letters and signs


@translated
def test_quotation_marks_are_those_of_the_language(language: Language) -> None:
    assert wrong(language, r"[\"“”]") == []
    assert all(entry.text.count("«") == entry.text.count("»") for entry in entries(language))


@translated
def test_no_word_holds_letters_of_two_scripts(language: Language) -> None:
    """Texts of adilet.zan.kz mix a Latin i into Kazakh words."""
    mixed = [word for entry in entries(language) for word in words_of(entry.text) if len(scripts(word)) > 1]
    assert mixed == []


@translated
def test_a_name_beside_a_hyphen_is_of_one_script_too(language: Language) -> None:
    assert wrong(language, r"[а-яәғқңөұүһі][a-z]|[a-z][а-яәғқңөұүһі]") == []


@translated
def test_no_letter_of_another_language_came_in(language: Language) -> None:
    foreign = {"ru": "әғқңөұүһіӘҒҚҢӨҰҮҺІїєґ", "kk": "їєґўјђ"}[language]
    assert wrong(language, f"[{foreign}]") == []


@translated
def test_a_state_is_told_calmly(language: Language) -> None:
    assert wrong(language, "!") == []
    assert wrong(language, r"\bВы\b|\bВас\b|\bСіз\b") == []


@translated
def test_no_ending_is_glued_to_what_a_placeholder_brings(language: Language) -> None:
    allowed = {"ru": ("й", "го"), "kk": tuple(ORDINALS)}[language]
    for entry in entries(language):
        for ending in re.findall(r"\}[-–](\w+)", entry.text):
            assert ending in allowed or (language == "kk" and ending.startswith(allowed)), entry.text
        assert not re.search(r"\}[^\W\d_]", entry.text), entry.text


@pytest.mark.parametrize(
    "word", ["депортац", "заезд", "прописк", "нахожден", "осуществля", "данн(ый|ая|ое|ого|ой)\\b", "проживание"]
)
def test_russian_words_that_mean_another_thing_are_not_used(word: str) -> None:
    """«Проживание» is what a permit gives, and stands in its name alone."""
    found = wrong("ru", rf"(?i)\b{word}")
    assert [text for text in found if not re.search("(?i)разрешени(е|я|ем) на", text)] == []


@pytest.mark.parametrize(
    "word", ["төлқұжат", "иммигрант", "мигрант", "ережелер", "пайдаланушы", "өтінеміз", "жолаушы", "жүзеге асыр"]
)
def test_kazakh_words_that_mean_another_thing_are_not_used(word: str) -> None:
    assert wrong("kk", rf"(?i)\b{word}") == []


# Plurals


def test_kazakh_has_one_form_after_every_number() -> None:
    for entry in entries("kk"):
        assert len(set(entry.forms)) == 1


def test_kazakh_has_no_plural_after_a_figure() -> None:
    numbers = "|".join(NUMBERS)
    assert wrong("kk", rf"\{{(?:{numbers})\}}\s+\w+(?:[лдт][ае]р)\b") == []


@pytest.mark.parametrize(
    ("number", "word"),
    [
        *((1, "день"), (2, "дня"), (5, "дней"), (11, "дней"), (12, "дней"), (21, "день"), (22, "дня")),
        *((25, "дней"), (111, "дней"), (112, "дней"), (121, "день"), (0, "дней")),
    ],
)
def test_russian_days_agree_with_their_number(number: int, word: str) -> None:
    told = catalog("ru").ngettext("{n} day", "{n} days", number).format(n=number)
    assert told.replace("\N{NO-BREAK SPACE}", " ") == f"{number} {word}"


def test_russian_plurals_have_three_forms_and_kazakh_two() -> None:
    numbers: dict[Language, int] = {"ru": 3, "kk": 2}
    for language, number in numbers.items():
        plurals = [entry.forms for entry in entries(language) if not isinstance(entry.message.id, str)]
        assert plurals
        assert {len(forms) for forms in plurals} == {number}


# Languages apart


def test_no_two_languages_say_a_sentence_alike() -> None:
    found = {
        (language, entry.message.context, tuple(entry.english)): entry.forms
        for language in TRANSLATED
        for entry in entries(language)
    }
    for (language, context, english), forms in found.items():
        keys = [(other, context, english) for other in TRANSLATED if other != language]
        others = [list(english), *(found[key] for key in keys if key in found)]
        for text in forms:
            if len(PLACEHOLDER.sub("", text)) > 25:
                assert all(text not in other for other in others)


def test_two_languages_are_spoken_at_once() -> None:
    day = {language: catalog(language).ngettext("{n} day", "{n} days", 5) for language in LANGUAGES}
    assert day["en"] == "{n} days"
    assert len(set(day.values())) == 3
    assert catalog("ru") is catalog("ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_that_no_catalog_has_stays_english(language: Language) -> None:
    assert catalog(language).gettext("A sentence of tomorrow.") == "A sentence of tomorrow."


def test_english_needs_no_catalog() -> None:
    assert type(catalog("en")) is gettext.NullTranslations


def test_every_language_is_called_by_its_own_name() -> None:
    assert OWN_NAMES == {"en": "English", "ru": "Русский", "kk": "Қазақша"}
    assert tuple(OWN_NAMES) == LANGUAGES


@pytest.mark.parametrize(
    ("system", "language"),
    [
        ("ru_RU", "ru"),
        ("ru_KZ", "ru"),
        ("Russian_Kazakhstan", "ru"),
        ("kk_KZ", "kk"),
        ("Kazakh_Kazakhstan", "kk"),
        ("en_US", "en"),
        ("de_DE", "en"),
        ("C", "en"),
        (None, "en"),
    ],
)
def test_the_language_of_the_system_is_spoken_where_it_is_one_of_ours(
    system: str | None, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(locale, "getlocale", lambda: (system, "UTF-8"))
    assert system_language() == language


@pytest.mark.parametrize(
    ("environment", "language"),
    [({"LANG": "ru_RU.UTF-8"}, "ru"), ({"LANG": "ru_RU.UTF-8", "LC_ALL": "kk_KZ"}, "kk"), ({"LANG": "C"}, "en")],
)
@pytest.mark.parametrize("found", [(None, None), ("en_US", "UTF-8")], ids=["none", "what Python took instead"])
def test_a_language_that_the_system_has_no_locale_for_is_spoken_all_the_same(
    environment: dict[str, str],
    language: Language,
    found: tuple[str | None, str | None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(locale, "getlocale", lambda: found)
    assert system_language() == language


# One list


def test_the_list_of_languages_and_the_type_are_one() -> None:
    assert get_args(Language) == tuple(SPOKEN) == LANGUAGES == (SOURCE, *TRANSLATED)


@pytest.mark.parametrize("folder", ["cldr", "i18n"])
def test_what_lies_in_the_resources_is_of_the_listed_languages(folder: str) -> None:
    found = (path.name for path in (ROOT / "resources" / folder).iterdir())
    there = {name.removesuffix(".json") for name in found if name != "LICENSE.txt"}
    assert there == set(LANGUAGES if folder == "cldr" else TRANSLATED)


def test_no_other_list_of_languages_stands_in_the_program_or_in_its_tools() -> None:
    """A list of all of them is a place more to go to for a new one."""
    sources = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for folder in ("kzstay", "packaging")
        for path in (ROOT / folder).rglob("*.py")
    }
    found = {name for name, text in sources.items() if all(f'"{language}"' in text for language in TRANSLATED)}
    # Beside the list: what the project's own patterns of dates are
    assert found == {"kzstay/i18n.py", "packaging/tools/make_cldr.py"}


def test_names_of_days_and_countries_are_there_in_every_language() -> None:
    for language in LANGUAGES:
        found = cldr(language)
        assert len(found["months"]["format"]) == 12
        assert len(found["weekdays"]["wide"]) == 7
        assert "KZ" in found["countries"]
        assert cldr(language) is found, "which is read once"


def days_with_a_weekday() -> set[str]:
    """Find the texts that a day with its weekday is put into, as the sources have them."""
    found: set[str] = set()
    for path in (ROOT / "kzstay").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"
            ):
                continue
            text, spelled = node.func.value, [one for word in node.keywords for one in ast.walk(word.value)]
            if isinstance(text, ast.Call) and any(getattr(one, "attr", "") == "long_day" for one in spelled):
                found |= {str(one.value) for one in text.args if isinstance(one, ast.Constant)}
    return found


def test_a_weekday_stands_in_no_case_in_russian() -> None:
    """A weekday is written as it is named: behind a preposition Wednesday, Friday and Saturday end otherwise."""
    asked = days_with_a_weekday()
    assert "Calculated for {day}" in asked
    for entry in entries("ru"):
        if asked & set(entry.english):
            for text in entry.forms:
                assert not re.search(r"\b(на|в|во|до|по|с|со|от|к|за)[\s\u00a0]\{day\}", text), text
