"""Slips in the rows of the law: each is one thing written otherwise, and what is to be told of it."""

from __future__ import annotations

from typing import NamedTuple

UNILATERAL, AGREEMENTS, VISA = "regimes/unilateral.toml", "regimes/agreements.toml", "regimes/visa.toml"
UNION = "regimes/eaeu.toml"


class Slip(NamedTuple):
    what: str
    file: str
    old: str
    new: str
    told: str
    found_in: str = ""  # what the finding names, where it is another file


MACAO = """id = "macao"
countries = ["MO"]
passports = ["national"]
from = 2024-10-24
"""

SLIPS = [
    # what a row must tell
    Slip(
        "no source",
        "readings.toml",
        'source = ["KoAP, art. 893 as of 09.01.2026: from the day on which the ruling comes into force"]',
        "source = []",
        "fine-term-begins: has no source",
    ),
    Slip(
        "an empty source",
        "sanctions.toml",
        'source = ["lada.kz 30.11.2025"]',
        'source = [" "]',
        "mci-2023: has no source",
    ),
    Slip(
        "no certainty",
        AGREEMENTS,
        'source = ["astanatimes.com 2024/10", "passport index, 02.2026"]\ncertainty = "high"\n',
        'source = ["astanatimes.com 2024/10", "passport index, 02.2026"]\n',
        "macao: Object missing required field `certainty`",
    ),
    Slip(
        "a certainty that is none",
        "duties.toml",
        'certainty = "high"',
        'certainty = "surely"',
        "host-notice: Invalid enum value 'surely' - at `$.certainty`",
    ),
    Slip("no articles", AGREEMENTS, 'articles = ["A-MO", "ML 6(4)"]\n', "", "macao: cites no article"),
    Slip(
        "no dates of force",
        AGREEMENTS,
        MACAO,
        MACAO.replace("from = 2024-10-24\n", ""),
        "macao: Object missing required field `from`",
    ),
    Slip(
        "a duty recorded nowhere",
        "duties.toml",
        'recorded = "registered"',
        'recorded = "note"',
        "registration: is recorded in note, which is no day of a stay",
    ),
    Slip(
        "a duty of a ruling recorded nowhere",
        "duties.toml",
        'recorded = "paid"',
        'recorded = "notified"',
        "fine: is recorded in notified, which is no day of a ruling",
    ),
    Slip(
        "a duty with an unknown question",
        "duties.toml",
        'question = "visa-days"',
        'question = "visa-weeks"',
        "permit-expiry: asks visa-weeks, which is no open question",
    ),
    Slip(
        "a duty implied by nothing",
        "duties.toml",
        'implied_by = ["longer", "permit-expiry"]',
        'implied_by = ["longer", "leave"]',
        "leave: is implied by leave, which is no other duty",
    ),
    Slip(
        "an offence of which nobody knows what it is again",
        "duties.toml",
        'again = "host-again"\n',
        "",
        "host-notice: is host-notice to miss, and does not say what it is to miss it again",
    ),
    Slip(
        "a duty without dates of force",
        "duties.toml",
        "days = 30\nover_days = 30\nfrom = 2026-07-01\n",
        "days = 30\nover_days = 30\n",
        "registration: Object missing required field `from`",
    ),
    Slip(
        "a counting limit without a beginning",
        "regimes/general.toml",
        ", from = 2023-01-27",
        "",
        "general: its rolling limit has no from, so it would count days before its beginning",
    ),
    Slip(
        "a key that is misspelt",
        "sources.toml",
        'address = "adilet.zan.kz/rus/docs/Z1100000477"',
        'adress = "adilet.zan.kz/rus/docs/Z1100000477"',
        "ML: Object contains unknown field `adress`",
    ),
    # acts
    Slip(
        "an act that is not listed",
        "duties.toml",
        '"KoAP 518(1)"',
        '"KOAP 518(1)"',
        "host-notice: cites KOAP 518(1), and sources.toml has no KOAP",
    ),
    Slip(
        "an act that nobody cites",
        "sources.toml",
        "[source.A-AD]",
        '[source.A-KE]\ncountry = "KE"\n\n[source.A-AD]',
        "A-KE: no row and no topic of the guide cites it",
    ),
    Slip(
        "an agreement with no country",
        "sources.toml",
        'country = "AD"',
        'country = "XX"',
        "A-AD: XX is no country to have an agreement with",
    ),
    # people
    Slip("an unknown country", AGREEMENTS, '"MO"', '"XX"', "macao: names XX, which is no country of ISO 3166"),
    Slip("Kazakhstan", AGREEMENTS, '["MO"]', '["KZ", "MO"]', "macao: names KZ, whose citizens are no foreigners"),
    Slip("a country twice", AGREEMENTS, '["MO"]', '["MO", "MO"]', "macao: names MO 2 times"),
    Slip(
        "a country twice in a group",
        VISA,
        '"ZM", "ZW",\n]\n# On the list of eGov',
        '"ZM", "ZW", "ZW",\n]\n# On the list of eGov',
        "e-visa: names ZW 2 times",
    ),
    Slip(
        "a passport twice",
        AGREEMENTS,
        MACAO,
        MACAO.replace('["national"]', '["national", "national"]'),
        "macao: names the national passport 2 times",
    ),
    Slip("nobody", AGREEMENTS, '["MO"]', "[]", "macao: is for nobody"),
    Slip(
        "a group that is not there",
        UNILATERAL,
        'group = "unilateral"',
        'group = "bilateral"',
        "unilateral-30-before-pause: no group is called bilateral",
    ),
    # dates
    Slip(
        "two regimes on one day",
        UNILATERAL,
        "until = 2023-11-09",
        "until = 2023-11-10",
        "china-14: is in force beside china on 2023-11-10 for CN, national (safe)",
    ),
    Slip(
        "two regimes on one day in one reading",
        UNILATERAL,
        "until = { safe = 2025-09-07, usual = 2025-09-05 }",
        "until = { safe = 2025-09-07, usual = 2025-09-06 }",
        "turkiye: is in force beside turkiye-month on 2025-09-06 for TR, national (usual)",
    ),
    Slip(
        "a regime and a visa on one day",
        VISA,
        'countries = ["CU"]\npassports = ["national"]',
        'countries = ["CU", "DE"]\npassports = ["national"]',
        "cuba: is in force beside unilateral-30 on 2025-01-31 for DE, national (safe)",
    ),
    Slip(
        "an end before the beginning",
        UNILATERAL,
        "until = { safe = 2025-09-07, usual = 2025-09-05 }",
        "until = { safe = 1992-03-31, usual = 2025-09-05 }",
        "turkiye-month: its until is before its from in the safe reading",
    ),
    Slip(
        "a law without its day",
        "sources.toml",
        "collected = 2026-11-22",
        "",
        "collected: the day on which the law was gathered is missing",
    ),
    Slip(
        "an edition of which nobody knows where it was read",
        "sources.toml",
        'read = "GitHub Zh4nS1k/LegalRAG @91fd2f2 (to Law 220-VIII)"\n',
        "",
        "ML: an edition and the copy in which it was read go together",
    ),
    # readings
    Slip(
        "more days an entry in the safe reading",
        UNION,
        '{ kind = "per-entry", days = 90, reading = "safe" }',
        '{ kind = "per-entry", days = 181, reading = "safe" }',
        "armenia-90: the safe reading gives more days an entry than the usual one",
    ),
    Slip(
        "a larger total in the safe reading",
        UNILATERAL,
        '{ kind = "rolling", days = 60, period = 180, from = 2014-11-29, reading = "safe" }',
        '{ kind = "rolling", days = 91, period = 180, from = 2014-11-29, reading = "safe" }',
        ("korea-decree: the rolling limit of 90 in 180 of the usual reading has none as strict in the safe one"),
    ),
    Slip(
        "a window from the first entry against one that looks back",
        AGREEMENTS,
        (
            '{ kind = "rolling", days = 30, period = 180, from = 2016-06-14, reading = "safe" },\n'
            '  { kind = "forward", days = 30, period = 180, from = 2016-06-14, reading = "usual" },'
        ),
        (
            '{ kind = "forward", days = 30, period = 180, from = 2016-06-14, reading = "safe" },\n'
            '  { kind = "rolling", days = 30, period = 180, from = 2016-06-14, reading = "usual" },'
        ),
        "ecuador: the rolling limit of 30 in 180 of the usual reading has none as strict in the safe one",
    ),
    Slip(
        "no limit in one reading",
        UNION,
        '  { kind = "per-entry", days = 180, reading = "usual" }, # a second registration\n',
        "",
        "armenia-90: has no limit in the usual reading",
    ),
    Slip(
        "a limit that counts from a later day in the safe reading",
        UNILATERAL,
        "from = { safe = 2022-01-01, usual = 2023-01-27 }",
        "from = { safe = 2023-01-27, usual = 2022-01-01 }",
        "unilateral-30: its rolling limit counts from a later day in the safe reading",
    ),
    Slip(
        "a regime that begins sooner in the safe reading",
        AGREEMENTS,
        "from = { safe = 2024-11-30, usual = 2023-12-31 }",
        "from = { safe = 2023-12-31, usual = 2024-11-30 }",
        "andorra: on 2023-12-31 the safe reading gives AD, diplomatic, more than the usual one",
    ),
    Slip(
        "a question whose sides are changed",
        "readings.toml",
        "value = { safe = 1, usual = 0 }",
        "value = { safe = 0, usual = 1 }",
        "rolling-look-back: its safe side is laxer than the usual one",
    ),
    Slip(
        "a question of which the larger number gives time",
        "readings.toml",
        "value = { safe = 0, usual = 1 }",
        "value = { safe = 1, usual = 0 }",
        "registration-last-day: its safe side is laxer than the usual one",
    ),
    Slip(
        "a last day that moves as no question says",
        "duties.toml",
        'moves = "term-days-off"',
        'moves = "term-days-on"',
        "appeal: asks term-days-on, which is no open question",
    ),
    Slip(
        "a repeated offence after a part that does not exist",
        "sanctions.toml",
        'after = ["517(4)", "517(7)"]',
        'after = ["517(4)", "517(8)"]',
        "overstay-again-expulsion: is a repeated offence after 517(8), which is no part of an article",
    ),
    Slip(
        "an act that only a road of complaint cites",
        "duties.toml",
        'late = ["KoAP 832(2)"]',
        'late = ["KoAPP 832(2)"]',
        "appeal: cites KoAPP 832(2), and sources.toml has no KoAPP",
    ),
    Slip(
        "a right that is an offence to let go",
        "duties.toml",
        "right = true\n",
        'right = true\noffence = "overstay"\n',
        "appeal: is a right, and yet an offence to let go",
    ),
    # names
    Slip("a name twice", AGREEMENTS, 'id = "macao"', 'id = "hong-kong"', "hong-kong: 2 rows have this name"),
    Slip(
        "a name of two kinds of row",
        "sanctions.toml",
        'id = "overstay-warning"',
        'id = "leave"',
        "leave: 2 rows have this name",
        "duties.toml",
    ),
    # files
    Slip("no TOML", "readings.toml", "[[question]]", "[[question]", "the file: "),
    Slip(
        "what only the program misses",
        "duties.toml",
        "ending_days = 7",
        "",
        "the program cannot read it: KeyError('ending_days')",
        "the law",
    ),
]
