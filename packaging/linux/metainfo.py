"""The metadata by which software centres show the program (AppStream), in the languages that it speaks.

An id of AppStream is for ever: what is installed, reviewed and updated goes by it. So where the project has none
yet no metadata is made, rather than some under a plain name, which would be another program once the id is set.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

import project
import release_notes
from kzstay.i18n import LANGUAGES, Language
from kzstay.identity import Identity

LICENCE = "CC0-1.0"  # of these words themselves, so that stores may pass them on
SHORTEST_SIDE = 540  # pixels, of a screen that all of the window fits
MOST_ITEMS = 12  # of a version; a store shows no more, and leads to the whole list
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def words() -> dict[Language, dict[str, str]]:
    """Return what is said of the program in each language, by the names of ``store.toml``."""
    return tomllib.loads((Path(__file__).parent / "store.toml").read_text(encoding="utf-8"))  # type: ignore[return-value]


def paragraphs(description: str) -> list[str]:
    """Return the paragraphs of a description, each on one line."""
    return [" ".join(paragraph.split()) for paragraph in description.strip().split("\n\n")]


def text(identity: Identity) -> str:
    """Return the metadata as XML, or "" where the project has no id."""
    if not identity.id:
        return ""
    about = tomllib.loads((project.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    said = words()
    top = Element("component", type="desktop-application")
    _add(top, "id", identity.id)
    _add(top, "metadata_license", LICENCE)
    _add(top, "project_license", about["license"])
    _add(top, "name", "kzstay")
    _spoken(top, "summary", {language: said[language]["summary"] for language in LANGUAGES})
    developer = SubElement(top, "developer", id=identity.id.rpartition(".")[0])
    _add(developer, "name", about["authors"][0]["name"])
    description = SubElement(top, "description")
    for spoken in zip(*(paragraphs(said[language]["description"]) for language in LANGUAGES), strict=True):
        _spoken(description, "p", dict(zip(LANGUAGES, spoken, strict=True)))
    _add(top, "launchable", f"{identity.id}.desktop", type="desktop-id")
    _add(top, "icon", identity.id, type="stock")
    _all(top, "categories", "category", ("Office", "Calendar"))
    provides = SubElement(top, "provides")
    for name in ("kzstay", "kzstay-cli"):
        _add(provides, "binary", name)
    _add(provides, "mediatype", "application/x-kzstay")
    if identity.address:
        _add(top, "url", identity.address, type="homepage")
        _add(top, "url", identity.issues, type="bugtracker")
        _add(top, "url", identity.address, type="vcs-browser")
        _screenshot(top, said, f"{identity.address}/raw/v{project.version()}/packaging/pictures")
    SubElement(top, "content_rating", type="oars-1.1")  # nothing that it asks about is in the program
    supports = SubElement(top, "supports")
    for control in ("pointing", "keyboard", "touch"):
        _add(supports, "control", control)
    _add(supports, "internet", "offline-only")
    _add(SubElement(top, "requires"), "display_length", str(SHORTEST_SIDE), compare="ge")
    _all(top, "languages", "lang", LANGUAGES)
    _releases(top, identity)
    indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(top, encoding="unicode")}\n'


def _add(parent: Element, tag: str, content: str, **attributes: str) -> None:
    SubElement(parent, tag, attributes).text = content


def _all(parent: Element, group: str, tag: str, values: tuple[str, ...]) -> None:
    members = SubElement(parent, group)
    for value in values:
        _add(members, tag, value)


def _spoken(parent: Element, tag: str, words: dict[Language, str]) -> None:
    for language in LANGUAGES:
        SubElement(parent, tag, {} if language == "en" else {_LANGUAGE: language}).text = words[language]


def _screenshot(top: Element, said: dict[Language, dict[str, str]], folder: str) -> None:
    screenshot = SubElement(SubElement(top, "screenshots"), "screenshot", type="default")
    _spoken(screenshot, "caption", {language: said[language]["caption"] for language in LANGUAGES})
    _spoken(screenshot, "image", {language: f"{folder}/{said[language]['picture']}" for language in LANGUAGES})


def _releases(top: Element, identity: Identity) -> None:
    changelog = (project.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = release_notes.released(changelog)
    if not released:
        return
    releases = SubElement(top, "releases")
    for version, day, notes in released:
        release = SubElement(releases, "release", version=version, date=day, type="stable")
        SubElement(release, "description").extend(described(notes))
        if identity.address:
            _add(release, "url", identity.changelog, type="details")


def described(notes: str) -> list[Element]:
    """Return the notes of a version as paragraphs and lists; of one with many changes what leads them in alone."""
    made: list[Element] = []
    notes = re.sub(r"^\[[^]]+\]: .*\n?", "", notes, flags=re.MULTILINE)  # where links lead, at the foot
    items = len(re.findall(r"^- ", notes, re.MULTILINE))
    for block in re.split(r"\n\n+|\n(?=#)|(?<=[^\n])\n(?=- )", notes.strip()):
        line = _plain(block)
        if block.startswith("- "):
            if items > MOST_ITEMS:
                continue
            if not made or made[-1].tag != "ul":
                made.append(Element("ul"))
            _add(made[-1], "li", line)
        elif not (block.startswith("#") and items > MOST_ITEMS):
            made.append(Element("p"))
            made[-1].text = line
    return made


def _plain(block: str) -> str:
    """Return Markdown without its signs, on one line."""
    line = " ".join(block.split()).lstrip("#").removeprefix("- ").strip()
    return re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", line).replace("`", "").replace("**", "")
