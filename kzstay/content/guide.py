"""Guide pages: a topic in full, and the list of all of them."""

from __future__ import annotations

from collections.abc import Sequence

from kzstay.content.blocks import Block, Paragraph, Prose
from kzstay.core.law.loading import Law
from kzstay.guide.search import Hit
from kzstay.guide.topics import Guide, Topic
from kzstay.texts import Words, foreign, prose
from kzstay.texts import guide as guide_texts


def topic_page(w: Words, law: Law, guide: Guide, topic: Topic) -> list[Block]:
    """Make the page of a topic: its group, its text, and what it rests on."""
    return [
        Paragraph(guide_texts.group(w, topic.group), muted=True),
        Prose(guide_texts.filled(w, law, guide, topic)),
        Paragraph(guide_texts.foot(w, law, topic), muted=True),
    ]


def found_page(w: Words, question: str, hits: Sequence[Hit]) -> list[Block]:
    """Make the page of what answers a question: each topic with the piece that comes nearest, its words marked."""
    if not hits:
        return [Paragraph(guide_texts.nothing_found(w))]
    # Translators: {question} is what a person typed
    told = w.gettext("What answers “{question}”").format(question=foreign.echo(question))
    found = [Prose(f"## [{prose.literal(hit.title)}]({_link(hit)})\n\n{_marked(hit)}") for hit in hits]
    return [Paragraph(told, muted=True), *found]


def _link(hit: Hit) -> str:
    return "contacts:" if hit.topic == guide_texts.CONTACTS else f"guide:{hit.topic}"


def _marked(hit: Hit) -> str:
    """Write an excerpt with the words that were looked for in bold; of contacts, each is a line of a list."""
    if hit.topic == guide_texts.CONTACTS:
        return "\n".join(f"- {prose.literal(line)}" for line in hit.excerpt.splitlines())
    parts: list[str] = []
    done = 0
    for first, end in hit.marks:
        parts += [prose.literal(hit.excerpt[done:first]), f"**{prose.literal(hit.excerpt[first:end])}**"]
        done = end
    return "".join([*parts, prose.literal(hit.excerpt[done:])])
