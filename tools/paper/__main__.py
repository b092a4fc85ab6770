"""Print text or published minutes and scan it: python -m tools.paper INPUT OUTPUT.pdf --quality office ..."""

from __future__ import annotations

import argparse
from pathlib import Path

from . import LOOKS, QUALITIES, Damage, Encoding, Layer, print_minutes, print_pdf, print_text, scan


def main() -> None:
    """Write the PDF, and its true text beside it."""
    parser = argparse.ArgumentParser(prog="python -m tools.paper", description=__doc__)
    parser.add_argument("input", type=Path, help="a .txt, or minutes as .json")
    parser.add_argument("output", type=Path, help="a .pdf; the true text is written beside it as .truth.txt")
    parser.add_argument("--look", choices=sorted(LOOKS), default="serif")
    parser.add_argument("--quality", choices=sorted(QUALITIES), help="scan it; else it stays born digital")
    parser.add_argument("--layer", help=f"{'|'.join(Layer)} of a scan, {'|'.join(Encoding)} of a print")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    if given.input.suffix == ".json":
        paper = print_minutes(given.input, given.look)
    else:
        paper = print_text(given.input.read_text("utf-8"), given.look)
    if given.quality:
        data = scan(paper, given.quality, seed=given.seed, damage=Damage()).pdf(given.layer or Layer.NONE)
    else:
        data = print_pdf(paper, encoding_kind=given.layer or Encoding.GOOD)
    given.output.write_bytes(data)
    given.output.with_suffix(".truth.txt").write_text(paper.text, "utf-8")


if __name__ == "__main__":
    main()
