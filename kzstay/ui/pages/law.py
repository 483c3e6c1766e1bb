"""The Law page: the rows that apply to the shown traveller."""

from __future__ import annotations

from kzstay.ui.pages.requests import Requests
from kzstay.ui.pages.text_page import MakePage, TextPage
from kzstay.ui.session.session import Session


def make(session: Session, _requests: Requests) -> TextPage:
    """Make the page; what it says is read in when it is first seen."""
    return TextPage(session, "law", _content)


def _content() -> MakePage:
    from kzstay.content.law import law_page

    return law_page
