"""The Why page: the reasons of an answer."""

from __future__ import annotations

from kzstay.ui.pages.requests import Requests
from kzstay.ui.pages.text_page import MakePage, TextPage
from kzstay.ui.session.session import Session


def make(session: Session, _requests: Requests) -> TextPage:
    """Make the page; what it says is read in when it is first seen."""
    return TextPage(session, "why", _content)


def _content() -> MakePage:
    from kzstay.content.why import why

    return why
