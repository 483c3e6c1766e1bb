"""Recognising: which traveller of a case one of a source is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kzstay.core.case import Traveller
from kzstay.imports.merging_records import id_of
from kzstay.imports.vocabulary import folded


class Recognition:
    """The travellers of a case, by what they can be told by. Nobody is two travellers of one source by name."""

    def __init__(self, travellers: Sequence[Traveller]) -> None:
        self._travellers = travellers
        self._claimed: set[int] = set()
        self._ids: dict[str, int] = {}
        self._documents: dict[str, list[int]] = {}
        self._names: dict[str, list[int]] = {}
        for place, one in enumerate(travellers):
            if known := id_of(one):
                self._ids.setdefault(known, place)
            if one.document:
                self._documents.setdefault(_figures(one.document), []).append(place)
            for name in dict.fromkeys((folded(one.name), folded(one.native_name))):
                self._names.setdefault(name, []).append(place)

    def claim(self, place: int) -> None:
        """Let a traveller be nobody else of the source."""
        self._claimed.add(place)

    def place(self, came: Traveller) -> int | None:
        """Return where the traveller stands who somebody is; None where nobody is, or it might be several."""
        if (known := id_of(came)) in self._ids:
            return self._ids[known or ""]
        if came.document and len(found := self._documents.get(_figures(came.document), [])) == 1:
            return found[0]
        names = dict.fromkeys((folded(came.name), folded(came.native_name)))
        called = [name for name in names if name] or [""]
        found = [place for name in called for place in self._names.get(name, [])]
        found = [place for place in dict.fromkeys(found) if place not in self._claimed]
        return self._nearest(came, [place for place in found if _may_be(self._travellers[place], came)])

    def _nearest(self, came: Traveller, places: Iterable[int]) -> int | None:
        """Return the one of several who has most of the stays; without a name nothing else tells who it is."""
        entries = {stay.entry for stay in came.stays}
        shared = {place: len(entries & {stay.entry for stay in self._travellers[place].stays}) for place in places}
        if not shared:
            return None
        most = max(shared.values())
        best = [place for place, number in shared.items() if number == most]
        named = bool(came.name or came.native_name)
        return best[0] if most or (named and (len(best) == 1 or not entries)) else None


def _may_be(there: Traveller, came: Traveller) -> bool:
    """Tell whether two of one name may be one person."""
    if there.citizenship and came.citizenship and there.citizenship != came.citizenship:
        return False
    if there.born and came.born:
        return there.born == came.born  # a passport is renewed, a day of birth is not
    return not (there.document and came.document) or _figures(there.document) == _figures(came.document)


def _figures(document: str) -> str:
    return folded(document).replace(" ", "")
