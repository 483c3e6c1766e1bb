"""The main states of the window, from outside: each is what its name says, and looks as it did.

What is kept of a picture is a coarse one, a pixel for eight by eight. A word may be another one, which tests of
words see; what is compared is where things are, how large, and in which colours. ``pytest --update-golden`` or
``make_goldens.py FOLDER --update`` takes the pictures of today for right; look at them before they are committed.
"""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from kzstay.i18n import LANGUAGES
from tools import make_goldens as tool
from tools.golden_states import STATES

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "tools" / "make_goldens.py"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="letters are those of the system elsewhere")


FAR = 24  # of a colour's 255 steps: as much as the letters of another word make in a coarse picture
FEW = 0.003  # of its pixels may be far off
NEAR = 0.25  # steps that all of it may be off on average
SAMPLE = [shot for shot in tool.sample(list(STATES)) if tool.there(shot.look)]
TITLES = {
    "import": ("Import", "Импорт", "Импорттау"),
    "export": ("Export report", "Экспорт отчёта", "Есепті экспорттау"),
    "preferences": ("Preferences", "Настройки", "Баптаулар"),
}


def taken(folder: Path, *options: str) -> dict[str, dict[str, Any]]:
    """Run the script, and return what each picture says."""
    subprocess.run([sys.executable, SCRIPT, folder, *options], check=True, capture_output=True, cwd=ROOT)
    found: dict[str, dict[str, Any]] = json.loads((folder / tool.TOLD).read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """The folder of the pictures of today."""
    place = tmp_path_factory.mktemp("goldens")
    taken(place, "--update" if request.config.getoption("--update-golden") else "--sample")
    return place


@pytest.fixture(scope="module")
def said(folder: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((folder / tool.TOLD).read_text(encoding="utf-8"))
    return found


# What is taken


def test_the_sample_shows_each_pair_of_what_can_be_chosen() -> None:
    choices = list(STATES), LANGUAGES, tool.SIZES, tool.LOOKS
    shots = [(shot.state, shot.language, shot.size, shot.look) for shot in tool.sample(list(STATES))]
    assert len(shots) == len(STATES) * 3
    for one, other in combinations(range(4), 2):
        pairs = {(shot[one], shot[other]) for shot in shots}
        assert pairs == {(a, b) for a in choices[one] for b in choices[other]}


def test_the_repository_keeps_the_sample_and_nothing_else() -> None:
    kept = {path.stem for path in tool.KEPT.iterdir()}
    assert kept == {shot.name for shot in SAMPLE}
    assert sum(path.stat().st_size for path in tool.KEPT.iterdir()) < 1_000_000


def test_who_takes_them_again_gets_the_same_to_the_byte(folder: Path, tmp_path: Path) -> None:
    taken(tmp_path, "--sample", "--only", "plan", "people", "import", "--languages", "kk")
    again = sorted(tmp_path.glob("*.png"))
    assert again
    for path in again:
        assert path.read_bytes() == (folder / path.name).read_bytes(), path.name


# What they are

STANDINGS = {"lawful": "lawful", "ending": "ending", "overstay": "overstay", "ordered": "ordered"}
PLACES = {"people": "people", "guide": "guide", "contacts": "contacts"}
PAGES = {"ordered": "next", "plan": "plan"}


@pytest.mark.parametrize("shot", SAMPLE, ids=lambda shot: shot.name)
def test_each_state_is_what_its_name_says(said: dict[str, dict[str, Any]], shot: tool.Shot) -> None:
    found, state = said[shot.name], shot.state
    assert found["place"] == PLACES.get(state, "stay")
    assert found["page"] == PAGES.get(state, "stays")
    assert bool(found["dialog"]) == (state in TITLES)
    if state == "empty":
        assert (found["standing"], found["headline"]) == ("", "")
    elif state in STANDINGS:
        assert found["standing"] == STANDINGS[state]
        assert found["headline"]
    assert (found["travellers"] > 1) == (state == "people")
    number = {"ending": "2", "overstay": "4", "ordered": "5", "lawful": "18"}.get(state, "")
    assert number in found["headline"]


@pytest.mark.parametrize("shot", SAMPLE, ids=lambda shot: shot.name)
def test_each_state_is_told_in_its_language(said: dict[str, dict[str, Any]], shot: tool.Shot) -> None:
    found = said[shot.name]
    if found["dialog"]:
        assert found["dialog"] == TITLES[shot.state][LANGUAGES.index(shot.language)]
    letters = set(found["lead"].lower())
    assert bool(letters & set("ұүқөғәіһң")) == (shot.language == "kk")
    assert bool(letters & set("бвгджзик")) == (shot.language != "en")


@pytest.mark.parametrize("shot", SAMPLE, ids=lambda shot: shot.name)
def test_each_state_has_its_size(said: dict[str, dict[str, Any]], shot: tool.Shot) -> None:
    wide, high = map(int, shot.size.split("x"))
    found = said[shot.name]
    if found["dialog"]:
        assert found["size"] < [wide, high]
    else:
        assert found["size"] == [wide, high]


# What they look like


def cells(image: QImage) -> list[bytes]:
    """List the colours of a coarse picture."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    held, step, wide = bytes(image.constBits()), image.bytesPerLine(), 3 * image.width()
    lines = (held[row * step : row * step + wide] for row in range(image.height()))
    return [line[place : place + 3] for line in lines for place in range(0, wide, 3)]


def differs(one: QImage, other: QImage) -> str:
    """Say how one coarse picture differs from another; nothing where it is near enough."""
    if one.size() != other.size():
        return f"{one.width()} by {one.height()} in place of {other.width()} by {other.height()}"
    pairs = zip(cells(one), cells(other), strict=True)
    steps = [[abs(a - b) for a, b in zip(*pair, strict=True)] for pair in pairs]
    far = sum(max(each) > FAR for each in steps) / len(steps)
    mean = sum(map(sum, steps)) / (3 * len(steps))
    if far <= FEW and mean <= NEAR:
        return ""
    return f"{far:.2%} are far off (of at most {FEW:.2%}), all by {mean:.2f} steps (of at most {NEAR})"


@pytest.mark.parametrize("shot", SAMPLE, ids=lambda shot: shot.name)
def test_each_state_looks_as_it_did(folder: Path, shot: tool.Shot) -> None:
    path, kept = folder / f"{shot.name}.png", tool.KEPT / f"{shot.name}.png"
    found = differs(tool.coarse(QImage(str(path))), QImage(str(kept)))
    assert not found, f"{path}: {found}"


def drawn(*, card: str = "#FFFFFF", at: int = 200, word: str = "22 days left") -> QImage:
    """Paint a page with a card on it that has a word."""
    image = QImage(960, 540, QImage.Format.Format_RGB888)
    image.fill(QColor("#F5F7FA"))
    painter = QPainter(image)
    painter.fillRect(at, 100, 400, 200, QColor(card))
    painter.fillRect(at, 300, 400, 1, QColor("#C0C0C0"))
    painter.drawText(at + 20, 150, word)
    painter.end()
    return tool.coarse(image)


@pytest.mark.usefixtures("qapp")
def test_another_word_is_near_enough() -> None:
    assert differs(drawn(word="23 days left"), drawn()) == ""


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("changed", [{"card": "#EEEEEE"}, {"card": "#1E1E1E"}, {"at": 240}])
def test_a_part_elsewhere_or_in_another_colour_is_seen(changed: dict[str, Any]) -> None:
    assert differs(drawn(**changed), drawn()) != ""
