"""Colours of the window and the picture: light, dark and high contrast."""

from __future__ import annotations

from typing import Literal, NamedTuple

Appearance = Literal["system", "light", "dark", "contrast", "contrast-dark"]


class Theme(NamedTuple):
    """The colours of one appearance. States are told by shape and word too, never by colour alone."""

    name: str
    window: str
    card: str
    border: str  # of cards, which stand apart by their ground too
    outline: str  # of what is typed into, pressed or dragged: it is seen at 3:1 on every ground
    line: str
    text: str
    muted: str
    chip: str
    accent: str
    on_accent: str
    within: str
    close: str
    over: str
    planned: str
    on_bar: str
    tint: str  # the window that is looked back on, selected rows
    area: str  # under the curve
    shade: str  # days off
    today: str
    on_today: str

    @property
    def shade_in_window(self) -> str:
        """Return the colour of days off within the window that is looked back on."""
        return mixed(self.tint, self.text, 0.03)

    @property
    def grid(self) -> str:
        """Return the colour of what parts the months, which stands back behind all that is drawn on it."""
        return mixed(self.line, self.card, 0.3) if self.in_contrast else self.line

    @property
    def permit(self) -> str:
        """Return the ground of a permit."""
        return mixed(self.accent, self.card, 0.82)

    def ground(self, tone: str) -> str:
        """Return a faint ground for words in a tone; with high contrast that of the card."""
        return self.card if self.in_contrast else mixed(getattr(self, tone), self.card, 0.88)

    def edge(self, tone: str) -> str:
        """Return the edge of such a ground, which is seen at 3:1 on it and beside it."""
        if self.in_contrast:
            return getattr(self, tone)
        return self.outline if tone == "planned" else mixed(getattr(self, tone), self.card, 0.2)

    @property
    def in_contrast(self) -> bool:
        """Tell whether the colours are those of high contrast."""
        return self.name.startswith("contrast")


def mixed(colour: str, other: str, share: float) -> str:
    """Mix so much of another colour into one."""
    pairs = ((int(colour[place : place + 2], 16), int(other[place : place + 2], 16)) for place in (1, 3, 5))
    return "#" + "".join(f"{round(one * (1 - share) + two * share):02X}" for one, two in pairs)


LIGHT = Theme(
    name="light",
    window="#F5F7F9",
    card="#FFFFFF",
    border="#E1E6EA",
    outline="#7A8590",
    line="#EDF0F3",
    text="#16202A",
    muted="#586673",
    chip="#EBEFF2",
    accent="#0F6CBD",
    on_accent="#FFFFFF",
    within="#006EAB",
    close="#A15400",
    over="#A3123F",
    planned="#5E6B73",
    on_bar="#FFFFFF",
    tint="#E8F2F8",
    area="#D3E5F0",
    shade="#F1F4F5",
    today="#16202A",
    on_today="#FFFFFF",
)
DARK = Theme(
    name="dark",
    window="#17191C",
    card="#1E2125",
    border="#32373D",
    outline="#78828C",
    line="#282C31",
    text="#F2F4F5",
    muted="#9FA9B2",
    chip="#2B3036",
    accent="#62AEF5",
    on_accent="#10161C",
    within="#56B4E9",
    close="#F0A830",
    over="#FF6E8A",
    planned="#9AA7B0",
    on_bar="#10161C",
    tint="#22303A",
    area="#27414F",
    shade="#23272B",
    today="#F2F4F5",
    on_today="#16202A",
)
CONTRAST = LIGHT._replace(
    name="contrast",
    window="#FFFFFF",
    border="#000000",
    outline="#000000",
    line="#5A5A5A",
    text="#000000",
    muted="#262626",
    chip="#FFFFFF",
    accent="#00408A",
    within="#00508A",
    close="#8A4300",
    over="#8A0030",
    planned="#333333",
    today="#000000",
)
CONTRAST_DARK = DARK._replace(
    name="contrast-dark",
    window="#000000",
    card="#000000",
    border="#FFFFFF",
    outline="#FFFFFF",
    line="#B0B0B0",
    text="#FFFFFF",
    muted="#E0E0E0",
    chip="#000000",
    accent="#8CC8FF",
    shade="#1A1A1A",
)
