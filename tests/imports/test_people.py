from __future__ import annotations

import pytest

from kzstay.i18n import LANGUAGES, catalog
from kzstay.imports.people import passport_kind
from tests.imports.told import asked, left, refused, told


def person(heads: str, cells: str) -> object:
    return told(f"{heads};Entry;Exit\n{cells};01.02.2026;05.02.2026\n").travellers[0]


def test_name_in_two_columns() -> None:
    assert person("First name;Last name", "Anna;Schmidt").name == "Schmidt Anna"  # type: ignore[attr-defined]
    assert person("Фамилия;Имя", "Иванова;Мария").name == "Иванова Мария"  # type: ignore[attr-defined]


def test_all_that_a_row_says_of_somebody() -> None:
    found = person(
        "Name;Native name;Nationality;Kind of passport;Passport no.;Born;Host;Kind of host",
        "Li Na;李娜;Chinese;service passport;E1;1990-02-03;Hotel Astana;small business",
    )
    assert (found.name, found.native_name, found.citizenship) == ("Li Na", "李娜", "CN")  # type: ignore[attr-defined]
    assert (found.passport, found.document) == ("service", "E1")  # type: ignore[attr-defined]
    assert (found.host.kind, found.host.name) == ("small", "Hotel Astana")  # type: ignore[attr-defined]
    assert str(found.born) == "1990-02-03"  # type: ignore[attr-defined]


def test_nationality_that_is_no_state_is_asked_about() -> None:
    found = told("Name,Nationality,Entry,Exit\nA,Martian,2026-03-01,2026-03-05\n")
    (question,) = asked(found, "citizenship")
    assert question.samples == ("Martian",)


def test_kinds_of_passport_in_every_language() -> None:
    for language in LANGUAGES:
        for kind, message in (("national", "ordinary"), ("service", "service"), ("diplomatic", "diplomatic")):
            assert passport_kind(catalog(language).gettext(f"{message} passport")) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        *(("TRP", "rvp"), ("РВП", "rvp"), ("temporary residence permit", "rvp"), ("PR", "residence")),
        *(("ВНЖ", "residence"), ("ықтиярхат", "residence"), ("C3", "visa"), ("С3", "visa"), ("B-2", "visa")),
        *(("multiple-entry visa", "visa"), ("A5 service", "visa"), ("labour contract", "contract")),
    ],
)
def test_permits_of_rows(text: str, kind: str) -> None:
    found = told(f"Name,Entry,Exit,Visa/TRP,Valid from,Valid to\nA,2026-03-01,,{text},2026-01-01,2026-12-31\n")
    (permit,) = found.travellers[0].permits
    assert (permit.kind, str(permit.first), str(permit.until)) == (kind, "2026-01-01", "2026-12-31")


def test_permit_told_by_the_heads_of_its_days() -> None:
    found = told("Name,Entry,Exit,Visa from,Visa until\nA,2026-03-01,,2026-01-01,2026-12-31\n")
    assert [permit.kind for permit in found.travellers[0].permits] == ["visa"]
    found = told("Name,Entry,Exit,Issued,Expires on\nA,2026-03-01,,2026-01-01,2026-12-31\n")
    assert found.travellers[0].permits == ()  # of the passport, for all that is known


def test_permits_that_cannot_be_used() -> None:
    head = "Name,Entry,Exit,Permit,Valid from,Valid to\n"
    assert refused(told(f"{head}A,2026-03-01,,gold card,2026-01-01,2026-12-31\n")) == [("value", 2, "gold card")]
    assert left(told(f"{head}A,2026-03-01,,C3,,\n"), "no-days") == [(2, "C3")]
    assert not told(f"{head}A,2026-03-01,,visa-free,,\n").left[1:]
    soon = told(f"{head}A,2026-03-01,,C3,2026-01-01,soon\nB,2026-03-01,,C3,2026-01-01,2026-12-31\n")
    assert refused(soon) == [("no-date", 2, "soon")]
    assert len(soon.travellers[0].stays) == 1


def test_permit_of_a_row_without_days() -> None:
    found = told("Name,Passport no,Permit,Valid from,Valid to\nA,N1,ВНЖ,01.01.2026,31.12.2035\n")
    assert [permit.kind for permit in found.travellers[0].permits] == ["residence"]
    assert found.travellers[0].stays == ()
