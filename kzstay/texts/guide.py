"""The guide in words: its topics with the numbers, days, sums and citations of the law filled in."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from kzstay.core.law.loading import Law, cited
from kzstay.core.law.schema import OF_HOST, Certainty
from kzstay.core.sanctions import Penalty, index_of, penalties
from kzstay.guide import topics
from kzstay.guide.topics import GroupName, Guide, SectionName, Topic
from kzstay.texts import costs, parts, sources
from kzstay.texts import law as law_texts
from kzstay.texts.words import Words

Row = list[str]


def group(w: Words, name: GroupName) -> str:
    """Name a group of topics."""
    names: dict[GroupName, str] = {
        "before": w.gettext("Before you come"),
        "while": w.gettext("While you are here"),
        "life": w.gettext("Life in Kazakhstan"),
        "trouble": w.gettext("Trouble"),
        "hosts": w.gettext("For hosts"),
        "who": w.gettext("Special cases"),
        "about": w.gettext("About the law"),
    }
    return names[name]


def filled(w: Words, law: Law, guide: Guide, topic: Topic) -> str:
    """Return the text of a topic as Markdown, every placeholder filled.

    Raises KeyError for a placeholder that means nothing.
    """
    return topics.fill(guide.text(topic.id, w.language), _Values(w, law, guide, topic).value)


def value(w: Words, law: Law, guide: Guide, placeholder: str) -> str:
    """Return what a placeholder stands for that no topic has a number or a day of its own for.

    Raises KeyError for one that means nothing.
    """
    return _Values(w, law, guide, None).value(placeholder)


def section(w: Words, law: Law, guide: Guide, topic: Topic, name: SectionName) -> tuple[str, str]:
    """Return the heading of a section of a topic, and what stands under it as Markdown.

    Raises KeyError where the topic has no such section.
    """
    text, number = guide.text(topic.id, w.language), topic.sections[name]
    filled = topics.fill(topics.section(text, number), _Values(w, law, guide, topic).value)
    return topics.headings(text)[number - 1], filled


def foot(w: Words, law: Law, topic: Topic) -> str:
    """Say how sure a topic is, by which editions of the acts, and when it was checked."""
    order: list[Certainty] = ["high", "medium", "low"]
    least = order[max(order.index(basis.certainty) for basis in topic.rests_on)]
    acts = dict.fromkeys(cited(article).act for basis in topic.rests_on for article in basis.articles)
    editions = [
        # Translators: {act} is an act of law, {day} the day of the edition that was read
        w.gettext("{act}, edition of {day}").format(act=law_texts.act(w, source), day=w.full_day(source.edition))
        for source in (law.sources[act] for act in acts)
        if source.edition
    ]
    told = [
        w.gettext("Least certainty of what is said here: {certainty}").format(
            certainty=law_texts.certainty(w, least)
        ),
        *([w.gettext("editions read: {acts}").format(acts="; ".join(editions))] if editions else []),
        w.gettext("checked on {day}").format(day=w.full_day(topic.checked)),
        w.gettext("not legal advice"),
    ]
    return " · ".join(told)


def printed(w: Words, name: GroupName) -> str:
    """Say on paper what a page is of."""
    # Translators: {group} is a group of topics, such as “Trouble”
    return w.gettext("Guide of kzstay · {group}").format(group=group(w, name))


def addresses(w: Words, law: Law, acts: Iterable[str]) -> list[tuple[str, str]]:
    """Tell where the official texts of some acts are found."""
    return [(law_texts.act(w, law.sources[act]), sources.address(w, law.sources[act])) for act in acts]


def read_more(w: Words, guide: Guide, topic: str) -> str:
    """Name a topic that tells more."""
    # Translators: {title} is the title of a topic, such as “I stayed too long”
    return w.gettext("Guide: {title}").format(title=guide.title(topic, w.language))


def unknown(w: Words, name: str, near: str | None) -> str:
    """Say that there is no such topic."""
    told = [w.gettext("There is no topic “{name}”.").format(name=name)]
    if near:
        told.append(w.gettext("Did you mean “{name}”?").format(name=near))
    return " ".join([*told, w.gettext("“kzstay guide” lists them all, “kzstay guide --search” looks for words.")])


class _Values:
    """What the placeholders of one topic stand for, or of what is no topic."""

    def __init__(self, w: Words, law: Law, guide: Guide, topic: Topic | None) -> None:
        self._w = w
        self._law = law
        self._guide = guide
        self._topic = topic

    def value(self, placeholder: str) -> str:
        """Return what stands in the place of a placeholder."""
        kind, _, name = placeholder.partition(" ")
        known = {
            "n": self._number,
            "day": self._day,
            "fine": self._fine,
            "units": self._units,
            "penalties": self._penalties,
            "certainty": self._certainty,
            "see": self._see,
        }
        if kind in known:
            return known[kind](name)
        if placeholder == "mci":
            return costs.money(self._w, index_of(self._law, self._law.collected)[0].tenge)
        if placeholder == "parts":
            return self._parts()
        return self._cited(placeholder)

    def _number(self, name: str) -> str:
        return str(topics.number(self._law, self._topic, name))

    def _day(self, name: str) -> str:
        return self._w.full_day(topics.day(self._law, self._topic, name))

    def _fine(self, name: str) -> str:
        return costs.penalty(self._w, next(one for one in self._every if one.row.id == name))

    def _of(self, name: str) -> list[Penalty]:
        found = [one for one in self._every if one.row.offence == name]
        if not found:
            raise KeyError(name)
        return found

    @cached_property
    def _every(self) -> list[Penalty]:
        """List the penalties for every offence on the day of the law data."""
        law = self._law
        return [one for offence in law.by_offence for one in penalties(law, offence, law.collected)]

    def _units(self, name: str) -> str:
        count = topics.number(self._law, self._topic, name)
        total = count * index_of(self._law, self._law.collected)[0].tenge
        pattern = self._w.gettext("{n} MCI ({sum})")
        return pattern.format(n=self._w.number(count), sum=costs.money(self._w, total))

    def _penalties(self, name: str) -> str:
        w, of_host = self._w, name in OF_HOST
        # What a host is fined for stands above the table; its first column tells hosts apart
        first = w.gettext("Host") if of_host else w.gettext("For")
        header = [first, w.gettext("What follows"), w.gettext("Who decides"), w.gettext("Article")]
        rows = [
            [
                costs.step(w, one),
                costs.summed(w, one),
                w.gettext("police") if of_host else law_texts.authority(w, one.row.by),
                ", ".join(map(self._short, one.row.articles)),
            ]
            for one in self._of(name)
        ]
        return table(header, rows)

    def _parts(self) -> str:
        w = self._w
        header = [w.gettext("For"), w.gettext("Expulsion"), w.gettext("Who decides"), w.gettext("Article")]
        day = self._law.collected
        rows = [
            [
                parts.name(w, one.part),
                w.pgettext("expulsion", "possible") if one.expels else w.pgettext("expulsion", "no"),
                law_texts.authority(w, one.by),
                ", ".join(map(self._short, one.articles)),
            ]
            for one in self._law.parts
            if one.begins <= day and (one.ends is None or day <= one.ends)
        ]
        return table(header, rows)

    def _certainty(self, name: str) -> str:
        text = self._w.gettext("certainty: {certainty}")
        return text.format(certainty=law_texts.certainty(self._w, name))

    def _see(self, name: str) -> str:
        return f"[{self._guide.title(name, self._w.language)}](guide:{name})"

    def _cited(self, article: str) -> str:
        return f"[{law_texts.citation(self._w, self._law, article)}](act:{cited(article).act})"

    def _short(self, article: str) -> str:
        """Cite in a table, where there is little room."""
        place = cited(article)
        parts = "".join(f"({part})" for part in place.parts)
        return f"[{law_texts.act(self._w, self._law.sources[place.act])} {place.article}{parts}](act:{place.act})"


def table(header: Row, rows: list[Row]) -> str:
    """Write a table in Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
