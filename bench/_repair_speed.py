"""How fast text is repaired: met before, new, and the first page from nothing; for `bench/repair.py`."""

from __future__ import annotations

import subprocess
import sys
import time

from _repair_texts import SHARED, held_out, invented_texts, paged
from tools.language import sources
from tools.language.garble import garbled

from justera.normalize import repair_text

COLD = """
import sys, time
start = time.process_time()
from justera.normalize import repair_text
repair_text(sys.stdin.read())
seconds = time.process_time() - start
peak = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(seconds, int(peak[0].split()[1]) / 1024)
"""
"""Seconds to the first repaired page from nothing, and memory."""

FRESH = """
import sys, time
from justera.normalize import repair_text
first, second = sys.stdin.read().split("\\0")
for text in first.split("\\1"):
    repair_text(text)
start = time.process_time()
for text in second.split("\\1"):
    repair_text(text)
print(len(second.split()) / (time.process_time() - start))
"""
"""Words a second on texts that are new to a process that has repaired others."""


def measure_speed(figures: dict[str, float]) -> None:
    """Words a second, warm, on one core, on text met before and on new text; the first page, cold."""
    texts = [paged(garbled(text, 1)) for text in invented_texts()]
    words = sum(len(text.split()) for text in texts)
    best = 0.0
    for _ in range(5):
        start = time.process_time()
        repair_text("\f".join(texts))
        best = max(best, words / (time.process_time() - start))
    page = " ".join(" ".join(texts).split()[:300])
    cold, memory = min(tuple(map(float, _told(COLD, page).split())) for _ in range(3))
    figures |= {"words_per_s": best, "cold_seconds": cold, "memory_mb": memory}
    print(
        f"\n{best:,.0f} words/s warm; first page of 300 words in {cold:.2f} s from nothing, {memory:.0f} MB"
    )
    if SHARED.exists():
        known = [text for name in sources.CORPORA[1:] for text in held_out(name)]
        for damage, figure in (
            (_damaged, "shared_new_words_per_s"),
            (paged, "shared_new_clean_words_per_s"),
        ):
            texts = "\1".join(map(damage, known)) + "\0" + "\1".join(map(damage, held_out("minutes")))
            figures[figure] = max(float(_told(FRESH, texts)) for _ in range(2))
        print(
            f"{figures['shared_new_words_per_s']:,.0f} words/s on new garbled minutes, "
            f"{figures['shared_new_clean_words_per_s']:,.0f} on new clean ones, "
            f"after {sum(len(text.split()) for text in known):,} words"
        )


def _damaged(text: str) -> str:
    return paged(garbled(text, 1))


def _told(program: str, text: str) -> str:
    """What a program in a process of its own prints."""
    command = [sys.executable, "-c", program]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
