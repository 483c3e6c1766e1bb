"""Report on stays: who, the answer and the days counted first, then what it rests on; of several a cover."""

from __future__ import annotations

from kzstay.content.report.compose import Part, Report, compose, report

__all__ = ["Part", "Report", "compose", "report"]
