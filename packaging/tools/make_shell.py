"""Write packaging/shell: the manual page and the completion of the shells, from the parser of the command line.

They stand in the tree, and a test holds them equal to the parser: whoever builds a wheel has neither the packages
that the parser reads in nor shtab.
"""

from __future__ import annotations

from argparse import SUPPRESS, Action, ArgumentParser
from argparse import _SubParsersAction as SubParsers  # no other name is given to what holds the commands
from pathlib import Path
from re import sub
from textwrap import wrap

import shtab

from kzstay import bundled
from kzstay.cli.exit_codes import BAD_INPUT, GOOD, UNSOUND
from kzstay.cli.guide import VISA_TABLE
from kzstay.cli.parser import make_parser

FOLDER = Path(__file__).resolve().parents[1] / "shell"
SHELLS = {"bash": "kzstay.bash", "zsh": "_kzstay", "fish": "kzstay.fish"}
MANUAL = "kzstay.1"
SAID_BY_SHTAB = "# AUTOMATICALLY GENERATED", "# Usage:", "# See also:"
HEAD = "# Written by packaging/tools/make_shell.py, with shtab."

CODES = {
    GOOD: "All is well.",
    UNSOUND: "Days are overstayed, a duty is missed, an entry is refused, or a trip is not possible.",
    BAD_INPUT: "An argument or a file could not be used; one line on standard error says which, and why.",
}


def written() -> dict[str, str]:
    """Return the text of every file of packaging/shell, by its name."""
    parser = make_parser()
    for command in [parser, *_commands(parser).values()]:
        for action in command._actions:  # noqa: SLF001 - argparse has no other list of them
            if action.type is Path:
                action.complete = shtab.FILE  # type: ignore[attr-defined] - where shtab looks for it
    page = manual(parser)  # before the topics are named, which would fill a page of it
    topics = {
        ("guide", "topic"): [*bundled.guide().topics, VISA_TABLE],
        ("manual", "chapter"): bundled.manual().chapters,
    }
    for (name, dest), choices in topics.items():
        next(one for one in _commands(parser)[name]._actions if one.dest == dest).choices = list(choices)  # noqa: SLF001
    found = {name: _completion(parser, shell) for shell, name in SHELLS.items()}
    return found | {MANUAL: page}


def manual(parser: ArgumentParser) -> str:
    """Return the manual page of a parser, in roff."""
    lines = [
        '.TH KZSTAY 1 "" kzstay "User Commands"',  # without a day, which would be wrong at the next change
        *(".ad l", ".nh"),
        ".SH NAME",
        *(r"kzstay \-", "how long a foreigner may stay in Kazakhstan, what falls due when, and why"),
        ".SH SYNOPSIS",
        ".B kzstay",
        ".RI [ FILE ]",
        ".br",
        ".B kzstay",
        ".I COMMAND",
        ".RI [ ARGUMENT ...]",
        ".SH DESCRIPTION",
        "Without a command the window opens, with the case in",
        ".I FILE",
        "where one is given. Where no window can be opened, the answer of",
        ".B kzstay check",
        "is printed. Nothing is sent anywhere. The answers are not legal advice.",
        ".SH OPTIONS",
        *(line for action in parser._actions for line in _option(parser, action)),  # noqa: SLF001
        ".SH COMMANDS",
    ]
    for name, command in _commands(parser).items():
        actions = [action for action in command._actions if action.dest != "help"]  # noqa: SLF001
        about = command.description or ""
        lines += [f'.SS "{_plain(name)}"', *_prose(f"{about[:1].upper()}{about[1:]}.")]
        lines += [".PP", rf"\fBkzstay {_plain(name)}\fR", *map(_use, _in_order(actions))]
        lines += [line for action in _in_order(actions) for line in _option(command, action)]
    lines += [".SH EXIT STATUS"]
    lines += [line for code, text in CODES.items() for line in (".TP", f".B {code}", *_prose(text))]
    lines += [
        ".SH ENVIRONMENT",
        ".TP",
        ".BR LC_ALL ,\\  LC_MESSAGES ,\\  LANG",
        "The language, of English, Russian and Kazakh, where",
        r".B \-\-lang",
        "is left out.",
    ]
    return "\n".join(lines) + "\n"


def _completion(parser: ArgumentParser, shell: str) -> str:
    text = shtab.complete(parser, shell)
    lines = [line for line in text.splitlines() if not line.startswith(SAID_BY_SHTAB)]
    lines = [line for line in lines if not line.startswith(("# 1)", "# 2)", "#    "))]
    # The bundle and the package have the command by a second name
    lines = [f"{line} kzstay-cli" if line.startswith(("#compdef", "complete -o")) else line for line in lines]
    at = 1 if lines[0].startswith("#compdef") else 0  # the mark of zsh stays on the first line
    return "\n".join([*lines[:at], HEAD, *lines[at:]]).rstrip() + "\n"


def _commands(parser: ArgumentParser) -> dict[str, ArgumentParser]:
    for action in parser._actions:  # noqa: SLF001
        if isinstance(action, SubParsers):
            return dict(action.choices)
    return {}


def _in_order(actions: list[Action]) -> list[Action]:
    """Return what is named by its place first."""
    return sorted(actions, key=lambda action: bool(action.option_strings))


def _use(action: Action) -> str:
    """Return how an argument stands in the line of a command, which breaks behind one only."""
    shown = _value(action)
    if action.option_strings:
        shown = r"\ ".join(filter(None, (rf"\fB{_plain(action.option_strings[0])}\fR", shown)))
    must = action.required if action.option_strings else action.nargs not in ("?", "*")
    return shown if must else f"[{shown}]"


def _option(parser: ArgumentParser, action: Action) -> list[str]:
    """Return the lines on an argument; none on the list of commands."""
    if isinstance(action, SubParsers) or action.help == SUPPRESS:
        return []
    names = ", ".join(rf"\fB{_plain(name)}\fR" for name in action.option_strings)
    told = (action.help or "") % {**vars(action), "prog": parser.prog}
    return [".TP", " ".join(filter(None, (names, _value(action)))), *_prose(told)] if told or names else []


def _value(action: Action) -> str:
    if action.nargs == 0:
        return ""
    if action.choices is not None:
        return "{" + ",".join(rf"\fB{_plain(str(choice))}\fR" for choice in action.choices) + "}"
    name = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    return rf"\fI{_plain(name)}\fR"


def _prose(text: str) -> list[str]:
    """Return the lines of a sentence."""
    return [_plain(line) for line in wrap(text, 72, break_long_words=False, break_on_hyphens=False)]


def _plain(text: str) -> str:
    """Return words as roff takes them: nothing of them is a command of it."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("'", r"\(aq")
    text = sub(r"([,|])(?=\S)", r"\1\\:", text)  # a list without spaces may break
    return rf"\&{text}" if text.startswith(".") else text


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in written().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
