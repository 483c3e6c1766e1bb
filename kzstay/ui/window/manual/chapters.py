"""Which chapter of the manual is about what: each page, place and dialog, by the name of its widget."""

from __future__ import annotations

FIRST = "first-steps"  # of a case that nothing is in yet
TIMELINE = "timeline"
ABOUT = {
    # parts of the place Stay
    "hero": "reading/answer",
    "form": "people/who",
    "timeline": TIMELINE,
    "timeline_card": TIMELINE,
    "minimap": "timeline/look",
    # pages
    "next": "reading/tabs",
    "stays": "timeline/table",
    "duties": "reading/duties",
    "papers": "papers",
    "plan": "plan",
    "why": "reading/why",
    "law": "counting",
    # places
    "place_stay": "reading",
    "place_people": "people/register",
    "place_guide": "reading/guide",
    "place_contacts": "reading/guide",
    # dialogs
    "export_dialog": "exchange/report",
    "import_dialog": "exchange/questions",
    "preferences": "first-steps/choices",
    "legend": "timeline/signs",
    "comparison": "files/changed-outside",
    "mark_done": "people/many",
}
