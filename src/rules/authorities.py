"""Whether a record's authority is one that Statistics Sweden gives a code, and by that name."""

from __future__ import annotations

from ..schema.authorities import ListedAuthority, listed_authorities
from ..schema.vocabulary import AuthorityKind


def needs_code(kind: AuthorityKind) -> bool:
    """True for the kinds that have a code."""
    return kind in (AuthorityKind.KOMMUN, AuthorityKind.REGION)


def listed(code: str) -> ListedAuthority | None:
    """The authority behind a code; None where no such code is given out."""
    return listed_authorities().get(code)


def names_agree(name: str, authority: ListedAuthority) -> bool:
    """Whether a name as written may be the listed authority: "Göteborgs Stad" is "Göteborgs kommun".

    A county's name counts for the region and for the landsting that it was.
    """
    folded = name.casefold()
    return any(word.casefold().rstrip("s") in folded for word in authority.words)
