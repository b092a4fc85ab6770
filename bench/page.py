"""docs/quality.md: every figure of the benchmarks beside its floor, with a plot for each benchmark."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

from bench.gate import FLOORS, LESS_IS_BETTER, WORK, Bench, Measured, load_floors, load_measured

DOCS = Path(__file__).resolve().parent.parent / "docs"

INTRODUCTION = """# Quality

Measured by `make bench` on documents that `tools/` invents (their truth is known to the letter) and, for the
figures marked *shared*, on real documents beside the checkout that the project cannot contain. A figure
worse than its floor (or over its ceiling) fails `make bench`; floors only go up, and lowering one is recorded
with its reason in `bench/regressions.jsonl`. What each one measures stands at the top of `bench/<name>.py`.

Shares of 1, unless the name says seconds, pages or records. Times are of one slow machine with two cores.
"""

WIDTH, LABEL, BAR, ROW = 720, 260, 380, 22
"""Of a plot, in pixels."""


def write(docs: Path = DOCS) -> Path:
    """Write the page and its plots; plots of benchmarks that are no more are removed."""
    floors, measured = load_floors(FLOORS), load_measured(WORK)
    plots = docs / "quality"
    plots.mkdir(parents=True, exist_ok=True)
    for old in plots.glob("*.svg"):
        old.unlink()
    parts = [INTRODUCTION]
    for name, one in sorted(measured.items()):
        shares = {key: value for key, value in one.figures.items() if _is_share(key, value)}
        parts.append(f"## {name}\n")
        if shares:
            (plots / f"{name}.svg").write_text(plot(name, shares, floors.get(name)), encoding="utf-8")
            parts.append(f"![{name}](quality/{name}.svg)\n")
        parts.append(table(one, floors.get(name)))
    page = docs / "quality.md"
    page.write_text("\n".join(parts), encoding="utf-8")
    return page


def table(measured: Measured, bench: Bench | None) -> str:
    """The figures of one benchmark beside their pins."""
    rows = ["| figure | measured | pinned | |", "|---|---:|---:|---|"]
    for key, value in sorted(measured.figures.items()):
        pin = bench.pins.get(key) if bench else None
        pinned = f"{'at most' if pin.ceiling else 'at least'} {pin.value:.4g}" if pin else ""
        rows.append(f"| {key} | {value:.4g} | {pinned} | {pin.needs or '' if pin else ''} |")
    return "\n".join(rows) + "\n"


def plot(name: str, shares: dict[str, float], bench: Bench | None) -> str:
    """Bars from 0 to 1, longest on top, with a tick at each pin; readable in light and dark."""
    ordered = sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))
    height = ROW * len(ordered) + 12
    rows = [_row(index, key, value, bench) for index, (key, value) in enumerate(ordered)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" role="img" aria-label="Figures of the benchmark {escape(name)}">\n'
        "<style>text{font:13px system-ui,sans-serif;fill:#24292f}.bar{fill:#4c78a8}.less{fill:#b08d57}"
        ".pin{stroke:#b3261e;stroke-width:2}"
        "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.bar{fill:#7aa6d6}.less{fill:#cbb07c}}</style>\n"
        + "\n".join(rows)
        + "\n</svg>\n"
    )


def _row(index: int, key: str, value: float, bench: Bench | None) -> str:
    top = 6 + ROW * index
    kind = "less" if LESS_IS_BETTER.search(key) else "bar"
    bar = f'<rect class="{kind}" x="{LABEL}" y="{top + 3}" width="{max(1.0, BAR * value):.1f}" height="14"/>'
    label = f'<text x="{LABEL - 8}" y="{top + 15}" text-anchor="end">{escape(key)}</text>'
    number = f'<text x="{LABEL + BAR + 8}" y="{top + 15}">{value:.4f}</text>'
    pin = bench.pins.get(key) if bench else None
    if pin is None:
        return label + bar + number
    x = LABEL + BAR * min(1.0, max(0.0, pin.value))
    return f'{label}{bar}<line class="pin" x1="{x:.1f}" x2="{x:.1f}" y1="{top + 1}" y2="{top + 19}"/>{number}'


def _is_share(key: str, value: float) -> bool:
    """Whether a figure can be drawn between 0 and 1."""
    counted = ("seconds", "pages", "records", "memory", "_mb", "_ms", "count", "documents")
    return 0 <= value <= 1 and not any(word in key for word in counted)
