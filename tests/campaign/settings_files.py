"""Files of settings as a crash, another program or a person may leave them."""

from __future__ import annotations

import json
from typing import Any

_GOOD: dict[str, Any] = {
    "language": "en",
    "appearance": "light",
    "reading": "safe",
    "recent": ["/a/b.kzstay"],
    "geometry": "",
}
_VALUES: tuple[Any, ...] = (
    None,
    7,
    -1.5,
    True,
    "",
    "\ud800",
    "x" * 10_000,
    [],
    ["\ud800", "\x00"],
    [1],
    {},
    {"a": []},
)

BROKEN: tuple[bytes, ...] = (
    *(b"", b" ", b"{", b"[]", b"null", b"7", b'"text"', b"\xff\xfe", b"\x00" * 50, b"{}" * 3, b"\xef\xbb\xbf{}"),
    *(b"[" * 100_000, b'{"a":' * 100_000, b'{"language": NaN}', b'{"language": 1e999}', b'{"recent": "x"}'),
    json.dumps(_GOOD).encode()[:-9],
    json.dumps(_GOOD | {"geometry": "AdnQywADAAA="}).encode(),
    json.dumps(_GOOD | {"geometry": "AdnQywADAAD///////////////8="}).encode(),
    *(json.dumps(_GOOD | {name: value}).encode() for name in _GOOD for value in _VALUES),
)
