"""How much a rule set finds of what is wrong, and how quiet it is where nothing is.

Invented minutes with their true records are clean; each is damaged in one place at a time, as misreading and
losing pages damages records. `found`: share of the damages that the right rule reports; `false_per_record`:
findings of warning or error in clean records; `records_per_second`: speed on the clean ones.
"""

from __future__ import annotations

import copy
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.layouts.invent import invent

from justera.rules import check
from justera.rules.run import stated_values
from justera.schema import Record
from justera.schema.record import Severity

WORK = Path(__file__).resolve().parent / "work"
RECORDS = 24

Plain = dict[str, Any]
Damage = Callable[[Plain, Random], bool]
"""Changes the record in place; False where it has nothing to damage so."""


def _lose_item(record: Plain, dice: Random) -> bool:
    if len(record["items"]) < 3:
        return False
    del record["items"][dice.randrange(1, len(record["items"]) - 1)]
    return True


def _lose_last_item(record: Plain, dice: Random) -> bool:
    record["items"].pop()
    return bool(record["items"]) and (record["meeting"] or {}).get("items_to") is not None


def _misread_number(record: Plain, dice: Random) -> bool:
    item = dice.choice(record["items"][1:] or [{}])
    if item.get("number") is None:
        return False
    item["number"] += dice.choice((-9, 30, 60))
    return True


def _double_item(record: Plain, dice: Random) -> bool:
    index = dice.randrange(len(record["items"]))
    record["items"].insert(index, copy.deepcopy(record["items"][index]))
    return record["items"][index]["number"] is not None


def _misread_year(record: Plain, dice: Random) -> bool:
    numbered = [item for item in record["items"] if item["case_numbers"]]
    if not numbered:
        return False
    item = dice.choice(numbered)
    year = record["date"][:4]
    if year not in item["case_numbers"][0]:
        return False
    item["case_numbers"][0] = item["case_numbers"][0].replace(year, str(int(year) + 6), 1)
    return True


def _letter_in_case_number(record: Plain, dice: Random) -> bool:
    numbered = [item for item in record["items"] if item["case_numbers"] and "0" in item["case_numbers"][0]]
    if not numbered:
        return False
    item = dice.choice(numbered)
    item["case_numbers"][0] = item["case_numbers"][0].replace("0", "O", 1)
    return True


def _adjusted_before(record: Plain, dice: Random) -> bool:
    if not record["meeting"] or not record["meeting"]["adjusted_on"]:
        return False
    year, rest = record["meeting"]["date"].split("-", 1)
    record["meeting"]["adjusted_on"] = f"{int(year) - dice.randint(1, 9)}-{rest}"
    return True


def _misread_party(record: Plain, dice: Random) -> bool:
    mandates = [person for person in record["attendance"] if person["party"] in ("S", "SD", "KD")]
    if not mandates:
        return False
    person = dice.choice(mandates)
    person["party"] = {"S": "5", "SD": "5D", "KD": "KO"}[person["party"]]
    return True


def _vote(record: Plain, dice: Random, change: Callable[[Plain], None]) -> bool:
    votes = [vote for item in record["items"] for vote in item["votes"] if vote["yes"] and vote["roll"]]
    if not votes:
        return False
    change(dice.choice(votes))
    return True


def _misread_count(record: Plain, dice: Random) -> bool:
    return _vote(record, dice, lambda vote: vote.update(yes=vote["yes"] + dice.choice((1, 10))))


def _lose_voter(record: Plain, dice: Random) -> bool:
    return _vote(record, dice, lambda vote: vote["roll"].pop())


def _misread_name(record: Plain, dice: Random) -> bool:
    movers = [
        person
        for item in record["items"]
        for act in (*item["motions"], *item["reservations"])
        for person in act["by"]
        if person["name"] and any(letter in person["name"] for letter in "åäö")
    ]
    if not movers:
        return False
    person = dice.choice(movers)
    person["name"] = person["name"].translate(str.maketrans("åäö", "aao"))
    return True


def _lose_decision(record: Plain, dice: Random) -> bool:
    decided = [item for item in record["items"] if item["decisions"]]
    dice.choice(decided)["decisions"] = []
    return True


def _impossible_date(record: Plain, dice: Random) -> bool:
    record["meeting"]["date"] = record["meeting"]["date"][:5] + "02-30"
    return True


def _lose_chair(record: Plain, dice: Random) -> bool:
    record["meeting"]["chair"] = None
    record["attendance"] = [person for person in record["attendance"] if person["role"] != "ordforande"]
    record["signatures"] = []
    return True


def _wrong_sum(record: Plain, dice: Random) -> bool:
    for item in record["items"]:
        for decision in item["decisions"]:
            if " 000 kronor" in decision["text"]:
                decision["text"] = decision["text"].replace(" 000 kronor", " 00O kronor", 1)
                return True
    return False


DAMAGES: dict[str, tuple[Damage, tuple[str, ...]]] = {
    "item lost": (_lose_item, ("R10",)),
    "last item lost": (_lose_last_item, ("R11",)),
    "item number misread": (_misread_number, ("R10", "R13")),
    "item doubled": (_double_item, ("R13",)),
    "case year misread": (_misread_year, ("R71",)),
    "letter in case number": (_letter_in_case_number, ("R70", "R92")),
    "adjusted before the meeting": (_adjusted_before, ("R20",)),
    "party misread": (_misread_party, ("R35",)),
    "vote count misread": (_misread_count, ("R50", "R51", "R53")),
    "voter lost": (_lose_voter, ("R50",)),
    "name without its letters": (_misread_name, ("R34", "R38")),
    "decision lost": (_lose_decision, ("R40",)),
    "impossible date": (_impossible_date, ("R02",)),
    "chair lost": (_lose_chair, ("R04",)),
    "letter in a sum": (_wrong_sum, ("R44",)),
}
"""What goes wrong, how, and the rules of which one should say so."""


def main() -> None:
    """Measure and write the figures."""
    clean = [_with_evidence(invent(seed, kind="protokoll").record) for seed in range(RECORDS)]
    started = time.perf_counter()
    findings = [check(record) for record in clean]
    seconds = time.perf_counter() - started
    false = Counter(f.rule for found in findings for f in found if f.severity is not Severity.INFO)
    tried, found = _damaged(clean)
    print(f"{'damage':34}{'tried':>7}{'found':>7}")
    for name in DAMAGES:
        print(f"{name:34}{tried[name]:7}{found[name]:7}")
    print(f"clean records: {len(clean)}, findings of warning or error: {dict(false)}")
    figures = {
        "found": found.total() / tried.total(),
        "found_worst_damage": min(found[name] / tried[name] for name in DAMAGES if tried[name]),
        "false_per_record": false.total() / len(clean),
        "records_per_second": len(clean) / seconds,
    }
    digest = hashlib.sha256("".join(record.model_dump_json() for record in clean).encode()).hexdigest()
    WORK.mkdir(exist_ok=True)
    result = {"digest": digest, "figures": figures}
    (WORK / "rules.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


def _damaged(clean: list[Record]) -> tuple[Counter[str], Counter[str]]:
    tried: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for seed, record in enumerate(clean):
        for name, (damage, rules) in DAMAGES.items():
            plain = record.model_dump(mode="json")
            if not damage(plain, Random(f"{seed} {name}")):
                continue
            tried[name] += 1
            before = {(f.rule, f.at) for f in check(record)}
            after = {(f.rule, f.at) for f in check(Record.model_validate(plain))}
            found[name] += any(rule in rules for rule, _ in after - before)
    return tried, found


def _with_evidence(record: Record) -> Record:
    """A place for each value, as the structure stage gives it."""
    places = {
        at: [{"page": 1, "box": None, "as_written": value, "confidence": 0.95}]
        for at, value in stated_values(record)
    }
    return Record.model_validate({**record.model_dump(mode="json"), "evidence": places})


if __name__ == "__main__":
    main()
