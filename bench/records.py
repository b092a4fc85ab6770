"""How much of a document's record is right: F1 by field, by kind of document and by quality of the scan.

Invented documents in layouts that nothing was tuned on (`held_out`) and in those the rooms saw; born-digital
ones measure the structure alone, scans without a text layer the whole way from image to record. Where the
shared data lies beside the checkout, printed minutes of a real council (numbers, case numbers, titles) are
measured too. A text counts as found when it is 97 % alike.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from rapidfuzz.fuzz import ratio
from tools.layouts.invent import BORN_DIGITAL, Invented, invent, layouts_for
from tools.paper import print_minutes, print_pdf

from justera import ingest, normalize, structure
from justera.check.record_scores import FieldCounts, score, total
from justera.schema import Document, Record
from justera.settings import Settings

WORK = Path(__file__).resolve().parent / "work"
SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
KINDS = (
    "protokoll",
    "protokollsutdrag",
    "tjansteskrivelse",
    "foredragnings_pm",
    "kallelse",
    "delegationsbeslut",
)
FIRST_SEED = 7000
"""Seeds that no room used while it was built begin here."""

PINNED = (
    "items", "item_titles", "item_case_numbers", "sections", "decisions", "points", "outcomes", "motions",
    "votes", "ballots",     "reservations", "attendance", "attendance_role", "meeting",
    "basis_documents", "recipients", "signatures",
)  # fmt: skip
"""Fields whose F1 is pinned."""


@dataclass(frozen=True, slots=True)
class Case:
    """One document of the plan."""

    seed: int
    kind: str
    quality: str
    held_out: bool


def plan(born: int, scanned: int) -> Iterator[Case]:
    """The documents: `born` of each kind born-digital, seen and held out, `scanned` for each quality."""
    for kind in KINDS:
        for held_out in (False, True):
            yield from (Case(FIRST_SEED + n, kind, BORN_DIGITAL, held_out) for n in range(born))
    for quality in ("clean", "office", "poor"):
        for kind in ("protokoll", "tjansteskrivelse", "protokollsutdrag"):
            yield from (Case(FIRST_SEED + 500 + n, kind, quality, False) for n in range(scanned))


def made(case: Case) -> Invented | None:
    """The document; None for kinds that no held-out layout sets."""
    if not layouts_for(case.kind, held_out=case.held_out):
        return None
    layer = "good" if case.quality == BORN_DIGITAL else "none"
    return invent(case.seed, kind=case.kind, quality=case.quality, layer=layer, held_out=case.held_out)


def read(data: bytes, name: str, settings: Settings, folder: Path) -> Document:
    """From the file to repaired pages, as the pipeline does it."""
    path = folder / name
    path.write_bytes(data)
    with ingest.open_source(path, settings.ocr, settings.limits, name=name) as source:
        repaired = normalize.repair(source.read(), settings.repair)
        again = source.reread(repaired.doubtful_lines)
        return normalize.reconcile(repaired, again, settings.repair).document


def measure(cases: list[Case]) -> tuple[dict[tuple[str, ...], list[dict[str, FieldCounts]]], str, float]:
    """Scores by group, the digest of the documents, and milliseconds of structuring a page."""
    groups: dict[tuple[str, ...], list[dict[str, FieldCounts]]] = defaultdict(list)
    digest, spent, pages = hashlib.sha256(), 0.0, 0
    settings = Settings()
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            one = made(case)
            if one is None:
                continue
            digest.update(one.record.model_dump_json().encode())
            document = read(one.data, one.name, settings, Path(folder))
            started = time.process_time()
            record = structure.record(document)
            spent += time.process_time() - started
            pages += len(document.pages)
            counts = score(record, one.record)
            groups[("held out" if case.held_out else "seen", case.quality)].append(counts)
            groups[("kind", case.kind, case.quality)].append(counts)
            groups[("layout", one.layout, case.quality)].append(counts)
    return groups, digest.hexdigest(), 1000 * spent / max(1, pages)


def table(groups: dict[tuple[str, ...], list[dict[str, FieldCounts]]]) -> None:
    """Print F1 of the pinned fields, a row for each group."""
    print(f"{'':44}" + "".join(f"{name[:9]:>10}" for name in PINNED))
    for group in sorted(groups):
        sums = total(groups[group])
        cells = [sums[name].f1 for name in PINNED]
        label = f"{' '.join(group)} ({len(groups[group])})"
        print(f"{label:44}" + "".join(f"{'-' if f1 is None else format(f1, '.3f'):>10}" for f1 in cells))


def figures(groups: dict[tuple[str, ...], list[dict[str, FieldCounts]]]) -> dict[str, float]:
    """F1 of the pinned fields for each quality and for the layouts held out."""
    found: dict[str, float] = {}
    for group in sorted(group for group in groups if group[0] not in ("kind", "layout")):
        sums = total(groups[group])
        prefix = "_".join(group).replace(" ", "_")
        found |= {f"{prefix}_{name}": f1 for name in PINNED if (f1 := sums[name].f1) is not None}
    return found


def real_minutes(count: int) -> dict[str, float]:
    """F1 of numbers, case numbers and titles in printed real minutes; empty without the shared data."""
    files = sorted((SHARED / "minutes").glob("*.json"))
    chosen = files[:: max(1, len(files) // max(1, count))][:count]
    sums: dict[str, FieldCounts] = defaultdict(FieldCounts)
    for file in chosen:
        for look in ("heldout_palatino", "heldout_narrow"):
            for name, counts in _minutes(file, look).items():
                sums[name] += counts
    return {f"shared_minutes_{name}": counts.f1 or 0.0 for name, counts in sums.items()}


def _minutes(file: Path, look: str) -> dict[str, FieldCounts]:
    with tempfile.TemporaryDirectory() as folder:
        document = read(
            print_pdf(print_minutes(file, look), outline=False), f"{file.stem}.pdf", Settings(), Path(folder)
        )
    return _compared(structure.record(document), json.loads(file.read_text("utf-8"))["items"])


def _compared(record: Record, truth: list[dict[str, str | None]]) -> dict[str, FieldCounts]:
    found = {f"{item.number}{item.suffix or ''}": item for item in record.items}
    known = {(entry["number"] or "").replace(" ", ""): entry for entry in truth}
    both = found.keys() & known.keys()
    # Where the published list lost a title nothing can be said of ours.
    titled = {n for n in known if known[n]["title"]}
    titles = sum(
        ratio(found[n].title or "", " ".join(str(known[n]["title"]).split())) >= 97 for n in both & titled
    )
    cases = sum(
        (known[n]["case_number"] or "") in found[n].case_numbers for n in both if known[n]["case_number"]
    )
    return {
        "numbers": FieldCounts(len(both), len(found), len(known)),
        "titles": FieldCounts(titles, len(found.keys() - (known.keys() - titled)), len(titled)),
        "case_numbers": FieldCounts(
            cases,
            sum(len(item.case_numbers) for item in found.values()),
            sum(bool(entry["case_number"]) for entry in known.values()),
        ),
    }


def main(arguments: list[str] | None = None) -> None:
    """Measure, print the table, write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--born", type=int, default=4, help="born-digital documents of each kind and group")
    parser.add_argument("--scanned", type=int, default=1, help="scans of each kind and quality; 0 for none")
    parser.add_argument("--minutes", type=int, default=6, help="real minutes to print, where there are any")
    given = parser.parse_args(arguments)
    groups, digest, milliseconds = measure(list(plan(given.born, given.scanned)))
    table(groups)
    result = figures(groups) | {"page_milliseconds": milliseconds} | real_minutes(given.minutes)
    for name, value in result.items():
        if name.startswith("shared") or name.startswith("page"):
            print(f"{name:44}{value:10.4f}")
    WORK.mkdir(exist_ok=True)
    (WORK / "records.json").write_text(
        json.dumps({"digest": digest, "figures": result}, indent=1) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
