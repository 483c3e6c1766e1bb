"""The law in words: citations, sources, and what its rows say of themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kzstay.core.law.loading import Law, cited
from kzstay.core.law.schema import FormerDuty, Offence, Prolongation, Regime, Remark, Row, Source
from kzstay.core.readings import Reading
from kzstay.texts.words import Words

_YEAR, _MONTH, _DAY = (len(form) for form in ("2010", "2010-11", "2010-11-30"))


def citation(w: Words, law: Law, article: str) -> str:
    """Cite a place such as ``ML 6(4)`` in full."""
    place = cited(article)
    source = law.sources[place.act]
    name = act(w, source)
    if not place.article:
        return name
    if source.parts == "point":
        return w.gettext("{act}, para. {part}").format(act=name, part=place.article)
    if not place.parts:
        return w.gettext("{act}, art. {article}").format(act=name, article=place.article)
    pattern = (
        w.gettext("{act}, art. {article}, part {part}")
        if source.parts == "part"
        else w.gettext("{act}, art. {article}, para. {part}")
    )
    return pattern.format(act=name, article=place.article, part=place.parts[0])


def act(w: Words, source: Source) -> str:
    """Name an act; an agreement with one state is named by the state and the day of signing."""
    if source.name:
        return source.name[w.language]
    country, signed = w.country(source.country), _signed(w, source.signed)
    # Translators: {country} is in the nominative, such as “Germany”; write it after a colon if need be.
    # {date} is a day, a month or a year, such as “22 March 2010”, “March 2010” or “2010”
    dated = {
        "agreement": w.gettext("Agreement with {country}, {date}"),
        "protocol": w.gettext("Protocol with {country}, {date}"),
        "notes": w.gettext("Exchange of notes with {country}, {date}"),
        "memorandum": w.gettext("Memorandum with {country}, {date}"),
        "arrangement": w.gettext("Arrangement with {country}, {date}"),
    }
    # Translators: {country} is in the nominative, such as “Germany”; write it after a colon if need be
    undated = {
        "agreement": w.gettext("Agreement with {country}"),
        "protocol": w.gettext("Protocol with {country}"),
        "notes": w.gettext("Exchange of notes with {country}"),
        "memorandum": w.gettext("Memorandum with {country}"),
        "arrangement": w.gettext("Arrangement with {country}"),
    }
    return (dated if signed else undated)[source.form].format(country=country, date=signed)


def _signed(w: Words, text: str) -> str:
    """Write the day, the month or the year in which an act was signed."""
    if len(text) == _DAY:
        return w.full_day(date.fromisoformat(text))
    if len(text) == _MONTH:
        return w.month_year(date.fromisoformat(f"{text}-01"), short=False)
    # Translators: the year in which an act was signed, such as “2010”
    return w.pgettext("signed", "{year}").format(year=text) if text else ""


def citations(w: Words, law: Law, articles: Iterable[str]) -> str:
    """Cite several places, each once."""
    return "; ".join(dict.fromkeys(citation(w, law, article) for article in articles))


def certainty(w: Words, code: str) -> str:
    """Name how sure a row is."""
    return {
        "high": w.pgettext("certainty", "high"),
        "medium": w.pgettext("certainty", "medium"),
        "low": w.pgettext("certainty", "low"),
    }[code]


def sure(w: Words, row: Row) -> str:
    """Say how sure the rule is that a stay or an entry goes by, in a line of its own."""
    pattern = (
        w.gettext("Certainty of the visa-free term: {certainty}.")
        if isinstance(row, Regime)
        else w.gettext("Certainty of what an entry needs: {certainty}.")
    )
    return pattern.format(certainty=certainty(w, row.certainty))


def question(w: Words, code: str) -> str:
    """State an open question of counting and how each reading settles it."""
    return {
        "rolling-look-back": w.gettext("The rolling period: by the strict count it begins one day earlier."),
        "working-days-first-day": w.gettext(
            "Working days after an arrival or a change of address: by the strict count that day is the first of "
            "them where it is a working day, the usual count begins on the next day."
        ),
        "registration-bound": w.gettext(
            "Who has to register: by the strict count those who hold a visa or a permit, are citizens of "
            "Uzbekistan or came before the order was in force are told to ask; the usual count follows the order "
            "on registration, which names the states with a longer term."
        ),
        "registration-last-day": w.gettext(
            "The last day for registration: the day of entry is the first day by the strict count, and is "
            "not counted by the usual one."
        ),
        "birthday-term": w.gettext(
            "The age from which a permit is needed: by the strict count the term after the birthday "
            "runs even where the visa-free term is longer."
        ),
        "treaty-without-window": w.gettext(
            "A treaty that gives days but names no period: by the strict count the general limit holds too."
        ),
        "term-days-off": w.gettext(
            "A term of days after a ruling that ends on a day off: by the strict count the last day is the "
            "working day before, by the usual count the next working day. Read by the letter, the days to "
            "complain may be working days; neither count relies on that."
        ),
        "fine-term-begins": w.gettext(
            "The days to pay a fine: by the strict count they run from the service of the ruling, by the usual "
            "one from the end of the term of appeal, when the ruling comes into force."
        ),
        "late-complaint": w.gettext(
            "A complaint after the ordinary term, but before the day that the court set: by the usual count it "
            "stops the expulsion all the same, the strict count does not rely on that."
        ),
        "first-entry-window": w.gettext(
            "A treaty whose period begins with the first entry: by the strict count the general limit holds too, "
            "in the period that ends on each day. The police say that it holds for all who come without a visa; "
            "the treaty does not."
        ),
        "days-before-limit": w.gettext(
            "A stay that began before a limit did: by the strict count its days from then on count, by the usual "
            "one only stays entered from that day on do."
        ),
        "visa-days": w.gettext(
            "The days that a visa allows: by the strict count all its stays share them, by the usual one each "
            "entry has them anew."
        ),
    }[code]


def remark(w: Words, code: Remark) -> str:
    """Say what the reader should know of a row for a citizenship and passport."""
    return {
        "floor": w.gettext(
            "There is an agreement, but the number of days in it was not found. The term shown is the "
            "minimum; the agreement may give more."
        ),
        "half-year": w.gettext(
            "The text speaks of months or half a year. Here they are converted into days, so the "
            "result may differ by a day or two."
        ),
        "tourism": w.gettext("It is for tourism only."),
        "short-visits": w.gettext("It is for tourism and business only."),
        "private-visits": w.gettext("It is for business, private visits and tourism. It allows no work."),
        "no-mission": w.gettext("It allowed neither work nor missionary activity."),
        "no-study-mission": w.gettext("It allows neither work nor study nor missionary activity."),
        "no-religion": w.gettext("It allows neither work nor study nor religious activity nor residence."),
        "no-work-permit": w.gettext("It allows no work without a work permit."),
        "thirty-on-lists": w.gettext(
            "Some lists print a shorter term. That is the term for registering: register before it ends."
        ),
        "no-work": w.gettext("It allows neither work nor study nor business."),
        "extension": w.gettext("The authorities may extend it once."),
        "force-not-seen": w.gettext("The day on which the agreement came into force was not found."),
        "days-from-table": w.gettext(
            "The days are those of a table for citizens of Kazakhstan; the agreement is taken to give both sides "
            "the same."
        ),
        "border-region": w.gettext("Residents of the border region may enter for a few days without a visa."),
        "certificate": w.gettext(
            "The certificate of a stateless person that Kazakhstan issues is a residence paper: its holder lives "
            "here permanently."
        ),
    }[code]


def told(w: Words, code: str) -> str:
    """Say what is to be known of a stay and is no duty with a day."""
    return {
        "permit-address": w.gettext(
            "Whoever is here on a visa or a temporary residence permit may live only at the address that the "
            "host gave for it."
        ),
        "shortened-permit": w.gettext(
            "The permit is taken to end with the stay that was cut short. Whether it does was not found: ask the "
            "migration police."
        ),
        "shortened-return": w.gettext(
            "No ban of entry is known that follows on a shortened stay by itself. Ask before you come again."
        ),
        "union-contract": w.gettext(
            "A citizen of the Eurasian Economic Union with a labour contract in Kazakhstan may stay, with the "
            "family, for the term of the contract: have the temporary residence permit issued now."
        ),
        "transit": w.gettext("A transit is tied to its route, its stops and its term: keep to them."),
    }[code]


def expulsion_cost(w: Words) -> str:
    """Say who bears the cost of an expulsion."""
    return w.gettext("The cost of an expulsion is borne by the person expelled or by whoever invited that person.")


def prolongation(w: Words, row: Prolongation) -> str:
    """Say which terms of stay were prolonged, to which day, and for whom."""
    text = (
        w.gettext(
            "Who left by {to} was not liable for an overstay where the term of stay had ended from {first} on."
        )
        if row.leaving
        else w.gettext("Terms of stay that ended from {first} to {last} were prolonged to {to}.")
    )
    return text.format(first=w.full_day(row.begins), last=w.full_day(row.ends), to=w.full_day(row.to))


def former(w: Words, row: FormerDuty) -> str:
    """Say what was asked in another time."""
    return w.ngettext(
        "From {first} to {last} whoever stayed longer than {n} day had to be registered within it.",
        "From {first} to {last} whoever stayed longer than {n} days had to be registered within them.",
        row.days,
    ).format(first=w.full_day(row.begins), last=w.full_day(row.ends), n=row.days)


def conflict(w: Words, rules: dict[Reading, list[str]]) -> str:
    """Say which limits each way of counting takes where sources differ; empty where it is the same ones."""
    safe, usual = (" · ".join(rules[side]) for side in Reading)
    if safe == usual:
        return ""
    if safe and usual:
        return w.gettext("Sources differ: {safe} by the strict count, {usual} by the usual one.").format(
            safe=safe, usual=usual
        )
    return w.gettext("Sources differ: only one way of counting takes this limit, {rule}.").format(
        rule=safe or usual
    )


def offence(w: Words, code: Offence) -> str:
    """Name an offence."""
    return {
        "overstay": w.gettext("Not leaving in time"),
        "overstay-again": w.gettext("Not leaving in time, again"),
        "court-order": w.gettext("Not leaving by the court's date"),
        "purpose": w.gettext(
            "Another activity than the visa or the purpose of the visit allows; work without a permit"
        ),
        "transit": w.gettext("Not keeping to the rules of transit"),
        "host-notice": w.gettext("No notice of arrival by the host"),
        "host-housing": w.gettext("Housing a foreigner who is here unlawfully"),
        "host-again": w.gettext("An offence of the host, again"),
    }[code]


def repeated(w: Words, law: Law) -> str:
    """Say how long a penalty makes the next offence a repeated one."""
    months = law.repeated.months
    return w.ngettext(
        "A person who was penalised counts as such for {n} month after the penalty was executed: the "
        "same offence is then a repeated one.",
        "A person who was penalised counts as such for {n} months after the penalty was executed: the "
        "same offence is then a repeated one.",
        months,
    ).format(n=months)


def invitations(w: Words, law: Law) -> str:
    """Say when a host's invitations are not considered."""
    row = law.invitations
    return w.gettext(
        "No invitations are considered from a host who was held liable {count} times within {months} calendar "
        "months; a warning counts too."
    ).format(count=row.offences, months=row.months)


def half_fine(w: Words, law: Law) -> str:
    """Say when half of a fine is enough."""
    days = law.half_fine.days
    return w.ngettext(
        "Before a ruling, whoever admits the offence may pay half of the fine within {n} day of the day on "
        "which the case is opened, where the law names no penalty but a fine or a warning.",
        "Before a ruling, whoever admits the offence may pay half of the fine within {n} days of the day on which "
        "the case is opened, where the law names no penalty but a fine or a warning.",
        days,
    ).format(n=days)


def checkpoint(w: Words, law: Law) -> str:
    """Say who is not punished for having missed the court's day of departure."""
    days = law.checkpoint.days
    return w.ngettext(
        "Whoever is found at a border checkpoint within {n} day after the court's day of departure is not "
        "punished for having missed it.",
        "Whoever is found at a border checkpoint within {n} days after the court's day of departure is not "
        "punished for having missed it.",
        days,
    ).format(n=days)


def minor(w: Words, law: Law) -> str:
    """Say from what age one is liable, and how a minor is."""
    row = law.minor
    told = w.gettext(
        "Nobody under the age of {from_age} is penalised. Under the age of {of_age} a fine is at most {n} MCI, "
        "and nobody is arrested."
    ).format(from_age=row.from_age, of_age=row.of_age, n=row.mci)
    return f"{told} {parents(w)}"


def parents(w: Words) -> str:
    """Say who pays a minor's fine. Source: KoAP 66(1)."""
    return w.gettext("Where a minor has no means, the parents pay the fine.")


def shortened(w: Words) -> str:
    """Say what a shortened stay is."""
    return w.gettext(
        "The police may shorten a stay. Whoever does not leave by the new day stays beyond the time allowed."
    )


def authority(w: Words, code: str) -> str:
    """Name who rules."""
    return w.gettext("police or Border Service") if code == "police" else w.gettext("court")


def age(w: Words, law: Law) -> str:
    """Say when the law data was gathered, and which editions of the main acts were the newest that were read."""
    acts = [
        # Translators: {act} is an act of law, {day} the day of the edition that was read
        w.gettext("{act} of {day}").format(act=act(w, source), day=w.full_day(source.edition))
        for source in law.sources.values()
        if source.main and source.edition
    ]
    return w.gettext("Law data collected on {day}. Newest texts that were read: {acts}").format(
        day=w.full_day(law.collected), acts=", ".join(acts)
    )


def contract(w: Words, law: Law) -> str:
    """Say who may stay on a labour contract."""
    countries = ", ".join(w.country(code) for code in law.contract.countries)
    return w.gettext(
        "Who works here on a labour contract, and the family, may stay as long as it runs. This is for citizens "
        "of these states of the Eurasian Economic Union: {countries}."
    ).format(countries=countries)


def transport(w: Words, law: Law) -> str:
    """Say that the days of drivers and crews are left out, and how sure that is."""
    return w.gettext(
        "Stays for transport are left out of the count, as days of drivers and crews commonly are. No text of the "
        "law that says so was found: ask the carrier and the border service. A host who receives a driver or a "
        "member of a crew gives the notice of arrival all the same. Certainty: {certainty}."
    ).format(certainty=certainty(w, law.transport.certainty))


def residence(w: Words, law: Law) -> str:
    """Say how many days one who lives here permanently has to be here."""
    row = law.residence
    return w.gettext(
        "Who lives here permanently is to be here on at least {days} days in any {months} months in a row from "
        "the day on which the permit was issued, or it may be annulled. This does not hold for ethnic Kazakhs "
        "and their families."
    ).format(days=row.days, months=row.months)


def disclaimer(w: Words) -> str:
    """Say what an answer is not."""
    return w.gettext(
        "This is a calculation from the dates entered and from published rules. It is not legal advice and "
        "binds no authority. Ask the migration service about your case."
    )
