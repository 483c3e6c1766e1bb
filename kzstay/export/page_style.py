"""Style sheet of a report in a browser: light, dark, high contrast, narrow screens, paper; the system's fonts.

The colours are those of the window. States differ by shape, sign and word too.
"""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from hashlib import sha256

from kzstay.drawing.colours import CONTRAST, CONTRAST_DARK, DARK, LIGHT, Theme

_NAMES = (
    *("card", "border", "line", "text", "muted", "accent", "within", "close", "over", "planned"),
    *("on_bar", "tint", "area", "shade", "today", "on_today"),
)

_SHEET = """
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 62rem; background: var(--card); color: var(--text);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.45rem; line-height: 1.25; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.2rem; line-height: 1.3; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p { margin: .5rem 0; }
.by, .muted, figcaption { color: var(--muted); }
.muted, .under, figcaption { font-size: .9em; }
.under { color: var(--muted); display: block; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: 1rem; top: -6rem; padding: .5rem 1rem; background: var(--card);
  border: 2px solid var(--accent); }
.skip:focus { top: .5rem; }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
nav { margin: 1.25rem 0; padding: .75rem 1rem; border: 1px solid var(--border); border-radius: .5rem; }
nav h2 { margin: 0 0 .25rem; font-size: 1rem; }
nav ul, nav ol { margin: 0; padding-left: 1.5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .15rem 0; }
dl { margin: .5rem 0; }
dl > div { display: grid; grid-template-columns: minmax(8rem, 31%) minmax(0, 1fr); gap: 0 1rem; margin: .3rem 0; }
dt { color: var(--muted); }
dd { margin: 0; overflow-wrap: anywhere; }
.answer { margin: 1.25rem 0; padding: .9rem 1.1rem; border: 1px solid var(--border);
  border-left: .4rem solid var(--tone); border-radius: .25rem; }
.answer p { margin: .2rem 0; }
.answer ul { margin: .4rem 0 0; padding-left: 1.2rem; }
.number strong { font-size: 2.5em; line-height: 1.1; color: var(--tone); }
.number { font-size: 1.2em; }
.standing, .lead { font-weight: 600; }
.standing { color: var(--tone); }
.lead { font-size: 1.2em; }
.tone-within { --tone: var(--within); }
.tone-close { --tone: var(--close); }
.tone-over { --tone: var(--over); }
.tone-planned { --tone: var(--planned); }
table { width: 100%; border-collapse: collapse; margin: .5rem 0; font-size: .92em; }
th, td { padding: .35rem .75rem .35rem 0; text-align: left; vertical-align: top; font-weight: 400;
  border-bottom: 1px solid var(--border); }
thead th { color: var(--muted); vertical-align: bottom; }
th.right, td.right { text-align: right; }
.long { overflow-wrap: anywhere; }
tr.present { background: var(--tint); box-shadow: inset .25rem 0 0 var(--within); }
tr.present > :first-child { padding-left: .6rem; }
tr.total > * { font-weight: 600; border-bottom: 0; }
time { white-space: nowrap; }
tr:target { outline: 2px solid var(--accent); }
figure { margin: 1.25rem 0; }
.scroll { overflow-x: auto; }
footer { margin-top: 3rem; padding-top: .5rem; border-top: 1px solid var(--border); }

.timeline { display: block; width: 100%; min-width: 49rem; height: auto; forced-color-adjust: none;
  background: var(--card); font-family: inherit; }
.timeline text { font-size: 13px; fill: var(--text); }
.timeline text.small { font-size: 12px; }
.timeline .strong { font-weight: 600; }
.timeline .window { fill: var(--tint); }
.timeline .off { fill: var(--text); fill-opacity: .03; }
.timeline .grid { stroke: var(--line); }
.timeline .now { stroke: var(--today); stroke-width: 2; }
.timeline .pill { fill: var(--today); }
.timeline text.in-pill { fill: var(--on-today); }
.timeline .bracket { stroke: var(--within); stroke-width: 1.5; }
.timeline text.within { fill: var(--within); }
.timeline text.close { fill: var(--close); }
.timeline text.over { fill: var(--over); }
.timeline text.muted { fill: var(--muted); }
.timeline text.close, .timeline text.over, .timeline text.muted { paint-order: stroke; stroke: var(--card);
  stroke-width: 4px; stroke-linejoin: round; }
.timeline .bar.full.within { fill: var(--within); }
.timeline .bar.full.close { fill: var(--close); }
.timeline .bar.full.planned, .timeline .bar.full.unknown { fill: var(--planned); }
.timeline .bar.full.over { fill: var(--over); }
.timeline .bar.hollow { fill: var(--card); stroke: var(--planned); stroke-width: 1.6; stroke-dasharray: 5 3; }
.timeline .bar.hollow.over { stroke: var(--over); }
.timeline text.on-bar { fill: var(--on-bar); }
.timeline .ground.close { fill: var(--close); }
.timeline .ground.card { fill: var(--card); }
.timeline .arrow { fill: none; stroke: var(--planned); stroke-width: 2; }
.timeline .arrow.full { stroke: var(--on-bar); }
.timeline .too-long { fill: var(--card); stroke: var(--over); stroke-width: 2; }
.timeline .too-long.planned { stroke-width: 1.6; stroke-dasharray: 5 3; }
.timeline .close-lines { stroke: var(--on-bar); stroke-width: 1; fill: none; }
.timeline .over-lines { stroke: var(--over); stroke-width: 1; fill: none; }
.timeline .remaining { fill: var(--card); stroke: var(--within); stroke-width: 1.6; stroke-dasharray: 2 3; }
.timeline .permit { fill: var(--card); stroke: var(--accent); }
.timeline .stem { stroke-width: 1; }
.timeline .close { --flag: var(--close); }
.timeline .over { --flag: var(--over); }
.timeline .muted { --flag: var(--muted); }
.timeline .stem { stroke: var(--flag); }
.timeline .mark { fill: var(--flag); }
.timeline .ring { fill: var(--card); stroke: var(--flag); stroke-width: 1.5; }
.timeline .area { fill: var(--area); }
.timeline .limit { stroke: var(--over); stroke-width: 1.5; stroke-dasharray: 2 3; }
.timeline .used { fill: none; stroke: var(--within); stroke-width: 2; stroke-linejoin: round; }
.timeline .used.too-many { stroke: var(--over); stroke-width: 3; }

@media screen and (max-width: 48rem) {
  body { padding: 1rem .75rem 2rem; }
  h1 { font-size: 1.45rem; }
  dl > div { grid-template-columns: minmax(0, 1fr); margin: .5rem 0; }
  table, caption, tbody, tr, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { padding: .5rem 0; border-bottom: 1px solid var(--border); }
  tr.present { padding-left: .75rem; }
  tr.present > :first-child { padding-left: 0; }
  th, td, th.right, td.right { padding: .1rem 0; border: 0; text-align: left; overflow-wrap: anywhere; }
  td:empty { display: none; }
  tbody [data-label]::before { content: attr(data-label) ": "; color: var(--muted); }
  @supports (content: "x" / "") { tbody [data-label]::before { content: attr(data-label) ": " / ""; } }
}
@media print {
  @page { size: A4; margin: 16mm 16mm 18mm; @bottom-right { content: counter(page) " / " counter(pages);
    font-size: 8pt; } }
  body { padding: 0; max-width: none; font-size: 9.5pt; line-height: 1.35; }
  h1 { font-size: 17pt; } h2 { font-size: 14pt; margin-top: 0; } h3 { font-size: 11.5pt; margin-top: 14pt; }
  h4 { font-size: 9.5pt; }
  table { font-size: 8.6pt; }
  .skip, nav.sections { display: none; }
  a { color: inherit; text-decoration: none; }
  .scroll { overflow: visible; }
  .timeline { min-width: 0; }
  h2, h3, h4 { break-after: avoid; }
  tr, .answer, figure, dl > div, li { break-inside: avoid; }
  thead { display: table-header-group; }
  p { orphans: 3; widows: 3; }
  article + article { break-before: page; }
  .timeline, tr.present { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""


@lru_cache(maxsize=1)
def sheet() -> str:
    """Return the style sheet of a report as it stands between the tags."""
    return f"{root()}{_SHEET}"


def root() -> str:
    """Return the colours of a page: light, dark, with more contrast, and on paper."""
    return (
        f"\n:root {{ color-scheme: light dark; {_colours(LIGHT)} }}\n"
        f"@media screen and (prefers-contrast: more) {{ :root {{ {_colours(CONTRAST)} }} }}\n"
        f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_colours(DARK)} }} }}\n"
        "@media screen and (prefers-color-scheme: dark) and (prefers-contrast: more) "
        f"{{ :root {{ {_colours(CONTRAST_DARK)} }} }}\n"
        "@media print { :root { color-scheme: light; } }"
    )


def policy(style: str | None = None) -> str:
    """Return the Content Security Policy of a page that may use its style sheet, and nothing else."""
    digest = b64encode(sha256((style or sheet()).encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _colours(theme: Theme) -> str:
    return " ".join(f"--{name.replace('_', '-')}: {getattr(theme, name)};" for name in _NAMES)
