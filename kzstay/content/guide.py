"""Guide pages: a topic in full, and the list of all of them."""

from __future__ import annotations

from kzstay.content.blocks import Block, Paragraph, Prose
from kzstay.core.law.loading import Law
from kzstay.guide.topics import Guide, Topic
from kzstay.texts import Words
from kzstay.texts import guide as guide_texts


def topic_page(w: Words, law: Law, guide: Guide, topic: Topic) -> list[Block]:
    """Make the page of a topic: its group, its text, and what it rests on."""
    return [
        Paragraph(guide_texts.group(w, topic.group), muted=True),
        Prose(guide_texts.filled(w, law, guide, topic)),
        Paragraph(guide_texts.foot(w, law, topic), muted=True),
    ]
