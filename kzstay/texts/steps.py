"""Steps that can be undone, named as things done: they stand after “Undo:”.

The window keeps their codes, so that a step taken before a switch of the language speaks the new one.
"""

from __future__ import annotations

from kzstay.texts.words import Words

EDITED = {
    "entry": "change-entry",
    "exit": "change-exit",
    "notified": "record-notice",
    "registered": "record-registration",
    "note": "change-note",
    "checkpoint": "change-checkpoint",
    "exit_checkpoint": "change-exit-checkpoint",
    "kind": "change-stay-kind",
    "citizenship": "change-stay-citizenship",
    "passport": "change-stay-passport",
}


def step(w: Words, code: str) -> str:
    """Name a step."""
    return {
        "add-stay": w.pgettext("step", "Add stay"),
        "move-stay": w.pgettext("step", "Move stay"),
        "delete-stay": w.pgettext("step", "Delete stay"),
        "delete-stays": w.pgettext("step", "Delete several stays"),
        "duplicate-stay": w.pgettext("step", "Duplicate stay"),
        "split-stay": w.pgettext("step", "Split stay"),
        "hand-over-stay": w.pgettext("step", "Move stay to another traveller"),
        "hand-over-stays": w.pgettext("step", "Move stays to another traveller"),
        "change-entry": w.pgettext("step", "Change entry"),
        "change-exit": w.pgettext("step", "Change exit"),
        "record-notice": w.pgettext("step", "Record host's notice"),
        "record-registration": w.pgettext("step", "Record registration"),
        "record-notices": w.pgettext("step", "Record notices of several stays"),
        "record-registrations": w.pgettext("step", "Record registrations of several stays"),
        "change-note": w.pgettext("step", "Change note"),
        "change-checkpoint": w.pgettext("step", "Change checkpoint"),
        "change-exit-checkpoint": w.pgettext("step", "Change checkpoint of exit"),
        "change-stay-kind": w.pgettext("step", "Change kind of stay"),
        "change-stay-citizenship": w.pgettext("step", "Change citizenship of a stay"),
        "change-stay-passport": w.pgettext("step", "Change passport of a stay"),
        "change-native-name": w.pgettext("step", "Change name in its own script"),
        "change-document": w.pgettext("step", "Change number of the passport"),
        "change-name": w.pgettext("step", "Change name"),
        "change-citizenship": w.pgettext("step", "Change citizenship"),
        "change-passport": w.pgettext("step", "Change passport"),
        "change-host": w.pgettext("step", "Change host"),
        "change-born": w.pgettext("step", "Change date of birth"),
        "add-traveller": w.pgettext("step", "Add traveller"),
        "remove-traveller": w.pgettext("step", "Remove traveller"),
        "remove-travellers": w.pgettext("step", "Remove travellers"),
        "duplicate-traveller": w.pgettext("step", "Duplicate traveller"),
        "duplicate-travellers": w.pgettext("step", "Duplicate travellers"),
        "add-permit": w.pgettext("step", "Add permit"),
        "change-permit": w.pgettext("step", "Change permit"),
        "delete-permit": w.pgettext("step", "Delete permit"),
        "add-ruling": w.pgettext("step", "Add ruling"),
        "change-ruling": w.pgettext("step", "Change ruling"),
        "delete-ruling": w.pgettext("step", "Delete ruling"),
        "add-move": w.pgettext("step", "Add change of address"),
        "change-move": w.pgettext("step", "Edit change of address"),
        "delete-move": w.pgettext("step", "Delete change of address"),
        "import": w.pgettext("step", "Import"),
        "restore": w.pgettext("step", "Restore unsaved case"),
    }.get(code, code)
