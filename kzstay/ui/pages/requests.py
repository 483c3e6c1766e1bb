"""The requests of a page: what it may ask of the window round it, without knowing it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kzstay.guard import guarded


@guarded
class Requests(QObject):
    """What pages and places ask for; whoever can do it listens.

    Signals: ``add_stay`` for a stay to be typed; ``delete_stay`` for the row of one that is to go; ``edit_stay``
    for a field of the stay that has a key; ``plan_from`` for a trip from a day on; ``offer_back`` for a sentence
    on what was done and what takes it back; ``show_page`` for another page by its name, ``show_topic`` for one of
    the guide, ``show_place`` for another place, ``show_contacts`` for those of a town, or with none for all;
    ``show_waiting`` for the first row that waits; ``edit_traveller``, ``add_traveller`` and ``open_example`` for
    these; ``export`` for the report, chosen and saved; ``complain`` for a complaint against the ruling of a
    number, in a language; ``record`` for the field in which something is recorded as done, a
    ``core.trouble.Record``; ``calendar`` for a file with the days; ``show_day`` for a day on the timeline, and
    the stay to be selected there, -1 for none; ``save_pdf`` for a page as a PDF file: its name without a suffix,
    and what makes its blocks, the first of them a ``Title``; ``check_entry`` for what an entry takes, an
    ``EntryQuestion``; ``import_wanted`` for a file to be chosen and imported, ``import_text`` for a text that was
    pasted; ``list_wanted`` for the list of travellers as a file, with the keys of those that are shown, in that
    order, ``print_wanted`` for the same on paper, and ``calendar_wanted`` for a file with the days of all of
    them.
    """

    add_stay = Signal()
    edit_stay = Signal(object, str)
    plan_from = Signal(object)
    delete_stay = Signal(int)
    offer_back = Signal(str, object)
    show_page = Signal(str)
    show_topic = Signal(str)
    show_place = Signal(str)
    show_contacts = Signal(str)
    show_waiting = Signal()
    edit_traveller = Signal()
    add_traveller = Signal()
    open_example = Signal()
    export = Signal()
    complain = Signal(int, str)
    record = Signal(object)
    calendar = Signal()
    show_day = Signal(object, int)
    save_pdf = Signal(str, object)
    check_entry = Signal(object)
    import_wanted = Signal()
    import_text = Signal(str)
    list_wanted = Signal(object)
    print_wanted = Signal(object)
    calendar_wanted = Signal(object)
