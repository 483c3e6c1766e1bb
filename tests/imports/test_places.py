from __future__ import annotations

import json

import pytest

from kzstay.imports.places import airport, is_abroad, is_code, is_crossing, named_state, where, zone_abroad
from kzstay.paths import resource


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ALA", "ALA"),
        ("nqz", "NQZ"),
        ("TSE", "NQZ"),  # its code before 2020
        ("Алматы", "ALA"),
        ("Алматы-аэропорт", "ALA"),
        ("Almaty International Airport", "ALA"),
        ("Шымкент әуежайы", "CIT"),
        ("IST", ""),
        ("Istanbul", ""),
        ("", ""),
    ],
)
def test_airports_of_kazakhstan_are_known_by_code_and_town(name: str, code: str) -> None:
    assert airport(name) == code


@pytest.mark.parametrize(
    "name", ["Қордай", "Кордай", "Жибек Жолы", "霍尔果斯", "阿拉山口", "Порт Курык", "ALA", "KRD"]
)
def test_a_crossing_is_an_airport_a_post_or_a_port(name: str) -> None:
    assert is_crossing(name)


@pytest.mark.parametrize("name", ["Unavailable", "813", "北京首都", "JFK", "автобус"])
def test_other_words_are_none(name: str) -> None:
    assert not is_crossing(name)


def test_a_code_that_is_not_ours_is_abroad() -> None:
    assert is_abroad("NYC")
    assert is_abroad("FRA")
    assert not is_abroad("KRD")
    assert not is_abroad("KAZ")
    assert not is_abroad("Bus")
    assert is_code("ALA")
    assert not is_code("Ala")


def test_zones_abroad_are_those_of_their_clocks() -> None:
    assert zone_abroad("ist") == "Europe/Istanbul"
    assert zone_abroad("XXX") == ""


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Almaty, Kazakhstan, March 2026", "KZ"),
        ("Family + Shymkent (merged)", "KZ"),
        ("kazakhstan", "KZ"),
        ("ALA", "KZ"),  # and not the code of Åland
        ("Istanbul, Türkiye", "TR"),
        ("serbia", "RS"),
        ("KG", "KG"),
        ("Бишкек, Кыргызстан", "KG"),
        ("Istanbul", ""),
        ("ski with Tom", ""),
    ],
)
def test_a_text_names_a_state(text: str, state: str) -> None:
    assert named_state(text) == state


INSIDE = [
    (43.2389, 76.8897),
    (51.13, 71.43),
    (42.90, 71.37),
    (44.17, 80.0),
    (45.62, 63.31),
    (43.65, 51.17),
    (47.1, 51.92),
]
OUTSIDE = [
    (42.8746, 74.5698),
    (41.2995, 69.2401),
    (43.82, 87.61),
    (54.99, 73.37),
    (51.77, 55.1),
    (46.35, 48.04),
    (40.4, 49.9),
    (0.0, 0.0),
    (-33.9, 151.2),
]
NEAR = [(43.042, 74.712), (44.22, 80.40), (45.17, 82.57), (41.455, 69.38), (46.4, 52.0)]


@pytest.mark.parametrize("point", INSIDE)
def test_towns_of_kazakhstan_are_inside(point: tuple[float, float]) -> None:
    assert where(*point) == "inside"


@pytest.mark.parametrize("point", OUTSIDE)
def test_towns_of_other_states_are_outside(point: tuple[float, float]) -> None:
    assert where(*point) == "outside"


@pytest.mark.parametrize("point", NEAR)
def test_posts_and_platforms_on_the_sea_are_not_decided(point: tuple[float, float]) -> None:
    """Korday, Khorgos, Alashankou, Zhibek Zholy, and Kashagan."""
    assert where(*point) == "near"


def test_what_is_no_point_is_nowhere() -> None:
    assert where(float("nan"), 70.0) == "outside"
    assert where(50.0, float("inf")) == "outside"


def test_the_outline_tells_its_source_and_is_small() -> None:
    path = resource("imports/outline.json")
    about = json.loads(path.read_text(encoding="utf-8"))
    assert "Natural Earth" in about["source"]
    assert about["licence"] == "public domain"
    assert path.stat().st_size < 30_000
