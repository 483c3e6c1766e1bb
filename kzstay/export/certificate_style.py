"""Style sheet of a certificate in a browser: light, dark, high contrast, narrow screens, and one sheet of paper.

On paper the letters have one of a few sizes: a page that says more has smaller ones.
"""

from __future__ import annotations

from functools import lru_cache

from kzstay.export.page_style import root

SIZES = 9.6, 9.0, 8.4, 7.8, 7.2, 6.8, 6.4  # points on paper
WIDTH, HEIGHT = 186.0, 275.0  # millimetres of an A4 sheet that are printed on
SIDE, TOP = 12, 11  # millimetres of its margins

_SHEET = f"""
*, *::before, *::after {{ box-sizing: border-box; }}
html {{ -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }}
body {{ margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 56rem; background: var(--card); color: var(--text);
  font: 1rem/1.4 system-ui, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere; }}
h1, h2, h3, p, ul, ol, dl, dd {{ margin: 0; }}
h1, h2.title {{ font-size: 1.4em; line-height: 1.2; }}
h2, h3 {{ font-size: 1.12em; line-height: 1.25; }}
section {{ margin-top: 1em; }}
article + article {{ margin-top: 4rem; border-top: .3rem solid var(--border); padding-top: 2rem; }}
.beside {{ display: grid; gap: .15em 1.4em;
  grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); }}
.beside > * {{ min-width: 0; }}
.caution {{ padding: .35em .7em; border: 2px solid var(--close); font-weight: 600; }}
header {{ margin-top: .6em; }}
.label, .small {{ color: var(--muted); font-size: .86em; }}
dl.holder {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 0 1.4em;
  margin-top: .5em; }}
dl.holder > div {{ padding: .2em 0; border-bottom: 1px solid var(--border); }}
dt {{ color: var(--muted); font-size: .86em; }}
dl.holder dd {{ font-weight: 600; }}
dl.holder span, td > span, th > span, .number span {{ display: block; }}
dl.holder dt span, .blanks span {{ display: inline; }}
dl.holder dt span + span::before, .blanks span + span::before {{ content: " / "; }}
.bad {{ margin-top: .7em; padding: .15em 0 .15em .7em; border-left: .35rem solid var(--over); }}
.bad strong {{ display: block; }}
.answer {{ display: flex; flex-wrap: wrap; gap: .3em 1.4em; margin: .8em 0 .4em; padding: .6em 0 .7em;
  border: solid var(--text); border-width: 2px 0; }}
.answer .number {{ flex: 0 0 auto; min-width: 8em; }}
.answer .number strong {{ display: block; font-size: 3.2em; line-height: 1; white-space: nowrap;
  color: var(--within); }}
.answer .number.more strong {{ color: var(--over); }}
.answer .number.perhaps strong {{ color: var(--close); }}
.answer .beside {{ flex: 1 1 20rem; }}
.standing {{ color: var(--tone); font-weight: 700; font-size: 1.15em; }}
.lead {{ font-weight: 600; font-size: 1.15em; }}
.tone-within {{ --tone: var(--within); }}
.tone-close {{ --tone: var(--close); }}
.tone-over {{ --tone: var(--over); }}
.tone-planned {{ --tone: var(--planned); }}
dl.facts > div {{ margin-top: .15em; }}
dl.facts dt, dl.facts dd {{ display: inline; }}
dl.facts dt::after {{ content: ":"; margin-right: .4em; }}
table {{ width: 100%; border-collapse: collapse; margin-top: .3em; }}
th, td {{ padding: .2em .7em .2em 0; text-align: left; vertical-align: top; font-weight: 400;
  border-bottom: 1px solid var(--border); overflow-wrap: break-word; }}
thead th {{ color: var(--muted); font-size: .86em; vertical-align: bottom; }}
th.right, td.right {{ text-align: right; }}
caption {{ text-align: left; font-size: 1.12em; line-height: 1.25; font-weight: 600; }}
caption span {{ display: block; }}
.unseen {{ position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); }}
tr.present > * {{ background: var(--tint); }}
tr.total > * {{ font-weight: 600; border-bottom: 0; }}
time {{ white-space: nowrap; }}
.line + .line {{ margin-top: .2em; }}
.blanks {{ display: flex; gap: 1.4em; margin-top: 2.2em; list-style: none; padding: 0; }}
.blanks li {{ flex: 1; padding-top: .2em; border-top: 1px solid var(--text); color: var(--muted);
  font-size: .86em; }}
footer {{ margin-top: .9em; }}
a {{ color: var(--accent); }}
a:focus-visible {{ outline: 3px solid var(--accent); outline-offset: 2px; }}

@media screen and (max-width: 44rem) {{
  body {{ padding: 1rem .75rem 2rem; }}
  table, caption, tbody, tr, th, td {{ display: block; }}
  thead {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
  tr {{ padding: .4rem 0; border-bottom: 1px solid var(--border); }}
  th, td, th.right, td.right {{ padding: .1rem 0; border: 0; text-align: left; overflow-wrap: anywhere; }}
  td:empty {{ display: none; }}
  tbody [data-label]::before {{ content: attr(data-label) ": "; color: var(--muted); }}
  @supports (content: "x" / "") {{ tbody [data-label]::before {{ content: attr(data-label) ": " / ""; }} }}
  .blanks {{ display: block; }}
  .blanks li {{ margin-top: 2.2em; }}
}}
@media print {{
  @page {{ size: A4; margin: {TOP}mm {SIDE}mm; }}
  body {{ padding: 0; max-width: none; line-height: 1.25; }}
  nav, .together {{ display: none; }}
  article {{ break-inside: avoid; }}
  article + article {{ break-before: page; margin: 0; border: 0; padding: 0; }}
  .beside {{ grid-template-columns: repeat(auto-fit, minmax(6em, 1fr)); }}
  dl.holder {{ grid-template-columns: 1fr 1fr; }}
  section {{ margin-top: .6em; }}
  .answer {{ margin: .6em 0 .3em; padding: .4em 0 .5em; }}
  .blanks {{ margin-top: 1.9em; }}
  footer {{ margin-top: .6em; }}
  .answer .beside {{ flex-basis: 6em; }}
  .caution, tr.present > * {{ print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
"""


@lru_cache(maxsize=1)
def sheet() -> str:
    """Return the style sheet as it stands between the tags."""
    sizes = "".join(
        f"  article.size-{number} {{ font-size: {points}pt; }}\n" for number, points in enumerate(SIZES)
    )
    return f"{root()}{_SHEET}{sizes}}}\n"
