"""The Why page: the reasons of an answer."""

from __future__ import annotations

from kzstay.ui.pages.requests import Requests
from kzstay.ui.pages.text_page import MakePage, TextPage
from kzstay.ui.session.session import Session


def make(session: Session, requests: Requests) -> TextPage:
    """Make the page; what it says is read in when it is first seen."""
    page = TextPage(session, "why", _content)
    page.topic_asked.connect(requests.show_topic)
    return page


def _content() -> MakePage:
    from kzstay.content.why import why

    return why
