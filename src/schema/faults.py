"""Why a page could not be read, as a reason, by the error that was raised."""

from __future__ import annotations

from collections.abc import Iterable

from ..errors import JusteraError
from ..exit_code import ExitCode
from .reason import Reason

_REASONS = {
    ExitCode.UNSUPPORTED_INPUT: Reason("page_unsupported"),
    ExitCode.DAMAGED: Reason("page_damaged"),
    ExitCode.PAGE_TOO_LARGE: Reason("page_too_large"),
    ExitCode.TOO_MANY_PIXELS: Reason("page_too_many_pixels"),
    ExitCode.OCR_UNAVAILABLE: Reason("page_without_reader"),
    ExitCode.OCR_FAILED: Reason("page_reader_failed"),
    ExitCode.TIME_LIMIT: Reason("page_too_slow"),
    ExitCode.MEMORY_LIMIT: Reason("page_too_heavy"),
}

NOT_READ = Reason("not_read")
"""Where the error says no more."""


def reason(error: JusteraError) -> Reason:
    """What a page that failed says of it, in both languages."""
    return _REASONS.get(error.exit_code, NOT_READ)


def told(codes: Iterable[str]) -> Reason:
    """The one of a page's reasons that says why it could not be read."""
    faults = (one for one in (*_REASONS.values(), NOT_READ) if one.code in set(codes))
    return next(faults, NOT_READ)
