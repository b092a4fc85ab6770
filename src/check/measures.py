"""The text measures, the same for every bench: how far a text is from what the page says.

Folded before comparing: white space, Unicode NFC, dashes to "-", curly quotes to straight, bullets
dropped. Nothing else is forgiven. Counts can be added over documents, so that long ones weigh more.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from operator import add

from rapidfuzz.distance import Levenshtein

SWEDISH_LETTERS = frozenset("åäöÅÄÖ")

_DASHES = "\u2013\u2014\u2011\u2212"
_DOUBLE_QUOTES = "\u201c\u201d\u201e"
_SINGLE_QUOTES = "\u2019\u2018"
_DROPPED = "\u00ad\u2022\u00b7"
_FOLD = str.maketrans(
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_DOUBLE_QUOTES, '"')
    | dict.fromkeys(_SINGLE_QUOTES, "'")
    | dict.fromkeys(_DROPPED, "")
    | {"\f": " "}
)
_NUMBER = re.compile(r"\d|§|%")
_EDGES = re.compile(r"^\W+|\W+$")


@dataclass(frozen=True, slots=True)
class TextCounts:
    """What was counted between a predicted and a true text; counts of several texts add up."""

    character_errors: int = 0
    characters: int = 0
    """Of the truth."""
    word_errors: int = 0
    words: int = 0
    """Of the truth."""
    letters_right: int = 0
    """Letters å ä ö of the truth that stand unchanged in an alignment."""
    letters_true: int = 0
    letters_predicted: int = 0
    numbers_right: int = 0
    numbers_true: int = 0
    numbers_invented: int = 0
    """Tokens with a digit, § or % that the truth does not have."""

    def __add__(self, other: TextCounts) -> TextCounts:
        return TextCounts(*map(add, self._values(), other._values()))

    def _values(self) -> tuple[int, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)

    @property
    def cer(self) -> float:
        """Character error rate."""
        return self.character_errors / max(1, self.characters)

    @property
    def wer(self) -> float:
        """Word error rate."""
        return self.word_errors / max(1, self.words)

    @property
    def aao_recall(self) -> float:
        """Share of the true å ä ö that were read."""
        return self.letters_right / max(1, self.letters_true)

    @property
    def aao_precision(self) -> float:
        """Share of the predicted å ä ö that are true."""
        return self.letters_right / max(1, self.letters_predicted)

    @property
    def numbers_recall(self) -> float:
        """Share of the true tokens with a digit, § or % that were read exactly."""
        return self.numbers_right / max(1, self.numbers_true)

    def figures(self) -> dict[str, float]:
        """The measures by the names that reports and floors use."""
        return {
            "CER": self.cer,
            "WER": self.wer,
            "words": self.words,
            "aao_recall": self.aao_recall,
            "aao_precision": self.aao_precision,
            "numbers_recall": self.numbers_recall,
            "numbers_invented": self.numbers_invented,
        }


def fold(text: str) -> str:
    """A text as it is compared."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_FOLD).split())


def numbers(words: list[str]) -> Counter[str]:
    """The tokens with a digit, § or %, stripped of punctuation at their edges."""
    return Counter(_EDGES.sub("", word) or word for word in words if _NUMBER.search(word))


def compare(predicted: str, truth: str) -> TextCounts:
    """Count what separates a predicted text from the truth."""
    left, right = fold(truth), fold(predicted)
    true_words, predicted_words = left.split(), right.split()
    true_numbers, predicted_numbers = numbers(true_words), numbers(predicted_words)
    return TextCounts(
        character_errors=Levenshtein.distance(left, right),
        characters=len(left),
        word_errors=Levenshtein.distance(true_words, predicted_words),
        words=len(true_words),
        letters_right=_letters_right(left, right),
        letters_true=_letters(left),
        letters_predicted=_letters(right),
        numbers_right=(true_numbers & predicted_numbers).total(),
        numbers_true=true_numbers.total(),
        numbers_invented=(predicted_numbers - true_numbers).total(),
    )


def _letters(text: str) -> int:
    return sum(character in SWEDISH_LETTERS for character in text)


def _letters_right(truth: str, predicted: str) -> int:
    kept = (part for part in Levenshtein.opcodes(truth, predicted) if part.tag == "equal")
    return sum(_letters(truth[part.src_start : part.src_end]) for part in kept)
