"""How well two colours are told apart, by the formula of WCAG 2.2."""

from __future__ import annotations

from PySide6.QtGui import QColor


def luminance(colour: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    named = QColor(colour)
    return 0.2126 * linear(named.redF()) + 0.7152 * linear(named.greenF()) + 0.0722 * linear(named.blueF())


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
