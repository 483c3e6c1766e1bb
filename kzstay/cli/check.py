"""``kzstay check``: the answer for every traveller of a case."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from kzstay import bundled
from kzstay.cli.exit_codes import GOOD, UNSOUND
from kzstay.cli.input import add_common, add_json, day_of_reckoning, nobody, read_case
from kzstay.cli.output import heading
from kzstay.core import agenda
from kzstay.core.assess import Assessment, assess
from kzstay.core.costs import cost_of
from kzstay.core.duties import Duty
from kzstay.core.problems import twins
from kzstay.core.readings import Reading
from kzstay.core.verdict import Standing
from kzstay.export import json as answer_json
from kzstay.texts import Words, answers, beside, costs, doubts, entries, evidence, law_age, needs, particulars
from kzstay.texts import duties as duty_texts
from kzstay.texts import law as law_texts
from kzstay.texts import problems as problem_texts
from kzstay.texts.inline import inside
from kzstay.texts.words import words

HELP = "print the answer for every traveller of a case"


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument("file", type=Path)
    add_json(parser)
    add_common(parser)


def run(options: Namespace) -> int:
    """Answer, and return the exit code."""
    w = words(options.lang)
    case = read_case(options.file, w)
    on, reading = day_of_reckoning(options.on, w), Reading(options.reading)
    law = bundled.law()
    assessed = (assess(traveller, on, law, reading) for traveller in case.travellers)
    if options.json:
        found = list(assessed)
        print(answer_json.text(answer_json.check(found, on, reading, law)))
        return GOOD if all(a.sound for a in found) else UNSOUND
    if not case.travellers:
        print(nobody(w, options.file))
    old, first = law_age.told(w, law, on), law_age.is_strong(law, on)
    if old and first and case.travellers:
        print(f"{old}\n")
    code = GOOD
    for number, a in enumerate(assessed):  # one at a time, as a case may hold thousands
        print("\n" * (number > 0) + _told(w, a))
        code = code if a.sound else UNSOUND
    for one, other in twins(case):
        print("\n" + problem_texts.twins(w, one, other))
    if case.travellers:
        print("\n" + law_texts.age(w, law))
        if old and not first:
            print(old)
    return code


def _told(w: Words, a: Assessment) -> str:
    if a.citizen:
        return "\n  ".join([heading(w, a.traveller, a.on), needs.now(w, "citizen")])
    number, unit = answers.headline(w, a)
    verdict = ": ".join(filter(None, (answers.standing_of(w, a), f"{number} {unit}".strip())))
    lines = [heading(w, a.traveller, a.on), *([verdict] if number or not _says_all(w, a) else [])]
    lines += dict.fromkeys([*entries.bars(w, a), answers.lead(w, a)])
    # What is not known of the stays themselves comes before what is counted of them
    first = [note for note in a.notes if note.code == "exit-missing" or note.ruling is not None]
    lines += [answers.note(w, note, a) for note in first]
    lines += [fact for fact in evidence.facts(w, a) if fact != particulars.told_apart(w, a.residence)]
    if a.resides:
        pass  # a resident comes and goes
    elif a.current is not None and (a.leave_by or a.next_entry):
        lines += [line for line in entries.following(w, a) if line not in lines]
    elif a.next_entry:
        lines += entries.following(w, a) if a.bars else [entries.border(w)]
    left = agenda.leaving(a)
    lines += [
        f"{answers.stay_label(w, stay)}: "
        + _with_cost(w, a, answers.stay_status(w, a, stay), left.get(stay.index) if stay.overstay_days else None)
        for stay in a.stays
        if stay.overstay_days or stay.perhaps_over or stay.planned
    ]
    # Who may not live elsewhere is told so before what a move asks for
    notes = answers.notes(w, a)
    lines += [answers.note(w, note, a) for note in notes if note.code == "permit-address"]
    told = agenda.told(a)
    for duty in told:
        lines.append(_told_duty(w, a, duty, told))
        lines += [f"  {label}: {inside(text)}" for label, text in beside.brief(w, a, duty)]
    lines += doubts.doubts(w, a)
    dated = {duty.stay for duty in told if duty.kind == "host-notice"}
    lines += [
        text
        for note in notes
        if (note.code != "calendar-not-confirmed" or note.stay in dated)
        and (text := answers.note(w, note, a)) not in lines
    ]
    return "\n  ".join(lines)


def _says_all(w: Words, a: Assessment) -> bool:
    """Tell whether the sentence of the answer names what an entry needs, as the standing would."""
    return a.standing is Standing.NO_REGIME and answers.says_need(w, a)


def _told_duty(w: Words, a: Assessment, duty: Duty, told: list[Duty]) -> str:
    status = f"{duty_texts.due(w, duty)} · {duty_texts.status(w, bundled.law(), duty)}"
    costly = duty if agenda.priced_alone(duty) else None
    return f"{duty_texts.title_among(w, a, duty, told)}: {_with_cost(w, a, status, costly)}"


def _with_cost(w: Words, a: Assessment, text: str, duty: Duty | None) -> str:
    cost = cost_of(a, duty) if duty else None
    if cost and cost.too_young:
        return f"{text} · {inside(costs.too_young(w, a.law))}"
    return f"{text} · {costs.brief(w, cost)}" if cost and cost.first else text
