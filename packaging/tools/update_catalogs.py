"""Bring the message catalogs in step with the sentences of the program.

``python packaging/tools/update_catalogs.py`` collects every message of ``kzstay/`` and merges them into the .po
files. New messages come in empty, changed ones are not guessed, and dropped ones go; the files name no lines, so
that a difference shows changed sentences only. ``--check`` changes nothing and fails where something is out of
step or untranslated.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

from kzstay.i18n import TRANSLATED

ROOT = Path(__file__).resolve().parent.parent.parent
KEYWORDS = {"gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
HEADER = """# Messages of kzstay, {language}.
# Names of laws and duties follow the acts; a number comes with its word.
#"""


def collected() -> Catalog:
    """Return every message of the program."""
    catalog = Catalog(project="kzstay", charset="utf-8")
    for file, _line, message, comments, context in sorted(
        extract_from_dir(ROOT / "kzstay", keywords=KEYWORDS, comment_tags=("Translators:",)),
        key=lambda found: (found[0], found[1]),
    ):
        catalog.add(message, None, [(file, 0)], auto_comments=comments, context=context)
    return catalog


def path_of(language: str) -> Path:
    """Return the catalog of a language."""
    return ROOT / "resources" / "i18n" / language / "LC_MESSAGES" / "kzstay.po"


def merged(language: str, messages: Catalog) -> str:
    """Return the catalog of a language as it should stand."""
    path = path_of(language)
    old = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as file:
            old = read_po(file, locale=language)
    new = Catalog(
        locale=language, project="kzstay", charset="utf-8", header_comment=HEADER.format(language=language)
    )
    for message in messages:
        if not message.id:
            continue
        known = old.get(message.id if isinstance(message.id, str) else message.id[0], context=message.context)
        empty = ("",) * get_plural(language).num_plurals if message.pluralizable else ""
        same = known is not None and known.pluralizable == message.pluralizable and known.id == message.id
        new.add(
            message.id,
            known.string if same and known is not None else empty,
            message.locations,
            auto_comments=message.auto_comments,
            context=message.context,
        )
    target = io.BytesIO()
    write_po(target, new, width=100, omit_header=True, include_lineno=False)
    head = (
        f'{HEADER.format(language=language)}\nmsgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
        f'"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        f'"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: {get_plural(language)}\\n"\n\n'
    )
    return head + target.getvalue().decode()


def untranslated(language: str, messages: Catalog) -> list[str]:
    """List the messages that a language lacks."""
    with path_of(language).open("rb") as file:
        catalog = read_po(file, locale=language)
    lacking: list[str] = []
    for message in messages:
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            known = catalog.get(key, context=message.context)
            strings = (known.string,) if known and isinstance(known.string, str) else known.string if known else ()
            if not strings or not all(strings):
                lacking.append(key)
    return lacking


def main() -> int:
    """Update the catalogs, or only check them."""
    messages = collected()
    failed = 0
    for language in TRANSLATED:
        text = merged(language, messages)
        path = path_of(language)
        if "--check" in sys.argv:
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                print(f"{language}: out of step; run packaging/tools/update_catalogs.py", file=sys.stderr)
                failed = 1
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        if lacking := untranslated(language, messages):
            print(f"{language}: {len(lacking)} untranslated, such as {lacking[0]!r}", file=sys.stderr)
            failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main())
