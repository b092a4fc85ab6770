"""Quality only goes up: figures of the benchmarks against their pinned floors.

python bench/gate.py [NAME...]              compare; exit code 1 where a figure is worse than its floor
python bench/gate.py --update               raise floors to what was measured, add new figures
python bench/gate.py --update --allow-regression --reason "why"    lower them too, and record why
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

BENCH = Path(__file__).resolve().parent
FLOORS = BENCH / "floors.toml"
WORK = BENCH / "work"
REGRESSIONS = BENCH / "regressions.jsonl"

EPSILON = 1e-4
"""Smallest difference that counts: one word in ten thousand, under one flipped token of any corpus."""

LESS_IS_BETTER = re.compile(
    r"(^|_)(cer|wer|seconds|invented|false|memory|lost|errors|ms)(_|$)", re.IGNORECASE
)

DIGITS = 6
"""Decimals that a pinned figure keeps."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A pinned figure."""

    value: float
    ceiling: bool
    """True where less is better."""
    needs: str | None = None
    """"shared" for figures that only the shared data gives."""
    slack: float = 0.0
    """Share by which the pin is laxer than what was measured."""

    def is_missed_by(self, figure: float) -> bool:
        """Whether a figure is worse than the pin."""
        return figure > self.value + EPSILON if self.ceiling else figure < self.value - EPSILON

    def at(self, figure: float) -> Pin:
        """The pin for a newly measured figure."""
        lax = figure * (1 + self.slack if self.ceiling else 1 - self.slack)
        return replace(self, value=round(lax, DIGITS))

    def is_laxer_than(self, other: Pin) -> bool:
        """Whether this pin allows worse figures, by however little: many small steps are a long way."""
        return self.value > other.value if self.ceiling else self.value < other.value


@dataclass(frozen=True, slots=True)
class Bench:
    """The pins of one benchmark."""

    digest: str | None
    pins: dict[str, Pin]


@dataclass(frozen=True, slots=True)
class Measured:
    """What a benchmark gave."""

    digest: str
    figures: dict[str, float]


def load_floors(path: Path) -> dict[str, Bench]:
    """The pinned figures by benchmark; none where there is no file yet."""
    if not path.is_file():
        return {}
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: Bench(
            table.get("digest"), {key: _pin(value) for key, value in table.items() if isinstance(value, dict)}
        )
        for name, table in tables.items()
    }


def _pin(table: dict[str, float | str]) -> Pin:
    ceiling = "ceiling" in table
    needs = table.get("needs")
    return Pin(
        float(table["ceiling" if ceiling else "floor"]),
        ceiling,
        str(needs) if needs else None,
        float(table.get("slack", 0.0)),
    )


def load_measured(folder: Path) -> dict[str, Measured]:
    """What the benchmarks gave, by name."""
    found = {}
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        figures = {name: float(value) for name, value in data["figures"].items()}
        found[path.stem] = Measured(str(data["digest"]), figures)
    return found


def complaints(floors: dict[str, Bench], measured: dict[str, Measured]) -> list[str]:
    """What is worse than pinned, or cannot be told."""
    lines = []
    for name, bench in floors.items():
        if name not in measured:
            lines.append(f"{name}: not measured; run python -m bench {name}")
            continue
        lines += _of_bench(name, bench, measured[name])
    return lines


def _of_bench(name: str, bench: Bench, measured: Measured) -> Iterable[str]:
    if bench.digest is not None and bench.digest != measured.digest:
        # Digests of a run without the shared data differ by nature; its own figures still hold.
        yield f"{name}: the corpus is another one than the floors were pinned on"
    for key, pin in bench.pins.items():
        if key not in measured.figures:
            if pin.needs is None:
                yield f"{name}.{key}: not measured"
        elif pin.is_missed_by(measured.figures[key]):
            word = "over its ceiling" if pin.ceiling else "under its floor"
            yield f"{name}.{key}: {measured.figures[key]:.6g} is {word} {pin.value:.6g}"


def updated(
    floors: dict[str, Bench], measured: dict[str, Measured], *, allow_regression: bool
) -> tuple[dict[str, Bench], list[str]]:
    """New floors, and what became laxer by it (kept as it was unless that is allowed)."""
    result, laxer = dict(floors), []
    for name, one in measured.items():
        old = floors.get(name, Bench(None, {}))
        pins = dict(old.pins)
        for key, figure in one.figures.items():
            pin = pins.get(key) or Pin(0.0, LESS_IS_BETTER.search(key) is not None)
            new = pin.at(figure)
            if key in pins and new.is_laxer_than(pin):
                if not pin.is_missed_by(figure):
                    # Within its slack, or chance: the pin stays, and nothing is to be explained.
                    continue
                laxer.append(f"{name}.{key}: {pin.value:.6g} -> {new.value:.6g}")
                if not allow_regression:
                    continue
            pins[key] = new
        if old.digest not in (None, one.digest):
            laxer.append(f"{name}: another corpus")
        result[name] = Bench(one.digest, pins)
    return result, laxer


def written(floors: dict[str, Bench]) -> str:
    """The floors as TOML."""
    lines = ["# Pinned by bench/gate.py --update; see bench/README.md before changing a figure by hand."]
    for name, bench in sorted(floors.items()):
        lines += ["", f"[{name}]"]
        if bench.digest is not None:
            lines.append(f'digest = "{bench.digest}"')
        lines += [f"{_key(key)} = {{ {_table(pin)} }}" for key, pin in sorted(bench.pins.items())]
    return "\n".join(lines) + "\n"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else json.dumps(name, ensure_ascii=False)


def _table(pin: Pin) -> str:
    parts = [f"{'ceiling' if pin.ceiling else 'floor'} = {pin.value!r}"]
    if pin.needs:
        parts.append(f'needs = "{pin.needs}"')
    if pin.slack:
        parts.append(f"slack = {pin.slack!r}")
    return ", ".join(parts)


def main(arguments: list[str] | None = None) -> int:
    """Compare or update; 0 all well, 1 worse than pinned, 2 asked for what is not allowed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="benchmarks; all by default")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    parser.add_argument("--reason")
    given = parser.parse_args(arguments)
    floors, measured = load_floors(FLOORS), load_measured(WORK)
    if given.names:
        chosen = {name: bench for name, bench in floors.items() if name in given.names}
        measured = {name: one for name, one in measured.items() if name in given.names}
    else:
        chosen = floors
    if given.update:
        return _update(floors, measured, allow=given.allow_regression, reason=given.reason)
    found = complaints(chosen, measured)
    for line in found:
        print(line, file=sys.stderr)
    print(f"{sum(len(bench.pins) for bench in chosen.values())} pinned figures, {len(found)} complaints")
    return 1 if found else 0


def _update(
    floors: dict[str, Bench], measured: dict[str, Measured], *, allow: bool, reason: str | None
) -> int:
    new, laxer = updated(floors, measured, allow_regression=allow)
    for line in laxer:
        print(line, file=sys.stderr)
    if laxer and not (allow and reason):
        print('not updated: say --allow-regression --reason "why"', file=sys.stderr)
        return 2
    if laxer:
        entry = {"day": datetime.now(UTC).date().isoformat(), "reason": reason, "changes": laxer}
        with REGRESSIONS.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
    FLOORS.write_text(written(new), encoding="utf-8")
    print(f"{sum(len(bench.pins) for bench in new.values())} figures pinned")
    return 0


if __name__ == "__main__":
    sys.exit(main())
