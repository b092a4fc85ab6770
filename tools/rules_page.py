"""Write docs/rules.md from the tables beside the rules: python -m tools.rules_page."""

from __future__ import annotations

from pathlib import Path

from justera.rules import RuleText, catalogue
from justera.rules.catalogue import GROUPS
from justera.rules.laws import Law, laws

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"

HEADINGS = {
    "identity": "Identity and completeness",
    "numbering": "Numbering",
    "dates": "Dates and times",
    "people": "People",
    "decisions": "Decisions",
    "votes": "Votes",
    "reservations": "Reservations",
    "references": "Case numbers and references",
    "archive": "File and archive",
    "run": "The run",
}

INTRODUCTION = """# The rules

What `justera run` notes in `record.json` (`findings`) and `justera check` reports. A finding has the rule's
code, a severity, its words in English (`message`) and Swedish (`message_sv`) and a JSON pointer to the value
(`at`).

A folder without records is read first: `justera check` takes the same files as `justera run`, by extension or
by their first bytes.

- **error**: the record contradicts itself or lacks what its kind of document demands; somebody must look.
- **warning**: a trained secretary would question it. **note** (`info`): worth knowing, most often right.

The same record gives the same findings on any day: no rule reads the clock. Where a document says
nothing, only the rules that demand a part speak; the others are silent. Kommunallagen is held against
municipalities, regions and their joint bodies only, as it stood on the document's day: that of 2017 from
2018, that of 1991 before. A paragraph is cited only where it was read in the Code of Statutes; else only
the law is named.

The scope says what a rule must see: a *record*, the *files* beside it, or a *series* of records in one
folder. Written by `python -m tools.rules_page` from the tables in `src/rules`; what breaks each rule is
in `tests/rules/test_damaged.py`, what must stay silent in `tests/rules/test_silence.py`.
"""


def page() -> str:
    """The whole page."""
    parts = [INTRODUCTION]
    for group in GROUPS:
        parts.append(f"## {HEADINGS[group]}\n")
        parts += [_rule(rule) for rule in catalogue().values() if rule.group == group]
    return "\n".join([*parts, _laws()])


def _rule(rule: RuleText) -> str:
    lines = [
        f'### <a id="{rule.code.lower()}"></a>{rule.code}: {rule.title_en}\n',
        f"*{rule.title_sv}.* {_word(rule.severity.value).capitalize()}, scope {rule.scope}. "
        f"{_source(rule)}\n",
    ]
    if rule.note:
        lines.append(f"{rule.note}\n")
    for case in rule.cases.values():
        milder = f" ({_word(case.severity.value)})" if case.severity is not rule.severity else ""
        lines.append(f"- {case.en}{milder} / *{case.sv}*")
    return "\n".join(lines) + "\n"


def _word(severity: str) -> str:
    return "note" if severity == "info" else severity


def _source(rule: RuleText) -> str:
    law = laws().get(rule.source or "")
    if law is None:
        return f"Rests on: {rule.source}."
    newest = law.versions[0]
    return f"Law: {newest.citation} ([{rule.source}](#laws))."


def _laws() -> str:
    rows = [
        '## <a id="laws"></a>The laws\n',
        "| matter | law | in force from | paragraph confirmed |",
        "|---|---|---|---|",
    ]
    return "\n".join([*rows, *(row for name, law in laws().items() for row in _law(name, law))]) + "\n"


def _law(name: str, law: Law) -> list[str]:
    return [
        f"| {name} | {version.law} {version.place} | {version.since} | "
        f"{'yes' if version.confirmed else 'no, users see only the law'} |"
        for version in law.versions
    ]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(PAGE)
