"""The portal is asked on the desktops whose file dialogs Qt does not find by itself, and nowhere else."""

from __future__ import annotations

import sys

import pytest

from kzstay.ui.system.portal import THEME, ask_portal

BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1000/bus"}


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({"XDG_CURRENT_DESKTOP": "KDE", **BUS}, True),
        ({"XDG_CURRENT_DESKTOP": "plasma:KDE", **BUS}, True),
        ({"XDG_CURRENT_DESKTOP": "LXQt", **BUS}, True),
        ({"XDG_CURRENT_DESKTOP": "GNOME", **BUS}, False),
        ({"XDG_CURRENT_DESKTOP": "KDE"}, False),
        (BUS, False),
        ({}, False),
    ],
)
def test_the_portal_is_asked_where_it_is_needed_and_reached(
    environment: dict[str, str], asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    ask_portal(environment)
    assert (environment.get(THEME) == "xdgdesktopportal") is asked


def test_what_a_person_has_chosen_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    environment = {"XDG_CURRENT_DESKTOP": "KDE", THEME: "qt6ct", **BUS}
    ask_portal(environment)
    assert environment[THEME] == "qt6ct"


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_have_dialogs_of_their_own(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", system)
    environment = {"XDG_CURRENT_DESKTOP": "KDE", **BUS}
    ask_portal(environment)
    assert THEME not in environment
