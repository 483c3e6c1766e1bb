"""Parts of articles by which foreigners are penalised, each by what it is for."""

from __future__ import annotations

from kzstay.texts.words import Words


def name(w: Words, part: str) -> str:
    """Say what a part of an article of the Code on Administrative Offences is for."""
    return {
        "109": w.gettext("helping or hindering candidates or parties in an election"),
        "443-1(2)": w.gettext("refusing to give fingerprints"),
        "443-1(3)": w.gettext("refusing genomic registration"),
        "449(3)": w.gettext(
            "pestering people in public places: begging, fortune-telling, pressing goods or services, "
            "sexual services"
        ),
        "488(8)": w.gettext("taking part in an unlawful assembly"),
        "488(9)": w.gettext("organising or holding an unlawful assembly"),
        "490(3)": w.gettext("missionary work without registration"),
        "490(7)": w.gettext("leading a religious association without the consent of the authority"),
        "495(1)": w.gettext("false statements to get an identity paper"),
        "495(2)": w.gettext("false statements to get permanent residence or citizenship"),
        "496(2)": w.gettext("not reporting another citizenship"),
        "496(3)": w.gettext("not reporting another citizenship while in public service"),
        "510(1)": w.gettext("breaking the rules of the border zone"),
        "510(3)": w.gettext("being in territory that is closed to foreigners"),
        "510(4)": w.gettext("breaking the rules of the border zone or of closed territory again within a year"),
        "513(2)": w.gettext("breaking the order at a border checkpoint"),
        "514(2)": w.gettext("crossing the border unlawfully or entering the border strip"),
        "516(2)": w.gettext("not obeying a border guard"),
        "517(1)": w.gettext("not registering in time, by the law of that time"),
        "517(2)": w.gettext("breaking the rules of transit"),
        "517(3)": w.gettext("not leaving in time, by a few days"),
        "517(4)": w.gettext("not leaving in time, for longer"),
        "517(5)": w.gettext("doing something other than the visa is for, or working without a permit"),
        "517(6)": w.gettext("not leaving in time, again within a year"),
        "517(7)": w.gettext("staying too long, breaking transit or the purpose of entry, again within a year"),
        "669(1)": w.gettext("not carrying out a ruling of a court"),
    }.get(part, part)
