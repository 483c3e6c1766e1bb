"""Debian's copyright files: the licences in them, and which of these SPDX has a sure name for."""

from __future__ import annotations

import pytest

import dep5

FILE = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: x

Files: *
Copyright: 2020 Somebody
License: LGPL-2.1+

Files: src/one.c
 src/two.c
Copyright: 2020 Somebody else
License: Expat or GPL-2
 Its text.
 .
 License: no field, but a line of the text

Files: debian/*
Copyright: 2021 A packager
License: GPL-3+

License: LGPL-2.1+
 On Debian systems the text is elsewhere.
"""


def test_the_licences_of_the_files_are_found_without_those_of_the_packaging() -> None:
    assert dep5.licences(FILE) == ["LGPL-2.1+", "Expat or GPL-2"]
    assert dep5.expression(dep5.licences(FILE)) == "LGPL-2.1-or-later AND (MIT OR GPL-2.0-only)"


def test_a_file_for_people_alone_has_none() -> None:
    told = "This package was debianized by somebody.\n\nLicense: GPL-2\n"
    assert dep5.licences(told) == []
    assert dep5.expression([]) == ""


@pytest.mark.parametrize(
    ("named", "spdx"),
    [
        ("GPL-2+", "GPL-2.0-or-later"),
        ("LGPL-2.1", "LGPL-2.1-only"),
        ("LGPL-3", "LGPL-3.0-only"),
        ("BSD-3-clause", "BSD-3-Clause"),
        ("BSD-3-Clause", "BSD-3-Clause"),
        ("zlib", "Zlib"),
        ("Expat", "MIT"),
        ("Apache-2.0 with LLVM exception", "Apache-2.0 WITH LLVM-exception"),
        ("GPL-2+ or AFL-2.1, and Expat", "(GPL-2.0-or-later OR AFL-2.1) AND MIT"),
        ("Expat and ISC or Zlib", "MIT AND ISC OR Zlib"),
        # One word for more than one text, or no word of SPDX
        ("MIT", ""),
        ("GPL", ""),
        ("public-domain", ""),
        ("BSD-3-clause-author", ""),
        ("GPL-2+ with Autoconf exception", ""),
        ("GPL-2+ or BSD-like-with-advertising-clause", ""),
        ("public-domain, and Expat", ""),
    ],
)
def test_a_name_of_debian_becomes_one_of_spdx_where_that_is_sure(named: str, spdx: str) -> None:
    assert dep5.spdx(named) == spdx


def test_one_licence_without_a_sure_name_leaves_the_whole_without_one() -> None:
    assert dep5.expression(["Expat", "odd-permissive"]) == ""
    assert dep5.expression(["Expat", "expat"]) == "MIT"
