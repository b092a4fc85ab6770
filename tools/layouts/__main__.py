"""Write invented documents with their truth: python -m tools.layouts FOLDER --count 20 ..."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..content.generate import MAKERS
from ..paper import DAMAGES, QUALITIES
from .catalogue import LAYOUTS
from .invent import BORN_DIGITAL, invent


def main() -> None:
    """Write the documents and name each on stdout."""
    parser = argparse.ArgumentParser(prog="python -m tools.layouts", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--kind", choices=sorted(MAKERS), default="protokoll")
    parser.add_argument("--layout", choices=sorted(LAYOUTS))
    parser.add_argument("--quality", choices=(BORN_DIGITAL, *QUALITIES), default=BORN_DIGITAL)
    parser.add_argument("--layer", default="none")
    parser.add_argument("--damage", choices=DAMAGES, default="none")
    parser.add_argument("--held-out", action="store_true")
    given = parser.parse_args()
    for seed in range(given.first_seed, given.first_seed + given.count):
        made = invent(
            seed,
            kind=given.kind,
            layout=given.layout,
            quality=given.quality,
            layer=given.layer,
            damage=DAMAGES[given.damage],
            held_out=given.held_out,
        )
        print(made.write(given.folder))


if __name__ == "__main__":
    main()
