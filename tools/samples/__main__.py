"""Print and scan the committed samples again: python -m tools.samples [FOLDER]."""

from __future__ import annotations

import sys
from pathlib import Path

from .make import make
from .plan import SAMPLES


def main() -> None:
    """Write all samples below the folder (default: samples/) and name each on stdout with its size."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("samples")
    total = 0
    for sample in SAMPLES:
        made = make(sample)
        made.write(folder)
        total += len(made.data)
        print(f"{len(made.data) / 1e6:5.2f} MB  {len(made.record.quality.pages):2} pages  {sample.name}")
    print(f"{total / 1e6:5.2f} MB in all")


if __name__ == "__main__":
    main()
