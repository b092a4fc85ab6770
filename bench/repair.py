"""How well garbled Swedish comes back, how little clean Swedish is touched, and how fast.

Invented documents with their truth: read from scans by Tesseract's English model (clean, office and poor,
serif, sans and typewriting), and garbled by the counted confusions, which is exact about every word. With
the shared data beside the checkout also the meetings and the blocks of the corpora that the language model
has not seen (the half that calibration has not seen either), the seed, and harm on clean text of four
kinds. A restorer that takes wordfreq's most frequent word of the same skeleton takes part where wordfreq
can be imported.

python bench/repair.py [--pages 1] [--no-reading] [--worst 20]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.language import sources
from tools.language.garble import garbled
from tools.layouts.invent import invent
from tools.paper import print_text, scan

from justera.check.measures import TextCounts, compare
from justera.ingest import tesseract
from justera.language import load
from justera.language.skeleton import skeleton
from justera.normalize import repair_text
from justera.normalize.channels import ENGLISH_READER
from justera.normalize.sentence import Mended, verdicts

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
WORK = Path(__file__).resolve().parent / "work"

FIRST_SEED = 8_700
DOCUMENTS = 6
WIDTH = 85
LOOKS = ("serif", "sans", "typewriter")
QUALITIES = {"clean": 300, "office": 300, "poor": 200}
LONGEST = 60_000

LEAD, PRINTED = 3_000, 9_000
"""Characters of a meeting that are passed over (its list of names) and that are printed."""

Restorer = Callable[[str], str]


@dataclass(slots=True)
class Tally:
    """What was counted word by word where every word is known."""

    words: int = 0
    before: int = 0
    errors: int = 0
    harmed: int = 0
    names: int = 0
    """Words with a capital inside a line that the lexicon lacks."""
    names_wrong: int = 0
    sure: list[tuple[float, bool]] = field(default_factory=list)
    """Confidence and whether the word is right."""
    worst: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def calibration_error(self) -> float:
        """Mean distance of confidence from truth over ten equal groups, weighted by size (ECE)."""
        ordered = sorted(self.sure)
        size = max(1, len(ordered) // 10)
        groups = [ordered[start : start + size] for start in range(0, len(ordered), size)]
        gaps = (abs(sum(sure for sure, _ in group) - sum(right for _, right in group)) for group in groups)
        return sum(gaps) / max(1, len(ordered))

    def caught(self, share: float = 0.02) -> float:
        """Share of all errors among the words with the lowest confidence."""
        ordered = sorted(self.sure)
        wrong = sum(not right for _, right in ordered)
        return sum(not right for _, right in ordered[: int(share * len(ordered))]) / max(1, wrong)


def tally(text: str, seed: int, counts: Tally) -> None:
    """Garble a text, repair it, count."""
    wrapped = "\n".join(part for line in text.split("\n") for part in textwrap.wrap(line, WIDTH) or [""])
    truth = [line.split() for line in wrapped.split("\n")]
    read = [line.split() for line in garbled(wrapped, seed).split("\n")]
    for words, seen, row in zip(truth, read, verdicts(Mended(read, read), ENGLISH_READER, 0.5), strict=True):
        for column, (word, before, verdict) in enumerate(zip(words, seen, row, strict=True)):
            is_right = verdict.after == word
            counts.words += 1
            counts.before += before != word
            counts.errors += not is_right
            counts.harmed += not is_right and before == word
            counts.sure.append((verdict.confidence, is_right))
            if _is_unknown_name(word, column):
                counts.names += 1
                counts.names_wrong += not is_right
            if not is_right:
                counts.worst[word, before, verdict.after] += 1


def _is_unknown_name(word: str, column: int) -> bool:
    core = word.strip(".,;:()”\"'!?")
    found = load().lexicon.word(core.lower()) if core.isalpha() and core[:1].isupper() else None
    return column > 0 and core.isalpha() and core[:1].isupper() and not core.isupper() and found is None


def invented_texts() -> Iterator[str]:
    """True texts of invented documents."""
    for number in range(DOCUMENTS):
        kind = ("protokoll", "tjansteskrivelse", "protokollsutdrag")[number % 3]
        yield invent(FIRST_SEED + number, kind=kind, held_out=kind != "protokollsutdrag").text


def held_out(name: str) -> Iterator[str]:
    """Held-out texts that neither the model nor its calibration has seen."""
    if name == "minutes":
        found = (text for stem, text in sources.meetings(SHARED) if sources.is_held_out_meeting(stem))
    else:
        blocks = sources.corpus_blocks(SHARED, name)
        found = (_plain(text) for block, text in blocks if sources.is_held_out_block(block))
    for number, text in enumerate(found):
        if number % 2 == 0:
            yield text[:LONGEST]


def _plain(text: str) -> str:
    """Without the mark-up of the corpus files."""
    return "\n".join(line for line in text.split("\n") if not re.search(r"\]\(|^#|^---|https?:|\||\[", line))


def readings(pages: int) -> Iterator[tuple[str, str, str]]:
    """Look and quality, truth and English reading of invented pages."""
    texts = {"invented": list(invented_texts())}
    if SHARED.exists():
        texts["minutes"] = [text[LEAD : LEAD + PRINTED] for text in held_out("minutes")]
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


def wordfreq_restorer() -> Restorer | None:
    """The most frequent Swedish word of the same skeleton, by wordfreq; None where it is not installed."""
    try:
        from wordfreq import iter_wordlist
    except ImportError:
        return None
    best: dict[str, str] = {}
    for word in iter_wordlist("sv"):
        best.setdefault(skeleton(word), word)

    def restore(match: re.Match[str]) -> str:
        word = best.get(skeleton(match.group()), match.group().lower())
        return word.capitalize() if match.group()[:1].isupper() else word

    return lambda text: re.sub(r"[^\W\d_]+", restore, text)


def measure_readings(pages: int, figures: dict[str, float]) -> str:
    """Table of the read pages; the digest of what was read."""
    baseline = wordfreq_restorer()
    systems: dict[str, Restorer] = {"as read": str, "justera": lambda text: repair_text(text).text}
    if baseline is not None:
        systems["wordfreq"] = baseline
    counts: dict[tuple[str, str], TextCounts] = {}
    digest = hashlib.sha256()
    for group, truth, read in readings(pages):
        if group.startswith("invented"):
            digest.update(truth.encode())
        for system, restore in systems.items():
            counts[group, system] = counts.get((group, system), TextCounts()) + compare(restore(read), truth)
    print(f"{'read by eng':28} {'system':9} {'words':>6} {'WER':>7} {'å ä ö':>7} {'prec.':>7} {'numbers':>8}")
    for (group, system), count in counts.items():
        print(
            f"{group:28} {system:9} {count.words:6} {count.wer:7.2%} {count.aao_recall:7.2%} "
            f"{count.aao_precision:7.2%} {count.numbers_recall:8.2%}"
        )
        if system == "justera":
            prefix = "shared_read" if group.startswith("minutes") else "read"
            figures[f"{prefix}_wer_{group.replace(' ', '_')}"] = count.wer
    for source, prefix in (("invented", "read"), ("minutes", "shared_read")):
        before, after = (_sum(counts, source, system) for system in ("as read", "justera"))
        if after.words:
            figures[f"{prefix}_aao_recall"] = after.aao_recall
            figures[f"{prefix}_aao_precision"] = after.aao_precision
            figures[f"{prefix}_numbers_lost"] = before.numbers_recall - after.numbers_recall
    return digest.hexdigest()


def _sum(counts: dict[tuple[str, str], TextCounts], source: str, system: str) -> TextCounts:
    """All readings of one source by one system."""
    found = (count for (group, one), count in counts.items() if group.startswith(source) and one == system)
    return sum(found, TextCounts())


def measure_garbled(figures: dict[str, float], worst: int) -> str:
    """Table of the garbled texts; the digest of the invented ones."""
    kinds: dict[str, Iterator[str]] = {"invented": invented_texts()}
    if SHARED.exists():
        kinds |= {name: held_out(name) for name in ("minutes", *sources.CORPORA[1:])}
    print(
        f"\n{'garbled':28} {'words':>7} {'before':>7} {'WER':>7} {'harm':>7} "
        f"{'new names':>10} {'ECE':>7} {'2 %':>6}"
    )
    digest, every = hashlib.sha256(), Tally()
    for kind, texts in kinds.items():
        counts = Tally()
        for number, text in enumerate(texts):
            if kind == "invented":
                digest.update(text.encode())
            tally(text.replace("\f", "\n"), number, counts)
        words = max(1, counts.words)
        print(
            f"{kind:28} {words:7} {counts.before / words:7.2%} {counts.errors / words:7.3%} "
            f"{counts.harmed / words:7.3%} {counts.names_wrong:4} /{counts.names:4} "
            f"{counts.calibration_error():7.4f} {counts.caught():6.1%}"
        )
        prefix = "garbled" if kind == "invented" else f"shared_{kind.split('_')[0]}"
        figures[f"{prefix}_wer"] = counts.errors / words
        figures[f"{prefix}_calibration_errors"] = counts.calibration_error()
        every.worst += counts.worst
        every.sure += counts.sure
    figures["caught_by_review" if len(kinds) == 1 else "shared_caught_by_review"] = every.caught()
    print(f"\nworst (printed < read > repaired), of {every.worst.total()}:")
    for (printed, read, repaired), count in every.worst.most_common(worst):
        print(f"  {count:3} {printed} < {read} > {repaired}")
    return digest.hexdigest()


def measure_harm(figures: dict[str, float]) -> None:
    """Changes to clean text."""
    kinds: dict[str, Iterator[str]] = {"invented": invented_texts()}
    if SHARED.exists():
        kinds |= {name: held_out(name) for name in ("minutes", *sources.CORPORA)}
    print(f"\n{'clean':28} {'words':>7} {'changed':>8}")
    for kind, texts in kinds.items():
        words = changed = 0
        for text in texts:
            words += len(text.split())
            changed += len(repair_text(_paged(text)).changes)
        print(f"{kind:28} {words:7} {changed:8}")
        prefix = "clean" if kind == "invented" else f"shared_clean_{kind.split('_')[0]}"
        figures[f"{prefix}_words_false_per_20000"] = changed / max(1, words) * 20_000


def _paged(text: str) -> str:
    lines = text.split("\n")
    return "\f".join("\n".join(lines[start : start + 45]) for start in range(0, len(lines), 45))


def measure_speed(figures: dict[str, float]) -> None:
    """Words a second on running text, warm, on one core; seconds to the first repaired page, cold."""
    text = _paged("\n".join(garbled(text, 1) for text in invented_texts()))
    words = len(text.split())
    best = 0.0
    for _ in range(5):
        start = time.process_time()
        repair_text(text)
        best = max(best, words / (time.process_time() - start))
    page = " ".join(text.split()[:300])
    program = (
        "import sys, time\nstart = time.process_time()\nfrom justera.normalize import repair_text\n"
        "repair_text(sys.stdin.read())\nseconds = time.process_time() - start\n"
        "peak = [line for line in open('/proc/self/status') if line.startswith('VmHWM')]\n"
        "print(seconds, int(peak[0].split()[1]) / 1024)"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], input=page, capture_output=True, text=True, check=True
        )
        for _ in range(3)
    ]
    cold, memory = min(tuple(map(float, run.stdout.split())) for run in runs)
    print(
        f"\n{best:,.0f} words/s warm; first page of 300 words in {cold:.2f} s from nothing, {memory:.0f} MB"
    )
    figures |= {"words_per_s": best, "cold_seconds": cold, "memory_mb": memory}


def measure_seed(figures: dict[str, float]) -> None:
    """The document that the project began with."""
    folder = SHARED / "seed"
    for path in sorted(folder.glob("*.truth.txt")):
        read = path.with_name(path.name.replace(".truth", "")).read_text(encoding="utf-8")
        body = repair_text(read).text.split("\n\n\n\n")[0]
        count = compare(body, path.read_text(encoding="utf-8"))
        print(f"\nseed: {count.word_errors} wrong of {count.words} words")
        figures["shared_seed_errors"] = count.word_errors


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1, help="pages of each look and quality")
    parser.add_argument("--no-reading", action="store_true", help="leave out scanning and reading")
    parser.add_argument("--worst", type=int, default=20)
    options = parser.parse_args()
    figures: dict[str, float] = {}
    digest = "" if options.no_reading else measure_readings(options.pages, figures)
    digest += measure_garbled(figures, options.worst)
    measure_harm(figures)
    measure_speed(figures)
    measure_seed(figures)
    if not options.no_reading:
        WORK.mkdir(exist_ok=True)
        result = {"digest": hashlib.sha256(digest.encode()).hexdigest(), "figures": figures}
        (WORK / "repair.json").write_text(json.dumps(result, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
