"""``kzstay guide``: the law in plain words, by topic, or what answers a question."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from difflib import get_close_matches

from kzstay import bundled
from kzstay.cli.exit_codes import GOOD
from kzstay.cli.input import BadInput, add_json, add_language
from kzstay.core.readings import Reading
from kzstay.core.visa_table import visa_table
from kzstay.export import json as answer_json
from kzstay.guide.topics import Topic
from kzstay.texts import Words, foreign, guide_search, prose
from kzstay.texts import guide as guide_texts
from kzstay.texts import visa_table as table_texts
from kzstay.texts.words import words
from kzstay.today import today

VISA_TABLE = "visa-table"
HELP = "read the law in plain words, or search it with a question"


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("topic", nargs="?", help="a topic, or visa-table; all are listed if left out")
    parser.add_argument("--search", metavar="WORDS", help="find the topics that answer a question")
    add_language(parser)
    add_json(parser)


def run(options: Namespace) -> int:
    """List, show or search, and return the exit code."""
    w = words(options.lang)
    if options.search is not None:
        return _search(w, options.search, options.json)
    if options.topic is None:
        return _list(w, options.json)
    if options.topic == VISA_TABLE:
        return _visa_table(w, options.json)
    return _show(w, options.topic, options.json)


def _list(w: Words, as_json: bool) -> int:
    guide = bundled.guide()
    if as_json:
        found = [
            {"topic": one.id, "group": one.group, "title": guide.title(one.id, w.language)}
            for one in guide.topics.values()
        ]
        print(answer_json.text({"schema": 1, "topics": found}))
        return GOOD
    for group, names in guide.groups.items():
        print(guide_texts.group(w, group))
        width = max(map(len, names))
        for name in names:
            print(f"  {name.ljust(width)}  {guide.title(name, w.language)}")
    return GOOD


def _show(w: Words, name: str, as_json: bool) -> int:
    guide, law = bundled.guide(), bundled.law()
    topic = _topic(w, name)
    text = prose.plain(guide_texts.filled(w, law, guide, topic))
    if as_json:
        title = guide.title(topic.id, w.language)
        told = {"schema": 1, "topic": topic.id, "title": title, "text": text, "checked": topic.checked}
        print(answer_json.text(told))
    else:
        print(text)
        print("\n" + guide_texts.foot(w, law, topic))
    return GOOD


def _visa_table(w: Words, as_json: bool) -> int:
    """Print what every citizenship gets with every kind of passport today, by the strict count."""
    day, law = today(), bundled.law()
    rows = visa_table(law, day, Reading.SAFE)
    if as_json:
        found = [
            {
                "country": row.country,
                "passport": row.passport,
                "kind": row.kind,
                "needs": None if row.kind == "visa-free" else row.need,
                "limits": [
                    {"limit": limit.kind, "days": limit.days, "period": limit.period} for limit in row.limits
                ],
                "from": row.since,
                "certainty": row.certainty,
            }
            for row in rows
        ]
        print(answer_json.text({"schema": 1, "day": day, "states": found}))
        return GOOD
    order = {code: place for place, (code, _) in enumerate(w.countries())}
    print(table_texts.lead(w, day))
    print(" | ".join(table_texts.header(w)))
    for row in sorted(rows, key=lambda row: order[row.country]):
        print(" | ".join(table_texts.cells(w, row, short=False)))
    print(table_texts.caution(w))
    return GOOD


def _topic(w: Words, name: str) -> Topic:
    topics = bundled.guide().topics
    if name not in topics:
        near = get_close_matches(name, topics, n=1)
        raise BadInput(guide_texts.unknown(w, foreign.echo(name), near[0] if near else None))
    return topics[name]


def _search(w: Words, question: str, as_json: bool) -> int:
    if not question.strip():
        raise BadInput(guide_search.nothing_asked(w))
    hits = guide_search.answers(w, question)
    if as_json:
        found = [
            {"topic": hit.topic, "title": hit.title, "excerpt": hit.excerpt, "score": hit.score} for hit in hits
        ]
        print(answer_json.text({"schema": 1, "hits": found}))
        return GOOD
    for hit in hits:
        print(f"{hit.title} ({hit.topic})", *hit.excerpt.splitlines(), sep="\n  ")
    if not hits:
        print(guide_search.nothing_found(w))
    return GOOD
