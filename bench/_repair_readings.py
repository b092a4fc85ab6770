"""Repair of pages that were printed, scanned and read with Tesseract's English model, for `bench/repair.py`.

What counts is words. Page numbers (`1 (5)`), whose place in the order of lines differs from reader to reader,
and lone signs (a bullet read as `*`) are left out on both sides. So is a page of which less than two thirds
of the words were read: what is not there cannot be repaired. How many there were is told.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from _repair_systems import PUBLISHED, Restorer, restorers
from rapidfuzz.distance import Levenshtein
from tools.paper import print_text, scan

from justera.check.measures import TextCounts, compare, fold
from justera.ingest.engine import tesseract
from justera.normalize import repair_text

LOOKS = ("serif", "sans", "typewriter")
QUALITIES = {"clean": 300, "office": 300, "poor": 200}

HUNSPELL_ON = "clean"
"""The quality that hunspell takes part in: it needs a fifth of a second for a word that it does not know."""

LEAST_READ = 2 / 3

PAGE_NUMBER = re.compile(r"\b\d+ ?\(\d+\)")
LONE_SIGN = re.compile(r"(?<!\S)[^\w\s]+(?!\S)")


@dataclass(slots=True)
class Read:
    """What was counted."""

    counts: dict[tuple[str, str], TextCounts] = field(default_factory=dict)
    """By group (source, look, quality) and system."""
    seconds: Counter[str] = field(default_factory=Counter)
    """By system."""
    unread: Counter[str] = field(default_factory=Counter)
    """Pages left out, by group."""
    flags: Counter[tuple[str, bool, bool]] = field(default_factory=Counter)
    """Repaired words by group, whether they are right, and whether they are put before a person."""
    worst: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Printed and repaired words that differ, on clean and office scans."""


def readings(texts: Mapping[str, Sequence[str]], pages: int) -> Iterator[tuple[str, str, str]]:
    """Source, look and quality; truth; English reading of printed and scanned pages."""
    reader = tesseract.Reader("eng")
    for source, number, look in ((source, *case) for source in texts for case in enumerate(LOOKS)):
        paper = print_text(texts[source][number].replace("\f", "\n\n"), look=look)
        for quality, dpi in QUALITIES.items():
            scanned = scan(paper, quality, seed=number)
            for page in scanned.pages[:pages]:
                (table,) = tesseract.read([page.image.convert("L")], reader, dpi=dpi, seconds=600)
                yield f"{source} {look} {quality}", page.text, _lines(table)


def _lines(table: str) -> str:
    """The reading with its lines, from Tesseract's table."""
    lines: dict[tuple[str, ...], list[str]] = {}
    for row in (row.split("\t") for row in table.split("\n")):
        if len(row) == 12 and row[0] == "5" and row[11].strip():
            lines.setdefault(tuple(row[1:5]), []).append(row[11])
    return "\n".join(" ".join(words) for words in lines.values())


def words_only(text: str) -> str:
    """The text without page numbers and lone signs."""
    return LONE_SIGN.sub("", PAGE_NUMBER.sub("", text))


def measure(texts: Mapping[str, Sequence[str]], pages: int, figures: dict[str, float]) -> str:
    """Print the table of the read pages and enter the figures; the digest of the invented truth."""
    systems: dict[str, Restorer] = {"as read": str, "justera": lambda text: repair_text(text).text}
    systems |= dict(restorers())
    found, digest = Read(), hashlib.sha256()
    for group, truth, read in readings(texts, pages):
        if group.startswith("invented"):
            digest.update(truth.encode())
        if len(read.split()) < LEAST_READ * len(truth.split()):
            found.unread[group] += 1
        else:
            _count(found, group, truth, read, systems)
    _print(found, systems)
    for (group, system), count in found.counts.items():
        if system == "justera":
            prefix = "shared_read" if group.startswith("minutes") else "read"
            figures[f"{prefix}_wer_{group.replace(' ', '_')}"] = count.wer
    for source, prefix in (("invented", "read"), ("minutes", "shared_read")):
        before, after = (_sum(found, source, system) for system in ("as read", "justera"))
        if after.words:
            figures[f"{prefix}_aao_recall"] = after.aao_recall
            figures[f"{prefix}_aao_precision"] = after.aao_precision
            flags = _flag_counts(found, source)
            figures[f"{prefix}_wrong_unflagged_errors"] = flags[False, False] / flags.total()
            figures[f"{prefix}_right_flagged_false"] = flags[True, True] / flags.total()
            figures[f"{prefix}_numbers_lost"] = max(0.0, before.numbers_recall - after.numbers_recall)
    return digest.hexdigest()


def _count(found: Read, group: str, truth: str, read: str, systems: Mapping[str, Restorer]) -> None:
    true = words_only(truth)
    for system, restore in systems.items():
        if system == "hunspell" and not group.endswith(HUNSPELL_ON):
            continue
        start = time.perf_counter()
        restored = words_only(restore(read))
        found.seconds[system] += time.perf_counter() - start
        count = found.counts.get((group, system), TextCounts())
        found.counts[group, system] = count + compare(restored, true)
        if system == "justera":
            found.flags.update((group, *kind) for kind in _flags(true, read))
            if not group.endswith("poor"):
                found.worst.update(_differences(true, restored))


def _flags(truth: str, read: str) -> Iterator[tuple[bool, bool]]:
    """For each repaired word whether it is right, and whether it is in doubt."""
    repaired = repair_text(read)
    doubtful = Counter(word for doubt in repaired.doubts for word in fold(doubt.after).split())
    true, predicted = fold(truth).split(), fold(words_only(repaired.text)).split()
    for part in Levenshtein.opcodes(true, predicted):
        for word in predicted[part.dest_start : part.dest_end]:
            yield part.tag == "equal", doubtful[word] > 0
            doubtful[word] -= 1


def _differences(truth: str, restored: str) -> Iterator[tuple[str, str]]:
    true, predicted = fold(truth).split(), fold(restored).split()
    for part in Levenshtein.opcodes(true, predicted):
        if part.tag != "equal":
            yield (
                " ".join(true[part.src_start : part.src_end]),
                " ".join(predicted[part.dest_start : part.dest_end]),
            )


def _sum(found: Read, source: str, system: str) -> TextCounts:
    """All readings of one source by one system."""
    keys = (key for key in found.counts if key[0].startswith(source) and key[1] == system)
    return sum((found.counts[key] for key in keys), TextCounts())


def _flag_counts(found: Read, source: str) -> Counter[tuple[bool, bool]]:
    """Words of a source by whether they are right, and flagged."""
    counts = Counter[tuple[bool, bool]]()
    for (group, is_right, is_flagged), count in found.flags.items():
        if group.startswith(source):
            counts[is_right, is_flagged] += count
    return counts


def _print(found: Read, systems: Mapping[str, Restorer]) -> None:
    print(f"{'read by eng':28} {'system':9} {'words':>6} {'WER':>7} {'å ä ö':>7} {'prec.':>7} {'numbers':>8}")
    for (group, system), count in found.counts.items():
        print(
            f"{group:28} {system:9} {count.words:6} {count.wer:7.2%} {count.aao_recall:7.2%} "
            f"{count.aao_precision:7.2%} {count.numbers_recall:8.2%}"
        )
    for system in systems:
        total = sum((found.counts[key] for key in found.counts if key[1] == system), TextCounts())
        speed = total.words / max(1e-9, found.seconds[system])
        print(f"{'all':28} {system:9} {total.words:6} {total.wer:7.2%}  {speed:,.0f} words/s")
    for source in dict.fromkeys(group.split()[0] for group, _, _ in found.flags):
        flags = _flag_counts(found, source)
        print(
            f"{source}: {flags[False, False]} wrong words unflagged, {flags[False, True]} flagged; "
            f"{flags[True, True]} right ones flagged, of {flags.total()}"
        )
    for group, pages in found.unread.items():
        print(f"{group}: of {pages} page(s) less than two thirds were read; left out")
    print(PUBLISHED)
    print("\nworst on clean and office scans (printed > repaired):")
    for (printed, repaired), count in found.worst.most_common(20):
        print(f"  {count:3} {printed} > {repaired}")
