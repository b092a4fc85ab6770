"""Other ways to restore Swedish, for the table of `bench/repair.py`: those that are installed take part."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator

from justera.language.skeleton import skeleton

Restorer = Callable[[str], str]

WORD = re.compile(r"[^\W\d_]+")

PUBLISHED = """\
published, on other texts (not comparable word by word):
  KBLab/swedish-ocr-correction (ByT5)    newspapers 1818-2018, already with å ä ö: WER 13.2 -> 6.2 %
  viklofg/swedish-ocr-correction         the same newspapers: WER 7.41 %
  BERT diacritiser, clean Czech text     99.1 % of words right; 94.9 % on noisy text
  BiLSTM, German and Dutch accents       99.48 and 99.75 % of accent words right
  most frequent word (wordfreq)          98.48 % of Swedish words right on folded clean text"""
"""Figures that their authors, or the notes beside the checkout, give."""


def restorers() -> Iterator[tuple[str, Restorer]]:
    """The systems that can be run here; a line for each that cannot."""
    for name, found in (("wordfreq", _wordfreq()), ("hunspell", _hunspell())):
        if found is None:
            print(f"{name} is not installed (or has no Swedish): left out of the table")
        else:
            yield name, found


def _wordfreq() -> Restorer | None:
    """The most frequent Swedish word of the same skeleton."""
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

    return lambda text: WORD.sub(restore, text)


def _hunspell() -> Restorer | None:
    """The first suggestion of the Swedish dictionary for each word that it does not know."""
    program = shutil.which("hunspell")
    if program is None:
        return None
    command = [program, "-d", "sv_SE", "-i", "utf-8", "-a"]
    if subprocess.run(command, input="ord\n", capture_output=True, text=True, check=False).returncode:
        return None

    known: dict[str, str] = {}

    def restore(text: str) -> str:
        new = sorted(set(WORD.findall(text)) - known.keys())
        told = subprocess.run(
            command, input="".join(f"^{word}\n" for word in new), capture_output=True, text=True, check=True
        ).stdout
        answers = (line for line in told.split("\n")[1:] if line)
        for word, answer in zip(new, answers, strict=True):
            known[word] = answer.split(": ", 1)[1].split(", ")[0] if answer.startswith("&") else word
        return WORD.sub(lambda match: known[match.group()], text)

    return restore
