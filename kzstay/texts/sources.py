"""Sources of a row of the law by name: an address, an act or a list, without the remarks of who keeps the data."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kzstay.core.law.loading import Law
from kzstay.core.law.schema import Source
from kzstay.i18n import SPOKEN
from kzstay.patterns import pattern
from kzstay.texts.law import act
from kzstay.texts.words import Words

_DAY = r"\d\d\.\d\d\.\d{4}"
# A domain, its path, and the number of a document or a day after it
_ADDRESS = pattern(
    r"(?:[a-z\d-]+\.)+[a-z]{2,}(?:/[^\s,]*[^\s,:])?"
    r"(?: (?:[a-z_]+=)?[\w./-]*[\d_][\w-]*)?(?: \((?:\d\d\.){1,2}\d{4}\))?"
)
_NUMBERED = pattern(rf"(?P<draft>draft )?(?P<kind>decree|Law) (?P<number>\d[\w-]*) of (?P<day>{_DAY})")
_AS_OF = pattern(rf"as of (?P<day>{_DAY})")
_SPOKEN = pattern(r"(?<=^adilet\.zan\.kz/)(?:rus|kaz|eng)(?=/)")
_YEAR = pattern(r"\b(?:\d\d\.)?\d{4}\b")
_ACTS = {"Law on Migration": "ML", "Law on the legal status of foreigners": "LF", "KoAP": "KoAP", "D148": "D148"}


def names(w: Words, law: Law, sources: Iterable[str]) -> str:
    """Name sources in the language of the reader, each once; what has no name there is left out."""
    return "; ".join(dict.fromkeys(filter(None, (name(w, law, source) for source in sources))))


def name(w: Words, law: Law, source: str) -> str:
    """Name a source; the rows are written in English, so that one of no known kind is named in English only."""
    if found := _ADDRESS.match(source):
        return found[0]
    if found := _NUMBERED.match(source):
        return _numbered(w, found)
    for words, key in _ACTS.items():
        if source.startswith(words):
            found = _AS_OF.search(source)
            known = act(w, law.sources[key])
            return w.gettext("{act}, as of {day}").format(act=known, day=found["day"]) if found else known
    for words, text in _lists(w).items():
        if source.startswith(words):
            found = _YEAR.search(source)
            return f"{text}, {found[0]}" if found else text
    return source.partition(":")[0] if w.language == "en" else ""


def address(w: Words, source: Source) -> str:
    """Return where the text of an act is found, in the language of the reader where the act is in it."""
    spoken = SPOKEN[w.language].acts
    return _SPOKEN.sub(spoken, source.address) if spoken else source.address


def _numbered(w: Words, found: re.Match[str]) -> str:
    if found["draft"]:
        pattern = w.gettext("draft of Government decree {number} of {day}")
    elif found["kind"] == "Law":
        pattern = w.gettext("Law {number} of {day}")
    else:
        pattern = w.gettext("Government decree {number} of {day}")
    return pattern.format(number=found["number"], day=found["day"])


def _lists(w: Words) -> dict[str, str]:
    return {
        "passport index": w.gettext("passport index"),
        "MVD list": w.gettext("list of the Ministry of Internal Affairs"),
        "law firm's leaflet": w.gettext("leaflet of a law firm"),
        "Civil Code": w.gettext("Civil Code"),
        "none found": w.gettext("none found"),
    }
