"""What a hand's writing was read as: names that nobody has, beside those that stand in print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .signatures import Signer


def known(signers: Sequence[Signer], names: Sequence[str]) -> list[Signer]:
    """The signers without what a hand's writing was read as.

    A name that stands elsewhere in the document is kept, and cut to it where noise was read behind it;
    another is kept only where it looks like print.

    Args:
        signers: as the block reads.
        names: of people who stand elsewhere in the document.
    """
    found: list[Signer] = []
    elsewhere = {name.casefold() for name in names}
    for signer in signers:
        text = signer.name.text
        inside = next((name for name in names if text.startswith(name + " ")), None)
        if inside:
            found.append(replace(signer, name=signer.name.part(0, len(inside))))
        elif text.casefold() in elsewhere or not looks_handwritten(text):
            found.append(signer)
    return _each_once(found)


def _each_once(signers: Sequence[Signer]) -> list[Signer]:
    """Every name once, with its office where one of the blocks says it: the posting is signed too."""
    found: dict[str, Signer] = {}
    for signer in signers:
        name = signer.name.text.casefold()
        if name not in found or (found[name].title is None and signer.title is not None):
            found[name] = signer
    return list(found.values())


def looks_handwritten(name: str) -> bool:
    """Whether a reader made a name of a hand's strokes: "AR VR", "Dwn IAN N"."""
    words = name.split()
    return (
        len(words[-1].strip(".")) < 2
        or any(len(word) < 4 and word.isupper() and len(word) > 1 and word[-1] != "." for word in words)
        or not all(set(word.casefold()) & set("aeiouyåäöéèüøæ") for word in words if len(word) > 2)
    )
