"""Stems and spellings: what makes two words the same, whatever their endings, their errors or their letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Protocol, cast

from kzstay.i18n import SPOKEN

CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+(?:['’](?:[^\W\d_])+)?|\d+")

# Kazakh sets one ending after another: of verbs and cases last, then of whose it is, of the many, of made words.
# A round takes the longest that fits; what stays has at least four letters.
_KAZAKH_ENDINGS = sorted(
    """
    лар лер дар дер тар тер
    ның нің дың дің тың тің ға ге қа ке на не нда нде да де та те дан ден тан тен нан нен ды ді ты ті ны ні
    мен бен пен ым ім ың ің сы сі ы і ымыз іміз ыңыз іңіз мын мін бын бін пын пін сың сің мыз міз
    ып іп ған ген қан кен ғалы гелі атын етін йтын йтін ады еді йды йді аты са се ма ме ба бе па пе
    уға уге уды уді удың удің уы уі у ар ер
    сам сем саң сең сақ сек дым дім тым тім
    лық лік дық дік тық тік лы лі дағы дегі тағы тегі шы ші
    """.split(),  # noqa: SIM905 - a list of these would fill the page
    key=lambda ending: -len(ending),
)
_KAZAKH_ROUNDS = 4
_KAZAKH_HARD = "птқк"  # an ending that begins so stands behind a hard sound only, so that паспорты is паспорт
_KAZAKH_BEFORE_HARD = _KAZAKH_HARD + "сшщфхһцчбвгд"
_KAZAKH_LAST = {"ғ": "қ", "г": "к", "б": "п"}  # a hard sound that grew soft before a vowel

# What Snowball leaves apart in Russian: a thing and what is done with it, such as a registration
_RUSSIAN_ENDINGS = re.compile(r"(?:ирова|ова|ыва|ива|ир|ац|яц|иц|ен|ан|[аеиоуыюя])$")
_ENGLISH_PAIRS = {
    "citizenship": "citizen",
    "expuls": "expel",
    "marriag": "marri",
    "registr": "regist",
    "refuse": "refus",
    "student": "studi",
    "taxat": "tax",
}

# Letters by how people type them where a keyboard has none; Kazakh letters as the nearest Russian ones
_ONE_FOR_ONE = dict(zip("абвгдежзийклмнопрстуфхцыэіәғқңөұүһё", "abvgdejziiklmnoprstufhcieiagknouuhe", strict=True))
_TWO_FOR_ONE = {"ч": "ch", "ш": "sh", "щ": "sh", "ю": "iu", "я": "ia", "ş": "sh", "ç": "ch", "ı": "i"}
_LATIN = str.maketrans({**_ONE_FOR_ONE, **_TWO_FOR_ONE, "ъ": "", "ь": "", "'": ""})
_SPELLINGS = [
    (re.compile(typed), meant)
    for typed, meant in (
        ("shch|sch", "sh"),
        ("zh", "j"),
        ("kh", "h"),
        ("gh", "g"),
        ("t[sz](?=[aeiouy])", "c"),
        ("x", "ks"),
        ("q", "k"),
        ("w", "v"),
        ("y", "i"),
    )
]
_LONG = 7  # letters; below, a word with another letter is another word
_SOUND_ALIKE = [set(letters) for letters in ("aeiou", "bp", "dt", "csz", "fv", "gkh", "js", "ckg")]
_TWICE = re.compile(r"(.)\1+")

# “don't”, also without its sign, is “not” beside others of a phrase
_NOT = re.compile(r"\w+n't|cannot|(?:do|does|did|is|are|was|were|has|have|had|ca|wo|could|would|should)nt")


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the words and numbers of a text in order: where each begins and ends, and its letters made alike."""
    for found in _WORD.finditer(text):
        yield found.start(), found.end(), plain(found[0])


def plain(word: str) -> str:
    """Return a word in small letters, without stresses and without the two dots that Russian leaves out.

    English verbs that deny are “not”.
    """
    letters = _bare(unicodedata.normalize("NFC", word).casefold().replace("ё", "е").replace("’", "'"))
    return "not" if _NOT.fullmatch(letters) else letters


def _bare(letters: str) -> str:
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


@cache
def _snowball(language: str) -> _Stemmer:
    # all of its languages come at once, and most starts of the program search for nothing
    import snowballstemmer  # pyright: ignore[reportMissingTypeStubs]

    return cast("_Stemmer", snowballstemmer.stemmer(language))  # pyright: ignore[reportUnknownMemberType]


NAMES = {language: speech.windows_name for language, speech in SPOKEN.items()}  # which snowball calls them by too


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """Return what stays of a plain word once its endings are off; a number stays as it is."""
    if word.isdigit():
        return word
    name = NAMES[language]
    if name == "kazakh":
        return _kazakh(word)
    if name == "russian":
        found = _snowball(name).stemWord(word)
        for _ in range(2):
            found = _RUSSIAN_ENDINGS.sub("", found) if len(found) > 5 else found
        return found[:-1] if len(found) > 5 and found.endswith("к") else found
    found = _snowball(name).stemWord(word)
    return _ENGLISH_PAIRS.get(found, found)


def _kazakh(word: str) -> str:
    for _ in range(_KAZAKH_ROUNDS):
        ending = next((each for each in _KAZAKH_ENDINGS if _ends(word, each)), "")
        if not ending:
            break
        word = word.removesuffix(ending)
    return word[:-1] + _KAZAKH_LAST.get(word[-1:], word[-1:])


def _ends(word: str, ending: str) -> bool:
    """Tell whether a Kazakh word has an ending, and enough before it."""
    rest = word.removesuffix(ending)
    if rest == word or len(rest) < 4:
        return False
    return ending[0] not in _KAZAKH_HARD or rest[-1] in _KAZAKH_BEFORE_HARD


@lru_cache(maxsize=50_000)
def spelling(word: str) -> str:
    """Return a plain word in the Latin letters that stand for it, whichever letters it was typed in."""
    letters = _bare(unicodedata.normalize("NFD", word.translate(_LATIN)))
    for typed, meant in _SPELLINGS:
        letters = typed.sub(meant, letters)
    return _TWICE.sub(r"\1", letters)


def distance(one: str, other: str, most: int) -> int:
    """Count the edits between two words, at most ``most`` + 1.

    An edit is a letter more, a letter less, another letter, or two neighbours in the wrong order.
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, 1):
            edits = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                edits = min(edits, last[j - 2] + 1)
            row.append(edits)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def forgiven(word: str) -> int:
    """Return how many typing errors a word of this length may have."""
    return 0 if len(word) < 5 or word.isdigit() else 1 if len(word) < 9 else 2


def slips_into(typed: str, word: str) -> bool:
    """Tell whether somebody who meant a word may have typed another, of two spellings that lie near each other.

    Nobody errs in the first letter; and one other letter in a short word makes another word, march of match, but
    where the two sound alike.
    """
    if typed[:1] != word[:1]:
        return False
    if len(typed) != len(word) or len(word) >= _LONG:
        return True
    other = {letter for pair in zip(typed, word, strict=True) if pair[0] != pair[1] for letter in pair}
    swapped = sorted(typed) == sorted(word)
    return swapped or any(other <= alike for alike in _SOUND_ALIKE)


def letters_of(word: str) -> int:
    """Return which letters a word has, a bit for each: two words that lie near each other have almost the same."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 61)
    return bits
