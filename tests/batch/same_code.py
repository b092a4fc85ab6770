"""For processes of tests: one hash of the code, as someone may be editing the package meanwhile."""

from __future__ import annotations

from justera.batch import fingerprint


def _code() -> str:
    return "of the test"


fingerprint._code = _code  # type: ignore[assignment]
