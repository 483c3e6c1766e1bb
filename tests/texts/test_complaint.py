"""The sentences of the draft: in both languages of the case each is there, whole, and with what the case holds."""

from __future__ import annotations

import msgspec
import pytest

from kzstay.core.assess import assess
from kzstay.core.complaint import Complaint, complaint_of
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import complaint
from kzstay.texts.words import words
from tests.core.builders import LAW, ruled
from tests.core.test_complaint import ANNA, made
from tests.helpers import day, permit, plain, stay, traveller

EN = words("en")
EXPELLED = made("expulsion", "2026-11-16", "517(4)", leave_by="2026-12-10")
FINED = made("fine", "2026-11-15", "517(3)(3)")
EVERY = [
    EXPELLED,
    made("expulsion", "2026-11-16"),
    FINED,
    made("fine", "2026-11-01", "517(3)"),  # late
    made("warning", "2026-11-16"),
    made("shortened", "2026-11-16", leave_by="2026-11-20"),
    made("readmission", "2026-11-16"),
]


def found(ruling: object, person: object = ANNA) -> Complaint:
    return complaint_of(assess(ruled(person, ruling), day("2026-11-22"), LAW), 0)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ruling", EVERY, ids=str)
def test_every_sentence_is_there_and_filled(ruling: object, language: Language) -> None:
    w, one = words(language), found(ruling)
    told = [
        complaint.title(w, one),
        complaint.caution(w),
        complaint.addressed(w, one),
        complaint.through(w, one),
        complaint.ruling(w, one),
        complaint.content(w, LAW, one),
        complaint.reasons(w, LAW, one),
        complaint.in_time(w, LAW, one),
        complaint.story(w),
        complaint.ties(w),
        complaint.address(w),
        complaint.request(w, one.ruling.kind),
        *(text(w) for text in complaint.grounds(one)),
        *(text(w) for text in complaint.rights(LAW, one)),
        *(text(w) for text in complaint.enclosed(LAW, one)),
        *([complaint.waits(w, LAW, one, one.wait)] if one.wait else []),
    ]
    assert all(told)
    assert not [text for text in told if "{" in text or "()" in text]


def test_a_ruling_by_the_police_goes_to_the_body_above_or_to_the_specialised_court() -> None:
    assert "specialised court" in complaint.addressed(EN, found(FINED))
    assert complaint.addressed(EN, found(EXPELLED)) == "[name of the higher court]"
    assert complaint.through(EN, found(EXPELLED)) == "[name of the court that ruled]"
    both = complaint.addressed(EN, found(made("warning", "2026-11-16")))
    assert "higher court" in both
    assert "specialised court" in both
    assert "decided" in complaint.addressed(EN, found(made("readmission", "2026-11-16")))


def test_what_the_ruling_says_is_told_with_its_article_and_its_days() -> None:
    text = plain(complaint.content(EN, LAW, found(EXPELLED)))
    assert "Code on Administrative Offences, art. 517, part 4" in text
    assert "Last day to leave: 10 December 2026." in text
    assert text.endswith("A copy was handed to me on 16 November 2026.")
    blank = complaint.content(EN, LAW, found(made("expulsion", "2026-11-16")))
    assert "[article and part]" in blank
    assert "[the day set]" in blank


def test_a_count_that_speaks_for_the_person_is_told_with_its_dates() -> None:
    one = found(FINED)
    text = plain(complaint.point(EN, LAW, one, one.points[0], day("2026-10-12")))
    assert text == (
        "My stay began on 12 October 2026. It was lawful until 10 November 2026. Days over on 15 November 2026: "
        "5. The part of the article that was applied takes more: 6 at least."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_point_is_told(language: Language) -> None:
    held = traveller(
        "DE",
        stay("2026-10-12", notified="2026-10-13"),
        permits=[permit("2026-10-01", "2026-12-30")],
        born="2009-01-01",
    )
    child = traveller("RU", stay("2026-08-01", registered="2026-08-20"), born="2015-01-01")
    asked = [
        (held, made("expulsion", "2026-11-20", "517(6)")),
        (child, made("fine", "2026-11-20", "517(3)")),
        (held, made("shortened", "2026-11-20", leave_by="2026-11-25")),
        (ANNA, FINED),
    ]
    codes: set[str] = set()
    for person, ruling in asked:
        one = found(ruling, person)
        for point in one.points:
            text = complaint.point(words(language), LAW, one, point, day("2026-10-12"))
            assert "{" not in text
            assert "None" not in text
            codes.add(point.code)
    every = {"within-term", "fewer-days", "covered", "notified", "registered", "under-age", "minor", "no-earlier"}
    assert codes == every


def test_without_a_decision_the_stay_is_told_as_lawful() -> None:
    one = found(made("shortened", "2026-11-05", leave_by="2026-11-07"))
    text = plain(complaint.point(EN, LAW, one, one.points[0], day("2026-10-12")))
    assert text.endswith("Without this decision it is lawful until 10 November 2026.")


def test_a_late_complaint_asks_to_be_accepted() -> None:
    text = plain(complaint.in_time(EN, LAW, found(made("fine", "2026-11-01", "517(3)"))))
    assert "[why you could not file in time]" in text
    assert "art. 829-4, part 3" in text


def test_the_request_to_wait_names_the_article() -> None:
    assert "art. 834, part 4" in plain(complaint.waits(EN, LAW, found(EXPELLED), "expulsion"))
    assert "art. 826-2, part 4" in plain(complaint.waits(EN, LAW, found(FINED), "fine"))
    assert complaint.waits(EN, LAW, found(EXPELLED), "too-late") == ""


def test_the_number_of_copies_is_that_of_the_law_and_of_a_decision_none_is_told() -> None:
    first = complaint.enclosed(LAW, found(EXPELLED))[0](EN)
    assert "number of copies: 2" in plain(first)
    decision = [text(EN) for text in complaint.enclosed(LAW, found(made("readmission", "2026-11-16")))]
    assert decision[0] == "a copy of the decision"
    assert complaint.rights(LAW, found(made("readmission", "2026-11-16"))) == []


def test_a_name_is_kept_as_typed_and_does_no_harm() -> None:
    named = msgspec.structs.replace(
        ANNA, name="Anna\n<b>\u202eX", native_name="Анна", document="C1", born=day("2000-02-01")
    )
    assert complaint.complainant(EN, named) == "Anna <b>X · Анна"
    assert complaint.document(EN, named) == "C1"
    assert plain(complaint.born(EN, named)) == "1 February 2000"
    nobody = msgspec.structs.replace(ANNA, name="")
    assert complaint.complainant(EN, nobody).startswith("[surname")
    assert complaint.document(EN, nobody) == "[number of the passport]"
    assert complaint.born(EN, nobody) == "[date of birth]"
