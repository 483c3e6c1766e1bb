"""The documents, and the commands that they show: taken out of the Markdown, and given as a reader would.

A document is followed from its beginning to its end in one folder, which holds what a reader would have of their
own (``own_files``); a command may use what an earlier one wrote. What cannot be given in a test stands in
``tests/test_documents.py`` with the reason.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kzstay.cli import parser as cli
from kzstay.i18n import Language

ROOT = Path(__file__).resolve().parent.parent
WHERE = (
    "*.md",
    ".github/**/*.md",
    "kzstay/**/*.md",
    "packaging/**/*.md",
    "resources/law/*.md",
    "resources/manual/**/*.md",
    "tests/**/*.md",
)
READMES = {"en": "README.md", "ru": "README.ru.md", "kk": "README.kk.md"}
# What a line in a sentence begins with that is a command; one word alone is a name and no command
PROGRAMS = frozenset(
    {
        *(
            "bash",
            "coverage",
            "git",
            "kzstay",
            "kzstay-cli",
            "lint-imports",
            "pip",
            "pyright",
            "python",
            "python3",
        ),
        *("apt-get", "debootstrap", "gh", "ruff", "sh", "sha256sum", "sudo", "tar"),
    }
)
OURS = ("kzstay", "kzstay-cli")
_PLACEHOLDER = re.compile(r"\b[A-Z]{3,}\b|…")

CSV = "name,citizenship,entry,exit\nAnna Schmidt,DE,2026-09-20,2026-10-04\nAnna Schmidt,DE,2026-11-11,\n"
MANY = "traveller,citizenship,entry,exit\nAnna Schmidt,DE,2026-11-11,\nBurak Demir,TR,2026-08-01,2026-08-20\n"


class Block(NamedTuple):
    """A block of code: what it is said to be in, such as ``sh``, and its lines."""

    language: str
    text: str


class Command(NamedTuple):
    """A command as it stands in a document, and the answer that is shown under it, or ""."""

    text: str
    answer: str = ""
    inline: bool = False  # it stands in a sentence, and may be no more than the name of a command

    @property
    def program(self) -> str:
        """Return what is started."""
        return self.text.split()[0]

    @property
    def bare(self) -> str:
        """Return it without a remark behind it."""
        return self.text.partition(" # ")[0]

    @property
    def arguments(self) -> list[str]:
        """Return what it is given."""
        return shlex.split(self.text, comments=True)[1:]


class Answer(NamedTuple):
    """What came of a command."""

    code: int
    out: str
    err: str


def names() -> list[str]:
    """List the documents as paths from the root."""
    found = {path for pattern in WHERE for path in ROOT.glob(pattern)}
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def read(name: str) -> str:
    """Return the text of a document."""
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text: str) -> list[Block]:
    """List the blocks of code, those within a list too."""
    return [
        Block(token.info.strip(), token.content.rstrip("\n")) for token in _tokens(text) if token.type == "fence"
    ]


def commands(text: str) -> list[Command]:
    """List the commands in their order: those of the blocks, and those that stand in a sentence."""
    found: list[Command] = []
    for token in _tokens(text):
        if token.type == "fence":
            found += _of_block(Block(token.info.strip(), token.content.rstrip("\n")))
        for child in token.children or ():
            words = child.content.split()
            if child.type == "code_inline" and len(words) > 1 and words[0] in PROGRAMS:
                found.append(Command(" ".join(words), inline=True))
    return list(dict.fromkeys(found))


def headings(text: str) -> list[tuple[int, str]]:
    """List the headings, each with its rank, from 1."""
    tokens = list(_tokens(text))
    return [
        (int(token.tag[1:]), tokens[place + 1].content)
        for place, token in enumerate(tokens)
        if token.type == "heading_open"
    ]


def links(text: str) -> list[str]:
    """List where links and pictures lead."""
    return [
        str(child.attrs.get("href", child.attrs.get("src", "")))
        for token in _tokens(text)
        for child in token.children or ()
        if child.type in ("link_open", "image")
    ]


def words_to_read(text: str) -> int:
    """Count the words as ``wc -w`` does, without blocks of code and the rules of tables, both ways."""
    kept = re.sub(r"^ *```.*?^ *```$", "", text, flags=re.MULTILINE | re.DOTALL)
    kept = re.sub(r"^\|[-:| ]+\|$|(?<= )\||^\|", "", kept, flags=re.MULTILINE)
    return len(kept.split())


def has_placeholder(command: Command) -> bool:
    """Tell whether a reader has to put something in the place of a word in capitals, such as VERSION."""
    return bool(_PLACEHOLDER.search(command.bare))


def own_files(folder: Path) -> None:
    """Lay down what a reader has: a table of crossings as text and as a workbook, and one of many people."""
    (folder / "trips.csv").write_text(CSV, encoding="utf-8")
    (folder / "many.csv").write_text(MANY, encoding="utf-8")
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for line in CSV.splitlines():
        sheet.append(line.split(","))
    book.save(folder / "trips.xlsx")


class Reader:
    """Somebody who follows a document in a folder; ``windows`` are those asked for, which are not opened."""

    def __init__(
        self,
        folder: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        language: Language = "en",
    ) -> None:
        self.windows: list[Path | None] = []
        self._told = capsys
        own_files(folder)
        monkeypatch.chdir(folder)
        for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
            monkeypatch.setenv(name, f"{language}.UTF-8")  # a reader of a document has a system in its language
        monkeypatch.setattr("kzstay.display.missing_display", lambda w: "")
        monkeypatch.setattr("kzstay.ui.app.run", self._open)

    def give(self, command: Command) -> Answer:
        """Give a command of kzstay, in this process."""
        assert command.program in OURS
        self._told.readouterr()
        code = cli.main(command.arguments)
        told = self._told.readouterr()
        return Answer(code, told.out, told.err)

    def _open(self, path: Path | None, *, fresh: bool = False) -> int:
        assert path is None or path.exists(), f"{path} is not there"
        self.windows.append(path)
        return 0


def followed(reader: Reader, shown: Iterable[Command]) -> dict[Command, str]:
    """Give the commands of kzstay one after another; return of each that went wrong what it said.

    One that is good ends with 0, or with 1 where it tells of something missed or not possible, and says nothing on
    standard error. Where an answer is shown under it, that is what it says.
    """
    wrong: dict[Command, str] = {}
    for command in shown:
        code, out, err = reader.give(command)
        if code > 1 or err:
            wrong[command] = f"{code}: {err}"
        elif command.answer and out.rstrip("\n") != command.answer:
            wrong[command] = f"It says:\n{out}"
    return wrong


def of_kzstay(text: str) -> list[Command]:
    """List the commands of kzstay in the blocks of a document that can be given as they stand."""
    return [one for one in commands(text) if one.program in OURS and not one.inline and not has_placeholder(one)]


def mentioned(text: str) -> list[Command]:
    """List the commands of kzstay that stand in the sentences of a document."""
    return [one for one in commands(text) if one.program in OURS and one.inline]


def _tokens(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(text)


def _of_block(block: Block) -> list[Command]:
    if block.language == "sh":
        whole = block.text.replace("\\\n", " ")
        return [Command(" ".join(line.split())) for line in whole.splitlines() if line.strip() and line[0] != "#"]
    if block.text.startswith("$ "):
        first, _, answer = block.text.removeprefix("$ ").partition("\n")
        return [Command(first, answer)]
    return []
