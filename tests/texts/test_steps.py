from __future__ import annotations

import msgspec
import pytest

from kzstay.core.case import Stay
from kzstay.i18n import LANGUAGES, Language
from kzstay.texts import steps
from kzstay.texts.words import words

CODES = [
    *("add-stay", "move-stay", "delete-stay", "add-traveller", "remove-traveller", "restore"),
    *("change-name", "change-citizenship", "change-passport", "change-host", "change-born"),
    *(f"{done}-{what}" for done in ("add", "change", "delete") for what in ("permit", "ruling", "move")),
    *steps.EDITED.values(),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_has_a_name_of_its_own(language: Language) -> None:
    names = [steps.step(words(language), code) for code in CODES]
    assert len(set(names)) == len(names)
    assert all(name == name.strip() != "" for name in names)


def test_what_is_edited_in_a_stay_is_a_field_of_it() -> None:
    assert set(steps.EDITED) <= {field.name for field in msgspec.structs.fields(Stay)}


def test_a_step_is_a_noun_so_that_it_can_follow_undo() -> None:
    """«Отменить: добавление периода», «Болдырмау: болу кезеңін қосу»."""
    assert not any(steps.step(words("ru"), code).split()[0].endswith(("ть", "ти")) for code in CODES)
    assert not any(steps.step(words("kk"), code).endswith(("ыңыз", "іңіз", "ды", "ді")) for code in CODES)
