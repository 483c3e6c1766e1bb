"""The pages that are read: why, and the law."""

from __future__ import annotations

import pytest

from tests.helpers import stay, traveller
from tests.ui import pages_of
from tests.ui.conftest import OpenCase
from tests.ui.pages_of import read

ANNA = traveller("DE", stay("2026-05-20", "2026-06-08"), stay("2026-09-20", "2026-10-04"), stay("2026-11-11"))


@pytest.mark.parametrize("name", ["why", "law"])
def test_a_page_has_no_title_twice_and_no_pages_of_others(open_case: OpenCase, name: str) -> None:
    window = open_case(ANNA)
    assert not read(window, name).startswith(window.stay.tabs.tabText(window.stay.index_of(name)))
    assert not pages_of.why(window).openLinks()


@pytest.mark.parametrize("name", ["why", "law"])
def test_a_page_speaks_the_language_of_the_window(open_case: OpenCase, name: str) -> None:
    window = open_case(ANNA)
    english = read(window, name)
    for language in ("ru", "kk"):
        window.commands.by_name[f"language_{language}"].trigger()
        assert read(window, name) != english


@pytest.mark.parametrize(
    "person",
    [None, traveller("DE"), traveller("AF", stay("2026-11-10")), traveller("DE", stay("2026-08-01"))],
    ids=["nobody", "no stay", "no regime", "overstay"],
)
def test_both_pages_have_something_to_say_in_every_case(open_case: OpenCase, person: object) -> None:
    window = open_case(*([person] if person else []))
    assert read(window, "why").strip()
    assert read(window, "law").strip()


def test_a_name_is_text_and_never_a_page_of_its_own(open_case: OpenCase) -> None:
    window = open_case(traveller("DE", stay("2026-11-11", note="<h1>Note</h1>"), name="<b>Anna</b>"))
    read(window, "why")
    assert "<b>Anna</b>" not in pages_of.why(window).toHtml()
