"""How much of the record is right in documents that were written by hand in the shapes of real houses.

Nothing generates these: each is a house's own way to set minutes, with invented names and matters and a true
record that a person wrote. Printed ones measure the structure alone, scans without a layer the whole way.

python bench/houses.py [FOLDER] [--differences] [--printed] [--only NAME,...]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.records import PINNED, read
from tools.houses import FOLDER, House, houses

from justera import structure
from justera.check.record_scores import FieldCounts, differences, score, total
from justera.schema import Record
from justera.settings import Settings

WORK = Path(__file__).resolve().parent / "work"
FIELDS = (
    "kind",
    "authority",
    "body",
    *PINNED,
    "attendance_party",
    "decision_levels",
    "statements",
    "recusals",
)
SCANNED = "office"
WAYS = ("printed", SCANNED)


def record_of(house: House, way: str, settings: Settings, folder: Path) -> Record:
    """What the house's document says, read from its print or from a scan of it."""
    data = house.pdf.read_bytes() if way == "printed" else house.scan(way)
    return headed(structure.record(read(data, f"{house.name}.pdf", settings, folder)))


def headed(record: Record) -> Record:
    """The record without the sections that nothing heads, which truths by hand leave out."""
    items = [
        item.model_copy(update={"sections": tuple(part for part in item.sections if part.heading)})
        for item in record.items
    ]
    return record.model_copy(update={"items": tuple(items)})


def told(house: House, record: Record) -> None:
    """Print what the record and the truth do not share."""
    for one in differences(record, headed(house.truth)):
        if one.field in FIELDS:
            print(f"  {one.field:18} read {_short(one.predicted)}\n  {'':18} true {_short(one.true)}")


def _short(value: object) -> str:
    return "-" if value is None else str(value)[:200]


def main(arguments: list[str] | None = None) -> None:
    """Measure, print the table, write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--differences", action="store_true", help="print what is not shared")
    parser.add_argument("--printed", action="store_true", help="do not scan")
    parser.add_argument("--only", default="", help="names, separated by commas")
    given = parser.parse_args(arguments)
    wanted = set(filter(None, given.only.split(",")))
    chosen = list(houses(given.folder, wanted))
    sums: dict[str, dict[str, FieldCounts]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for way in WAYS[:1] if given.printed else WAYS:
            counts = []
            for house in chosen:
                record = record_of(house, way, Settings(), Path(folder))
                counts.append(score(record, headed(house.truth)))
                if given.differences:
                    print(f"{way} {house.name}")
                    told(house, record)
            sums[way] = total(counts)
    for name in FIELDS:
        cells = [sums[way][name].f1 for way in sums]
        print(f"{name:20}" + "".join(f"{'-' if f1 is None else format(f1, '.3f'):>9}" for f1 in cells))
    if given.folder != FOLDER or wanted or given.printed:
        return
    figures = {
        f"{way}_{name}": f1 for way in sums for name in FIELDS if (f1 := sums[way][name].f1) is not None
    }
    digest = hashlib.sha256(b"".join(house.pdf.read_bytes() for house in chosen)).hexdigest()
    WORK.mkdir(exist_ok=True)
    (WORK / "houses.json").write_text(
        json.dumps({"digest": digest, "figures": figures}, indent=1) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
