"""``kzstay manual``: how the program is used, by chapter, or what answers a question."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from difflib import get_close_matches

from kzstay import bundled
from kzstay.cli.exit_codes import GOOD
from kzstay.cli.input import BadInput, add_language
from kzstay.texts import Words, foreign, guide_search, manual_search, prose
from kzstay.texts import manual as texts
from kzstay.texts.words import words

HELP = "read how kzstay is used, or search that with a question"


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("chapter", nargs="?", help="a chapter; all are listed if left out")
    parser.add_argument("--search", metavar="WORDS", help="find the sections that answer a question")
    add_language(parser)


def run(options: Namespace) -> int:
    """List, show or search, and return the exit code."""
    w = words(options.lang)
    if options.search is not None:
        return _search(w, options.search)
    manual = bundled.manual()
    if options.chapter is None:
        width = max(map(len, manual.chapters))
        for name in manual.chapters:
            print(f"{name.ljust(width)}  {manual.title(name, w.language)}")
        return GOOD
    found = texts.chapters(w, texts.usual_key(manual))
    chapter: str = options.chapter
    if chapter not in found:
        near = get_close_matches(chapter, found, n=1)
        raise BadInput(texts.unknown(w, foreign.echo(chapter), near[0] if near else None))
    print(prose.plain(found[chapter]))
    return GOOD


def _search(w: Words, question: str) -> int:
    if not question.strip():
        raise BadInput(guide_search.nothing_asked(w))
    hits = manual_search.written_index(w).search(question)
    for hit in hits:
        chapter = hit.topic.partition("/")[0]
        print(f"{hit.title} ({chapter})", *hit.excerpt.splitlines(), sep="\n  ")
    if not hits:
        print(guide_search.nothing_found(w))
    return GOOD
