"""Guide pages: a topic in full, and the list of all of them."""

from __future__ import annotations

from collections.abc import Sequence

from kzstay.content.blocks import Block, Facts, Heading, Paragraph, Prose, Title
from kzstay.content.person.box import box
from kzstay.core.assess import Assessment
from kzstay.core.law.loading import Law
from kzstay.guide.search import Hit
from kzstay.guide.topics import Guide, Topic
from kzstay.texts import Words, foreign, guide_search, prose
from kzstay.texts import guide as guide_texts


def topic_page(w: Words, law: Law, guide: Guide, topic: Topic, a: Assessment | None = None) -> list[Block]:
    """Make the page of a topic: its group, its text, and what it rests on.

    With an assessment, what it means for that person stands under its title.
    """
    text = guide_texts.filled(w, law, guide, topic)
    found = box(w, a, topic.id) if a else None
    title, _, rest = text.partition("\n")
    return [
        Paragraph(guide_texts.group(w, topic.group), muted=True),
        *([Prose(title), found, Prose(rest)] if found else [Prose(text)]),
        Paragraph(guide_texts.foot(w, law, topic), muted=True),
    ]


def printed_topic(w: Words, law: Law, guide: Guide, topic: Topic, a: Assessment | None = None) -> list[Block]:
    """Make the page of a topic for paper, where nobody can follow a link: it says where the acts are found."""
    text = guide_texts.filled(w, law, guide, topic)
    found = box(w, a, topic.id) if a else None
    acts = dict.fromkeys(prose.cited(text))
    return [
        Title(guide.title(topic.id, w.language), guide_texts.printed(w, topic.group)),
        *([found] if found else []),
        Prose(text.partition("\n")[2]),
        *([Heading(w.gettext("Text of the acts")), Facts(guide_texts.addresses(w, law, acts))] if acts else []),
        Paragraph(guide_texts.foot(w, law, topic), muted=True),
    ]


def found_page(w: Words, question: str, hits: Sequence[Hit], kind: str = "guide") -> list[Block]:
    """Make the page of what answers a question: each topic with the piece that comes nearest, its words marked.

    ``kind`` is what a link begins with: ``manual`` where the topics are those of the manual.
    """
    if not hits:
        return [Paragraph(guide_search.nothing_found(w))]
    # Translators: {question} is what a person typed
    told = w.gettext("What answers “{question}”").format(question=foreign.echo(question))
    found = [Prose(f"## [{prose.literal(hit.title)}]({_link(hit, kind)})\n\n{_marked(hit)}") for hit in hits]
    return [Paragraph(told, muted=True), *found]


def _link(hit: Hit, kind: str) -> str:
    return "contacts:" if hit.topic == guide_search.CONTACTS else f"{kind}:{hit.topic}"


def _marked(hit: Hit) -> str:
    """Write an excerpt with the words that were looked for in bold; of contacts, each is a line of a list."""
    if hit.topic == guide_search.CONTACTS:
        return "\n".join(f"- {prose.literal(line)}" for line in hit.excerpt.splitlines())
    parts: list[str] = []
    done = 0
    for first, end in hit.marks:
        parts += [prose.literal(hit.excerpt[done:first]), f"**{prose.literal(hit.excerpt[first:end])}**"]
        done = end
    return "".join([*parts, prose.literal(hit.excerpt[done:])])
