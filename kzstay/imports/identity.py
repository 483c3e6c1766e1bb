"""Identity: which persons of a source are one, where no number and no passport tells it.

A name alone makes nobody one, and no other spelling makes two of one. Where rows leave it open whether they are of
one person, that is asked: days that are counted for two are as wrong as those of two that are counted for one.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from kzstay.imports.result import Person
from kzstay.imports.vocabulary import folded

Verdict = Literal["same", "ask", "other"]
MOST_PASSPORTS = 3  # without names that one person may have shown; with more it is a list of several
# As passports write Russian and Kazakh names; letters that are written in several ways are as one
_LATIN = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "і": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
_VARIANTS = (("yu", "iu"), ("ju", "iu"), ("ya", "ia"), ("ja", "ia"), ("ye", "e"), ("j", "i"), ("y", "i"))
_DOUBLED = (("ii", "i"), ("ks", "x"), ("kh", "h"), ("'", ""), ("’", ""))


@lru_cache(maxsize=65_536)
def spelling(name: str) -> str:
    """Return a name in Latin letters, its words in one order; the same for what may be one name."""
    letters = "".join(_LATIN.get(letter, letter) for letter in folded(name))
    for one, other in (*_VARIANTS, *_DOUBLED):
        letters = letters.replace(one, other)
    return " ".join(sorted(letters.split()))


def spellings(person: Person) -> frozenset[str]:
    """Return by what the namesakes of a person are found; one without a name has only the others without one."""
    names = frozenset(spelling(name) for name in (person.name, person.native_name) if name)
    return names or frozenset({""})


def compared(one: Person, other: Person) -> Verdict:
    """Tell whether two persons, of whom no number and no passport is the same, are one."""
    if not spellings(one) & spellings(other) or (one.born and other.born and one.born != other.born):
        return "other"
    if _differ(one.number, other.number):  # which the source has for that
        return "other"
    if not (one.name or one.native_name):
        return "ask" if one.document and other.document else "other"
    if _differ(one.citizenship, other.citizenship) or folded(one.name) != folded(other.name):
        return "ask"
    if _differ(one.document, other.document):
        return "same" if one.born and other.born else "ask"  # a passport is renewed, a day of birth is not
    return "same"


def together(members: Iterable[Person], other: Person) -> Verdict:
    """Tell whether somebody is one with those who are one already."""
    found = {compared(member, other) for member in members}
    if "other" in found:
        return "other"
    return "same" if found == {"same"} else "ask"


def described(person: Person) -> str:
    """Return what tells a person from a namesake."""
    born = person.born.isoformat() if person.born else ""
    told = (person.called, person.native_name, person.citizenship or person.nationality, person.document, born)
    return ", ".join(dict.fromkeys(filter(None, told)))


def _differ(one: str, other: str) -> bool:
    return bool(one and other and folded(one) != folded(other))
