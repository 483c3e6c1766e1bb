from __future__ import annotations

import pytest
from babel.core import get_global

from kzstay.imports.states import is_abroad, state_of
from kzstay.imports.vocabulary import country_codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("Irish", "IE"), ("RUS", "RU"), ("India", "IN"), ("rus", "RU"), ("D", None), ("U.S.A.", "US")),
        *(("ирландское", "IE"), ("Российская Федерация", "RU"), ("российское", "RU"), ("РФ", "RU")),
        *(("гражданин Узбекистана", "UZ"), ("гр. Китая", "CN"), ("гражданка России", "RU"), ("Қытай", "CN")),
        *(("Cote d'Ivoire", "CI"), ("Côte d’Ivoire", "CI"), ("Turkey", "TR"), ("Türkiye", "TR"), ("中国", "CN")),
        *(("citizen of Germany", "DE"), ("German citizen", "DE"), ("The Netherlands", "NL"), ("GBN", "GB")),
        *(("stateless", "XXA"), ("XXA", "XXA"), ("лицо без гражданства", "XXA"), ("Қазақстан", "KZ")),
        *(("русский", None), ("Congolese", None), ("Narnia", None), ("", None), ("x" * 100_000, None)),
    ],
)
def test_states_by_what_they_are_called(text: str, code: str | None) -> None:
    assert state_of(text) == code


def test_every_state_by_its_code_of_three_letters() -> None:
    aliases = get_global("territory_aliases")
    known = {codes[0]: three for three, codes in aliases.items() if len(three) == 3 and len(codes) == 1}
    for code in set(country_codes().values()) - {"XXA", "XK"}:
        three = [name for name, codes in aliases.items() if codes == [code] and len(name) == 3 and name.isalpha()]
        assert code in known
        assert any(state_of(one) == code for one in three), code


def test_words_for_abroad() -> None:
    assert is_abroad("Schengen") is True
    assert is_abroad("FR") is True
    assert is_abroad("Казахстан") is False
    assert is_abroad("Narnia") is None
