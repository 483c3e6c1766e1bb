"""The report on a stay and the pages that explain an answer: neutral blocks, then HTML and PDF made of them."""

from __future__ import annotations
