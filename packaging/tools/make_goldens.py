"""Take pictures of the main states of the window: ``python packaging/tools/make_goldens.py FOLDER --sheet``.

Each state of ``golden_states.py`` in each language, size and appearance, offscreen, with the bundled fonts, on a
screen of a fixed size and as of a fixed day, so that anyone on Linux gets the same. ``states.json`` tells what
each of them says. ``--sheet`` puts the pictures of a state on one page, so that a person can look through all of
them quickly. ``--only``, ``--languages``, ``--sizes`` and ``--looks`` leave out others.

``--sample`` takes three pictures of each state: every pair of a language, a size, an appearance and a state is
among them. Of these the repository keeps coarse ones, a pixel for eight by eight, which the tests compare
with what is seen; ``--update`` takes them anew. Your settings are left alone.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, get_args

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # a checkout need not be installed

from kzstay.i18n import LANGUAGES, Language

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QWidget

    from kzstay.ui.window.main_window import MainWindow
    from tools.golden_states import State

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "tests" / "golden" / "window"
TOLD = "states.json"
SIZES = "960x540", "1280x900", "1920x1080"
LOOKS = "light", "dark", "contrast"
MORE_LOOKS = ("contrast-dark",)  # taken where they are asked for
COARSE = 8  # pixels of a picture that are one of a coarse one
SCREEN = {"name": "golden", "x": 0, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1}
ROUND = 0.02  # seconds between two looks at whether anything still moves
QUIET = 5  # looks in a row at which nothing has
LONG = 1000  # milliseconds of a timer that is for a person to read something, and changes nothing until then
PATIENCE = 20.0  # seconds
ACROSS, CAPTION = 1920, 22  # pixels of a sheet, and of the words over a picture


@dataclass(frozen=True)
class Shot:
    """One picture: a state, and how it is looked at."""

    state: str
    language: Language
    size: str
    look: str

    @property
    def name(self) -> str:
        return f"{self.state}-{self.size}-{self.look}-{self.language}"


def every(states: Sequence[str], looks: Sequence[str]) -> list[Shot]:
    """List all the pictures of some states in some appearances."""
    return [
        Shot(state, language, size, look)
        for state in states
        for size in SIZES
        for look in looks
        for language in LANGUAGES
    ]


def sample(states: Sequence[str]) -> list[Shot]:
    """List three pictures of each state that among them show every pair of what can be chosen."""
    found: list[Shot] = []
    for number, state in enumerate(states):
        # Of nine states in a row each goes through the sizes and the appearances in a step of its own
        by_size, by_look = divmod(number % 9, 3)
        found += [
            Shot(state, language, SIZES[(place + by_size) % 3], LOOKS[(place + by_look) % 3])
            for place, language in enumerate(LANGUAGES)
        ]
    return found


def there(look: str) -> bool:
    """Tell whether the program has an appearance."""
    from kzstay.drawing.colours import Appearance

    return look in get_args(Appearance)


# Taking


def application(place: Path) -> QApplication:
    """Return Qt's application on a screen that is the same everywhere."""
    from PySide6.QtCore import QLoggingCategory
    from PySide6.QtWidgets import QApplication

    from kzstay.display import SILENCE

    screens = place / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    for name in ("QT_SCALE_FACTOR", "QT_SCREEN_SCALE_FACTORS", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
        os.environ.pop(name, None)
    QLoggingCategory.setFilterRules(SILENCE)
    app = QApplication(["kzstay"])
    app.setStyle("Fusion")
    app.setCursorFlashTime(0)
    return app


def settled(window: MainWindow, state: State) -> tuple[QWidget, QImage]:
    """Wait until a state is there and nothing of it moves any more; return it and its picture."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    last, quiet, until = None, 0, time.monotonic() + PATIENCE
    while time.monotonic() < until:
        QApplication.processEvents()
        seen = state.seen(window)
        timers = (timer for timer in window.findChildren(QTimer) if timer.isSingleShot())
        waits = any(timer.isActive() and timer.interval() < LONG for timer in timers)
        if seen is None or waits or not state.ready(window):
            quiet = 0
        else:
            image = seen.grab().toImage()
            quiet = quiet + 1 if image == last else 0
            last = image
            if quiet == QUIET:
                return seen, image
        time.sleep(ROUND)
    raise TimeoutError("this state does not come to rest")


def take(shot: Shot, state: State) -> tuple[QImage, dict[str, object]]:
    """Open a window, go to a state, and return its picture and what it says."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from kzstay.ui.app import open_window
    from tools.golden_states import ON, STATES, told

    window = open_window(state.case, today=ON)
    window.preferences.set_language(shot.language)
    window.preferences.set_appearance(shot.look)  # type: ignore[arg-type]  # ``there`` has looked
    window.resize(*map(int, shot.size.split("x")))
    settled(window, STATES["empty"])
    state.go(window)
    seen, image = settled(window, state)
    said = told(window, seen)
    window.told_to_end = True  # so that nobody is asked
    if seen is not window:
        seen.close()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(
        None, QEvent.Type.DeferredDelete
    )  # or it would be dressed anew with the next
    return image, said


def pictures(shots: Sequence[Shot], folder: Path) -> dict[str, dict[str, object]]:
    """Take pictures, and return what each of them says, by its name."""
    from kzstay.ui.system.folders import kept_in
    from tools.golden_states import STATES

    found: dict[str, dict[str, object]] = {}
    for shot in shots:
        # Each is somebody's first start: where another window stood says nothing of this one
        with tempfile.TemporaryDirectory() as place, kept_in(Path(place)):
            image, said = take(shot, STATES[shot.state])
        path = folder / f"{shot.name}.png"
        if not image.save(str(path)):
            raise OSError(f"{path} could not be written")
        found[shot.name] = said
        print(f"{path.name}: {said['headline'] or said['lead']}", flush=True)
    return found


# Looking


def coarse(image: QImage) -> QImage:
    """Return a picture of which no letter can be read, and every shape and colour be told."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    wide, high = (-(-side // COARSE) for side in (image.width(), image.height()))
    small = image.scaled(
        wide, high, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return small.convertToFormat(QImage.Format.Format_RGB888)


def sheets(shots: Sequence[Shot], folder: Path) -> Iterator[Path]:
    """Put the pictures of each state on one page, with the name of each over it."""
    from PySide6.QtCore import QRect, Qt
    from PySide6.QtGui import QColor, QFont, QImage, QPainter

    smooth = Qt.TransformationMode.SmoothTransformation
    for state in dict.fromkeys(shot.state for shot in shots):
        wide = ACROSS // len(LANGUAGES)
        held = [shot for shot in shots if shot.state == state]
        images = [QImage(str(folder / f"{shot.name}.png")).scaledToWidth(wide - 8, smooth) for shot in held]
        rows = [images[start : start + len(LANGUAGES)] for start in range(0, len(images), len(LANGUAGES))]
        heights = [CAPTION + max(image.height() for image in row) + 6 for row in rows]
        page = QImage(ACROSS, sum(heights), QImage.Format.Format_RGB32)
        page.fill(QColor("#808080"))
        painter = QPainter(page)
        font = QFont("Inter")
        font.setPixelSize(13)
        painter.setFont(font)
        for place, (shot, image) in enumerate(zip(held, images, strict=True)):
            row, column = divmod(place, len(LANGUAGES))
            x, y = column * wide + 4, sum(heights[:row])
            painter.drawText(QRect(x, y, wide, CAPTION), Qt.AlignmentFlag.AlignVCenter, shot.name)
            painter.drawImage(x, y + CAPTION, image)
        painter.end()
        path = folder / f"sheet-{state}.png"
        page.save(str(path))
        yield path


def keep(shots: Sequence[Shot], folder: Path) -> None:
    """Keep coarse pictures of these, and none of what is no longer in the sample."""
    from PySide6.QtGui import QImage

    from tools.golden_states import STATES

    KEPT.mkdir(parents=True, exist_ok=True)
    names = {shot.name for shot in sample(list(STATES))}
    for old in KEPT.glob("*.png"):
        if old.stem not in names:
            old.unlink()
    for shot in shots:
        coarse(QImage(str(folder / f"{shot.name}.png"))).save(str(KEPT / f"{shot.name}.png"))
    size = sum(path.stat().st_size for path in KEPT.glob("*.png"))
    print(f"{KEPT.relative_to(ROOT)}: {len(shots)} pictures, {size // 1024} KB")


def wanted(options: argparse.Namespace) -> list[Shot]:
    """Return the pictures that are asked for, without those of an appearance that the program has not."""
    from tools.golden_states import STATES

    states = list(STATES)
    shots = sample(states) if options.sample or options.update else every(states, options.looks)
    for look in options.looks:
        if not there(look):
            print(f"No appearance {look}: its pictures are left out", file=sys.stderr)
    return [
        shot
        for shot in shots
        if there(shot.look)
        and shot.state in (options.only or STATES)
        and shot.language in options.languages
        and shot.size in options.sizes
        and shot.look in options.looks
    ]


def main() -> None:
    """Take what is asked for, in a home of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sheet", action="store_true", help="a page of all the pictures of each state")
    parser.add_argument("--sample", action="store_true", help="three pictures of each state")
    parser.add_argument(
        "--update", action="store_true", help="the sample, of which the repository keeps coarse ones"
    )
    parser.add_argument("--only", nargs="+", metavar="STATE")
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    parser.add_argument("--sizes", nargs="+", choices=SIZES, default=SIZES)
    parser.add_argument("--looks", nargs="+", choices=(*LOOKS, *MORE_LOOKS), default=LOOKS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        app = application(Path(home))
        shots = wanted(options)
        options.folder.mkdir(parents=True, exist_ok=True)
        said = pictures(shots, options.folder)
        text = json.dumps(said, ensure_ascii=False, indent=1)
        (options.folder / TOLD).write_text(text + "\n", encoding="utf-8")
        if options.sheet:
            for path in sheets(shots, options.folder):
                print(path)
        if options.update:
            keep(shots, options.folder)
        app.quit()


if __name__ == "__main__":
    main()
