"""How the page looks: two sets of colours, each with the contrast that reading takes, and none of them on paper."""

from __future__ import annotations

from collections.abc import Mapping

LIGHT = {
    "paper": "#ffffff",
    "raised": "#f3f4f6",
    "line": "#d0d4da",
    "ink": "#1a1a1a",
    "faint": "#555b63",
    "passed": "#116329",
    "failed": "#b42318",
    "ours": "#86198f",
    "link": "#0550ae",
}
DARK = {
    "paper": "#15181c",
    "raised": "#23272e",
    "line": "#3a404a",
    "ink": "#e6e6e6",
    "faint": "#a8adb4",
    "passed": "#6fd28b",
    "failed": "#ff9a8f",
    "ours": "#e6a3dc",
    "link": "#8ab8ff",
}


def _variables(colours: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())


CSS = f"""
:root {{ color-scheme: light dark; {_variables(LIGHT)} }}
@media (prefers-color-scheme: dark) {{ :root {{ {_variables(DARK)} }} }}
body {{ margin: 0 auto; padding: 1rem; max-width: 50rem; font: 1rem/1.5 system-ui, sans-serif;
  color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }}
h1 {{ line-height: 1.2; }}
h2 {{ margin: 2.5rem 0 .5rem; font-size: 1.25rem; }}
h3 {{ margin: 1rem 0 0; font-size: 1rem; }}
p {{ margin: .25rem 0; }}
a {{ color: var(--link); }}
table {{ width: 100%; margin: 1rem 0; border-collapse: collapse; }}
caption {{ text-align: left; color: var(--faint); }}
th, td {{ padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); text-align: left;
  vertical-align: top; overflow-wrap: break-word; }}
td code {{ overflow-wrap: anywhere; }}
tr > :last-child {{ padding-right: 0; }}
.points {{ text-align: right; }}
.points, td.passed, td.failed, td.not_attempted, td.grader_error, span {{ white-space: nowrap; }}
ul {{ margin: 0; padding: 0; list-style: none; }}
li {{ margin: .75rem 0; }}
li > :not(:first-child) {{ margin-left: 1.25rem; }}
li table {{ width: calc(100% - 1.25rem); }}
code, pre {{ background: var(--raised); font: .9em ui-monospace, monospace; }}
code {{ padding: .1em .2em; }}
pre {{ margin: .5rem 0; padding: .5rem .75rem; white-space: pre-wrap; }}
small, footer, .skipped, .not_attempted {{ color: var(--faint); }}
.passed {{ color: var(--passed); }}
.diagnosis {{ margin-top: .75rem; }}
.failed, strong {{ color: var(--failed); }}
.grader_error {{ color: var(--ours); }}
span {{ font-weight: bold; }}
footer {{ margin-top: 3rem; border-top: 1px solid var(--line); }}
@media (max-width: 36rem) {{ .about {{ display: none; }} }}
@media print {{
  :root {{ {_variables(LIGHT)} }}
  body {{ max-width: none; padding: 0; }}
  li, tr {{ break-inside: avoid; }}
}}
"""
