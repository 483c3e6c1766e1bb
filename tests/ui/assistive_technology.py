"""What an assistive technology finds on the bus: run by a Python that knows it, it prints what there is as JSON.

``assistive_technology.py NAME``: the part of that name, what is in it, and what pressing the second of these does.
"""

# pyright: reportMissingImports=false
# The Python of the system has it, not the one of the tests

from __future__ import annotations

import json
import sys
import time
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

TRIES, PAUSE = 100, 0.2  # seconds, while the program opens its window
STATES = "focusable", "focused", "selected", "showing"


def walk(part: Any) -> Any:  # noqa: ANN401
    yield part
    for place in range(part.get_child_count()):
        child = part.get_child_at_index(place)
        if child is not None:
            yield from walk(child)


def found(name: str) -> Any:  # noqa: ANN401
    """Wait for the part of a name."""
    for _ in range(TRIES):
        try:
            desktop = Atspi.get_desktop(0)
            for place in range(desktop.get_child_count()):
                for part in walk(desktop.get_child_at_index(place)):
                    if part.get_name() == name:
                        return part
        except Exception:  # noqa: BLE001 - what was there a moment ago is another by now
            pass
        time.sleep(PAUSE)
    sys.exit(f"nothing is called {name}")


def told(part: Any) -> dict[str, Any]:  # noqa: ANN401
    held = part.get_state_set()
    action, value = part.get_action_iface(), part.get_value_iface()
    return {
        "role": part.get_role_name(),
        "name": part.get_name(),
        "description": part.get_description(),
        "states": [name for name in STATES if held.contains(getattr(Atspi.StateType, name.upper()))],
        "actions": [action.get_action_name(place) for place in range(action.get_n_actions())] if action else [],
        "value": value.get_current_value() if value else None,
    }


def all_of(part: Any) -> list[dict[str, Any]]:  # noqa: ANN401
    part.clear_cache()
    return [told(part), *(told(part.get_child_at_index(place)) for place in range(part.get_child_count()))]


wanted = found(sys.argv[1])
before = all_of(wanted)
if len(before) > 2:
    wanted.get_child_at_index(1).get_action_iface().do_action(0)
    for _ in range(TRIES):
        item = wanted.get_child_at_index(1)
        item.clear_cache()
        if "selected" in told(item)["states"]:
            break
        time.sleep(PAUSE)
print(json.dumps([before, all_of(wanted)]))
